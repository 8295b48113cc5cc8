"""The page: the flow as data, the pictures of its machines, and what runs it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib import metadata, resources

from model.language.flow import Flow
from model.language.sources import digest
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.load import Loaded
from switchproof.explore.exported import FlowForPage, Row
from switchproof.explore.resting import resting
from switchproof.explore.runs import runs_of, verdicts_of

SCRIPTS = (
    *("meaning.js", "claims.js", "telling.js", "nearest.js", "session.js", "address.js", "dom.js"),
    *("run.js", "next.js", "machine.js", "sequence.js", "consequences.js", "whatif.js"),
    *("paired.js", "beside.js", "centre.js", "keys.js", "start.js"),
)


def page_of(one: Loaded, rows: Iterable[ClaimRow], beside: Loaded | None = None) -> str:
    """Return the page of a flow as HTML; the rows are the verdicts on it and its variants."""
    every, flow = list(rows), FlowForPage(one).data()
    model = digest(json.dumps(flow))[:8]
    data: Row = {
        "model": model,
        "flow": flow,
        "beside": FlowForPage(beside).alone() if beside else None,
        "runs": list(runs_of(one, flow, every)),
        "verdicts": verdicts_of(one, every),
        "rests": resting(one),
        "pictures": dict(_pictures(one.flow)),
    }
    return _filled(
        _web("page.html"),
        {
            "title": escape(one.flow.title),
            "name": escape(one.flow.name),
            "model": model,
            "made": f"Made by switchproof {metadata.version('switchproof')}.",
            "style": _web("style.css"),
            "script": "\n".join(map(_web, SCRIPTS)),
            "data": _in_script(data),
        },
    )


def _web(name: str) -> str:
    return (resources.files(__package__) / "web" / name).read_text(encoding="utf-8")


def _filled(text: str, given: Mapping[str, str]) -> str:
    parts = text.split("{{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, _, rest = part.partition("}}")
        filled += [given[name], rest]
    return "".join(filled)


def _in_script(data: Row) -> str:
    """Return data as JSON that cannot end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _pictures(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield each machine's picture by its name, where one says more than the table of rules."""
    from diagrams.state import picture

    for machine in flow.machines:
        if drawn := picture(flow, machine, table=False):
            yield str(machine), drawn.pages[0].replace("\n", "")
