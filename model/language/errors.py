"""What goes wrong, said in one line that names the file and the line at fault."""

import functools
import sys
from dataclasses import dataclass
from pathlib import Path

# what is written in the language, and what runs between it and who calls it
_WITHIN = (str(Path(__file__).parent), "<string>", functools.__file__)


@dataclass(frozen=True)
class Place:
    """A file and a line in a definition."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


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
        self.place = place or here()
        super().__init__(f"{self.place}: {message}")
