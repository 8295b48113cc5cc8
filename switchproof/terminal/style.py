"""Colour on a terminal, and nowhere else; none where NO_COLOR is set."""

import os
import shutil
import sys

RED, GREEN, YELLOW = 31, 32, 33


def painted(text: str, colour: int) -> str:
    """Return the text in a colour where the standard output shows one."""
    shown = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[{colour}m{text}\x1b[0m" if shown else text


def width() -> int:
    """Return how many columns a line may take, 98 where there is no terminal."""
    return shutil.get_terminal_size((98, 24)).columns
