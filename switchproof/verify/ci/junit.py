"""A report as JUnit XML: red where the exit status is not 0.

A surprise is a failure, what is undecided an error, and what is pending is skipped.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from switchproof.deciding.format import ClaimRow, FlowRow
from switchproof.verify.format import Report
from switchproof.verify.points import UNASKED
from switchproof.verify.trouble import Trouble, how_it_ended, standings, steps, trouble

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def junit(report: Report) -> str:
    """Return the report as text."""
    suites = Element("testsuites", name="switchproof verify")
    suites.extend(map(_suite, report["flows"]))
    if ended := how_it_ended(report):
        suite = SubElement(suites, "testsuite", name="switchproof verify")
        _say(SubElement(suite, "testcase", name="all was checked"), "error", ended)
        _count(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, "unicode")}'


def _suite(flow: FlowRow) -> Element:
    suite = Element("testsuite", name=_shown(flow["flow"]))
    suite.extend(_cases(flow))
    _count(suite)
    return suite


def _cases(flow: FlowRow) -> Iterator[Element]:
    for row in flow["claims"]:
        variant = f" fails in the variant '{row['variant']}'" if row["variant"] is not None else ""
        case = _case(flow, f"{row['id']}{variant}", trouble(row))
        case.set("time", str(row["seconds"]))
        if row["verdict"] is None:
            _say(case, "skipped", f"pending: {row['reason']}")
        yield case
    for standing, wrong in standings(flow):
        points = flow["search"]["points"] if flow["search"] else 0
        case = _case(flow, f"{standing['id']} with just {points} points", wrong)
        if standing["standing"] == UNASKED:
            _say(case, "skipped", f"not asked: {standing['reason']}")
        yield case


def _case(flow: FlowRow, name: str, wrong: Trouble | None) -> Element:
    case = Element("testcase", classname=_shown(flow["flow"]), name=_shown(name))
    if wrong:
        _say(case, "failure" if wrong.is_known else "error", wrong.says, "\n".join(_told(wrong)))
    return case


def _told(wrong: Trouble) -> Iterator[str]:
    row: ClaimRow = wrong.row
    yield f"{row['file']}:{row['line']}: {row['sentence']}"
    for step, rules in steps(wrong.run) if wrong.run else ():
        yield step
        yield from (f"   {rule}" for rule in rules)


def _say(case: Element, kind: str, message: str, text: str = "") -> None:
    SubElement(case, kind, message=_shown(message)).text = _shown(text) or None


def _count(suite: Element) -> None:
    suite.set("tests", str(len(suite)))
    for name, kind in COUNTED.items():
        suite.set(name, str(len(suite.findall(f"testcase/{kind}"))))


def _shown(text: str) -> str:
    """Return a text with the signs that XML cannot hold written as their numbers."""
    return NOT_IN_XML.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)
