"""How lines look: as wide as the terminal, with colour there alone, and none with NO_COLOR."""

import os
import shutil
import sys
import textwrap

RED, GREEN, YELLOW = 31, 32, 33


def painted(text: str, colour: int) -> str:
    """Return the text in a colour where the standard output shows one."""
    shown = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[{colour}m{text}\x1b[0m" if shown else text


def width() -> int:
    """Return how many columns a line may take, 98 where there is no terminal."""
    return shutil.get_terminal_size((98, 24)).columns


def wrapped(text: str, rest: str = "  ", wide: int | None = None) -> list[str]:
    """Return a text in lines of that width, at its own indent, without a break within an id."""
    own = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        text.lstrip(),
        width() if wide is None else wide,
        initial_indent=own,
        subsequent_indent=f"{own}{rest}",
        break_on_hyphens=False,
    )
