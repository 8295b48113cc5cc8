"""A run as a sequence to be drawn: who acts towards whom, when, and what it breaks.

Of a run that is too long for a page, stretches in which nothing turns are told in words: the
longest first, from their beginning, and no more than the page needs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby
from operator import and_

from diagrams.sequence import (
    MOST_LANES,
    MOST_STEPS,
    Acted,
    Lane,
    Noted,
    Passed,
    Row,
    Sequenced,
    names_of,
    steps_in,
)
from model.done import Done
from model.language.claims import CanStill, Claim, LeadsTo, Sometimes
from model.language.flow import Flow
from model.language.meaning import World
from model.language.parties import Party, Via
from model.language.words import words
from properties.engine.evidence import Lasso, Run
from properties.engine.free import Free
from properties.engine.still.evidence import Trap
from properties.engine.verdict import Result
from switchproof.telling.folding import Story, folded, story_of
from switchproof.telling.lasso import for_ever
from switchproof.telling.misfits import shown as misfit
from switchproof.telling.replayed import steps_of
from switchproof.telling.sentences import capital, changes_of
from switchproof.telling.story import blame, start, turning
from switchproof.telling.towards import TIME, act, named, next_on_it

MIDNIGHT = re.compile(r"\bmidnight\b|\b(day|month) ends\b")


def sequence_of(result: Result, title: str, *, fails: bool | None = None) -> Sequenced:
    """Return the run of a result, which has one, as a picture of it shows it.

    What the claim says comes about if the claim is that it sometimes does; `fails` says otherwise,
    where the run shows that what its sentence says is not so.
    """
    flow, claim, run = result.flow, result.claim, result.run
    assert run is not None
    broken = not isinstance(claim, Sometimes) if fails is None else fails
    done = steps_of(flow, run)
    story = story_of(flow, reduce(and_, claim.parts(flow)), run)
    lanes = tuple(Lane(str(party), _is_bound(party)) for party in _actors(flow, done))
    because = tuple(_because(flow, claim, run))
    found = Sequenced(
        title,
        " ".join([f"{title}.", *folded(story), *because]),
        lanes,
        tuple(_rows(flow, run, done, story)),
        _verdict(claim, run, broken=broken),
        because,
        decides=0 if isinstance(run, Lasso) else len(run),
        broken=broken,
    )
    return _brief(found, story)


def _actors(flow: Flow, done: Sequence[Done]) -> list[Party]:
    """Return all who may have a lane."""
    every = [*flow.parties, *(one.actor for one in done if one.actor)]
    return list({str(party): party for party in every if str(party) != TIME}.values())


def _is_bound(party: Party) -> bool:
    return any(tie.via is not Via.CONTRACT for tie in party.ties)


def _rows(flow: Flow, run: Run, done: Sequence[Done], story: Story) -> Iterator[Row]:
    yield from map(Noted, start(flow, World(flow, run.shape), run.first))
    for number, (one, told) in enumerate(zip(done, story, strict=True)):
        yield from _asides(run, number)
        says, cites = f"{act(one)}{told.home}", ", ".join(one.cites)
        breach = " and ".join(one.breaches)
        if one.actor is None or str(one.actor) == TIME:
            day = bool(MIDNIGHT.search(str(one.move.event)))
            yield Passed(one.number, says, cites, day, told.matters, breach)
            continue
        name = named(flow, one)
        to = name or next_on_it(one, done[number + 1 :])
        yield Acted(one.number, str(one.actor), says, cites, to, bool(name), told.matters, breach)
    yield from _asides(run, len(done))


def _asides(run: Run, number: int) -> Iterator[Noted]:
    """Yield what is told of a lasso after so many steps."""
    if isinstance(run, Lasso) and number == run.since:
        yield Noted("Here what the claim supposes has come to hold.")
    if isinstance(run, Lasso) and number == run.back < len(run):
        yield Noted("And from here on, again and again:")


def _verdict(claim: Claim, run: Run, *, broken: bool) -> str:
    if not broken:
        return f"In step {len(run)} this comes about:"
    if type(run) is Run and not isinstance(claim, Free):
        return f"Step {len(run)} breaks what is claimed:"
    return f"After step {len(run)} what is claimed is broken:"


def _because(flow: Flow, claim: Claim, run: Run) -> Iterator[str]:
    """Yield the sentence that is broken, what the last step does, and the breaches on the way."""
    yield claim.sentence
    if isinstance(run, Lasso) and isinstance(claim, LeadsTo):
        yield from for_ever(flow, claim, run)
    elif isinstance(run, Trap) and isinstance(claim, CanStill):
        supposed, goal = map(words, claim.parts(flow))
        yield f"There it is so: {supposed}. From there nobody gets to: {goal}."
    elif isinstance(claim, Free):
        yield f"{capital(misfit(flow, claim, run))}."
    else:
        yield from _decided(flow, claim, run)


def _decided(flow: Flow, claim: Claim, run: Run) -> Iterator[str]:
    done = steps_of(flow, run)
    yield f"After step {len(run)}: {changes_of(World(flow, run.shape), done[-1])}."
    breaches = [f"{duty}, in step {one.number}" for one in done for duty in one.breaches]
    if breaches:
        yield f"Breached on the way: {'; '.join(breaches)}."
    else:
        yield blame(flow, run)
    body = claim.of(flow)
    yield from turning(flow, body if isinstance(claim, Sometimes) else ~body, run)


def _brief(shown: Sequenced, story: Story) -> Sequenced:
    """Return it with stretches in which nothing turns told in words, till it fits a page."""
    folds = sorted(_stretches(shown.rows), key=lambda one: one[0] - one[1])
    while folds and not _fits(shown):
        first, last = folds.pop(0)
        shorter = (_without(shown, story, first, end) for end in range(first + 1, last + 1))
        shown = next(filter(_fits, shorter), _without(shown, story, first, last))
    return shown


def _without(shown: Sequenced, story: Story, first: int, last: int) -> Sequenced:
    """Return it with a stretch of steps told in words."""
    (said,) = folded([replace(one, matters=False) for one in story[first - 1 : last]], first)
    told = Noted(said, steps=last - first + 1)
    kept = (row for row in shown.rows if not first < _number(row) <= last)
    return replace(shown, rows=tuple(told if _number(row) == first else row for row in kept))


def _fits(shown: Sequenced) -> bool:
    return steps_in(shown.rows) <= MOST_STEPS and len(names_of(shown.rows)) <= MOST_LANES


def _number(row: Row) -> int:
    return 0 if isinstance(row, Noted) else row.number


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last step of each stretch that can be told in words."""
    again = [row for row in rows if isinstance(row, Noted) and row.says.startswith("And from")]
    way = rows[: rows.index(again[0])] if again else rows
    for dull, some in groupby(way, key=lambda row: not isinstance(row, Noted) and not row.matters):
        numbers = [_number(row) for row in some]
        if dull and len(numbers) > 1:
            yield numbers[0], numbers[-1]
