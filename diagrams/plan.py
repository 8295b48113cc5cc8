"""What a state picture consists of, before it is laid out: boxes, and lines between them.

Two kinds of box stand for states beside the states themselves. A *group* stands for three
states or more from which the same rules lead, so that a rule for any state is one line. An
*echo* repeats a state, paler, where lines that lead back to it would cross the picture.
"""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from diagrams.rules import ToldRule, rows, told_as_one
from model.language.flow import Flow
from model.language.machines import Machine

GROUP = 3  # so many sources, or more, are one box
PARALLEL = 4  # so many lines between the same two boxes, or more, are one with all the labels
RETURNS = 4  # so many lines back to one state, or more, lead to echoes of it
START = "start"


class BoxKind(Enum):
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
    kind: BoxKind
    label: str
    states: tuple[Enum, ...]
    on_path: bool = False


@dataclass(frozen=True)
class Line:
    """Rules that lead from one box to another, or to none where the state stays."""

    id: str
    numbers: tuple[int, ...]
    rows: tuple[ToldRule, ...]
    source: str
    target: str | None
    on_path: bool = False
    back: bool = False
    port: str = ""


@dataclass(frozen=True)
class Arrangement:
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
        """Return what is left when rules from a group are told beside the picture.

        A group stays from which alone something in the picture is reached.
        """
        groups = {box.id for box in self.boxes if box.kind is BoxKind.GROUP}
        own = [line for line in self.lines if line.source not in groups]
        going_on = {line.source for line in own if line.target}
        lines = [line for line in self.lines if line in own or line.target in going_on]
        return replace(self, lines=lines).without_strays()

    def beside(self) -> "Plan":
        """Return what is told beside the picture."""
        inner = self.without_groups().lines
        lines = [line for line in self.lines if line not in inner]
        return replace(self, lines=lines)

    def without_strays(self) -> "Plan":
        """Return what is left without the states that no line touches and that nobody starts in."""
        used = {box for line in self.lines for box in (line.source, line.target)} | {*self.starts}
        boxes = [box for box in self.boxes if box.id in used]
        path = [box for box in self.path if box.id in used]
        return replace(self, boxes=boxes, path=path)


def shown(flow: Flow, machine: Machine, most: int) -> tuple[ToldRule, ...]:
    """Return all rules, or where they are too many, those that change something."""
    every = told_as_one(rows(flow, machine))
    return every if len(every) <= most else tuple(r for r in every if r.rule.moves or r.effects)


def merged(whole: Plan, least: int = 1, among: Container[str] | None = None) -> Plan:
    """Return the plan in which so many lines between the same two boxes, or more, are one.

    `among` are the ids of the lines that count; all do where it is left out.
    """
    ids = {line.id for line in whole.lines if among is None or line.id in among}
    between = Counter((line.source, line.target) for line in whole.lines if line.id in ids)
    lines: dict[tuple[str, ...], Line] = {}
    for line in whole.lines:
        many = line.id in ids and between[line.source, line.target] >= least
        key = (line.source, str(line.target)) if many else (line.id,)
        known = lines.get(key)
        lines[key] = _both(known, line) if known else line
    return replace(whole, lines=[*lines.values()])


def _both(one: Line, two: Line) -> Line:
    numbers = tuple(sorted({*one.numbers, *two.numbers}))
    on_path = one.on_path or two.on_path
    return replace(one, numbers=numbers, rows=(*one.rows, *two.rows), on_path=on_path)
