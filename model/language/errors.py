"""What goes wrong, said in one line that names the file and the line at fault."""

import dataclasses
import functools
import sys
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from model.language.arguments import Argument, line_of

# what is written in the language, and what runs between it and who calls it
_WITHIN = (str(Path(__file__).parent), "<string>", functools.__file__, dataclasses.__file__)


@dataclass(frozen=True)
class Place:
    """A file and a line in a definition; of an argument that is meant it gives the `exact` line."""

    file: str
    line: int
    argument: Argument | None = field(default=None, compare=False, repr=False)

    def at(self, thing: Any, name: str, number: int | None = None) -> "Place":  # noqa: ANN401
        """Return the place of an argument from which a dataclass is made, or of a thing in it."""
        argument = Argument(type(thing).__name__, name, _positions(thing.__class__), number)
        return Place(self.file, self.line, argument)

    @property
    def exact(self) -> "Place":
        """Return the place of the argument that is meant, as far as it can be found."""
        if self.argument is None:
            return self
        return Place(self.file, line_of(self.file, self.line, self.argument))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@functools.cache
def _positions(made: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(one.name for one in fields(made) if one.init and not one.kw_only)


def here() -> Place:
    """Return the place of the nearest caller outside the language."""
    frame = sys._getframe(1)  # noqa: SLF001  # the documented way to a caller
    while frame.f_back is not None and _is_language(frame.f_code.co_filename):
        frame = frame.f_back
    return Place(frame.f_code.co_filename, frame.f_lineno)


def _is_language(file: str) -> bool:
    return file.startswith(_WITHIN)


class IllFormed(Exception):  # says what a definition is
    """A definition that the language refuses; the message names place and cure."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        self.message = message
        self._place = place or here()
        super().__init__(message)

    @property
    def place(self) -> Place:
        """Return where it is wrong."""
        return self._place.exact

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
