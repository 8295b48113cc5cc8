"""A part of a claim watched over a search: the first view or step that breaks it, in its order.

What was seen to hold is remembered by what it depends on, and not asked of each view anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from model.language.events import Event
from model.language.meaning import Where
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import View
from properties.engine.slices.reach import Reach
from properties.engine.slices.seen import Part, Sight
from properties.engine.slices.steps import StepTable
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim, compile_step_claim


@dataclass(frozen=True)
class Bad:
    """The view before, the number of the move, the view after; and what another did, if it was.

    It breaks the claim as seen from one place, in the search of one shape. It is still where
    nothing happened: a state that breaks the claim, or would.
    """

    reach: Reach
    where: Where
    before: View
    number: int
    after: View
    by_another: Event | None = None
    is_still: bool = False


def first_bad(closure: Closure, part: Part, sight: Sequence[Sight], *, each: bool) -> Bad | None:
    """Return what breaks a claim after the fewest steps, seen from several places."""
    if not closure.isolated:
        closure.close()
    found: list[tuple[int, Bad]] = []
    for shape, where in sight:
        watch = Watch(closure.reaches[shape], part, where, each=each)
        bad = watch.first_bad()
        if bad is None and closure.others is not None and part.of_steps:
            bad = next(_by_others(closure, part, (shape, where)), None)
        if bad is not None:
            found.append((len(bad.reach.path(bad.before)[1]), bad))
    return min(found, key=lambda one: one[0])[1] if found else None


def _by_others(closure: Closure, part: Part, sight: Sight) -> Iterator[Bad]:
    """Yield the steps of others that break a claim on steps."""
    shape, where = sight
    reach = closure.reaches[shape]
    holds = compile_claim(reach.steps, part.body, where)
    for before, event, after in closure.steps_of_others(shape):
        if not holds(before, NOBODY_SEEN, after):
            yield Bad(reach, where, before, NOBODY_SEEN, after, event)


@dataclass
class _Watched:
    """Steps to be tested, the bits that decide them, and the values of these that are good."""

    table: StepTable
    bits: int
    good: set[int] = field(default_factory=set)


class Watch:
    """A claim as seen from one place, over the views of some steps.

    Of a claim on steps every view is asked what it says where nothing changes, which spares most
    of the steps; or else, with `each`, every step.
    """

    def __init__(self, reach: Reach, part: Part, where: Where, *, each: bool) -> None:
        self.reach, self.where, self.each = reach, where, each
        steps, at = reach.steps, reach.steps.layout
        self.unseen, self.tests = compile_step_claim(steps, part.body, where, each=each)
        mine = (n for (field, _), n in at.numbers.items() if field in part.fields)
        self.bits, self.good = at.bits(mine), set[int]()
        tested = sorted(self.tests) if part.of_steps else []
        tables = steps.tables_of(tested, self.bits)
        self.watched = [_Watched(table, table.bits | self.bits) for table in tables]
        self.unpack = at.unpack

    def first_bad(self) -> Bad | None:
        """Return the first view or step that breaks the claim, searching on as needed."""
        bits, good, watched = self.bits, self.good, self.watched
        for view in self.reach.views():
            if not self.each and view & bits not in good:
                seen = self.unpack(view)
                if not self.unseen(seen, seen):
                    return Bad(self.reach, self.where, seen, NOBODY_SEEN, seen, is_still=True)
                good.add(view & bits)
            for one in watched:
                if view & one.bits not in one.good:
                    if bad := self._first_bad_step(view, one.table):
                        return bad
                    one.good.add(view & one.bits)
        return None

    def _first_bad_step(self, packed: int, table: StepTable) -> Bad | None:
        view = self.unpack(packed)
        for number, added in table[packed & table.bits]:
            after = self.unpack(packed + added)
            if not self.tests[number](view, after):
                return Bad(self.reach, self.where, view, number, after)
        return None
