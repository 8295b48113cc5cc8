"""The handover: its designs side by side, the order of its steps, and what it finds under way."""

from collections.abc import Iterator, Sequence

from model.flows import COMPOSED
from model.language.words import counted, listed
from switchproof.deciding.decide import loaded
from switchproof.dossier.designs.format import ComparedRow
from switchproof.dossier.designs.picture import comes, is_alike
from switchproof.dossier.designs.picture import picture as picture_of_designs
from switchproof.dossier.document import DOCUMENT
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

PARTS = 2  # of what becomes of a state, where several are told together
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
    parting = [row for row in found.designs if len(_asked(row)) > 1]
    hold = sum(not comes(row) for row in parting)
    yield Heading("The designs", 2)
    yield Paragraph(
        f"The {len(COMPOSED)} designs below are ways to make the change; the {DOCUMENT.publisher} "
        "paper chooses none. Each was written down in full, and the same was asked of each."
    )
    yield Bullets([[bold(name.replace("-", " ")), f": {_title(name)}"] for name in COMPOSED])
    others = sum(not is_alike(row) for row in found.designs) - len(parting)
    yield Paragraph(
        f"They part in {counted(hold, 'thing')} that should hold and in "
        f"{counted(len(parting) - hold, 'thing')} that can come about. “Holds” is proved; after "
        f"“fails” and “happens” stands in how many steps. {others} more can be asked of some "
        "designs only, and are the same in those."
    )
    shown = [row for row in found.designs if row in parting or is_alike(row)]
    yield PaperFigure(picture_of_designs(shown), "The designs of the handover side by side.")


def _asked(row: ComparedRow) -> set[str]:
    return {cell["says"] for cell in row["designs"].values()} - {"not asked", "pending"}


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
    groups: dict[tuple[str, str], list[str]] = {}
    for machine in design["machines"]:
        for becomes, says, what in _machine(machine):
            groups.setdefault((becomes, says), []).append(what)
    silent = sum(len(found) for (_, says), found in groups.items() if says == capital(SILENT))
    every = sum(map(len, groups.values()))
    yield Heading("What the change finds under way", 2)
    yield Paragraph(
        "Whatever is under way as the change takes effect needs a rule: it goes on, it is carried "
        f"over, or it ends. The table has what can be under way if {_of(design)}. On {silent} of "
        f"{counted(every, 'thing')} the {DOCUMENT.publisher} paper is silent, and the design alone "
        "says what becomes of them. Annex E has each state by itself."
    )
    heads = (Head("What can be under way", 76), Head("What becomes of it", 54))
    yield PaperTable(
        "Transitional table: what the change can find, in brackets in how many states, and what "
        "becomes of it.",
        (*heads, Head("Who says so", 30)),
        [[f"{capital('; '.join(what))}.", *said] for said, what in groups.items()],
    )


def state_by_state(design: DesignRow) -> Iterator[Block]:
    """Yield the annex with each state that the change can find."""
    yield Heading("What the change finds, state by state")
    heads = (Head("Of", 28), Head("It can be that", 46), Head("What becomes of it", 56))
    yield PaperTable(
        f"All that can be under way as the change takes effect if {_of(design)}.",
        (*heads, Head("Who says so", 30)),
        [
            [capital(machine["machine"]), capital(state["says"]), _becomes([state]), _says(state)]
            for machine in design["machines"]
            for state in caught(machine)
        ],
    )


def _of(design: DesignRow) -> str:
    return design["title"].partition(": ")[2]


def _machine(machine: MachineRow) -> Iterator[tuple[str, str, str]]:
    """Yield what becomes of states of a machine, who says so, and how many states these are."""
    groups: dict[str, list[StateRow]] = {}
    for state in caught(machine):
        groups.setdefault(_says(state), []).append(state)
    for says, states in groups.items():
        yield _becomes(states), says, f"{machine['machine']} ({len(states)})"


def _becomes(states: Sequence[StateRow]) -> str:
    told = list(dict.fromkeys("; ".join(state["becomes"]) for state in states if state["becomes"]))
    stays = "It stays as it is" if not all(state["becomes"] for state in states) else ""
    if len(states) > 1 and told:
        first = "; ".join(told[0].split("; ")[:PARTS])
        told = [f"{first}, and the like ({counted(len(told), 'case')})"]
    return capital("; or ".join(filter(None, (*told, stays))))


def _says(state: StateRow) -> str:
    if state["silent"]:
        return capital(SILENT)
    return ", ".join(state["clauses"] or state["cites"])
