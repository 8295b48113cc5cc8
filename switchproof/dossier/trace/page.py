"""The report of `trace` as one page of HTML that needs no other file, in light and in dark."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from switchproof.dossier.trace.format import Entry, TraceReport
from switchproof.dossier.trace.impact_lines import impact_lines
from switchproof.dossier.trace.outcome import outcome_lines
from switchproof.dossier.trace.text import (
    HEADS,
    cells,
    held_lines,
    lists,
    register_lines,
    source_lines,
)

STYLE = """
:root{color-scheme:light dark;--ink:#1a1f24;--soft:#4a545e;--hair:#c5ccd3;--tint:#eef1f3;
--page:#fff;--link:#0b5a8a;--wrong:#b23a0e}
@media(prefers-color-scheme:dark){:root{--ink:#e9edf0;--soft:#b3bcc5;--hair:#4a545e;
--tint:#22282e;--page:#14181c;--link:#7cc0ea;--wrong:#ff9a70}}
body{font:1rem/1.5 Arial,Arimo,"Liberation Sans",Helvetica,sans-serif;color:var(--ink);
background:var(--page);max-width:72rem;margin:0 auto;padding:1rem}
a{color:var(--link)}h2{border-top:1px solid var(--hair);padding-top:.8rem;margin:1.6rem 0 .4rem}
h2,h3{font-size:1.05rem}h3{margin:.8rem 0 .2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0;
border-bottom:1px solid var(--hair)}
.fault{color:var(--wrong);font-weight:bold}.soft{color:var(--soft)}
:target{background:var(--tint)}.skip:not(:focus){position:absolute;left:-99rem}
pre{white-space:pre-wrap}
"""
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">To the entries</a>
<h1>{title}</h1>
{body}</main>
</body>
</html>"""
COLUMNS = {
    "statements": ("id", "says"),
    "rules": ("flow", "machine", "event", "at"),
    "duties": ("flow", "duty", "at"),
    "ties": ("flow", "party", "instrument"),
    "claims": ("verdict", "flow", "claim", "sentence"),
    "variants": ("verdict", "flow", "claim", "variant"),
    "doubts": ("doubt", "question"),
}
KINDS = {"id": ("clause", "fact", "assumption"), "duty": ("duty",), "claim": ("claim",)}
SOURCES = KINDS["id"]


def page(report: TraceReport) -> str:
    """Return the page; what has an entry in it is linked wherever it is named."""
    anchors = {(e["kind"], e["id"]): _anchor(e["kind"], e["id"]) for e in report["entries"]}
    body = "".join([*_head(report), *_table(report, anchors), *_entries(report, anchors)])
    title = f"Trace of '{escape(report['document']['title'])}'"
    return PAGE.format(title=title, style=STYLE, body=body)


def _anchor(kind: str, name: str) -> str:
    return f"{kind}-{re.sub(r'[^A-Za-z0-9.-]+', '-', name)}"


Anchors = dict[tuple[str, str], str]


def _link(name: str, kinds: Sequence[str], anchors: Anchors) -> str:
    for kind in kinds:
        if (kind, name) in anchors:
            return f'<a href="#{anchors[kind, name]}">{escape(name)}</a>'
    return escape(name)


def _head(report: TraceReport) -> Iterator[str]:
    document = report["document"]
    about = f"{document['publisher']}, {document['year']}; {document['edition']}"
    yield f'<p class="soft">{escape(about)}</p>\n'
    if report["source"]:
        told = "\n".join(source_lines(report["source"], document["title"]))
        yield f"<pre>{escape(told)}</pre>\n"
    if report["outcome"]:
        yield f"<pre>{escape(chr(10).join(outcome_lines(report['outcome'])))}</pre>\n"
    if report["impacts"]:
        yield f"<pre>{escape(chr(10).join(impact_lines(report['impacts'])))}</pre>\n"
    if report["table"]:
        for line in register_lines(report["figures"], report["faults"]):
            look = ' class="fault"' if line.lstrip().startswith("FAULT") else ""
            yield f"<p{look}>{escape(line.strip())}</p>\n"
        for line in held_lines(report["held"]):
            yield f"<p>{escape(line.strip())}</p>\n"


def _table(report: TraceReport, anchors: Anchors) -> Iterator[str]:
    yield '<main id="main">\n'
    if report["table"]:
        lines = [cells(row) for row in report["table"]]
        heads = [*HEADS[:-1], "what is missing, or why it may be"]
        told = [[_link(line[0], SOURCES, anchors), *map(escape, line[1:])] for line in lines]
        yield from _grid("Every clause, and how much answers to it", heads, told)


def _grid(caption: str, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table whose cells are HTML already."""
    yield f'<div class="wide"><table>\n<caption>{escape(caption)}</caption>\n<tr>'
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in heads) + "</tr>\n"
    for line in lines:
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>\n"
    yield "</table></div>\n"


def _entries(report: TraceReport, anchors: Anchors) -> Iterator[str]:
    for entry in report["entries"]:
        yield from _entry(entry, anchors)


def _entry(entry: Entry, anchors: Anchors) -> Iterator[str]:
    marks = "".join(f" ({mark})" for mark in entry["marks"])
    heading = f"{entry['kind']} {entry['id']}{marks}"
    yield f'<section>\n<h2 id="{anchors[entry["kind"], entry["id"]]}">{escape(heading)}</h2>\n'
    yield f"<p>{escape(entry['says'])}</p>\n"
    for about in entry["about"]:
        yield f'<p class="soft">{escape(about["what"])}: {escape(about["words"])}</p>\n'
    if entry["tensions"]:
        others = ", ".join(_link(other, SOURCES, anchors) for other in entry["tensions"])
        yield f"<p>in tension with: {others}</p>\n"
    for heading, rows in lists(entry):
        if rows:
            heads = COLUMNS[heading.split(",")[0]]
            told = [_row(heads, row, anchors) for row in rows]
            yield from _grid(f"{heading} ({len(rows)})", heads, told)
    if entry["terms"]:
        linked = ", ".join(_link(term, ("term",), anchors) for term in entry["terms"])
        yield f'<p class="soft">terms: {linked}</p>\n'
    if entry["diagrams"]:
        yield f'<p class="soft">diagrams: {escape(", ".join(entry["diagrams"]))}</p>\n'
    yield "</section>\n"


def _row(heads: Sequence[str], row: Sequence[str], anchors: Anchors) -> list[str]:
    return [
        _link(cell, KINDS.get(head, ()), anchors) for head, cell in zip(heads, row, strict=True)
    ]
