"""Moves under the tests that they share, as lines; a slot is read where it is needed first."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from properties.engine.explicit.text import Tongue

SLOT = re.compile(r"\bv(\d+)\b")
DEEPEST = 20  # Python takes no more than a hundred

Hold = Callable[[int], str]  # the line that says what a slot holds


@dataclass(frozen=True)
class Tested:
    """Lines, or further blocks, to be done where all of some tests hold."""

    tests: tuple[str, ...]
    lines: tuple[str, ...] = ()
    inner: tuple["Tested", ...] = ()

    @property
    def asked(self) -> set[int]:
        """Return the slots that its tests read."""
        return slots("\n".join(self.tests))

    @cached_property
    def slots(self) -> set[int]:
        """Return the slots that it reads anywhere."""
        return self.asked.union(slots("\n".join(self.lines)), *(one.slots for one in self.inner))


def slots(text: str) -> set[int]:
    """Return the slots that a text reads."""
    return set(map(int, SLOT.findall(text)))


def grouped(blocks: Sequence[Tested], deep: int = 0) -> tuple[Tested, ...]:
    """Return the same with each test that several share written once."""
    left, found = list(blocks), list[Tested]()
    while deep < DEEPEST:
        counted = Counter(chain.from_iterable(dict.fromkeys(block.tests) for block in left))
        test, times = max(counted.items(), key=lambda one: one[1], default=("", 0))
        if times < 2:  # noqa: PLR2004  # it is not shared
            break
        inside = [_without(block, test) for block in left if test in block.tests]
        left = [block for block in left if test not in block.tests]
        found.append(Tested((test,), inner=grouped(inside, deep + 1)))
    return (*found, *left)


def _without(block: Tested, test: str) -> Tested:
    return Tested(tuple(one for one in block.tests if one != test), block.lines)


def written(
    blocks: Sequence[Tested], hold: Hold, tongue: Tongue, held: frozenset[int] = frozenset()
) -> Iterator[str]:
    """Yield the lines of blocks, each slot read once, in front of all that needs it."""
    needed = Counter(chain.from_iterable(block.slots for block in blocks))
    here = {s for s, n in needed.items() if n > 1}.union(*(block.asked for block in blocks))
    yield from map(hold, sorted(here - held))
    known = held | here
    for block in blocks:
        yield tongue.opens.format(tongue.both.join(block.tests) or 1)
        inside = map(hold, sorted(slots("\n".join(block.lines)) - known))
        lines = chain(inside, block.lines, written(block.inner, hold, tongue, known))
        yield from (f" {line}" for line in lines)
        yield tongue.closes
