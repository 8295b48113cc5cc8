"""What a state picture consists of, before it is laid out: boxes, and lines between them.

Two kinds of box stand for states beside the states themselves. A *group* stands for three
states or more from which the same rules lead, so that a rule for any state is one line. An
*echo* repeats a state, paler, where lines that lead back to it would cross the picture.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from diagrams.rules import Row, rows, said, sentence, told_as_one
from model.language.definitions import Machine
from model.language.flow import Flow
from model.language.sorts import words_of

GROUP = 3  # so many sources, or more, are one box
PARALLEL = 4  # so many lines between the same two boxes, or more, are one with all the labels
RETURNS = 4  # so many lines back to one state, or more, lead to echoes of it
START = "start"


class Kind(Enum):
    """What a box is."""

    STATE = "state"
    END = "end"
    GOAL = "goal"
    GROUP = "group"
    ECHO = "echo"


@dataclass(frozen=True)
class Box:
    """A box of the picture; `states` are the states that it stands for."""

    id: str
    kind: Kind
    label: str
    states: tuple[Enum, ...]
    on_path: bool = False


@dataclass(frozen=True)
class Line:
    """Rules that lead from one box to another, or to none where the state stays."""

    id: str
    numbers: tuple[int, ...]
    rows: tuple[Row, ...]
    source: str
    target: str | None
    on_path: bool = False
    back: bool = False
    port: str = ""


@dataclass(frozen=True)
class Layout:
    """How one machine is drawn, where the rules alone leave crossings; see `ports`."""

    ports: dict[str, str] = field(default_factory=dict)
    echoes: tuple[str, ...] | None = None
    returns: int = RETURNS
    first: tuple[str, ...] = ()  # lines that stand before the others in the DOT text
    grouped: int = GROUP
    wrap: int = 22  # signs in a line of a label


@dataclass
class Plan:
    """The boxes and lines of a machine, and the states that it starts in."""

    name: str
    boxes: list[Box]
    lines: list[Line]
    starts: list[str]
    path: list[Box]

    def leaving(self, box: Box) -> list[Line]:
        """Return the lines that lead from a box to another."""
        return [line for line in self.lines if line.source == box.id and line.target]

    def staying(self, box: Box) -> list[Line]:
        """Return the lines that leave a box's state as it is."""
        return [line for line in self.lines if line.source == box.id and not line.target]

    def unseen_steps(self) -> list[tuple[str, str]]:
        """Return the steps of the usual path that no line draws; they still set the order."""
        seen = {(line.source, line.target) for line in self.lines}
        path = [box.id for box in self.path]
        return [step for step in pairwise(path) if step not in seen]

    def without_groups(self) -> "Plan":
        """Return what is left when rules from a group are told beside the picture."""
        groups = {box.id for box in self.boxes if box.kind is Kind.GROUP}
        lines = [line for line in self.lines if line.source not in groups]
        used = {box for line in lines for box in (line.source, line.target)} | {*self.starts}
        boxes = [box for box in self.boxes if box.id in used]
        path = [box for box in self.path if box.id in used]
        return replace(self, boxes=boxes, lines=lines, path=path)


def plan(flow: Flow, machine: Machine, shown: tuple[Row, ...], layout: Layout) -> Plan:
    """Return what the picture of these rules consists of."""
    starts = [_id(s) for s in flow.initials(machine.state) if isinstance(s, Enum)]
    made = _Planner(machine, layout, starts)
    for row in shown:
        made.add(row)
    lines = made.finished()
    path = [made.boxes[_id(state)] for state in machine.happy]
    return Plan(machine.name, [*made.boxes.values()], lines, starts, path)


def shown(flow: Flow, machine: Machine, most: int) -> tuple[Row, ...]:
    """Return all rules, or where they are too many, those that change something."""
    every = told_as_one(rows(flow, machine))
    return every if len(every) <= most else tuple(r for r in every if r.rule.moves or r.effects)


