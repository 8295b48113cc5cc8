"""A smallest set of assumptions under which a claim holds, found by leaving out one at a time.

An assumption is that a fault never occurs, or that an event happens fairly. A set is smallest in
that the claim fails, or is not decided, without any one of it; another set may be as good.
"""

from dataclasses import dataclass, replace

from model.language.claims import Claim, LeadsTo
from model.language.claims import Fair as Events
from properties.atlas.cells import Fairness, Found, decide_with, found, possible, with_fairness
from properties.atlas.faults import FAULTS, Fault, Regime


@dataclass(frozen=True)
class Assumed:
    """Faults that never occur, and events that happen fairly."""

    absent: frozenset[Fault]
    weak: tuple[Events, ...] = ()
    strong: tuple[Events, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """An assumption in words, and what becomes of the claim without it."""

    says: str
    found: Found


@dataclass(frozen=True)
class Smallest:
    """What is assumed and the verdict with exactly that; and each, left out.

    Where the claim does not hold even with all that may be assumed, `found` says so.
    """

    found: Found
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

    def __str__(self) -> str:
        if self.event is None:
            assert self.fault is not None
            return self.fault.absent
        name = f"'{_name(self.event)}'"
        return f"{name} only from some moment on" if self.weakened else name

    def of(self, one: Assumed) -> Assumed:
        """Return what is assumed then."""
        if self.event is None:
            return replace(one, absent=one.absent - {self.fault})
        strong = tuple(other for other in one.strong if other != self.event)
        weak = tuple(other for other in one.weak if other != self.event)
        return replace(one, strong=strong, weak=(*weak, self.event) if self.weakened else weak)


class Search:
    """The search for the smallest sets of one claim of one regime."""

    def __init__(self, regime: Regime, claim: Claim, seconds: float) -> None:
        self.regime, self.claim, self.seconds = regime, claim, seconds
        self.faults = possible(regime, FAULTS)
        self._known: dict[Assumed, Found] = {}

    def sets(self) -> tuple[Smallest, ...]:
        """Return a set with as few faults excluded as may be, and one with as little fairness."""
        if not isinstance(self.claim, LeadsTo):
            return (self._smallest(self._start(), faults_first=True),)
        fair = self._smallest(self._start(), faults_first=True)
        faultless = self._smallest(self._all_of_it(), faults_first=False)
        return tuple(dict.fromkeys((fair, faultless)))

    def _all_of_it(self) -> Assumed:
        claim = with_fairness(self.claim, Fairness.STRONG)
        strong = claim.strong if isinstance(claim, LeadsTo) else ()
        return Assumed(frozenset(self.faults), strong=strong)

    def _start(self) -> Assumed:
        """Return what rules out only the faults that break it by themselves, if that is enough."""
        every = self._all_of_it()
        alone = (f for f in self.faults if not self.with_(self._only(every, f)).holds)
        few = replace(every, absent=frozenset(alone))
        return few if self.with_(few).holds else every

    def _only(self, every: Assumed, fault: Fault) -> Assumed:
        return replace(every, absent=every.absent - {fault})

    def with_(self, assumed: Assumed) -> Found:
        """Return the verdict with exactly these assumptions."""
        if assumed not in self._known:
            claim = self.claim
            if isinstance(claim, LeadsTo):
                claim = replace(claim, weak=assumed.weak, strong=assumed.strong)
            may_occur = [fault for fault in self.faults if fault not in assumed.absent]
            result = decide_with(self.regime, claim, may_occur, self.seconds)
            self._known[assumed] = found(result)
        return self._known[assumed]

    def _smallest(self, assumed: Assumed, *, faults_first: bool) -> Smallest:
        if not self.with_(assumed).holds:
            return Smallest(self.with_(assumed))
        before = None
        while assumed != before:
            before = assumed
            for what in self._lessenings(assumed, faults_first=faults_first):
                less = what.of(assumed)
                assumed = less if self.with_(less).holds else assumed
        return self._told(assumed)

    def _lessenings(self, one: Assumed, *, faults_first: bool) -> tuple[Lessening, ...]:
        """Return all the ways to assume a little less."""
        excluded = [Lessening(fault=fault) for fault in self.faults if fault in one.absent]
        less = [Lessening(e, weakened) for e in one.strong for weakened in (False, True)]
        fair = [*less, *(Lessening(event) for event in one.weak)]
        return (*excluded, *fair) if faults_first else (*fair, *excluded)

    def _told(self, one: Assumed) -> Smallest:
        ways = self._lessenings(one, faults_first=True)
        return Smallest(
            self.with_(one),
            tuple(fault.absent for fault in self.faults if fault in one.absent),
            tuple(map(_name, one.weak)),
            tuple(map(_name, one.strong)),
            tuple(LeftOut(str(way), self.with_(way.of(one))) for way in ways),
        )


def _name(events: Events) -> str:
    return " or ".join(map(str, events)) if isinstance(events, tuple) else str(events)
