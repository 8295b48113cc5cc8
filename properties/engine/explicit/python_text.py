"""The search of an instance as one generated function of Python."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from properties.engine.explicit.asked import Sought, condition
from properties.engine.explicit.blocks import Tested, grouped, written
from properties.engine.explicit.moves import MoveWriter, Written
from properties.engine.explicit.packing import Packing
from properties.engine.explicit.text import PYTHON

READ = re.compile(r"\b([vn])(\d+)\b")
Parents = dict[int, int | None]
Step = tuple[int, int, int]  # a state, the number of a move, the state after it
Expand = Callable[[Iterable[int], Parents, list[int], list[Step]], int]
Broken = Callable[[Iterable[Step]], Step | None]


def expand_of(packing: Packing, *, keep_steps: bool) -> Expand:
    """Return what takes all steps of some states, adds new ones, and returns how many steps.

    Where they are kept, it adds the steps as well.
    """
    moves = MoveWriter(packing, PYTHON).moves()
    blocks = grouped([_block(packing, move, keep_steps=keep_steps) for move in moves])
    body = (f"  {line}" for line in written(blocks, lambda slot: _held(packing, slot, "v"), PYTHON))
    head = ("(states,parents,new,steps):", " made=0", " for s in states:", "  pass")
    return _compiled([*head, *body, " return made"])


def broken_of(packing: Packing, asked: Sought) -> Broken:
    """Return what finds the first of some steps that breaks a claim."""
    holds = str(condition(MoveWriter(packing, PYTHON), asked))
    read = sorted(set(READ.findall(holds)))
    held = (f"  {_held(packing, int(slot), moment)}" for moment, slot in read)
    return _compiled(["(steps):", " for s,m,t in steps:", *held, f"  if not {holds}: return s,m,t"])


def _held(packing: Packing, slot: int, moment: str) -> str:
    """Return the line that says what a slot holds, before a step or after it."""
    at, state = packing.every[slot], {"v": "s", "n": "t"}[moment]
    held = f"{state}>>{at.shift}&{at.ones}" if at.shift else f"{state}&{at.ones}"
    return f"{moment}{slot}=({held})+{at.least}" if at.least else f"{moment}{slot}={held}"


def _block(packing: Packing, move: Written, *, keep_steps: bool) -> Tested:
    inside = (f"{r.start}<={move.writes[n]}<{r.stop}" for n, r in move.within.items())
    lines = ["made+=1"]
    if move.writes:
        lines.append(f"t={_after(packing, move)}")
        lines.append("if t not in parents: parents[t]=s; new.append(t)")
    if keep_steps:
        lines.append(f"steps.append((s,{move.number},{'t' if move.writes else 's'}))")
    return Tested((*move.asks, *inside), tuple(lines))


def _after(packing: Packing, move: Written) -> str:
    """Return the state after a move: bits are set, and those that are not set are cleared."""
    cleared, known, told = 0, 0, list[str]()
    for slot, value in move.writes.items():
        at = packing.every[slot]
        cleared |= at.ones << at.shift
        if isinstance(value, int):
            known |= (value - at.least) << at.shift
        else:
            told.append(f"({f'{value}-{at.least}' if at.least else value}<<{at.shift})")
    kept = (1 << packing.bits) - 1 & ~(cleared & ~known)
    state = f"s&{kept}" if cleared & ~known else "s"
    return "|".join([state, *([str(known)] if known else []), *told])


def _compiled(lines: Iterable[str]) -> Callable[..., Any]:
    names: dict[str, Any] = {}
    exec("def made" + "\n".join(lines), names)  # noqa: S102  # written just now
    made: Callable[..., Any] = names["made"]
    return made
