"""The cells of the atlas: a claim, the faults that may occur, and how fair the events are."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from model.language.claims import Claim, LeadsTo
from model.language.claims import Fair as Events
from properties.analyses.atlas.faults import Fault, Regime
from properties.engine.evidence import Lasso
from properties.engine.packets.checked import Asked, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict


class Fairness(Enum):
    """What is asked of the events that a claim names, where it says that something comes at last.

    Weak: an event that can happen from some moment on at last happens. Strong: one that can
    happen again and again does.
    """

    NONE = "none"
    WEAK = "weak"
    STRONG = "strong"


def with_fairness(claim: Claim, fairness: Fairness | None) -> Claim:
    """Return a leads-to claim with all its events as fair as that; any other claim as it is."""
    if not isinstance(claim, LeadsTo) or fairness is None:
        return claim
    events = (*claim.weak, *claim.strong)
    weak = events if fairness is Fairness.WEAK else ()
    return replace(claim, weak=weak, strong=events if fairness is Fairness.STRONG else ())


def degrees(claim: Claim) -> tuple[Fairness | None, ...]:
    """Return the fairness under which a claim is decided; a safety claim needs none."""
    return tuple(Fairness) if isinstance(claim, LeadsTo) else (None,)


def possible(regime: Regime, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return those of some faults that can arise in a regime."""
    return tuple(fault for fault in faults if fault not in regime.cannot)


@dataclass(frozen=True)
class Within:
    """How many seconds a verdict may take, and where it is kept, if anywhere."""

    seconds: float
    kept: Kept | None = None


def decide_with(regime: Regime, claim: Claim, faults: Iterable[Fault], within: Within) -> Result:
    """Return the verdict on a claim where these faults may occur, and no others."""
    some = tuple(faults)
    asked = Asked(regime.flow(some), _name(regime, claim, some), claim)
    return take_or_settle(within.kept, asked, within.seconds)


def _name(regime: Regime, claim: Claim, faults: Iterable[Fault]) -> str:
    """Return by what a verdict is kept: under one name there is one claim of each id."""
    parts = {"faults": sorted(fault.name for fault in faults)}
    if isinstance(claim, LeadsTo):
        fairness = (("weak", claim.weak), ("strong", claim.strong))
        parts |= {how: sorted(map(name_of_events, events)) for how, events in fairness}
    told = (f"{part}: {', '.join(names)}" for part, names in parts.items() if names)
    return "; ".join((f"atlas, {regime.name}", *told))


def name_of_events(events: Events) -> str:
    """Return the name of what is fair: an event, or one or another of several."""
    return " or ".join(map(str, events)) if isinstance(events, tuple) else str(events)


@dataclass(frozen=True)
class Decided:
    """A verdict in short, so that it can travel: with the steps of its run, or of its lasso."""

    verdict: Verdict
    steps: int | None = None
    lasso: bool = False
    empty: bool = False
    reason: str = ""
    run: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)

    @property
    def decided(self) -> bool:
        """Tell whether it is proved or refuted."""
        return self.verdict is not Verdict.UNDECIDED

    @property
    def holds(self) -> bool:
        """Tell whether it is proved, be it of a situation that never arises."""
        return self.verdict is Verdict.PROVED


def found(result: Result) -> Decided:
    """Return a verdict in short."""
    assert result.verdict is not None
    run = result.run
    moves = tuple(str(move.event) for move in run.moves) if run else ()
    return Decided(
        result.verdict,
        None if run is None else len(run),
        lasso=isinstance(run, Lasso),
        empty="empty" in result.marks,
        reason=result.reason if result.verdict is Verdict.UNDECIDED else "",
        run=moves,
        seconds=result.seconds,
    )
