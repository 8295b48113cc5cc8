"""`dossier who-must-fail`: whose breach of a duty makes what possible, today and then."""

import json
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from model.language.claims import Sometimes
from model.language.events import Mishap
from model.language.flow import Flow
from model.language.parties import Party
from properties.analyses.blame.obligors import (
    Aftermath,
    Blame,
    Culprits,
    Decided,
    aftermaths,
    to_blame,
)
from properties.engine.packets.checked import Asked, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result
from switchproof.deciding.keeping import keeping
from switchproof.deciding.rows import run_row
from switchproof.dossier.lines import WIDTH
from switchproof.dossier.who_must_fail.every import REGIMES, Lapsing
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress

LEGEND = """\
A set of parties is named where it suffices that these breach a duty, themselves or through their
agents, and all others keep theirs; no smaller set does. Nobody: the rules themselves allow it, and
the text is at fault. Each set is shown by a run that replays. Never: proved for any number of
metering points, for all breaches that are modelled. While one licence covers both, CRS and DCC are
one person. A party that could still stop it has a move which, put in before that step, keeps it
off the rest of this run."""
EVENTS = dict.fromkeys(event for regime in REGIMES for event in regime.flow.events)
BEFALLING = tuple(event for event in EVENTS if event.mishap is Mishap.BEFALLS)
MAY_BEFALL = f"Faults that no duty forbids, and that may befall: {'; '.join(map(str, BEFALLING))}."

Answers = dict[str, dict[str, Blame]]


def run(asked: Namespace) -> int:
    """Print the smallest sets for each outcome and regime, and today's breaches."""
    answers: Answers = {}
    with Progress("asking who must fail") as progress, keeping(asked) as kept:
        for regime in REGIMES:
            for outcome in regime.outcomes:
                progress.what = f"{regime.name}: {outcome.id}"
                decided = _deciding(kept, asked.timeout, regime)
                answer = to_blame(regime.flow, outcome, BEFALLING, decided)
                answers.setdefault(outcome.id, {})[regime.name] = answer
        progress.what = "today's breaches"
        today = REGIMES[0]
        decided = _deciding(kept, asked.timeout, today)
        breaches = tuple(aftermaths(today.flow, _worth_asking(today, answers), decided))
    if asked.format == "json":
        print(json.dumps(_report(answers, breaches), indent=2))
    else:
        print("\n".join(_text(answers, breaches)))
    return UNDECIDED if _any_unknown(answers) else AS_EXPECTED


def _deciding(kept: Kept | None, seconds: float, regime: Lapsing) -> Decided:
    """Return what decides outcomes under a regime, by whose name they are kept."""

    def decided(flow: Flow, name: str, outcome: Sometimes) -> Result:
        return take_or_settle(kept, Asked(flow, f"{regime.name}: {name}", outcome), seconds)

    return decided


def _any_unknown(answers: Answers) -> bool:
    return any(answer.unknown for of in answers.values() for answer in of.values())


def _worth_asking(regime: Lapsing, answers: Answers) -> tuple[Sometimes, ...]:
    """Return the outcomes that some breach brings about."""
    found = ((o, answers[o.id][regime.name].culprits) for o in regime.outcomes)
    return tuple(outcome for outcome, sets in found if any(one.parties for one in sets))


def _text(answers: Answers, breaches: tuple[Aftermath, ...]) -> Iterator[str]:
    yield "Who must fail for it to go wrong"
    for of_regimes in answers.values():
        outcome = next(iter(of_regimes.values())).outcome
        cites = ", ".join(outcome.cites.split())
        yield ""
        yield from textwrap.wrap(f"{outcome.sentence} ({cites})", WIDTH)
        for regime in REGIMES:
            if regime.name in of_regimes:
                yield f"  {regime.name + ':':<7} {_who(of_regimes[regime.name])}"
    yield ""
    yield from _of_breaches(breaches)
    yield ""
    yield LEGEND
    yield from textwrap.wrap(MAY_BEFALL, WIDTH)


def _who(answer: Blame) -> str:
    if answer.never:
        return "never, whoever fails"
    sets = [_set(one) for one in answer.culprits]
    sets += [f"not known for {_named(parties)}: {why}" for parties, why in answer.unknown]
    return "; or ".join(sets)


def _set(one: Culprits) -> str:
    fault = "" if one.faultless else ", given such a fault"
    assert one.result.run is not None
    return f"{_named(one.parties)}{fault} ({len(one.result.run)} steps)"


def _named(parties: tuple[Party, ...]) -> str:
    return " and ".join(map(str, parties)) or "nobody"


def _of_breaches(breaches: tuple[Aftermath, ...]) -> Iterator[str]:
    yield "Today's breaches: what each brings about by itself, and who could still have stopped it"
    for one in breaches:
        yield ""
        yield from textwrap.wrap(f"'{one.event}' breaches {one.duty.name}.", WIDTH)
        told = _came_of_it(one)
        yield from textwrap.wrap(told, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _came_of_it(one: Aftermath) -> str:
    if one.result is None or one.result.run is None:
        return "By itself it brings none of those about that take a breach."
    steps = len(one.result.run)
    came = f"{one.result.claim.sentence} (step {one.breach} of {steps})"
    if one.breach == steps:
        return f"{came} It comes about with the breach itself, so nobody could stop it then."
    if not one.preventions:
        return f"{came} After the breach nobody could stop it on this run."
    who = (f"{p.party} ('{p.move}', before step {p.before_step})" for p in one.preventions)
    return f"{came} On this run it could still be stopped by {', by '.join(who)}."


def _report(answers: Answers, breaches: tuple[Aftermath, ...]) -> dict[str, object]:
    return {
        "outcomes": [_outcome_row(of_regimes) for of_regimes in answers.values()],
        "breaches": [_breach_row(one) for one in breaches],
        "faults": [str(event) for event in BEFALLING],
    }


def _outcome_row(of_regimes: dict[str, Blame]) -> dict[str, object]:
    outcome = next(iter(of_regimes.values())).outcome
    return {
        "id": outcome.id,
        "sentence": outcome.sentence,
        "cites": outcome.cites.split(),
        "regimes": {name: _answer_row(answer) for name, answer in of_regimes.items()},
    }


def _answer_row(answer: Blame) -> dict[str, object]:
    unknown = [{"parties": list(map(str, who)), "reason": why} for who, why in answer.unknown]
    return {
        "never": answer.never,
        "sets": [_set_row(one) for one in answer.culprits],
        "undecided": unknown,
    }


def _set_row(one: Culprits) -> dict[str, object]:
    assert one.result.run is not None
    return {
        "parties": list(map(str, one.parties)),
        "without_faults": one.faultless,
        "steps": len(one.result.run),
        "run": run_row(one.result.flow, one.result.run),
    }


def _breach_row(one: Aftermath) -> dict[str, object]:
    found = one.result.run if one.result else None
    stopped = [
        {"party": str(p.party), "move": str(p.move), "before_step": p.before_step}
        for p in one.preventions
    ]
    return {
        "event": str(one.event),
        "duty": one.duty.name,
        "obligor": str(one.duty.obligor),
        "outcome": one.result.claim.id if one.result else None,
        "steps": None if found is None else len(found),
        "breach_at": one.breach or None,
        "could_be_stopped_by": stopped,
    }
