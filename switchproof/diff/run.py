"""`switchproof diff`: what becomes of duties, rules, claims and behaviour in another flow."""

import json
from argparse import Namespace
from pathlib import Path

from switchproof.deciding.decide import Limits, loaded
from switchproof.deciding.load import Loaded
from switchproof.diff.behaviours import UNDECIDED as OPEN
from switchproof.diff.behaviours import seen_rows
from switchproof.diff.claims import add_kept, claim_rows
from switchproof.diff.duties import owing_rows
from switchproof.diff.format import DiffReport, SideRow
from switchproof.diff.markdown import markdown
from switchproof.diff.rules import machine_rows
from switchproof.diff.text import text
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for, write_whole

ENDINGS = (".md", ".json", ".svg")


def run(asked: Namespace) -> int:
    """Print what is otherwise, write it where it is asked for, and return the exit status."""
    paths = [place_for(name, ENDINGS) for name in asked.write]
    if asked.before == asked.after or _same_file(asked.before, asked.after):
        raise BadInput(f"'{asked.after}' is compared with itself; name another flow")
    before, after = loaded(asked.before), loaded(asked.after)
    with Progress("reading both flows") as progress:
        report = difference(before, after, asked.timeout, progress)
        written = [(path, _written(path, report, before, after)) for path in paths]
    shown = {"text": text(report, whole=asked.all), "markdown": markdown(report)}
    print(_json(report) if asked.format == "json" else shown[asked.format])
    for path, content in written:
        write_whole(path, content)
    return report["exit"]


def difference(before: Loaded, after: Loaded, seconds: float, progress: Progress) -> DiffReport:
    """Return all that is otherwise after than before."""
    claims = claim_rows(before, after)
    add_kept(claims, before, after, Limits(seconds), progress)
    behaviours = list(seen_rows(before.flow, after.flow, seconds, progress))
    undecided = any(row["verdict"] == OPEN for row in behaviours)
    return {
        "before": _side(before),
        "after": _side(after),
        "duties": list(owing_rows(before.flow, after.flow)),
        "machines": machine_rows(before.flow, after.flow),
        "claims": claims,
        "behaviours": behaviours,
        "exit": UNDECIDED if undecided else AS_EXPECTED,
    }


def _side(one: Loaded) -> SideRow:
    return {
        "flow": one.source,
        "title": one.flow.title,
        "duties": sum(not duty.ends for duty in one.flow.duties),
        "rules": sum(len(machine.transitions) for machine in one.flow.machines),
        "claims": len(one.claims),
    }


def _same_file(one: str, other: str) -> bool:
    paths = (Path(one), Path(other))
    return all(path.exists() for path in paths) and paths[0].samefile(paths[1])


def _written(path: Path, report: DiffReport, before: Loaded, after: Loaded) -> str:
    if path.suffix == ".svg":
        return _picture(path, before, after)
    return f"{_json(report) if path.suffix == '.json' else markdown(report)}\n"


def _json(report: DiffReport) -> str:
    return json.dumps(report, indent=2)


def _picture(path: Path, before: Loaded, after: Loaded) -> str:
    from diagrams.matrix import picture

    drawn = picture(before.flow, after.flow)
    if drawn is None:
        raise BadInput(f"{path}: nothing to draw, since no duty is in force in either flow")
    return drawn
