"""What is kept, put to the checker by several processes before this one takes it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from properties.engine.budget import Budget
from switchproof.deciding.spread import spread

if TYPE_CHECKING:
    from properties.engine.packets.checked import Asked
    from properties.engine.packets.kept import Kept

Item = TypeVar("Item")

AT_ONCE = 8  # entries that a process tries before it asks for more


def have_tried(
    kept: "Kept | None",
    items: Sequence[Item],
    named: "Callable[[Item], Asked]",
    seconds: float,
    jobs: int,
) -> None:
    """Note which of the entries that are kept of some items the checker accepts.

    One that it does not accept it is asked again as it is taken, where that is counted.
    """
    if kept is None or jobs == 1:
        return
    left = [item for item in items if _is_untried(kept, named(item))]
    if len(left) <= AT_ONCE:
        return
    parts = [left[first : first + AT_ONCE] for first in range(0, len(left), AT_ONCE)]
    work = partial(_sound, kept=kept, named=named, seconds=seconds)
    for sound in spread(work, parts, jobs, lambda _: {}):
        kept.sound.update(sound)


def _is_untried(kept: "Kept", asked: "Asked") -> bool:
    return kept.is_untried(asked.flow.name, asked.variant, asked.claim)


def _sound(
    items: Sequence[Item], kept: "Kept", named: "Callable[[Item], Asked]", seconds: float
) -> dict[str, str]:
    from properties.engine.packets.checked import take

    for item in items:
        take(kept, named(item), Budget(seconds=seconds))
    return kept.sound
