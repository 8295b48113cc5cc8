"""The first page: what it comes to, and where to go on; and how to check it oneself."""

from collections.abc import Iterator

from model.language.words import counted
from switchproof.dossier.document import AFTER, BEFORE, DOCUMENT
from switchproof.dossier.site.context import COUNTED, Context
from switchproof.dossier.site.figures import about, figure
from switchproof.dossier.site.finding_pages import listed, of_the_paper
from switchproof.dossier.site.html import Html, all_of, e, grid, link
from switchproof.dossier.site.pages import made_by
from switchproof.dossier.site.places import claims_page, picture_file
from switchproof.verify.screen import LEGEND, table

GO_ON = {
    "/findings.html": "what the paper gets wrong, each with the run that shows it, and a cure",
    "/handover.html": "how the change can be made: designs, order, what it finds under way",
    "/statements.html": "each statement of the paper, with the rules, claims and findings on it",
    "/claims.html": "what is claimed of each flow, the verdict, and the runs of what must fail",
    "/flows.html": "each flow: its machines drawn, its rules in words, who owes what",
    "/diagrams.html": "every picture",
    "/glossary.html": "what terms stand for",
    "/checking.html": "how to check all of this without taking our word",
}
CHECKS = (
    ("make verify", "decide every claim, then check each verdict once more and draw all pictures"),
    ("switchproof verify --packets packets", "write what shows each verdict into a folder"),
    ("switchproof check packets", "check that without a solver, with Z3 and with cvc5"),
    ("python checker packets", "the same from a copy of properties/checker/, with Python alone"),
    ("switchproof verify --no-cache", "decide all anew, and believe nothing that was kept"),
    ("switchproof dossier site", "make these pages again: the same bytes"),
)


def front_pages(context: Context, of_change: list[tuple[str, str]]) -> None:
    """Add the first page, and the page on checking."""
    context.pages.add(
        "/index.html",
        f"{DOCUMENT.title}: what is proved, what fails, and what is not known",
        e("p", _about(), class_="says"),
        e("h2", "Verdicts"),
        grid("Verdicts, flow by flow", COUNTED, _counts(context)),
        e("p", LEGEND, class_="soft"),
        _look(context),
        e("h2", "What the paper gets wrong"),
        listed(context, of_the_paper(context)),
        _chain(of_change),
        e("h2", "Where to go on"),
        e("dl", ((e("dt", link(to, _name(to))), e("dd", words)) for to, words in GO_ON.items())),
    )
    _checking(context)


def _name(to: str) -> str:
    return to.strip("/").removesuffix(".html").capitalize()


def _about() -> str:
    return (
        f"A formal model of the flows in the {DOCUMENT.publisher} paper '{DOCUMENT.title}' of "
        f"{DOCUMENT.year} ({DOCUMENT.edition}). Each flow is defined once; from that definition "
        "it is executed, proved and drawn. Prepared from a model, issued by nobody."
    )


def _counts(context: Context) -> Iterator[list[str]]:
    for name, *rest in table(context.material.rows):
        known = name in context.material.flows
        yield [link(claims_page(name), name) if known else name, *rest]


def _look(context: Context) -> Html:
    """Return what is a surprise or is not known, or that nothing is."""
    odd = [
        e(
            "li",
            told.row["surprise"] or told.row["verdict"] or "pending, and so not known",
            ": ",
            context.places.claim(*at),
            f" ({at[0]})",
        )
        for task, told in context.material.told.items()
        if told.row["surprise"] or told.row["verdict"] in (None, "undecided")
        for at in [(task.source, task.claim, task.variant)]
    ]
    odd += [e("li", f"not shown any more, or not known: {one}") for one in context.material.open]
    if not odd:
        return e("p", "No verdict is other than expected, and none is unknown.")
    return all_of([e("h2", "What needs a look"), e("ul", odd)])


def _chain(of_change: list[tuple[str, str]]) -> Html | None:
    name = f"{BEFORE}-to-{AFTER}-duties.svg"
    shown = dict(of_change)
    if name not in shown:
        return None
    drawn = figure(picture_file(name), shown[name], about(shown[name]))
    return all_of([e("h2", "Who answers for whom, today and then"), drawn])


def _checking(context: Context) -> None:
    verdicts = counted(len(context.material.told), "verdict")
    context.pages.add(
        "/checking.html",
        "How to check this",
        e(
            "p",
            f"{verdicts} stand on these pages. Each was accepted, when they were made, by a ",
            "checker that uses no solver; what it does not accept is undecided.",
        ),
        e("p", f"Made by {made_by()} from flows whose definitions have the hash"),
        e("pre", e("code", context.material.digest), tabindex=0),
        grid("Commands", ("Type", "What it does"), [[e("code", a), b] for a, b in CHECKS]),
    )
