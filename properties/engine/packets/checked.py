"""A verdict that the checker accepts as well: one that is kept, or one that is found now."""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from model.language.claims import Claim
from model.language.flow import Flow
from properties.checker import Rejected
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.packets.accept import Exported, accepted, exported
from properties.engine.packets.export import Data
from properties.engine.packets.kept import Kept
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict


class Asked(NamedTuple):
    """A claim on a flow, or on one made of it that has a name, and with which its data is told."""

    flow: Flow
    variant: str | None
    claim: Claim
    told: tuple[Claim, ...] = ()

    def exported(self) -> Exported:
        """Return the flow as data."""
        return exported(self.flow, self.variant, self.told or (self.claim,))


class Checked(NamedTuple):
    """A verdict, and what shows it on the flow as data; nothing does what is not known."""

    result: Result
    variant: str | None
    shown: tuple[Exported, Data] | None


def take(kept: Kept | None, asked: Asked, budget: Budget) -> Checked | None:
    """Return the verdict on a claim that is kept; None where none is, or none that is accepted."""
    flow, variant, claim, _ = asked
    if kept is None or not kept.has(flow.name, variant, claim):
        return None
    try:
        with budget:
            there = asked.exported()
    except (Spent, Rejected):
        return None
    found = kept.taken(flow, claim, there, budget)
    if found is None:
        return None
    return Checked(found[0], variant, (there, found[1]))


def take_verdict(kept: Kept | None, asked: Asked, budget: Budget) -> Result | None:
    """Return the same verdict alone."""
    found = take(kept, asked, budget)
    return found.result if found else None


def find(kept: Kept | None, asked: Asked, budget: Budget) -> Checked:
    """Decide a claim now, and keep what shows it."""
    flow, variant, claim, _ = asked
    try:
        with budget:
            result = decide(flow, claim, budget)
            there = asked.exported()
            result, packet = accepted(result, there, budget)
    except Spent as why:
        return Checked(spent(asked, budget, why), variant, None)
    if packet is None:
        return Checked(result, variant, None)
    if kept:
        kept.keep(result, packet, there)
    return Checked(result, variant, (there, packet))


def spent(asked: Asked, budget: Budget, why: Spent) -> Result:
    """Return that a claim is undecided, since a limit was reached."""
    seconds = budget.clock() - budget.start
    return Result(asked.flow, asked.claim, Verdict.UNDECIDED, reason=str(why), seconds=seconds)


def settle_and_keep(
    kept: Kept | None, asked: Asked, budget: Budget, known: Mapping[int, Run] | None = None
) -> Result:
    """Decide a claim now, also one that no packet can show, and keep what the checker accepts."""
    result = decide(asked.flow, asked.claim, budget, known)
    with suppress(Spent, Rejected), budget:
        if kept and result.verdict is not None:
            there = asked.exported()
            _, packet = accepted(result, there, budget)
            if packet:
                kept.keep(result, packet, there)
    return result


def take_or_settle(kept: Kept | None, asked: Asked, seconds: float) -> Result:
    """Return the verdict on a claim: kept, or found now."""
    taken = take_verdict(kept, asked, Budget(seconds=seconds))
    return taken or settle_and_keep(kept, asked, Budget(seconds=seconds))
