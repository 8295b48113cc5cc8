"""The handover: its designs side by side, the order of its steps, what it finds under way."""

from diagrams.night import picture as timeline
from switchproof.dossier.designs.format import ComparedRow
from switchproof.dossier.designs.night import night
from switchproof.dossier.designs.picture import in_all, is_alike
from switchproof.dossier.designs.picture import picture as of_designs
from switchproof.dossier.designs.text import cell_told
from switchproof.dossier.order.picture import picture as of_order
from switchproof.dossier.order.text import text as order_told
from switchproof.dossier.site.context import Context
from switchproof.dossier.site.figures import about, figure
from switchproof.dossier.site.html import Html, Inside, all_of, e, grid, link
from switchproof.dossier.site.markdown import blocks
from switchproof.dossier.site.places import claim_page, flow_page, found_page, picture_file
from switchproof.dossier.table.format import TableReport
from switchproof.dossier.table.markdown import markdown
from switchproof.dossier.table.picture import picture as of_table
from switchproof.terminal.exits import AS_EXPECTED

ABOVE = {"Handover": "/handover.html"}


def handover_page(context: Context) -> None:
    """Add the page on the handover, and one on what each design of it finds under way."""
    context.pages.add(
        "/handover.html",
        "The handover",
        _designs(context),
        _order(context),
        _table(context),
    )


def _drawn(context: Context, name: str, svg: str) -> Html:
    context.pages.put(picture_file(name), svg)
    return figure(picture_file(name), svg, about(svg))


def _designs(context: Context) -> Html | None:
    rows = context.material.designs
    if not rows:
        return None
    designs = list(rows[0]["designs"])
    unlike = [_row(context, row) for row in rows if not is_alike(row)]
    heads = ["Claim", *designs]
    return all_of(
        [
            e("h2", "Its designs"),
            e("ul", (e("li", _design(context, name)) for name in designs), class_="across"),
            _drawn(context, "designs.svg", of_designs(rows)),
            grid("What differs between the designs", heads, unlike),
            (e("p", one) for one in in_all(rows)),
            e("h2", "One night"),
            _drawn(context, "night-duties.svg", timeline(night())),
        ]
    )


def _design(context: Context, name: str) -> Html:
    return link(flow_page(name), name) if name in context.material.flows else all_of(name)


def _row(context: Context, row: ComparedRow) -> list[Inside]:
    def told(design: str) -> Html:
        words = cell_told(row["designs"][design])
        known = (design, row["id"]) in context.places.claims
        return link(claim_page(design, row["id"]), words) if known else all_of(words)

    return [row["sentence"], *map(told, row["designs"])]


def _order(context: Context) -> Html:
    rows = context.material.order
    heading = e("h2", "The order of its steps")
    if rows is None:
        return all_of([heading, e("p", "Undecided: a limit was reached.", class_="undecided")])
    return all_of(
        [
            heading,
            _drawn(context, "steps-order.svg", of_order(rows)),
            e("pre", context.places.cited(order_told(rows)), class_="told", tabindex=0),
        ]
    )


def _table(context: Context) -> Html | None:
    """Return links to what each design finds, which has a page of its own."""
    designs = context.material.table
    for design in designs:
        report: TableReport = {"designs": [design], "exit": AS_EXPECTED}
        title, _, *lines = markdown(report).splitlines()
        context.pages.add(
            found_page(design["design"]),
            f"{title.removeprefix('# ')}: what it finds under way",
            _drawn(context, f"table-{design['design']}.svg", of_table(report)),
            blocks(lines, context.places.cited),
            above=ABOVE,
        )
    told = [e("li", link(found_page(one["design"]), one["title"])) for one in designs]
    return all_of([e("h2", "What it finds under way"), e("ul", told)]) if told else None
