"""A move as plain Python source, on the kept slots that it reads or writes."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from model.language.sorts import Sort
from properties.engine.slices.cases import Case, Update
from properties.engine.slices.source import compiled, join

READ = re.compile(r"\bv(\d+)\b")

Witnesses = set[tuple[int, ...]]


@dataclass(frozen=True)
class Local:
    """What a move does; slots are named by their numbers in the whole state.

    `outcomes(witnesses, *values of the slots touched)` gives the values of the slots written,
    once for each way in which the move can end; none where it is not possible.
    """

    touched: tuple[int, ...]
    written: tuple[int, ...]
    outcomes: Callable[..., Iterable[tuple[int, ...]]]


class MoveText:
    """Source of a move: `v1` is what slot 1 holds, and `n1` what it will."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.written: dict[int, None] = {}
        self.lists: list[str] = []

    def add(self, cases: list[Case], *, chains: bool) -> None:
        """Write how one machine takes part; a case that is always possible needs no test."""
        cases = [(condition, update) for condition, update in cases if condition != 0]
        written = sorted({n for _, update in cases for n, _ in update})
        self.written |= dict.fromkeys(written)
        if not cases:
            self.lines.append("return ()")
        elif not written:
            condition = join("or", [condition for condition, _ in cases])
            self.lines += [] if condition == 1 else [f"if not {condition}: return ()"]
        elif len(cases) == 1 or chains:
            self.lines += _chain(cases, written)
        else:
            self._choice(cases, written)

    def _choice(self, cases: list[Case], written: list[int]) -> None:
        name = f"L{len(self.lists)}"
        self.lists.append("".join(f"n{n}," for n in written))
        self.lines.append(f"{name}=[]")
        for condition, update in cases:
            self.lines.append(f"if {condition}: {name}.append(({_values(update, written)}))")

    def local(self, sorts: Mapping[int, Sort]) -> Local:
        """Return the move as it is written; a value that leaves its sort makes it impossible."""
        new = "".join(f"n{n}," for n in self.written)
        inside = [f"{s.start}<=n{n}<{s.stop}" for n, s in sorts.items() if isinstance(s, range)]
        test = f"if {' and '.join(inside)}" if inside else ""
        end = f"return [({new})]" + (f" {test} else ()" if test else "")
        if self.lists:
            names = "".join(f"({names})," for names in self.lists)
            every = ",".join(f"L{n}" for n in range(len(self.lists)))
            end = f"return (({new}) for {names} in product({every}) {test})"
        text = "\n".join(f"    {line}" for line in (*self.lines, end))
        touched = tuple(sorted({*self.written, *map(int, READ.findall(text))}))
        slots = "".join(f",v{n}" for n in touched)
        outcomes = compiled(f"def made(W{slots}):\n{text}")
        return Local(touched, tuple(self.written), outcomes)


def _values(update: Update, written: list[int]) -> str:
    new = dict(update)
    return "".join(f"{new.get(n, f'v{n}')}," for n in written)


def _chain(cases: list[Case], written: list[int]) -> list[str]:
    names = "".join(f"n{n}," for n in written)
    lines = []
    for word, (condition, update) in zip(["if", *["elif"] * len(cases)], cases, strict=False):
        lines.append(f"{word} {condition}: {names}={_values(update, written)}")
    return [*lines, "else: return ()"]
