"""Where verdicts are kept from one command to the next: a folder in the one it is run in."""

import os
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from properties.engine.packets.store import Store, Unkept, kept_whole
from switchproof.terminal import options
from switchproof.terminal.streams import in_one_line

if TYPE_CHECKING:
    from model.language.claims import Claim
    from model.language.flow import Flow
    from properties.engine.packets.kept import Kept
    from properties.engine.verdict import Result

FOLDER = ".switchproof"
SHOWN, LONG = 3, 200  # reasons, and letters of one


def keeping(asked: Namespace) -> "AbstractContextManager[Kept | None]":
    """Open the folder, unless it is not wanted."""
    return nullcontext() if asked.no_cache else kept_in(Path(FOLDER))


def verdict_on(flow: "Flow", claim: "Claim", variant: str | None = None) -> "Result":
    """Return the verdict on a claim, kept or found now and kept, as for a command."""
    from properties.engine.packets.checked import Asked, take_or_settle

    with kept_in(Path(FOLDER)) as kept:
        return take_or_settle(kept, Asked(flow, variant, claim), options.SECONDS)


@contextmanager
def kept_in(folder: Path) -> "Iterator[Kept]":
    """Open a folder of kept verdicts, and say in the end what was not taken, and why.

    Git ignores it; nothing is left half written there.
    """
    from properties.engine.packets.kept import Kept

    kept, cannot = Kept(Store(folder)), _made(folder)
    try:
        yield kept
    finally:
        with suppress(Unkept):
            kept.store.tidy()
        if kept.refused:
            _say(f"decided anew, since {_told(kept.refused)}")
        if cannot:
            _say(f"{folder}: nothing can be kept ({cannot}); make room there, or say --no-cache")


def _made(folder: Path) -> str:
    """Make the folder if need be; return why nothing can be kept there, or nothing."""
    try:
        with kept_whole():
            folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            Store(folder).write(ignored.name, b"*\n")
    except Unkept as why:
        return str(why)
    return "" if os.access(folder, os.W_OK) else "it may not be written to"


def _told(refused: Counter[str]) -> str:
    """Return why entries were not taken, the most common reasons first."""
    first = [f"{why[:LONG]} ({n})" for why, n in refused.most_common(SHOWN)]
    more = len(refused) - len(first)
    return "; ".join([*first, *([f"and {more} reasons more"] if more else [])])


def _say(message: str) -> None:
    with suppress(OSError):
        print(f"switchproof: {in_one_line(message)}", file=sys.stderr, flush=True)
