"""Duties at an interface: which are owed in which node, and which clause would be breached.

A duty is listed once for each party that owes it in a reading; none is picked.
"""

from collections.abc import Iterable, Iterator, Sequence

from model.language.doubts import Doubt
from model.language.duties import Duty
from model.language.events import Scope
from model.language.expressions import Expression, Field, has_quantifier, reads
from model.language.flow import Flow
from model.language.sources import Assumption
from properties.analyses.monitor.monitor import OwedDuty
from properties.analyses.monitor.views import NodeViews, Possible

AS_READ = "as the flow reads it"


class Duties:
    """The duties of a flow, under each reading that lays them on somebody else."""

    def __init__(self, flow: Flow, doubts: Sequence[Doubt]) -> None:
        self.flow, self.doubts, self.possible = flow, doubts, Possible(flow)
        self._late: dict[str, Expression] = {}

    def owed(self, duty: Duty, *, certain: bool = True) -> Iterator[OwedDuty]:
        """Yield who owes a duty, as the flow reads it and in each reading that says otherwise."""
        yield _owed(duty, self._questions(duty), certain=certain)
        for doubt in self.doubts:
            for reading in doubt.others:
                there = reading.flow.duties if reading.flow else ()
                new = next((one for one in there if one.name == duty.name), duty)
                if (new.obligor, new.performer) != (duty.obligor, duty.performer):
                    yield _owed(new, f"if {reading.name} ({doubt.id})", certain=certain)

    def _questions(self, duty: Duty) -> str:
        """Say how a duty is read where the text leaves open what it says."""
        raised = [
            d for d in self.doubts if not _clauses(d.clauses).isdisjoint(_clauses(duty.cites))
        ]
        said = "; ".join(f"{doubt.chosen.name} ({doubt.id})" for doubt in raised)
        return f"{AS_READ}: {said}" if said else AS_READ

    def citing(self, cites: str) -> Iterator[Duty]:
        """Yield the duties that rest on a clause which is cited; an assumption is none."""
        wanted = {one for one in _clauses(cites) if not self._is_assumed(one)}
        yield from (d for d in self.flow.duties if not wanted.isdisjoint(_clauses(d.cites)))

    def _is_assumed(self, cited: str) -> bool:
        return isinstance(self.flow.source(cited), Assumption)

    def judged(self, seen: Iterable[Field]) -> tuple[list[Duty], dict[str, str]]:
        """Return the duties of a point with a deadline whose matter is seen, and why others not."""
        seen, judged, why = set(seen), list[Duty](), dict[str, str]()
        for duty in self.flow.duties:
            point = [r.field for r in reads(duty.outstanding)]
            hidden = [f.name for f in point if f not in seen]
            if duty.scope is not Scope.POINT:
                why[duty.name] = f"it is owed of {duty.about}, and not of one point"
            elif duty.deadline is None:
                why[duty.name] = "it has no deadline in the flow"
            elif hidden:
                why[duty.name] = f"what is outstanding is not seen: {', '.join(hidden)}"
            elif any(map(has_quantifier, (duty.in_force, duty.outstanding))):
                why[duty.name] = "it speaks of all points"
            else:
                judged.append(duty)
        return judged, why

    def late(self, duty: Duty) -> Expression:
        """Return when a duty would be late if its time were up, the same each time."""
        return self._late.setdefault(duty.name, duty.late)

    def waits(self, judged: Iterable[Duty], views: NodeViews) -> tuple[OwedDuty, ...]:
        """Return the duties that are late, where their time is up, in all or some of the views."""
        found: list[OwedDuty] = []
        for duty in judged:
            late = self.late(duty)
            some = views.by(frozenset(one.field for one in reads(late)))
            answers = {a for known in some for a in self.possible.answers(late, known)}
            if True in answers:
                found += self.owed(duty, certain=answers == {True})
        return tuple(found)


def _clauses(cites: str) -> set[str]:
    return set(cites.split())


def _owed(duty: Duty, reading: str, *, certain: bool) -> OwedDuty:
    return OwedDuty(
        duty.name,
        str(duty.obligor),
        str(duty.performer),
        duty.cites,
        reading,
        deadline=str(duty.deadline or ""),
        certain=certain,
    )
