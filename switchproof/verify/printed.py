"""What `verify` prints and writes, in the format that was asked for."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from switchproof.deciding.keeping import FOLDER
from switchproof.terminal.errors import BadInput
from switchproof.terminal.streams import output_aside
from switchproof.terminal.writing import write_whole
from switchproof.verify.ci.annotations import add_to_summary, annotations
from switchproof.verify.ci.junit import junit
from switchproof.verify.ci.markdown import markdown
from switchproof.verify.ci.sarif import sarif
from switchproof.verify.format import Report
from switchproof.verify.points import in_short
from switchproof.verify.report import every_row, summary
from switchproof.verify.screen import left_out, notable, screen

FEW = 24  # rows, which a screen holds


def in_json(report: Report) -> str:
    """Return the report as text."""
    return json.dumps(report, indent=2)


MADE: dict[str, Callable[[Report], str]] = {
    "json": in_json,
    "junit": junit,
    "sarif": sarif,
    "markdown": markdown,
}
ENDINGS = {".json": "json", ".xml": "junit", ".sarif": "sarif", ".md": "markdown"}


@dataclass(frozen=True)
class Times:
    """Seconds to start and to decide, and how many verdicts were kept."""

    start: float
    deciding: float
    kept: int


def need_places(files: list[str]) -> None:
    """Refuse files of no known format, or in no folder, before anything is decided."""
    for file in map(Path, files):
        if file.suffix not in ENDINGS:
            known = ", ".join(f"{ending} ({kind})" for ending, kind in ENDINGS.items())
            raise BadInput(f"--write {file}: its ending says the format; take one of {known}")
        if not file.parent.is_dir():
            raise BadInput(f"--write {file}: there is no folder {file.parent}; make it first")


def printing_aside(asked: Namespace) -> AbstractContextManager[None]:
    """Keep what the functions of a flow file print out of what other programs read."""
    return output_aside() if asked.format in MADE else nullcontext()


def write(report: Report, asked: Namespace) -> None:
    """Write the files that were asked for; raises BadInput."""
    for file in map(Path, asked.write):
        write_whole(file, f"{MADE[ENDINGS[file.suffix]](report)}\n")
    if asked.format == "github":
        add_to_summary(report)


def printed(report: Report, asked: Namespace, times: Times) -> Iterator[str]:
    """Yield what is printed; what fits on a screen is shown row by row."""
    rows = sum(len(flow["claims"]) for flow in report["flows"])
    counted = in_short([flow["search"] for flow in report["flows"] if flow["search"]])
    if asked.format == "github":
        yield from annotations(report)
    if asked.format in MADE:
        yield MADE[asked.format](report)
    elif asked.quiet:
        yield from (*notable(report), summary(report), *counted)
    elif asked.all or rows <= FEW:
        yield from (every_row(report), *counted, _told(report, times))
    else:
        yield from (*screen(report), *counted, _told(report, times), left_out(report))


def _told(report: Report, times: Times) -> str:
    work = sum(row["seconds"] for flow in report["flows"] for row in flow["claims"])
    spent = f"{times.deciding:.1f} s for {work:.1f} s of deciding"
    told = f"time: {times.start:.1f} s to start, then {spent}"
    return f"{told}; {times.kept} kept in {FOLDER}, and checked again" if times.kept else told
