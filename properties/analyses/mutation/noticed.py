"""Whether a claim notices a mutant, and where none does, whether it is equivalent.

What no claim notices, and is not shown to be equivalent, the pinned table of rules may notice:
that counts apart, since a table proves nothing. What costs little is asked first, of all claims;
a search that grows large waits until nothing else is left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial

from model.language.claims import Ahead, Claim, Compared
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.lines import expanded
from properties.analyses.mutation.alike import alike
from properties.analyses.mutation.base import Base, ProvedClaim, broken_by
from properties.analyses.mutation.broken import breaking_run, renewed, still_arises
from properties.analyses.mutation.mutants import ACTOR, DOUBLED, Mutant
from properties.engine.budget import Budget, Spent
from properties.engine.comparing import differences
from properties.engine.evidence import Run, Undecided
from properties.engine.free import Free, Misfit, misfits_of, settle_misfits
from properties.engine.prove import decide
from properties.engine.slices.seen import of_situation, outlook_of, part_of
from properties.engine.verdict import Verdict

FEW = 20_000  # views that a search may hold while cheaper evidence has not been looked at


class Fate(Enum):
    """What became of a mutant."""

    NOTICED = "noticed by a claim"
    PINNED = "by the table only"
    EQUIVALENT = "equivalent"
    UNNOTICED = "noticed by nothing"
    UNDECIDED = "not decided in its time"


@dataclass(frozen=True)
class Notice:
    """What became of a mutant: by which claim, in a run of how many steps, or why not known."""

    fate: Fate
    claim: str = ""
    steps: int | None = None
    why: str = ""


Asking = tuple[Claim, Callable[[Budget], Notice | None]]


def notice(base: Base, mutant: Mutant, budget: Budget) -> Notice:
    """Ask the claims until one notices; then whether the mutant differs at all."""
    unsure: list[str] = []
    large: list[Asking] = []
    doubled = mutant.wrong.kind == DOUBLED  # does the same, and yet a claim should notice
    for claim, ask in _questions(base, mutant):
        try:
            budget.check()
            found = ask(budget if doubled else budget.of_views(FEW))
        except Spent:
            large.append((claim, ask))
        except Undecided as why:
            unsure.append(f"{claim.id}: {why}")
        else:
            if found:
                return found
    try:
        if alike(base.flow, mutant, budget):
            return Notice(Fate.EQUIVALENT)
    except (Spent, Undecided) as why:
        unsure.append(str(why))
    found = _at_length([*large, *_of_what_must_come(base, mutant)], unsure, budget)
    if found is None:
        found = Notice(Fate.UNDECIDED, why=unsure[0]) if unsure else _unclaimed(base.flow, mutant)
    return found


def _unclaimed(flow: Flow, mutant: Mutant) -> Notice:
    """Tell whether the table of rules, which no claim needs to repeat, has another line."""
    return Notice(Fate.UNNOTICED if expanded(flow) == expanded(mutant.flow) else Fate.PINNED)


def _at_length(questions: list[Asking], unsure: list[str], budget: Budget) -> Notice | None:
    """Ask what is large."""
    for claim, ask in questions:
        try:
            budget.check()
            found = ask(budget)
        except (Spent, Undecided) as why:
            unsure.append(f"{claim.id}: {why}")
        else:
            if found:
                return found
    return None


def _questions(base: Base, mutant: Mutant) -> Iterator[Asking]:
    """Yield what can be asked of each claim, what costs least first."""
    for claim in base.compared:
        yield claim, partial(_compared, mutant, claim)
    free = [(one, partial(_free, mutant, one)) for one in base.free]
    if mutant.wrong.kind == DOUBLED:
        yield from free
    for known in base.known:
        yield known.claim, partial(_broken, base.flow, mutant, known)
    if mutant.wrong.kind != DOUBLED:
        yield from free
    for known in base.known:
        for wanted, run in known.runs:
            if not still_arises(mutant, wanted, run):
                yield known.claim, partial(_arises_no_more, mutant, known, wanted)


def _of_what_must_come(base: Base, mutant: Mutant) -> Iterator[Asking]:
    for claim in base.at_last if mutant.wrong.kind != ACTOR else ():
        yield claim, partial(_at_last, mutant, claim)


def _broken(flow: Flow, mutant: Mutant, known: ProvedClaim, budget: Budget) -> Notice | None:
    run = breaking_run(flow, mutant, known, budget)
    return Notice(Fate.NOTICED, known.claim.id, len(run)) if run else None


def _arises_no_more(
    mutant: Mutant, known: ProvedClaim, wanted: Expression, budget: Budget
) -> Notice | None:
    """Look for another run in which a situation arises."""
    at = of_situation(outlook_of(mutant.flow, known.claim), wanted)
    if broken_by(part_of(mutant.flow, ~renewed(wanted, mutant), at), budget):
        return None
    return Notice(Fate.NOTICED, known.claim.id, why="what it speaks of never arises")


def _compared(mutant: Mutant, claim: Compared, budget: Budget) -> Notice | None:
    del budget
    if differences(mutant.flow, claim)[1]:
        return Notice(Fate.NOTICED, claim.id, why="its rows differ")
    return None


def _free(mutant: Mutant, free: Free, budget: Budget) -> Notice | None:
    answer = settle_misfits(mutant.flow, _at_fault(mutant, free), budget)
    return Notice(Fate.NOTICED, free.id, len(answer)) if isinstance(answer, Run) else None


def _at_last(mutant: Mutant, claim: Ahead, budget: Budget) -> Notice | None:
    """Ask what must at last come about or still can; not decided counts as not noticed."""
    if any(event not in mutant.flow.events for event in claim.events):
        return Notice(Fate.NOTICED, claim.id, why="an event that it names is gone")
    result = decide(mutant.flow, claim, budget)
    if result.verdict is Verdict.REFUTED and result.run:
        return Notice(Fate.NOTICED, claim.id, len(result.run))
    return None


def _at_fault(mutant: Mutant, free: Free) -> Iterator[Misfit]:
    """Yield the doubts about the rules among which one is wrong."""
    for doubt in misfits_of(mutant.flow, free):
        same = str(doubt.machine) == str(mutant.wrong.machine)
        if same and doubt.rules[0].event == mutant.event:
            yield doubt
