"""The shortest runs after which one side lets something happen and the other does not."""

from collections import deque
from dataclasses import dataclass

from properties.engine.budget import Budget
from properties.engine.interfaces.automaton import Subset, Subsets

Pair = tuple[Subset, Subset]


@dataclass(frozen=True)
class SeenApart:
    """After a word, one side (0 or 1) lets something be seen, and the other does not."""

    word: tuple[str, ...]
    label: str
    side: int


def differences(
    sides: tuple[Subsets, Subsets], budget: Budget, *, one_will_do: bool = False
) -> tuple[list[SeenApart], int]:
    """Return a shortest difference for each name and side, and how many pairs were met."""
    first = (sides[0].first, sides[1].first)
    met: dict[Pair, tuple[Pair, str] | None] = {first: None}
    found: dict[tuple[str, int], SeenApart] = {}
    waiting = deque(met)
    while waiting and not (one_will_do and found):
        budget.check(len(met))
        pair = waiting.popleft()
        one, other = (side.after(mine) for side, mine in zip(sides, pair, strict=True))
        for label in sorted(one.keys() | other.keys()):
            if label in one and label in other:
                after = one[label], other[label]
                if after not in met:
                    met[after] = pair, label
                    waiting.append(after)
            elif (label, side := int(label in other)) not in found:
                found[label, side] = SeenApart(_word(met, pair), label, side)
    return sorted(found.values(), key=lambda d: (d.side, len(d.word), d.label)), len(met)


def _word(met: dict[Pair, tuple[Pair, str] | None], pair: Pair) -> tuple[str, ...]:
    word = list[str]()
    while (parent := met[pair]) is not None:
        pair, label = parent
        word.append(label)
    return tuple(reversed(word))
