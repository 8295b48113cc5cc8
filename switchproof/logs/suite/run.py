"""`switchproof logs suite`: test runs for an interface, printed or written into a folder."""

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from properties.analyses.suites.suite import GOALS
from switchproof.logs.monitored import NoMonitor
from switchproof.logs.suite.gherkin import feature
from switchproof.logs.suite.making import Suites, report, suites_of
from switchproof.logs.suite.table import tables
from switchproof.logs.suite.words import least, title
from switchproof.terminal.exits import UNDECIDED
from switchproof.terminal.folders import place_for_folder, write_folder

ENDS = {"table": "md", "gherkin": "feature", "json": "json"}


def run(asked: Namespace) -> int:
    """Print suites, or write a file for each, and return the exit status; raises BadInput."""
    place = None if asked.out is None else place_for_folder(asked.out, _is_ours)
    try:
        found = suites_of(asked.flow, asked.interface, (asked.goal,) if asked.goal else GOALS)
    except NoMonitor as why:
        print(f"switchproof: {why}")
        return UNDECIDED
    files = dict(_files(found, asked.format))
    if place is None:
        print("\n\n".join(files.values()))
        return found.status
    write_folder(place, {name: f"{text}\n" for name, text in files.items()}, _is_ours)
    for suite in found.suites:
        size, out_of_reach = suite.size, len(suite.never) - len(suite.undecided)
        print(
            f"{suite.interface}, {title(suite.goal)}: {size.goals:,} goals in {len(suite.runs)} "
            f"runs; {size.cost:,} {size.unit}, {least(suite)}; {out_of_reach} proved out "
            f"of reach, {len(suite.undecided)} not known"
        )
    print(f"{place}: {', '.join(files)}")
    return found.status


def _files(found: Suites, form: str) -> Iterator[tuple[str, str]]:
    if form == "json":
        yield "suites.json", json.dumps(report(found), ensure_ascii=False, indent=2)
        return
    lines = feature if form == "gherkin" else tables
    for suite in found.suites:
        yield f"{suite.goal}.{ENDS[form]}", "\n".join(lines(found, suite))


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder holds nothing but suites."""
    ours = {f"{goal}.{end}" for goal in (*GOALS, "suites") for end in ENDS.values()}
    return {path.name for path in folder.iterdir()} <= ours
