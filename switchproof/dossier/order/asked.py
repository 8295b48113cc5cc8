"""The order that a user asks about, read."""

from collections.abc import Mapping, Sequence

from model.language.events import Event
from model.language.given import twice
from switchproof.terminal.errors import BadInput, unknown


def order_of(text: str, steps: Mapping[str, Event]) -> tuple[int, ...]:
    """Return the steps by number in the order given; raises BadInput.

    A step is meant by its word or by the name of its event, in whatever case.
    """
    names = {word: n for n, word in enumerate(steps)}
    names |= {str(event).casefold(): n for n, event in enumerate(steps.values())}
    given = [" ".join(part.split()) for part in text.split(",")]
    order = tuple(_number(part, names, tuple(steps)) for part in given)
    _all_once(order, tuple(steps))
    return order


def _number(part: str, names: Mapping[str, int], words: Sequence[str]) -> int:
    if not part:
        raise BadInput("a step is empty; write steps with one comma between two")
    if part.casefold() not in names:
        raise unknown("step", part, words)
    return names[part.casefold()]


def _all_once(order: Sequence[int], words: Sequence[str]) -> None:
    if (again := twice(order)) is not None:
        raise BadInput(f"step '{words[again]}' stands twice; each is taken once")
    if left := [word for n, word in enumerate(words) if n not in order]:
        raise BadInput(f"the order leaves out {', '.join(left)}; name each step once")
