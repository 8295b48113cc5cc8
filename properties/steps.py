"""The step generator: plain Python source for the steps of a shape on the kept fields.

A slice, in which fields are forgotten, has every run of the whole flow, and perhaps more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from types import CodeType

from model.language.definitions import Event
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.meaning import Move
from properties.cases import Case, Cases, Update
from properties.layout import Layout, View, code, layout
from properties.source import Source, join


@dataclass(frozen=True)
class Steps:
    """Compiled steps: `successors(view)` gives (number of the move, next view) pairs."""

    layout: Layout
    moves: tuple[Move, ...]
    successors: Callable[[View], list[tuple[int, View]]]
    witnesses: set[tuple[int, ...]]

    def initial(self) -> Iterator[View]:
        """Yield the first views."""
        flow = self.layout.world.flow
        starts = ([code(v, f.sort) for v in flow.initials(f)] for f, _ in self.layout.slots)
        return (tuple(view) for view in product(*starts))


class Generator:
    """Writes the source of each move of one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        self.world = at.world
        self.cases = Cases(at)

    def move(self, number: int, move: Move) -> list[str]:
        """Return the lines for one event at its home."""
        event, flow = move.event, self.world.flow
        parts = [
            (m, self.world.owner(m.scope, event.scope, move.home)) for m in flow.taking_part(event)
        ]
        lines: list[str] = ["for _ in ONCE:"]
        changed: dict[int, str] = {}
        lists: list[str] = []
        for machine, owner in parts:
            cases = self.cases.of(machine, owner, event)
            lines += _part(cases, self.cases.exclude(machine, event), changed, lists)
        for machine in flow.following(event):
            if self.cases.writes(machine, event):
                for owner in self.world.below(event, move.home, machine.scope):
                    stays = (self.cases.stay(machine, owner, event), ())
                    cases = [*self.cases.of(machine, owner, event), stays]
                    lines += _part(cases, self.cases.exclude(machine, event), changed, lists)
        return lines + self._result(number, changed, lists)

    def _result(self, number: int, changed: dict[int, str], lists: list[str]) -> list[str]:
        numbers = self.at.numbers
        new = "".join(f"{changed.get(n, f'v{n}')}," for n in numbers.values())
        checks = [
            f"if not {f.sort.start}<=n{n}<{f.sort.stop}: continue"
            for (f, _), n in numbers.items()
            if n in changed and isinstance(f.sort, range)
        ]
        lines = [*checks, f"out.append(({number},({new})))"]
        if lists:
            names = ",".join(f"({','.join(x for x in names.split())},)" for names in lists)
            every = ",".join(f"L{n}" for n in range(len(lists)))
            lines = [f"for {names}, in product({every}):", *("    " + line for line in lines)]
        return ["    " + line for line in lines]


def _part(cases: list[Case], chains: bool, changed: dict[int, str], lists: list[str]) -> list[str]:
    """Return the lines in which one machine takes part; a case always possible needs no test."""
    cases = [(condition, update) for condition, update in cases if condition != 0]
    written = sorted({n for _, update in cases for n, _ in update})
    changed.update({n: f"n{n}" for n in written})
    if not cases:
        return ["    continue"]
    if not written:
        condition = join("or", [condition for condition, _ in cases])
        return [] if condition == 1 else [f"    if not {condition}: continue"]
    if len(cases) == 1 or chains:
        return _chain(cases, written)
    name = f"L{len(lists)}"
    lists.append(" ".join(f"n{n}" for n in written))
    lines = [f"    {name}=[]"]
    for condition, update in cases:
        lines.append(f"    if {condition}: {name}.append(({_values(update, written)}))")
    return lines


def _values(update: Update, written: list[int]) -> str:
    new = dict(update)
    return "".join(f"{new.get(n, f'v{n}')}," for n in written)


def _chain(cases: list[Case], written: list[int]) -> list[str]:
    names = "".join(f"n{n}," for n in written)
    lines = []
    for word, (condition, update) in zip(["if", *["elif"] * len(cases)], cases, strict=False):
        lines.append(f"    {word} {condition}: {names}={_values(update, written)}")
    return [*lines, "    else: continue"]


def _unpacked(at: Layout) -> list[str]:
    names = "".join(f"v{n}," for n in at.numbers.values())
    return [f"    {names}=v"] if names else []


@lru_cache(maxsize=512)
def _compile(text: str) -> CodeType:
    """Compile source; many slices have the same, since a variant differs in few rules."""
    return compile(text, "<steps>", "exec")


def compile_test(at: Layout, text: Source, more: str = "") -> Callable[..., bool]:
    """Return a condition over a view (and further named arguments) as a function."""
    lines = [f"def test(v{more}):", *_unpacked(at), f"    return {text}"]
    names: dict[str, object] = {}
    exec(_compile("\n".join(lines)), names)  # noqa: S102  # source that we have just written
    return names["test"]  # type: ignore[return-value]


def every_move(_: Move) -> bool:
    """Leave no move out."""
    return True


def compile_steps(
    flow: Flow,
    kept: Iterable[Field],
    shape: tuple[int, ...],
    watched: Iterable[Event] = (),
    moves: Callable[[Move], bool] = every_move,
) -> Steps:
    """Return the steps that can change a kept field or that are watched."""
    if moves is every_move and not flow.somes:
        wanted = frozenset(kept)
        only_named = (e for e in watched if wanted.isdisjoint(flow.writes.get(e, ())))
        return _shared_steps(flow, wanted, shape, frozenset(only_named))
    return _compiled(layout(flow, kept, shape), watched, moves)


@lru_cache(maxsize=128)
def _shared_steps(
    flow: Flow, kept: frozenset[Field], shape: tuple[int, ...], watched: frozenset[Event]
) -> Steps:
    """Return steps that no witness changes, compiled once for all claims that ask for them."""
    return _compiled(layout(flow, kept, shape), watched, every_move)


def _compiled(at: Layout, watched: Iterable[Event], moves: Callable[[Move], bool]) -> Steps:
    flow, generator = at.world.flow, Generator(at)
    seen, written = set(watched), flow.writes
    wanted = [
        move
        for move in at.world.moves()
        if moves(move) and (move.event in seen or not at.kept.isdisjoint(written[move.event]))
    ]
    lines = ["def successors(v):", "    out=[]", *_unpacked(at)]
    for number, move in enumerate(wanted):
        lines += ["    " + line for line in generator.move(number, move)]
    lines.append("    return out")
    witnesses: set[tuple[int, ...]] = set()
    names: dict[str, object] = {"ONCE": (0,), "product": product, "W": witnesses}
    exec(_compile("\n".join(lines)), names)  # noqa: S102  # source that we have just written
    return Steps(at, tuple(wanted), names["successors"], witnesses)  # type: ignore[arg-type]
