"""The handover: its designs side by side, the order of its steps, and what it finds under way."""

from collections.abc import Iterator, Sequence

from model.flows import COMPOSED
from model.language.words import counted, listed
from switchproof.deciding.decide import loaded
from switchproof.dossier.designs.picture import comes, is_alike
from switchproof.dossier.designs.picture import picture as picture_of_designs
from switchproof.dossier.order.format import CostRow, SaidRow
from switchproof.dossier.order.picture import picture as picture_of_order
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.tree import (
    Block,
    Bullets,
    Head,
    Heading,
    PaperFigure,
    PaperTable,
    Paragraph,
    Text,
    bold,
)
from switchproof.dossier.table.format import DesignRow, MachineRow, StateRow
from switchproof.dossier.table.sentences import SILENT, caught
from switchproof.telling.sentences import capital

FEW = 3
WHY = {
    "law": "the law demands it",
    "claim": "a sentence of this model demands it",
    "system": "the system refuses it else",
}


def handover(found: Gathered) -> Iterator[Block]:
    """Yield the section on the handover."""
    yield Heading("The way from today to then")
    yield from _designs(found)
    yield from _order(found)
    yield from _under_way(found.caught)


def _designs(found: Gathered) -> Iterator[Block]:
    unlike = [row for row in found.designs if not is_alike(row)]
    differing = sum(not comes(row) for row in unlike)
    yield Heading("The designs", 2)
    yield Paragraph(
        f"The {len(COMPOSED)} designs below are ways to make the change that the paper leaves "
        "open. Each was described in full and asked the same questions."
    )
    yield Bullets([[bold(name.replace("-", " ")), f": {_title(name)}"] for name in COMPOSED])
    yield Paragraph(
        f"They part in {counted(differing, 'thing')} that should hold and in "
        f"{counted(len(unlike) - differing, 'thing')} that can come about. “Holds” is proved; "
        "after “fails” and “happens” stands in how many steps."
    )
    yield PaperFigure(
        picture_of_designs(found.designs), "The designs of the handover side by side."
    )


def _title(name: str) -> str:
    return f"{loaded(name).flow.title.partition(': ')[2]}."


def _order(found: Gathered) -> Iterator[Block]:
    rows, steps = found.order, found.order["steps"]
    yield Heading("The order of the steps", 2)
    yield Paragraph(
        f"The change was cut into {len(steps)} steps that different bodies decide. An order is "
        "safe if no run that takes the steps in it breaks anything that must hold. Figure and "
        "table say what all safe orders have in common, and just those."
    )
    yield PaperFigure(picture_of_order(rows), "The steps of the change, and what waits for what.")
    yield PaperTable(
        "What comes before what in every safe order, and what demands it.",
        (Head("First", 36), Head("Then", 36), Head("Since", 88)),
        [_demand(part, found) for part in (*rows["precedences"], *rows["clauses"])],
    )
    yield Paragraph(" ".join(_prices(found)))


def _demand(part: SaidRow, found: Gathered) -> Sequence[Text]:
    firsts = dict.fromkeys(_event(found, one["first"]) for one in part["any_of"])
    thens = dict.fromkeys(_event(found, one["then"]) for one in part["any_of"])
    why = part["demanded"]
    since = WHY[why["by"]] if why else "nothing was found that demands it"
    said = f": {why['sentence']}" if why and why["sentence"] else ""
    return [capital(", or ".join(firsts)), capital(", or ".join(thens)), f"{capital(since)}{said}"]


def _event(found: Gathered, word: str) -> str:
    return next(row["event"] for row in found.order["steps"] if row["word"] == word)


def _prices(found: Gathered) -> Iterator[str]:
    for row in found.order["no_way_back"]:
        yield (
            f"After “{_event(found, row['step'])}” there is no way back; it is decided by "
            f"{_decider(row['decided_by'])}."
        )
    always = [one for one in found.order["costs"] if one["always"]]
    if always:
        yield f"In every safe order there is a time in which {_costs(always)}."


def _decider(name: str) -> str:
    return name if name.startswith("the ") else f"the {name}"


def _costs(costs: Sequence[CostRow]) -> str:
    return listed(dict.fromkeys(one["what"] for one in costs), "and one in which")


def _under_way(design: DesignRow) -> Iterator[Block]:
    yield Heading("What the change finds under way", 2)
    rows = [row for machine in design["machines"] for row in _machine(machine)]
    silent = sum(SILENT in str(row[3]) for row in rows)
    yield Paragraph(
        f"Whatever is under way when the change takes effect needs a rule: it goes on, it is "
        f"carried over, or it ends. The table has what can be under way if "
        f"{design['title'].partition(': ')[2]}. Of {counted(len(rows), 'row')} the paper is "
        f"silent on {silent}; there the design stays as it is."
    )
    columns = (
        Head("Of", 26),
        Head("It can be that", 58),
        Head("What becomes of it", 44),
    )
    yield PaperTable(
        "Transitional table: what can be under way as the change takes effect.",
        (*columns, Head("Who says so", 32)),
        rows,
    )


def _machine(machine: MachineRow) -> Iterator[list[Text]]:
    groups: dict[tuple[str, str], list[StateRow]] = {}
    for state in caught(machine):
        becomes = "; ".join(state["becomes"]) or "it stays as it is"
        groups.setdefault((becomes, _says(state)), []).append(state)
    for (becomes, says), states in groups.items():
        what = [state["says"] for state in states]
        yield [capital(machine["machine"]), capital(_few(what)), capital(becomes), says]


def _few(what: Sequence[str]) -> str:
    if len(what) <= FEW:
        return "; or ".join(what)
    return f"{what[0]}, and so on to: {what[-1]} ({len(what)} in all)"


def _says(state: StateRow) -> str:
    if state["silent"]:
        return capital(SILENT)
    return ", ".join(state["clauses"] or state["cites"])