def merged(whole: Plan, least: int = 1) -> Plan:
    """Return the plan in which so many lines between the same two boxes, or more, are one."""
    between = Counter((line.source, line.target) for line in whole.lines)
    lines: dict[tuple[str, ...], Line] = {}
    for line in whole.lines:
        many = between[line.source, line.target] >= least
        key = (line.source, str(line.target)) if many else (line.id,)
        known = lines.get(key)
        lines[key] = _both(known, line) if known else line
    return replace(whole, lines=[*lines.values()])


def _both(one: Line, two: Line) -> Line:
    numbers = tuple(dict.fromkeys((*one.numbers, *two.numbers)))
    on_path = one.on_path or two.on_path
    return replace(one, numbers=numbers, rows=(*one.rows, *two.rows), on_path=on_path)


def _id(state: Enum) -> str:
    return f"s_{state.name}"


class _Planner:
    """Collects the boxes and lines of one machine."""

    def __init__(self, machine: Machine, layout: Layout, starts: list[str]) -> None:
        self.machine, self.layout, self.starts = machine, layout, starts
        self.order = [s for s in machine.state.sort if isinstance(s, Enum)]  # type: ignore[union-attr]
        self.boxes = {_id(s): self._state(s) for s in self.order}
        self.lines: list[Line] = []
        self.path = tuple(pairwise(machine.happy))
        self.steps = list(self.path)

    def _state(self, state: Enum) -> Box:
        happy = self.machine.happy
        rules = self.machine.transitions
        ends = not any(state in r.source and r.target not in (None, state) for r in rules)
        goal = len(happy) > 1 and state is happy[-1]
        kind = Kind.GOAL if goal else Kind.END if ends and len(self.order) > 1 else Kind.STATE
        return Box(_id(state), kind, sentence(words_of(state)), (state,), state in happy)

    def add(self, row: Row) -> None:
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
        return self.boxes.setdefault(key, Box(key, Kind.GROUP, label, states))

    def _line(self, name: str, row: Row, source: Box) -> None:
        stays = row.target is None or source.states == (row.target,)
        target = None if stays else _id(row.target)  # type: ignore[arg-type]
        step = (source.states[0], row.target)
        on_path = source.kind is not Kind.GROUP and step in self.steps
        if on_path:
            self.steps.remove(step)  # type: ignore[arg-type]
        port = self.layout.ports.get(name, "")
        back = not stays and self._is_back(source, row.target)
        self.lines.append(Line(name, row.numbers, (row,), source.id, target, on_path, back, port))

    def _is_back(self, source: Box, target: Enum | None) -> bool:
        if source.kind is Kind.GROUP or target is None:
            return False
        return self.order.index(target) < self.order.index(source.states[0])

    def finished(self) -> list[Line]:
        """Return the lines, with those to an echo led there."""
        counts = Counter(line.target for line in self.lines if line.back)
        many = tuple(t for t, n in counts.items() if t and n >= self.layout.returns)
        echoed = many if self.layout.echoes is None else self.layout.echoes
        lines = sorted(self.lines, key=lambda line: line.id not in self.layout.first)
        return [self._to_echo(line, echoed) for line in lines]

    def _is_group(self, line: Line) -> bool:
        return self.boxes[line.source].kind is Kind.GROUP

    def _to_echo(self, line: Line, echoed: tuple[str, ...]) -> Line:
        own = [one for one in self.lines if not self._is_group(one)]
        joined = {*self.starts, *(box for one in own for box in (one.source, one.target))}
        beside = line.target in joined if self._is_group(line) else line.back
        if line.target is None or not beside or not (line.target in echoed or self._is_group(line)):
            return line
        known = self.boxes[line.target]
        key = f"e_{line.target}_{line.source}"
        self.boxes.setdefault(key, replace(known, id=key, kind=Kind.ECHO, on_path=False))
        return replace(line, target=key, back=False)
