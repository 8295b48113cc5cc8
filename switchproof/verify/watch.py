"""`switchproof verify --watch`: at each edit what it touches, then the verdicts as they come.

Each round is a process of its own, so that files are read afresh and an edit ends what is outdated.
"""

import multiprocessing
import os
import time
from argparse import Namespace
from collections.abc import Iterable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn

from model.flows import FLOWS
from properties.engine.signals import heed
from switchproof.deciding.spread import as_child, need_reader
from switchproof.terminal.errors import BadInput
from switchproof.terminal.streams import make_ready
from switchproof.verify.round import Loading, take_round
from switchproof.verify.touched import Snapshot

PAUSE = 0.2  # seconds between two looks at the files
ONLY = ("points", "providers", "packets", "write", "all", "quiet", "without", "reading", "no_cache")
Stamps = dict[str, tuple[int, int]]


def watch(asked: Namespace) -> NoReturn:
    """Go round until a signal ends it."""
    for option in ONLY:
        if getattr(asked, option):
            raise BadInput(f"--{option.replace('_', '-')} does not go with --watch; leave it out")
    if asked.format != "text":
        raise BadInput("--watch is for the screen; leave out --format")
    sources = list(dict.fromkeys(asked.flows or FLOWS))
    known = Loading({}, {str(Path(one).resolve()) for one in sources if one not in FLOWS})
    while True:
        known = _until_edited(asked, sources, known)


def _until_edited(asked: Namespace, sources: list[str], known: Loading) -> Loading:
    """Take a round, and return what was loaded in it as soon as a file is another."""
    here, there = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("spawn")
    work = (asked, sources, known.snapshots, there)
    before, began = stamps(known.files), time.time_ns()
    process = context.Process(target=_round, args=work)
    process.start()
    there.close()
    try:
        return _watched(here, known, before, began)
    finally:
        process.terminate()
        process.join()
        here.close()


def _watched(here: Connection, known: Loading, before: Stamps, began: int) -> Loading:
    waits = True
    while True:
        time.sleep(PAUSE)
        heed()
        need_reader()
        if waits and here.poll():
            known, waits = _loaded(here, known), False
            newer = {f: at for f, at in stamps(known.files).items() if f not in before}
            before |= {f: at if at[0] < began else (0, 0) for f, at in newer.items()}
        if stamps(before) != before:
            return known


def _loaded(here: Connection, known: Loading) -> Loading:
    """Return what a round loaded; what was known where it could not."""
    try:
        found = here.recv()
    except EOFError:
        return known
    return Loading(found.snapshots, known.files | found.files)


def stamps(files: Iterable[str]) -> Stamps:
    """Return when each file was last written, and how long it is; zeros where it is not there."""
    found: Stamps = {}
    for file in files:
        try:
            status = os.stat(file)  # noqa: PTH116  # hundreds, five times a second
        except OSError:
            found[file] = (0, 0)
        else:
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def _round(
    asked: Namespace, sources: list[str], before: Mapping[str, Snapshot], there: Connection
) -> None:
    as_child()
    make_ready()
    with suppress(BrokenPipeError):  # the process that started it says so
        take_round(asked, sources, before, there.send)
