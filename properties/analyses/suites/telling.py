"""A suite that tells a flow from each of its variants whose difference shows at the interface."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.language.claims import Variant
from properties.analyses.monitor.monitor import Letter, RefusedLetter
from properties.analyses.suites.covering import Covering
from properties.analyses.suites.parted import (
    FAILS,
    Names,
    SeenOtherwise,
    differing,
    run_that_shows,
    same_machines,
    shows_none,
    shows_the_same,
)
from properties.analyses.suites.suite import (
    VARIANTS,
    NeverReached,
    Suite,
    SuiteRun,
    SuiteSize,
    SuiteStep,
    TriedLetter,
)
from properties.engine.budget import Budget
from properties.engine.interfaces.letters import Symbol

MEANS = (
    "each run ends where it tells a variant, at a letter that only one of the two shows next, and "
    "so many variants are there of which no two are told at one place"
)
BEYOND = "in the flow another party acts"
FREE = "facts are taken to be as the tester sets them"
UNFIT = "by the flow's rules the facts cannot be so then"
Seat = tuple[int, str, bool]  # a place, and whether the variant shows more there
Test = tuple[Names, str, bool]  # what is seen, the letter that tells, and the same


@dataclass(frozen=True)
class _Kept:
    """A variant that shows otherwise: what is needed of it once its views are forgotten."""

    variant: Variant
    found: SeenOtherwise
    by_facts: bool = False

    @cached_property
    def seats(self) -> dict[Seat, Names]:
        """Return each place with a shortest word to it."""
        more = {(*place, True): word for place, word in self.found.more.items()}
        return more | {(*place, False): word for place, word in self.found.less.items()}


def variants_told(covering: Covering, variants: Sequence[Variant], seconds: float) -> Suite:
    """Return runs by which variants are told, each with a proof or a run of the variant itself."""
    return _Telling(covering, seconds).suite(variants)


class _Telling:
    def __init__(self, covering: Covering, seconds: float) -> None:
        self.covering, self.shown, self.seconds = covering, covering.shown, seconds
        self.numbers = {one.name: n for n, one in enumerate(self.shown.symbols)}

    def suite(self, variants: Sequence[Variant]) -> Suite:
        """Return the suite."""
        answers = [self._found(variant) for variant in variants]
        kept = [one for one in answers if isinstance(one, _Kept)]
        never = [one for one in answers if isinstance(one, NeverReached)]
        self.letters = {s.name: _letter(s) for one in kept for s in one.found.symbols}
        tests, unsure = self._tests(kept)
        runs = [self._run(test, told) for test, told in tests.items()]
        told = sum(len(some) for some in tests.values())
        size = SuiteSize(
            told, "variants of the flow", len(runs), _apart(kept), len(runs), "runs", MEANS
        )
        monitor, between = self.covering.monitor, self.shown.interface.between
        return Suite(
            monitor.flow,
            monitor.interface,
            between,
            VARIANTS,
            size,
            tuple(runs),
            (*never, *unsure),
            (*(() if self.shown.followed else (FREE,)), *self.covering.named),
        )

    def _found(self, variant: Variant) -> _Kept | NeverReached:
        if same_machines(self.shown.flow, variant.flow, self.shown.symbols):
            return NeverReached(variant.name, "the machines that decide what shows are the same")
        try:
            found = differing(variant.flow, self.shown, Budget(seconds=self.seconds))
        except FAILS as spent:
            return NeverReached(variant.name, str(spent), known=False)
        if found.more or found.less:
            return _Kept(variant, found)
        why = shows_the_same(found, self.shown, Budget(seconds=self.seconds))
        if not why:
            return NeverReached(variant.name, "the checker accepts that it shows just the same")
        return self._by_facts(variant) or NeverReached(variant.name, why, known=False)

    def _by_facts(self, variant: Variant) -> _Kept | None:
        """Return a variant that shows otherwise only since facts come about otherwise."""
        try:
            followed = replace(self.shown, followed=True)
            found = differing(variant.flow, followed, Budget(seconds=self.seconds))
        except FAILS:
            return None
        return _Kept(variant, found, by_facts=True) if found.more or found.less else None

    def _tests(self, kept: Sequence[_Kept]) -> tuple[dict[Test, list[str]], list[NeverReached]]:
        """Return words that end where variants are told, each with these; the places are few."""
        left, found = {one.variant.name: one for one in kept}, dict[Test, list[str]]()
        tried = set[tuple[str, Seat]]()
        while left:
            seats = dict[Seat, list[str]]()
            for name, one in left.items():
                for seat in one.seats:
                    if (name, seat) not in tried:
                        seats.setdefault(seat, []).append(name)
            if not seats:
                break
            seat = max(seats, key=lambda s: (len(seats[s]), s[2], -len(left[seats[s][0]].seats[s])))
            word = min((left[name].seats[seat] for name in seats[seat]), key=len)
            tried |= {(name, seat) for name in seats[seat] if left[name].seats[seat] == word}
            for name in seats[seat]:
                if self._is_told(left[name].found, word, seat):
                    found.setdefault((word, seat[1], seat[2]), []).append(name)
                    del left[name]
        why = "it shows otherwise, but neither a run of it nor a proof shows that"
        return found, [NeverReached(name, why, known=False) for name in left]

    def _is_told(self, one: SeenOtherwise, word: Names, seat: Seat) -> bool:
        """Tell whether a variant is shown to be told by a word, by a run of it or a proof."""
        _, name, more = seat
        budget = Budget(seconds=self.seconds)
        if more:
            if not one.shows((*word, name)):
                return False
            try:
                with budget:
                    return run_that_shows(one, (*word, name), budget) is not None
            except FAILS:
                return False
        return not one.shows((*word, name)) and not shows_none(one, word, name, budget)

    def _run(self, test: Test, told: Sequence[str]) -> SuiteRun:
        word, name, more = test
        numbers = tuple(self.numbers[one] for one in word)
        if not more:
            return self.covering.run((*numbers, self.numbers[name]), told)
        run = self.covering.run(numbers, told)
        *before, last = run.steps
        tried = TriedLetter(self.letters[name], self._why(numbers, name))
        return SuiteRun((*before, SuiteStep(last.can, None, (tried,))), run.replayed, tuple(told))

    def _why(self, word: Sequence[int], name: str) -> RefusedLetter:
        monitor = self.covering.monitor
        if name not in self.numbers:
            return RefusedLetter((BEYOND,))
        read = monitor.first
        for letter in word:
            read = monitor.table[read][letter]
        return monitor.refusal(read, self.numbers[name]) or RefusedLetter((UNFIT,))


def _letter(one: Symbol) -> Letter:
    scope = max(event.scope for event in one.events).name.lower()
    return Letter(one.seen, one.actor, one.member, one.facts, scope)


def _apart(kept: Sequence[_Kept]) -> int:
    """Return of how many variants no two have a place in common: some, if not the most."""
    met, count = set[Seat](), 0
    for one in sorted((k for k in kept if not k.by_facts), key=lambda k: len(k.seats)):
        if met.isdisjoint(one.seats):
            met |= one.seats.keys()
            count += 1
    return count
