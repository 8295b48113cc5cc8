"""The register: a page for each clause, fact and assumption, with all that hangs on it."""

from collections.abc import Callable, Sequence

from switchproof.dossier.site.context import Context
from switchproof.dossier.site.html import Html, Inside, all_of, between, e, grid, link
from switchproof.dossier.site.places import statement_page, term_place
from switchproof.dossier.trace.format import Entry
from switchproof.dossier.trace.text import HEADS, cells, lists, register_lines
from switchproof.telling.sentences import capital

ABOVE = {"Statements": "/statements.html"}
SOURCES = {"clause": "Clauses", "fact": "Facts", "assumption": "Assumptions"}


def statement_pages(context: Context) -> None:
    """Add the register as a whole, and a page for each statement."""
    report, places = context.material.register, context.places
    lines = [cells(row) for row in report["table"]]
    heads = [*HEADS[:-1], "what is missing, or why it may be"]
    counts = register_lines(report["figures"], report["faults"])
    parts: list[Inside] = [e("p", places.cited(capital(line.strip()))) for line in counts]
    told = [[places.statement(first), *rest] for first, *rest in lines]
    parts.append(grid("Every clause, and how much answers to it", heads, told))
    held = [[places.statement(one["id"]), one["why"]] for one in report["held"]]
    parts.append(grid("Held by the table of rules only", ("id", "why no claim states it"), held))
    for kind, title in SOURCES.items():
        mine = [one for one in context.material.entries if one["kind"] == kind]
        said = [[places.statement(one["id"]), one["says"]] for one in mine]
        parts += [e("h2", title), grid(f"{title} ({len(mine)})", ("id", "What it says"), said)]
        for one in mine:
            _page(context, one)
    context.pages.add("/statements.html", "Statements of the paper, facts and assumptions", parts)


def _page(context: Context, entry: Entry) -> None:
    places = context.places
    marks = "".join(f" ({mark})" for mark in entry["marks"])
    findings = [e("li", places.finding(one.id)) for one in context.findings_on(entry["id"])]
    context.pages.add(
        statement_page(entry["id"]),
        f"{entry['kind'].capitalize()} {entry['id']}{marks}",
        e("p", entry["says"], class_="says"),
        e(
            "dl",
            (
                (e("dt", capital(a["what"])), e("dd", places.cited(a["words"])))
                for a in entry["about"]
            ),
        ),
        e("p", "In tension with: ", places.these(entry["tensions"])) if entry["tensions"] else None,
        e("h2", f"Findings ({len(findings)})") if findings else None,
        e("ul", findings) if findings else None,
        hanging(context, entry),
        _pictures(context, entry["diagrams"]),
        _terms(entry["terms"]),
        above=ABOVE,
    )


def hanging(context: Context, entry: Entry) -> Html:
    """Return what hangs together with an entry, with links both ways."""
    parts: list[Inside] = []
    for heading, rows in lists(entry):
        heads, cell = _columns(context)[heading.split(",")[0]]
        told = [cell(*row) for row in rows]
        if told:
            title = capital(heading)
            parts += [e("h2", f"{title} ({len(told)})"), grid(title, heads, told)]
    return all_of(parts)


Row = Callable[..., Sequence[Inside]]


def _columns(context: Context) -> dict[str, tuple[Sequence[str], Row]]:
    """Return for each list its heads, and what makes a row of it with links."""
    at = context.places
    return {
        "statements": (("id", "what it says"), lambda id_, says: (at.statement(id_), says)),
        "rules": (
            ("rule", "machine", "flow"),
            lambda flow, machine, event, place: (at.rule(flow, place, event), machine, flow),
        ),
        "duties": (("duty", "flow"), lambda flow, duty, _: (at.duty(flow, duty), flow)),
        "ties": (("party", "is bound by", "flow"), lambda flow, party, by: (party, by, flow)),
        "claims": (
            ("claim", "verdict", "flow", "what it says"),
            lambda verdict, flow, claim, says: (at.claim(flow, claim), verdict, flow, says),
        ),
        "variants": (
            ("variant", "breaks", "verdict", "flow"),
            lambda verdict, flow, claim, variant: (
                *(at.claim(flow, claim, variant), at.claim(flow, claim), verdict, flow),
            ),
        ),
        "doubts": (("doubt", "question"), lambda doubt, question: (doubt, question)),
    }


def _pictures(context: Context, names: Sequence[str]) -> Html | None:
    told = [context.places.picture(name) for name in names]
    return e("p", "Pictures: ", between(", ", told)) if told else None


def _terms(names: Sequence[str]) -> Html | None:
    told = [link(term_place(name), name) for name in names]
    return e("p", "Terms: ", between(", ", told)) if told else None
