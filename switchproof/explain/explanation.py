"""A claim explained: the sentence, its sources, the verdict in words, and what that rests on."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.language.claims import CanStill, Claim, Compared, DoneBy, LeadsTo, Step, Variant
from model.language.flow import Flow
from model.language.meaning import World
from properties.analyses.fairness import needs
from properties.analyses.vacuity.situations import Situation
from properties.engine.evidence import Invariant, Lasso, Run
from properties.engine.still.evidence import Ladder, Trap
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import surprise
from switchproof.telling.lasso import need_in_words, tell_lasso
from switchproof.telling.never import told_never
from switchproof.telling.still import tell_trap, told_ladder
from switchproof.telling.story import blame, tell
from switchproof.why.grounds import Grounds, summed_up

WIDTH = 98
EVERYWHERE = "at every moment, in every order of events, for any number of metering points"
OF_STEPS = EVERYWHERE.replace("at every moment", "of every step of anybody, seen or not")


@dataclass(frozen=True)
class Background:
    """What is known of a claim beside its verdict.

    What it rests on, how it comes to matter, and the shortest reason why it holds.
    """

    grounds: Grounds | None = None
    situations: tuple[Situation, ...] = ()
    reason: Invariant | None = None


def explanation(
    one: Loaded, variant: Variant | None, result: Result, known: Background = Background()
) -> Iterator[str]:
    """Yield the sentence and its sources, the verdict in words, and what it rests on."""
    claim = result.claim
    yield f"{claim.id}, a claim on {one.flow.name} ({one.flow.title})"
    if variant:
        named = f"in the variant '{variant.name}'" if variant.breaks else variant.name
        yield f"{named}: {variant.why}"
    yield from _wrapped(claim.sentence, rest="  ")
    yield from _sources(one.flow, claim)
    yield from _verdict(one, variant, result, known)
    if not variant:
        yield from _breakers(one, claim)


def _wrapped(text: str, first: str = "  ", rest: str = "    ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)


def _sources(flow: Flow, claim: Claim) -> Iterator[str]:
    assert isinstance(flow.sources, Mapping)
    yield "It cites:" if claim.cites else "It cites nothing."
    for cites in claim.cites.split():
        source = flow.sources[cites]
        yield from _wrapped(f"{source.label}: {source.says}")


def _verdict(
    one: Loaded, variant: Variant | None, result: Result, known: Background
) -> Iterator[str]:
    match result.verdict:
        case None:
            yield f"Pending: not decided yet, since {result.reason}"
        case Verdict.UNDECIDED:
            yield f"Undecided. We do not know: {result.reason}."
        case Verdict.PROVED:
            yield from _proved(one.flow, result, known)
        case Verdict.REFUTED:
            yield from _refuted(variant, result)
    wrong = surprise(variant, result)
    if wrong:
        yield f"This is a surprise: {wrong}."


def _proved(flow: Flow, result: Result, known: Background) -> Iterator[str]:
    if result.run is not None:
        way = "the shortest way" if result.run.shortest else "a way, perhaps not the shortest"
        but = f", {result.reason}" if result.reason else ""
        yield f"Proved. It can happen, with {result.points} points{but}; {way}:"
        yield from _told(result)
        return
    if isinstance(result.claim, Compared):
        yield from _compared(result.claim, result.method)
        return
    if isinstance(result.claim, LeadsTo):
        yield from _proved_at_last(result.claim, result)
        return
    if isinstance(result.ranks, Ladder):
        yield from _proved_still(result, result.ranks)
        return
    yield f"Proved. This holds {OF_STEPS if isinstance(result.claim, Step) else EVERYWHERE}."
    if known.grounds:
        for line in summed_up(flow, known.grounds):
            yield from _wrapped(line, first="")
    if "empty" in result.marks:
        yield "It is empty: true because its situation never arises, which is no evidence."
    elif known.situations:
        yield from _arising(known.situations)
    if result.invariant:
        yield from _invariant(result.invariant, known.reason or result.invariant)
    yield from (f"It supposes a bound: {bound}." for bound in flow.bounds)


def _compared(claim: Compared, method: str) -> Iterator[str]:
    if not isinstance(claim, DoneBy):
        yield f"Proved ({method}): each rule of the one is a rule of the other."
        return
    yield f"Proved ({method}): in no rule is one of these events done by another."
    for party, events in claim.actors.items():
        yield from _wrapped(f"{party}: {', '.join(map(str, events))}")


def _arising(situations: tuple[Situation, ...]) -> Iterator[str]:
    """Yield that a claim is not empty, with a run in which it matters."""
    first, *others = situations
    numbers = ", ".join(map(str, first.points))
    yield "It is not empty: its situation arises."
    yield f"It does so with {numbers} metering points; the shortest way:"
    yield from _told(first.result)
    if others:
        arisen = sum(situation.arises for situation in others)
        yield f"Of {len(others)} more situations that it speaks of {arisen} arise as well."


def _proved_at_last(claim: LeadsTo, result: Result) -> Iterator[str]:
    yield "Proved. This holds in every order of events that is fair, for any number of metering"
    yield f"points. It rests on {result.method}."
    if "empty" in result.marks:
        yield "It is empty: there is never anything to wait for, which is no evidence."
    for need in needs(result.flow, claim):
        yield from _wrapped(need_in_words(need), first="")
    yield from (f"It supposes a bound: {bound}." for bound in result.flow.bounds)


def _proved_still(result: Result, found: Ladder) -> Iterator[str]:
    others = (
        "others can first be led to allow it" if found.lemmas else "nobody else need do anything"
    )
    told = "Proved. From wherever it is so there is a way, with any number of metering points, and"
    yield from _wrapped(f"{told} {others}. It rests on {result.method}.", first="", rest="")
    if "empty" in result.marks:
        yield "It is empty: there is never anything to get to, which is no evidence."
    yield "The events that lead there:"
    for line in told_ladder(found):
        yield from _wrapped(line, first="")
    yield from (f"It supposes a bound: {bound}." for bound in result.flow.bounds)


def _refuted(variant: Variant | None, result: Result) -> Iterator[str]:
    flow = result.flow
    if variant and variant.breaks and not surprise(variant, result):
        yield "Fails, as it should: this shows what the changed rule is for."
    if isinstance(result.claim, Compared):
        yield from _wrapped(f"Refuted ({result.method}): {result.reason}.", first="")
        return
    if result.run is None:
        yield f"Refuted. This never happens, {EVERYWHERE.removeprefix('at every moment, ')}."
        yield from _invariant(found, found) if (found := result.invariant) else ()
        return
    steps = "1 step" if len(result.run) == 1 else f"{len(result.run)} steps"
    points = "1 metering point" if result.points == "1" else f"{result.points} metering points"
    perhaps = "" if result.run.shortest else " (there may be a shorter run)"
    yield f"Refuted. It fails in {steps}, with {points}{perhaps}:"
    yield from _told(result)
    if isinstance(result.claim, Step) and _is_of_another(flow, result.run):
        yield "The step that breaks it is another's: a claim on steps is of every step of anybody."
    yield blame(flow, result.run)


def _is_of_another(flow: Flow, run: Run) -> bool:
    return not World(flow, run.shape).concerns(run.moves[-1], run.where)


def _told(result: Result) -> Iterator[str]:
    assert result.run is not None
    if isinstance(result.run, Lasso) and isinstance(result.claim, LeadsTo):
        lines = tell_lasso(result.flow, result.claim, result.run)
    elif isinstance(result.run, Trap) and isinstance(result.claim, CanStill):
        lines = tell_trap(result.flow, result.claim, result.run)
    else:
        lines = tell(result.flow, result.claim, result.run)
    for line in lines:
        hanging = "     " if line[:1].isdigit() else "       "
        yield from _wrapped(line, rest=hanging)


def _invariant(found: Invariant, reason: Invariant) -> Iterator[str]:
    yield f"Its proof is {found.obligations} obligations; Z3 found no way out of any of them,"
    yield from _wrapped(f"over: {', '.join(field.name for field in found.kept)}.")
    yield from told_never(reason)


def _breakers(one: Loaded, claim: Claim) -> Iterator[str]:
    breaking = [variant for variant in one.variants if claim.id in variant.breaks]
    if not breaking:
        yield "No variant here breaks it."
    for variant in breaking:
        told = f"It fails in the variant '{variant.name}': {variant.why}"
        yield from _wrapped(told, first="")
