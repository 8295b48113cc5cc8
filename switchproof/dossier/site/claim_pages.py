"""A page for each claim: its verdict and why, what it cites, the variants that must break it."""

from switchproof.deciding.decide import Task, loaded
from switchproof.dossier.site.context import COUNTED, Context, verdict
from switchproof.dossier.site.figures import figure
from switchproof.dossier.site.figures import title as title_of
from switchproof.dossier.site.html import Html, all_of, between, e, grid, link
from switchproof.dossier.site.places import (
    claim_page,
    claims_page,
    explorer_page,
    flow_page,
    named,
    run_file,
)
from switchproof.dossier.site.told import VerdictTold
from switchproof.verify.report import asked_again
from switchproof.verify.screen import LEGEND, table

ABOVE = {"Claims": "/claims.html"}


def claim_pages(context: Context) -> None:
    """Add the counts of all flows, the list of the claims of each, and a page for each claim."""
    lines = list(table(context.material.rows))
    known = context.material.flows
    told = [
        [link(claims_page(name), name) if name in known else name, *rest] for name, *rest in lines
    ]
    context.pages.add(
        "/claims.html",
        "Claims and their verdicts",
        grid("Verdicts, flow by flow", COUNTED, told),
        e("p", LEGEND, class_="soft"),
    )
    for flow in known:
        _list(context, flow)
    for task, one in context.material.told.items():
        if task.variant is None:
            _page(context, task, one)


def _list(context: Context, flow: str) -> None:
    own = [
        (task, told)
        for task, told in context.material.told.items()
        if task.source == flow and task.variant is None
    ]
    rows = [
        [
            link(claim_page(flow, task.claim), task.claim),
            verdict(told),
            told.row["sentence"],
            str(len(context.broken_by.get((flow, task.claim), ())) or ""),
        ]
        for task, told in own
    ]
    title = loaded(flow).flow.title
    context.pages.add(
        claims_page(flow),
        f"Claims: {title}",
        e("p", link(flow_page(flow), "The flow, its pictures and its rules")),
        grid("Claims on this flow", ("Claim", "Verdict", "What it says", "Variants"), rows),
        above=ABOVE,
    )


def _page(context: Context, task: Task, told: VerdictTold) -> None:
    flow, row, places = task.source, told.row, context.places
    variants = context.broken_by.get((flow, task.claim), [])
    findings = [places.finding(one.id) for one in context.findings_by(flow, task.claim)]
    more = [one for one in row["rests_on"] if one not in row["cites"]]
    context.pages.add(
        claim_page(flow, task.claim),
        row["sentence"],
        e("p", verdict(told), " ", e("code", task.claim), ", a claim of the kind ", row["kind"]),
        _surprise(told),
        _told(context, told),
        e("h2", "What it rests on"),
        e("p", "It cites: ", places.these(row["cites"]) or "nothing", "."),
        e("p", "What its evidence rests on besides: ", places.these(more), ".") if more else None,
        e("p", "Finding: ", between("; ", findings)) if findings else None,
        e("h2", "Variants, in which it must fail") if variants else None,
        (_variant(context, one, said) for one, said in variants),
        e("h2", "Ask it yourself"),
        e("p", link(explorer_page(flow), "Step through the runs"), " in a browser, or type:"),
        e("pre", e("code", f"switchproof explain {asked_again(row)}"), tabindex=0),
        above={**ABOVE, f"Claims: {loaded(flow).flow.title}": claims_page(flow)},
    )


def _surprise(told: VerdictTold) -> Html | None:
    wrong = told.row["surprise"]
    return e("p", f"This is a surprise: {wrong}.", class_="verdict surprise") if wrong else None


def _variant(context: Context, task: Task, told: VerdictTold) -> Html:
    assert task.variant is not None
    return e(
        "section",
        e("h3", task.variant, id=named(task.variant)),
        e("p", verdict(told)),
        _surprise(told),
        _told(context, told),
    )


def _told(context: Context, told: VerdictTold) -> Html:
    """Return why it is so, and the run drawn and in words."""
    drawn = []
    for name, svg in told.figures:
        context.pages.put(run_file(name), svg)
        drawn.append(figure(run_file(name), svg, _shows(svg)))
    story = _story(context, told.story)
    return all_of([(e("p", context.places.cited(one)) for one in told.because), drawn, story])


def _shows(svg: str) -> str:
    return f"Sequence diagram. {title_of(svg)}. The run is told step by step under it."


def _story(context: Context, lines: tuple[str, ...]) -> Html | None:
    if not lines:
        return None
    return e(
        "details",
        e("summary", "The run in words"),
        e("ul", (e("li", context.places.cited(line.strip())) for line in lines), class_="story"),
        open="",
    )
