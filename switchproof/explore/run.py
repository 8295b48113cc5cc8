"""`switchproof explore`: a flow as one page that runs it in a browser."""

from argparse import Namespace

from switchproof.deciding.decide import decide_all, loaded, tasks_of
from switchproof.deciding.format import DecidedRow
from switchproof.deciding.keeping import keeping
from switchproof.deciding.load import Loaded
from switchproof.deciding.spread import cores
from switchproof.explore.page import page_of
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for, write_whole

ENDINGS = (".html", ".htm")
BESIDE = {"css": "current", "current": "css"}  # what is before the change, and after


def run(asked: Namespace) -> int:
    """Write the page, print its path and return the exit status."""
    one = loaded(asked.flow)
    path = place_for(asked.out or f"{one.flow.name}.html", ENDINGS)
    named = asked.beside or BESIDE.get(asked.flow)
    beside = loaded(named) if named else None
    rows = _decided(one, asked)
    with Progress("drawing its machines"):
        page = page_of(one, rows, beside)
    write_whole(path, page)
    print(path)
    return AS_EXPECTED


def _decided(one: Loaded, asked: Namespace) -> list[DecidedRow]:
    """Return the verdicts on a flow and its variants, with the runs that the page can load."""
    rows: list[DecidedRow] = []
    tasks = tasks_of(one, ())
    with keeping(asked) as kept, Progress(f"0 of {len(tasks)} claims") as progress:
        for row in decide_all(tasks, asked.timeout, asked.jobs or cores(), kept):
            rows.append(row)
            progress.what = f"{len(rows)} of {len(tasks)} claims"
    return rows
