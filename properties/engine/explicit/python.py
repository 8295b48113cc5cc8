"""The search of an instance as one generated function of Python."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from properties.engine.explicit.asked import Asked, condition
from properties.engine.explicit.moves import MoveWriter, Written
from properties.engine.explicit.packing import Packing
from properties.engine.explicit.text import PYTHON

SLOT = re.compile(r"\b([vn])(\d+)\b")

Parents = dict[int, int | None]
Step = tuple[int, int, int]  # a state, the number of a move, the state after it
Expand = Callable[[Iterable[int], Parents, list[int], list[Step]], int]
Broken = Callable[[Iterable[Step]], Step | None]


def expand_of(packing: Packing, *, keep_steps: bool) -> Expand:
    """Return what takes all steps of some states, adds new ones, and returns how many steps.

    Where they are kept, it adds the steps as well.
    """
    moves = [
        f"  {line}"
        for move in MoveWriter(packing, PYTHON).moves()
        for line in _lines(packing, move, keep_steps=keep_steps)
    ]
    held = (f"  {line}" for line in _held(packing, "\n".join(moves)))
    return _compiled(
        [
            "(states,parents,new,steps):",
            " made=0",
            " for s in states:",
            *held,
            *moves,
            "  pass",
            " return made",
        ]
    )


def broken_of(packing: Packing, asked: Asked) -> Broken:
    """Return what finds the first of some steps that breaks a claim."""
    holds = str(condition(MoveWriter(packing, PYTHON), asked))
    held = (f"  {line}" for line in _held(packing, holds))
    return _compiled(["(steps):", " for s,m,t in steps:", *held, f"  if not {holds}: return s,m,t"])


def _held(packing: Packing, text: str) -> Iterator[str]:
    """Yield what slots hold that a text reads, before a step and after it."""
    for name, slot in sorted(set(SLOT.findall(text))):
        at, state = packing.every[int(slot)], "s" if name == "v" else "t"
        held = f"{state}>>{at.shift}&{at.ones}" if at.shift else f"{state}&{at.ones}"
        yield f"{name}{slot}={held}" if not at.least else f"{name}{slot}=({held})+{at.least}"


def _lines(packing: Packing, move: Written, *, keep_steps: bool) -> Iterator[str]:
    inside = (f"{r.start}<={move.writes[n]}<{r.stop}" for n, r in move.within.items())
    yield f"if {' and '.join([*move.asks, *inside]) or 1}:"
    yield " made+=1"
    if move.writes:
        yield f" t={_after(packing, move)}"
        yield " if t not in parents: parents[t]=s; new.append(t)"
    if keep_steps:
        yield f" steps.append((s,{move.number},{'t' if move.writes else 's'}))"


def _after(packing: Packing, move: Written) -> str:
    every = (1 << packing.bits) - 1
    known, told = 0, []
    for slot, value in move.writes.items():
        at = packing.every[slot]
        every &= ~(at.ones << at.shift)
        if isinstance(value, int):
            known |= (value - at.least) << at.shift
        else:
            told.append(
                f"({value}-{at.least}<<{at.shift})" if at.least else f"({value}<<{at.shift})"
            )
    return "|".join([f"s&{every}", *([str(known)] if known else []), *told])


def _compiled(lines: Iterable[str]) -> Callable[..., Any]:
    names: dict[str, Any] = {}
    exec("def made" + "\n".join(lines), names)  # noqa: S102  # written just now
    made: Callable[..., Any] = names["made"]
    return made
