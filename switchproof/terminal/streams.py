"""The streams of a command: any text can be written to them, and one that is closed is known."""

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
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


@contextmanager
def output_aside() -> Iterator[None]:
    """Send what is printed meanwhile to the standard error, and what is printed at the very end.

    So the output holds what a command says, and nothing of what a file that it runs prints.
    """
    sys.stdout.flush()
    kept = _sent_aside()
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.stderr.flush()
        if kept is not None:
            os.dup2(kept, sys.stdout.fileno())
            os.close(kept)
        atexit.register(_end_aside)  # the last that is registered is the first that is run


def _sent_aside() -> int | None:
    """Let the number of the output mean the standard error; return what it meant before."""
    try:
        output, error = sys.stdout.fileno(), sys.stderr.fileno()
    except OSError:  # it is no file
        return None
    kept = os.dup(output)
    os.dup2(error, output)
    return kept


def _end_aside() -> None:
    with suppress(OSError, ValueError):  # it is closed, or cannot be written
        sys.stdout.flush()
        _sent_aside()


def in_one_line(message: str) -> str:
    """Return a message with whatever would not show as itself, such as a line's end, escaped."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in message)
