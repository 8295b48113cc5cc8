"""A smallest set of assumptions under which a claim holds, found by leaving out one at a time.

An assumption is that a fault never occurs, or that an event happens fairly. A set is smallest in
that the claim fails, or is not decided, without any one of it; another set may be as good.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from model.language.claims import Claim, LeadsTo
from model.language.claims import Fair as Events
from properties.analyses.atlas.cells import (
    Decided,
    Fairness,
    Within,
    decide_with,
    found,
    name_of_events,
    possible,
    with_fairness,
)
from properties.analyses.atlas.faults import FAULTS, Fault, Regime


@dataclass(frozen=True)
class Assumed:
    """Faults that never occur, and events that happen fairly."""

    absent: frozenset[Fault]
    weak: tuple[Events, ...] = ()
    strong: tuple[Events, ...] = ()


class Less(Enum):
    """In which way less is assumed."""

    FAULT = "may occur"
    DROPPED = "need not happen"
    WEAKENED = "need happen only if it can from some moment on"


@dataclass(frozen=True)
class LeftOut:
    """A fault or an event, in which way less is assumed of it, and what becomes of the claim."""

    name: str
    how: Less
    found: Decided


@dataclass(frozen=True)
class Smallest:
    """What is assumed and the verdict with exactly that; and each, left out.

    Where the claim does not hold even with all that may be assumed, `found` says so.
    """

    found: Decided
    absent: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Lessening:
    """To assume a little less: not that a fault is absent, or less that an event is fair."""

    event: Events | None = None
    weakened: bool = False
    fault: Fault | None = None

    def left_out(self, found: Decided) -> LeftOut:
        """Say what becomes of the claim."""
        if self.event is None:
            assert self.fault is not None
            return LeftOut(self.fault.name, Less.FAULT, found)
        return LeftOut(
            name_of_events(self.event), Less.WEAKENED if self.weakened else Less.DROPPED, found
        )

    def of(self, one: Assumed) -> Assumed:
        """Return what is assumed then."""
        if self.event is None:
            return replace(one, absent=one.absent - {self.fault})
        if self.event not in (*one.strong, *one.weak):
            return one
        strong = tuple(other for other in one.strong if other != self.event)
        weak = tuple(other for other in one.weak if other != self.event)
        return replace(one, strong=strong, weak=(*weak, self.event) if self.weakened else weak)


class FaultSets:
    """The search for the smallest sets of one claim of one regime.

    `breaking` are the faults that break it by themselves, with all events strongly fair.
    """

    def __init__(
        self, regime: Regime, claim: Claim, breaking: Iterable[Fault], within: Within
    ) -> None:
        self.regime, self.claim, self.within = regime, claim, within
        self.faults = possible(regime, FAULTS)
        self.breaking = frozenset(breaking)
        self._known: dict[Assumed, Decided] = {}

    def sets(self) -> tuple[Smallest, ...]:
        """Return a set with as few faults excluded as may be, and one with as little fairness."""
        claim = with_fairness(self.claim, Fairness.STRONG)
        strong = claim.strong if isinstance(claim, LeadsTo) else ()
        every = Assumed(frozenset(self.faults), strong=strong)
        few = replace(every, absent=self.breaking)
        fair = self._smallest(few if self.with_(few).holds else every, faults_first=True)
        if not strong:
            return (fair,)
        return tuple(dict.fromkeys((fair, self._smallest(every, faults_first=False))))

    def with_(self, assumed: Assumed) -> Decided:
        """Return the verdict with exactly these assumptions."""
        if assumed not in self._known:
            claim = self.claim
            if isinstance(claim, LeadsTo):
                claim = replace(claim, weak=assumed.weak, strong=assumed.strong)
            may_occur = [fault for fault in self.faults if fault not in assumed.absent]
            result = decide_with(self.regime, claim, may_occur, self.within)
            self._known[assumed] = found(result)
        return self._known[assumed]

    def _smallest(self, one: Assumed, *, faults_first: bool) -> Smallest:
        if not self.with_(one).holds:
            return Smallest(self.with_(one))
        while True:
            groups = _lessenings(one) if faults_first else reversed(_lessenings(one))
            for group in groups:
                one = self._lessened(one, group)
            told = self._told(one)
            if not any(left.found.holds for left in told.left_out):
                return told

    def _lessened(self, one: Assumed, ways: Sequence[Lessening]) -> Assumed:
        """Assume less in all these ways at once if that will do, and else in half of them."""
        less = one
        for way in ways:
            less = way.of(less)
        if less == one or self.with_(less).holds:
            return less
        middle = len(ways) // 2
        if middle == 0:
            return one
        return self._lessened(self._lessened(one, ways[:middle]), ways[middle:])

    def _told(self, one: Assumed) -> Smallest:
        ways = (way for group in _lessenings(one) for way in group)
        return Smallest(
            self.with_(one),
            tuple(fault.absent for fault in self.faults if fault in one.absent),
            tuple(map(name_of_events, one.weak)),
            tuple(map(name_of_events, one.strong)),
            tuple(way.left_out(self.with_(way.of(one))) for way in ways),
        )


def _lessenings(one: Assumed) -> list[list[Lessening]]:
    """Return the ways to assume a little less: of faults, of fairness, of how strong it is."""
    return [
        [Lessening(fault=fault) for fault in FAULTS if fault in one.absent],
        [Lessening(event) for event in (*one.strong, *one.weak)],
        [Lessening(event, weakened=True) for event in one.strong],
    ]
