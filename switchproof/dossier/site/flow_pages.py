"""A page for each flow: its machines drawn, the tables of their rules, who owes what in it."""

from collections.abc import Iterator, Sequence

from diagrams.draw import left_out
from diagrams.rules import ToldRule, families, rows, sentence
from diagrams.state import picture
from diagrams.table import HEAD, cells
from model.language.flow import Flow
from model.language.machines import Machine
from switchproof.deciding.decide import loaded
from switchproof.deciding.format import FlowRow
from switchproof.dossier.site.context import COUNTED, Context, pictures_of
from switchproof.dossier.site.figures import about, figure
from switchproof.dossier.site.figures import title as title_of
from switchproof.dossier.site.html import Html, Inside, all_of, between, e, grid, link
from switchproof.dossier.site.places import (
    claims_page,
    duty_place,
    explorer_page,
    flow_page,
    machine_place,
    named,
    picture_file,
)
from switchproof.dossier.trace.filled import pictures_in, place_of
from switchproof.verify.screen import LEGEND, table

ABOVE = {"Flows": "/flows.html"}
DUTIES = ("Duty", "Who owes it", "To whom", "Through", "Under", "Cites")


def rule_places(flow: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield where each rule stands that has a row, by its flow and its line in the definition."""
    for machine in families(loaded(flow).flow).values():
        for number, rule in enumerate(machine.transitions, 1):
            yield (flow, place_of(rule.place)), f"{flow_page(flow)}#{_row(machine, number)}"


def _row(machine: Machine, number: int) -> str:
    return f"{named(machine.name)}-{number}"


def flow_pages(context: Context) -> None:
    """Add the list of flows and, for each, its page and that in which it is stepped through."""
    rows_ = context.material.rows
    told = [
        [link(flow_page(row["flow"]), row["flow"]), row["title"], _explorer(context, row["flow"])]
        for row in rows_
    ]
    context.pages.add(
        "/flows.html",
        "Flows",
        e("p", "Each flow is defined once, and executed, proved and drawn from that definition."),
        grid("Flows of the model", ("Flow", "What it is", "Explorer"), told),
    )
    for name, page in context.material.explorers.items():
        context.pages.put(explorer_page(name), page.encode())
    for row, figures in zip(rows_, table(rows_), strict=False):
        _page(context, row, figures)


def _page(context: Context, row: FlowRow, figures: Sequence[str]) -> None:
    name, flow = row["flow"], loaded(row["flow"]).flow
    context.pages.add(
        flow_page(name),
        row["title"],
        grid("Verdicts", COUNTED, [figures]),
        e("p", LEGEND, class_="soft"),
        e("p", link(claims_page(name), "All claims on this flow, with their verdicts")),
        e("p", _explorer(context, name)),
        _on_machines(flow),
        e("h2", "What every verdict here supposes") if row["bounds"] else None,
        e("ul", (e("li", bound) for bound in row["bounds"])) if row["bounds"] else None,
        _duties(context, flow),
        (_machine(context, name, one) for one in families(flow).values()),
        _undrawn(flow),
        above=ABOVE,
    )


def _undrawn(flow: Flow) -> Html | None:
    lines = [e("li", line) for line in left_out(flow)]
    return e("ul", lines, class_="soft") if lines else None


def _explorer(context: Context, flow: str) -> Html | None:
    if flow not in context.material.explorers:
        return None
    return link(explorer_page(flow), "Step through it, and through what breaks it")


def _on_machines(flow: Flow) -> Html:
    names = families(flow)
    told = [link(f"#{named(name)}", name) for name in names]
    parts = [e("h2", "Machines"), e("ul", (e("li", one) for one in told), class_="across")]
    if flow.elsewhere:
        parts.append(e("p", _elsewhere(flow)))
    return all_of(parts)


def _elsewhere(flow: Flow) -> Html:
    parts = [link(flow_page(part.name), part.title) for part in flow.elsewhere]
    return all_of(["The other machines stand where they are drawn: ", between("; ", parts), "."])


def _duties(context: Context, flow: Flow) -> Html:
    told = [
        [
            sentence(duty.name),
            str(duty.obligor),
            str(duty.beneficiary),
            str(duty.performer) if duty.by_agent else "",
            duty.instrument,
            context.places.these(duty.cites.split()),
        ]
        for duty in flow.duties
    ]
    names = [duty_place(flow.name, duty.name).partition("#")[2] for duty in flow.duties]
    heading = e("h2", "Who owes what") if told else None
    drawn = [_figure(name, svg) for name, svg in pictures_in(flow.name, None)]
    parts: list[Inside] = [heading, drawn, grid("Duties", DUTIES, told, names)]
    return all_of(parts)


def _machine(context: Context, flow: str, machine: Machine) -> Html:
    whole = loaded(flow).flow
    printed = [name for name, _ in pictures_in(flow, machine.name) if name.endswith(".svg")]
    links = [context.places.picture(name) for name in printed]
    told = [_cells(context, whole, machine, row) for row in rows(whole, machine)]
    place = machine_place(flow, machine.name).partition("#")[2]
    return e(
        "section",
        e("h2", sentence(machine.name), id=place),
        _drawn(context, whole, machine),
        e("p", "Picture and table as one: ", between(", ", links), class_="soft")
        if links
        else None,
        grid(
            f"Rules of '{machine.name}'",
            ("No.", *HEAD[1:]),
            told,
            (_row(machine, number) for number in range(1, len(told) + 1)),
        ),
    )


def _drawn(context: Context, flow: Flow, machine: Machine) -> list[Html]:
    """Return the machine drawn alone; the rules by their numbers stand in the table under it."""
    drawn = picture(flow, machine, table=False)
    shown = []
    for number, svg in enumerate(drawn.pages if drawn else (), 1):
        place = f"/machines/{named(flow.name)}-{named(machine.name)}-{number}.svg"
        context.pages.put(place, svg)
        shown.append(figure(place, svg, about(svg)))
    return shown


def _cells(context: Context, flow: Flow, machine: Machine, row: ToldRule) -> list[Inside]:
    *words, _ = cells(flow, machine, row)
    return [*words, context.places.these(row.cites)]


def _figure(name: str, svg: str) -> Html:
    return figure(picture_file(name), svg, about(svg))


def diagram_page(context: Context, of_change: list[tuple[str, str]]) -> None:
    """Add the list of all pictures, and the pictures."""
    pages, parts = context.pages, []
    for name, svg in of_change:
        pages.put(picture_file(name), svg)
        parts.append(_figure(name, svg))
    told: list[Inside] = [e("h2", "The change"), parts] if parts else []
    for flow in context.material.flows:
        drawn = pictures_of(flow)
        for name, svg in drawn:
            pages.put(picture_file(name), svg)
        links = [link(picture_file(name), title_of(svg)) for name, svg in drawn]
        shown = [_figure(name, svg) for name, svg in drawn if name == f"{flow}-events.svg"]
        told += [e("h2", link(flow_page(flow), loaded(flow).flow.title)) if links else None, shown]
        told.append(e("ul", (e("li", one) for one in links)))
    pages.add("/diagrams.html", "Diagrams", told)
