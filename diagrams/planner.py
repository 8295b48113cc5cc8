"""From the rules of a machine to the boxes and lines of its picture, as a layout says."""

from collections import Counter
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from diagrams.plan import Arrangement, Box, BoxKind, Line, Plan
from diagrams.rules import ToldRule, said, sentence
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import words_of


def plan(flow: Flow, machine: Machine, shown: tuple[ToldRule, ...], layout: Arrangement) -> Plan:
    """Return what the picture of these rules consists of."""
    starts = [_id(s) for s in flow.initials(machine.state) if isinstance(s, Enum)]
    made = _Planner(machine, layout, starts)
    for row in shown:
        made.add(row)
    lines = made.finished()
    path = [made.boxes[_id(state)] for state in machine.happy]
    return Plan(machine.name, [*made.boxes.values()], lines, starts, path)


def _id(state: Enum) -> str:
    return f"s_{state.name}"


class _Planner:
    """Collects the boxes and lines of one machine."""

    def __init__(self, machine: Machine, layout: Arrangement, starts: list[str]) -> None:
        self.machine, self.layout, self.starts = machine, layout, starts
        self.order = [s for s in machine.state.sort if isinstance(s, Enum)]  # type: ignore[union-attr]
        self.boxes = {_id(s): self._state(s) for s in self.order}
        self.lines: list[Line] = []
        self.path = tuple(pairwise(machine.happy))
        self.steps = list(self.path)

    def _state(self, state: Enum) -> Box:
        happy = self.machine.happy
        rules = self.machine.transitions
        leaves = any(state in r.source and r.target not in (None, state) for r in rules)
        ends = not leaves and len(self.order) > 1
        kind = (BoxKind.GOAL if state in happy[1:] else BoxKind.END) if ends else BoxKind.STATE
        return Box(_id(state), kind, sentence(words_of(state)), (state,), state in happy)

    def add(self, row: ToldRule) -> None:
        """Add a rule: a line from each of its sources, or one from their group.

        From a group, what is a step of the usual path is drawn as well.
        """
        alone = row.sources
        everywhere = row.stays and len(row.sources) == len(self.order) > 1
        if everywhere or len(row.sources) >= self.layout.grouped:
            alone = tuple(s for s in row.sources if (s, row.target) in self.path)
        for number, source in enumerate(alone, 1):
            mark = f"_{number}" if len(row.sources) > 1 else ""
            self._line(f"t{row.numbers[0]}{mark}", row, self.boxes[_id(source)])
        if rest := tuple(s for s in row.sources if s not in alone):
            self._line(
                f"t{row.numbers[0]}", row, self._group(rest, "Also from" if alone else "From")
            )

    def _group(self, states: tuple[Enum, ...], link: str) -> Box:
        label = f"{link} {said(states, self.machine)}"
        key = "_".join(["g", link[:1], *(s.name for s in states)])
        return self.boxes.setdefault(key, Box(key, BoxKind.GROUP, label, states))

    def _line(self, name: str, row: ToldRule, source: Box) -> None:
        stays = row.target is None or source.states == (row.target,)
        target = None if stays else _id(row.target)  # type: ignore[arg-type]
        step = (source.states[0], row.target)
        on_path = source.kind is not BoxKind.GROUP and step in self.steps
        if on_path:
            self.steps.remove(step)  # type: ignore[arg-type]
        port = self.layout.ports.get(name, "")
        back = not stays and self._is_back(source, row.target)
        self.lines.append(Line(name, row.numbers, (row,), source.id, target, on_path, back, port))

    def _is_back(self, source: Box, target: Enum | None) -> bool:
        if source.kind is BoxKind.GROUP or target is None:
            return False
        if _id(target) in self.starts:
            return source.id not in self.starts
        return self.order.index(target) < self.order.index(source.states[0])

    def finished(self) -> list[Line]:
        """Return the lines, with those to an echo led there."""
        counts = Counter(line.target for line in self.lines if line.back)
        many = tuple(t for t, n in counts.items() if t and n >= self.layout.returns)
        echoed = many if self.layout.echoes is None else self.layout.echoes
        lines = sorted(self.lines, key=lambda line: line.id not in self.layout.first)
        return [self._to_echo(line, echoed) for line in lines]

    def _is_group(self, line: Line) -> bool:
        return self.boxes[line.source].kind is BoxKind.GROUP

    def _reached(self) -> set[str]:
        """Return what is reached from where the machine starts, without the groups."""
        reached: set[str] = set()
        new = {*self.starts}
        while new:
            reached |= new
            own = [one for one in self.lines if one.source in reached and one.target]
            new = {str(one.target) for one in own} - reached
        return reached

    def _to_echo(self, line: Line, echoed: tuple[str, ...]) -> Line:
        beside = line.target in self._reached() if self._is_group(line) else line.back
        if line.target is None or not beside or not (line.target in echoed or self._is_group(line)):
            return line
        known = self.boxes[line.target]
        key = f"e_{line.target}_{line.source}"
        self.boxes.setdefault(key, replace(known, id=key, kind=BoxKind.ECHO, on_path=False))
        return replace(line, target=key, back=False)
