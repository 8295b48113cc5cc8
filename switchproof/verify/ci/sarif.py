"""A report as SARIF 2.1.0: a result for each thing that needs a look, its run as a code flow.

What is undecided is a warning and not of the kind "open", which some readers do not show.
"""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from switchproof.deciding.format import ClaimRow, RunRow, TakenRow
from switchproof.verify.format import Report
from switchproof.verify.trouble import Trouble, how_it_ended, steps, troubles

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
Data = dict[str, Any]


def sarif(report: Report) -> str:
    """Return the report as text."""
    claims = _claims(report)
    driver = {"name": "switchproof", "version": version("switchproof"), "rules": [*claims.values()]}
    ended = how_it_ended(report)
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not ended, "exitCode": report["exit"]}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, list(claims)) for one in troubles(report)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _claims(report: Report) -> dict[str, Data]:
    rows = (row for flow in report["flows"] for row in flow["claims"])
    return {
        _id(row): {"id": _id(row), "shortDescription": {"text": row["sentence"]}} for row in rows
    }


def _id(row: ClaimRow) -> str:
    return f"{row['flow']}/{row['id']}"


def _result(wrong: Trouble, claims: list[str]) -> Data:
    row = wrong.row
    result = {
        "ruleId": _id(row),
        "ruleIndex": claims.index(_id(row)),
        "level": "error" if wrong.is_known else "warning",
        "message": {"text": f"{row['flow']}, {wrong.name}: {wrong.says}. {row['sentence']}"},
        "locations": [_location(row["file"], row["line"])],
        "partialFingerprints": {"claim/v1": f"{row['flow']}, {wrong.name}"},
    }
    flow = _code_flow(wrong.run) if wrong.run else []
    return {**result, "codeFlows": [{"threadFlows": [{"locations": flow}]}]} if flow else result


def _code_flow(run: RunRow) -> list[Data]:
    """Return where each rule is written that is taken on a run; a template's names the member."""
    told = zip(steps(run), run["moves"], strict=True)
    return [
        {"location": _of_rule(step, rule), "executionOrder": number}
        for number, ((step, _), move) in enumerate(told, start=1)
        for rule in move["rules"]
    ]


def _of_rule(step: str, rule: TakenRow) -> Data:
    told = {"text": f"{step}: {rule['machine']}"}
    return {**_location(rule["file"], rule["line"]), "message": told}


def _location(file: str, line: int) -> Data:
    path = Path(file)
    uri = path.as_uri() if path.is_absolute() else quote(file)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}
