"""A machine with too many rules for one page, split by phase: so many of its states at a time.

Each phase has the lines that lead on from its states. A state of another phase to which they lead
is drawn again, paler; an end is drawn as an end wherever one leads to it.
"""

from dataclasses import replace

from diagrams.plan import Box, BoxKind, Line, Plan


def phases(whole: Plan, count: int) -> list[Plan]:
    """Return about so many plans, each of as many boxes that lines leave, in their order."""
    leaving = {line.source for line in whole.lines}
    sources = [box for box in whole.boxes if box.id in leaving]
    most = -(-len(sources) // count)
    starts = range(0, len(sources), most)
    return [_phase(whole, sources[start : start + most]) for start in starts]


def _phase(whole: Plan, part: list[Box]) -> Plan:
    ids, by_id = {box.id for box in part}, {box.id: box for box in whole.boxes}
    boxes, lines = {box.id: box for box in part}, []
    for line in whole.lines:
        if line.source in ids:
            goal = _seen_from(by_id, ids, line)
            boxes |= {goal.id: goal} if goal else {}
            lines.append(replace(line, target=goal.id if goal else None))
    starts = [start for start in whole.starts if start in ids]
    return Plan(whole.name, [*boxes.values()], lines, starts, [])


def _seen_from(by_id: dict[str, Box], ids: set[str], line: Line) -> Box | None:
    """Return the box to which a line leads: of another phase, drawn again."""
    if line.target is None:
        return None
    goal = by_id[line.target]
    if goal.id in ids or goal.kind is not BoxKind.STATE:
        return goal
    return replace(goal, id=f"e_{goal.id}_{line.source}", kind=BoxKind.ECHO, on_path=False)
