"""The streams of a command: any text can be written to them, and one that is closed is known."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from switchproof.terminal.errors import BadInput


def make_ready() -> None:
    """Let signs that an encoding lacks be written as their numbers; raises BadInput without output.

    A stream that was closed is opened again to nowhere: the next file would take its number.
    """
    closed = sys.stdout is None
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # to the end
            setattr(sys, name, nowhere)
        elif mode == "w" and isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if closed:
        raise BadInput("there is no output to write to; leave it open, or send it to a file")


def in_one_line(message: str) -> str:
    """Return a message with whatever would not show as itself, such as a line's end, escaped."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in message)
