"""A claim watched over a search: the first view or step that breaks it, in the search's order.

What was seen to hold is remembered by what it depends on, and not asked of each view anew.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from model.language.events import Event
from model.language.expressions import Expression
from model.language.meaning import Where
from properties.engine.slices.layout import View
from properties.engine.slices.reach import Reach
from properties.engine.slices.seen import NOBODY_SEEN, compile_step_claim, fields_of
from properties.engine.slices.steps import Steps, Table


class Bad(NamedTuple):
    """The view before, the number of the move, the view after; and what another did, if it was."""

    before: View
    number: int
    after: View
    by_another: Event | None = None

    @property
    def is_still(self) -> bool:
        """Tell whether nothing happened: it is a state that breaks the claim, or would."""
        return self.number == NOBODY_SEEN and self.by_another is None


@dataclass
class _Watched:
    """Steps to be tested, the bits that decide them, and the values of these that are good."""

    table: Table
    bits: int
    good: set[int] = field(default_factory=set)


class Watch:
    """A claim as seen from one place, over the views of some steps.

    Of a claim on steps every view is asked what it says where nothing changes, which spares most
    of the steps; or else, with `each`, every step.
    """

    def __init__(
        self, steps: Steps, claim: Expression, where: Where, *, of_steps: bool, each: bool
    ) -> None:
        self.each = each
        self.unseen, self.tests = compile_step_claim(steps, claim, where, each=each)
        read = set(fields_of(claim))
        mine = (n for (field, _), n in steps.layout.numbers.items() if field in read)
        self.bits, self.good = steps.packing.bits(mine), set[int]()
        tested = sorted(self.tests) if of_steps else []
        tables = steps.tables_of(tested, self.bits)
        self.watched = [_Watched(table, table.bits | self.bits) for table in tables]
        self.unpack = steps.packing.unpack

    def first_bad(self, reach: Reach) -> Bad | None:
        """Return the first view or step that breaks the claim, searching on as needed."""
        bits, good, watched = self.bits, self.good, self.watched
        for view in reach.views():
            if not self.each and view & bits not in good:
                seen = self.unpack(view)
                if not self.unseen(seen, seen):
                    return Bad(seen, NOBODY_SEEN, seen)
                good.add(view & bits)
            for one in watched:
                if view & one.bits not in one.good:
                    if bad := self._first_bad_step(view, one.table):
                        return bad
                    one.good.add(view & one.bits)
        return None

    def _first_bad_step(self, packed: int, table: Table) -> Bad | None:
        view = self.unpack(packed)
        for number, added in table[packed & table.bits]:
            after = self.unpack(packed + added)
            if not self.tests[number](view, after):
                return Bad(view, number, after)
        return None
