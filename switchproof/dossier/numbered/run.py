"""`dossier numbered`: the properties P1 to P30, and the verdicts of what states them."""

import textwrap
from argparse import Namespace
from collections.abc import Iterator

from model.register import REGISTER
from switchproof.deciding.decide import Task, decide_all
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import cores
from switchproof.dossier.numbered.every import NUMBERED, Property
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import WRONG
from switchproof.terminal.progress import Progress
from switchproof.verify.status import status

WIDTH = 100


def run(asked: Namespace) -> int:
    """Print the properties asked for, or all, and return the exit status of their claims."""
    wanted = _wanted(asked.numbers)
    named = dict.fromkeys(claim for one in wanted for claim in one.stated())
    tasks = [Task(flow, claim) for flow, claim in named]
    rows: dict[tuple[str, str], ClaimRow] = {}
    with Progress(f"0 of {len(tasks)} claims") as progress, keeping(asked) as kept:
        decided = decide_all(tasks, asked.timeout, asked.jobs or cores(), kept)
        for done, (claim, row) in enumerate(zip(named, decided, strict=True), start=1):
            rows[claim] = row
            progress.what = f"{done} of {len(tasks)} claims"
    for one in wanted:
        print("\n".join(told(one, rows)), end="\n\n")
    found = status(rows.values())
    if found == WRONG:
        raise BadInput("nothing was checked: no claim states it that is not pending; name another")
    return found


def _wanted(numbers: list[str]) -> list[Property]:
    by_name = {one.name: one for one in NUMBERED}
    for number in numbers:
        if number.upper() not in by_name:
            raise unknown("property", number, by_name)
    return [by_name[n.upper()] for n in dict.fromkeys(numbers)] if numbers else list(NUMBERED)


def told(one: Property, rows: dict[tuple[str, str], ClaimRow]) -> Iterator[str]:
    """Yield the lines on a property: sentence, sources, claims with verdicts, what is open."""
    yield from _wrapped(f"{one.name}: {one.sentence}", "")
    yield from _wrapped(f"from {', '.join(REGISTER[id_].label for id_ in one.basis.split())}")
    for fact, how in one.hangs.items():
        yield from _wrapped(f"hangs on {REGISTER[fact].label}, which was not verified: {how}")
    for flow, claim in one.stated():
        yield f"  {_verdict(rows[flow, claim]):<10}{flow:<10}{claim}"
    if one.open:
        yield from _wrapped(f"note: {one.open}")


def _wrapped(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent="    ")


def _verdict(row: ClaimRow) -> str:
    said = row["verdict"] or "pending"
    if row["kind"] == "sometimes" and said == "proved":
        said = "happens"
    return f"{said}!" if row["surprise"] else said
