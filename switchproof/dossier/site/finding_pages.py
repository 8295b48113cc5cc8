"""The findings: what the paper gets wrong, each with the run that shows it and a cure."""

from switchproof.dossier.document import ANNEX, DOCUMENT, ON_THE_ANNEX
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.site.context import Context
from switchproof.dossier.site.figures import figure
from switchproof.dossier.site.figures import title as title_of
from switchproof.dossier.site.html import NOTHING, Html, all_of, e
from switchproof.dossier.site.markdown import blocks
from switchproof.dossier.site.material import FindingPage
from switchproof.dossier.site.places import finding_page, run_file

ABOVE = {"Findings": "/findings.html"}


def finding_pages(context: Context) -> None:
    """Add the list of findings, and a page for each."""
    findings = context.material.findings
    main = of_the_paper(context)
    annex = [one for one in findings if one.id in ANNEX]
    context.pages.add(
        "/findings.html",
        "Findings for those who draft the change",
        e("p", f"{len(findings)} findings on '{DOCUMENT.title}' ({DOCUMENT.edition})."),
        listed(context, main),
        e("h2", "Annex for those who draft the REC") if annex else None,
        e("p", ON_THE_ANNEX) if annex else None,
        listed(context, annex),
        blocks(context.material.on_findings, context.places.cited),
        _open(context),
    )
    for one in findings:
        _page(context, one)


def of_the_paper(context: Context) -> list[FindingPage]:
    """Return the findings that are not for those who draft the REC."""
    return [one for one in context.material.findings if one.id not in ANNEX]


def listed(context: Context, some: list[FindingPage]) -> Html:
    """Return findings as a list of links, each with what it says first."""
    told = (e("li", context.places.finding(one.id), ". ", one.sentence) for one in some)
    return e("ol", told) if some else NOTHING


def _open(context: Context) -> Html | None:
    names = context.material.open
    if not names:
        return None
    told = e("ul", (e("li", title(name)) for name in names))
    return all_of([e("h2", "Not shown any more, or not known"), told])


def _page(context: Context, one: FindingPage) -> None:
    drawn = []
    for name, svg in one.figures:
        context.pages.put(run_file(name), svg)
        shows = f"Sequence diagram. {title_of(svg)}. The run is told in words above."
        drawn.append(figure(run_file(name), svg, shows))
    claim = context.places.claim(one.flow, one.claim)
    known = (one.flow, one.claim) in context.places.claims
    context.pages.add(
        finding_page(one.id),
        one.title,
        blocks(one.lines, context.places.cited, 1),
        [e("h2", "The run, drawn"), drawn] if drawn else None,
        e("p", "The claim that fails: ", claim) if known else None,
        above=ABOVE,
    )
