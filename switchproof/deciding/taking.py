"""What is kept, taken by several processes: the answers travel, and what the checker accepted."""

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from switchproof.deciding.spread import spread

if TYPE_CHECKING:
    from properties.engine.packets.kept import Kept

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Noted: TypeAlias = tuple[list[Answer | None], Counter[str], dict[str, str]]

AT_ONCE = 8  # items that a process takes before it asks for more; so few are not handed on


def taken_or_done(
    kept: "Kept | None",
    take: Callable[[Item], Answer | None],
    do: Callable[[list[Item]], Generator[Answer, None, None]],
    items: Sequence[Item],
    jobs: int,
) -> Generator[Answer, None, None]:
    """Yield the answer to each item in order: one that can be taken, else what is done for it.

    `take`, or each item, has the folder of what is kept.
    """
    found = taken(kept, take, items, jobs)
    left = [item for item, answer in zip(items, found, strict=True) if answer is None]
    with closing(do(left)) as done:
        for answer in found:
            yield next(done) if answer is None else answer


def taken(
    kept: "Kept | None",
    take: Callable[[Item], Answer | None],
    items: Sequence[Item],
    jobs: int,
) -> list[Answer | None]:
    """Return the answer to each item of which a verdict is kept, else None.

    What is noted in the folder in other processes is noted here.
    """
    if kept is None or jobs == 1 or len(items) <= AT_ONCE:
        return [take(item) for item in items]
    parts = [items[first : first + AT_ONCE] for first in range(0, len(items), AT_ONCE)]

    def lost(part: Sequence[Item]) -> Noted[Answer]:
        return [None for _ in part], Counter(), {}

    found: list[Answer | None] = []
    for answers, refused, sound in spread(partial(_noted, kept, take), parts, jobs, lost):
        found += answers
        kept.refused.update(refused)
        kept.sound.update(sound)
    return found


def _noted(
    kept: "Kept", take: Callable[[Item], Answer | None], items: Sequence[Item]
) -> Noted[Answer]:
    """Take some items with a folder that came with them, and so has nothing noted yet."""
    return [take(item) for item in items], kept.refused, kept.sound
