"""What the table says of a state and of an option, in the words of every form of it."""

from collections import Counter
from collections.abc import Iterator

from switchproof.dossier.table.format import MachineRow, OptionRow, PartingRow, StateRow

SILENT = "the text is silent"


def caught(machine: MachineRow) -> list[StateRow]:
    """Return the states that are possible and not merely as at first."""
    return [s for s in machine["states"] if s["found"] == "possible" and not s["at_first"]]


def others(machine: MachineRow, found: str) -> list[StateRow]:
    """Return the states of which something else was found."""
    return [state for state in machine["states"] if state["found"] == found]


def how_far(state: StateRow, way: list[str]) -> str:
    """Return in how many steps a state is caught, and which lead to it beside those of the way."""
    least = "" if state["shortest"] else ", perhaps fewer"
    steps = [move["event"] for move in state["run"]["moves"]] if state["run"] else []
    left = Counter(way)
    left.subtract(steps)
    besides = [step for step in dict.fromkeys(steps) if left[step] < 0]
    after = f", after: {', '.join(besides)}" if besides else ""
    return f"{state['steps']} steps{least}{after}"


def becomes(state: StateRow) -> str:
    """Return what becomes of a state."""
    if state["becomes"]:
        return "; ".join(state["becomes"])
    then = f"; then possible: {', '.join(state['next'])}" if state["next"] else ""
    return f"it stays{then}"


def source(state: StateRow) -> str:
    """Return who says so."""
    rest = [one for one in state["cites"] if one not in state["clauses"]]
    if state["clauses"]:
        return ", ".join([*state["clauses"], *rest])
    if not state["silent"]:
        return ", ".join(rest)
    return f"{SILENT} (taken: {', '.join(rest)})" if rest else SILENT


def never(machine: MachineRow) -> Iterator[str]:
    """Yield what can never be caught, together what the same conditions of the step keep out."""
    said: dict[str, list[str]] = {}
    for state in others(machine, "never"):
        said.setdefault("; ".join(state["barred_by"]), []).append(state["says"])
    for barred, states in said.items():
        yield f"{', '.join(states)}{f' (the step waits: {barred})' if barred else ''}"


def outcome(option: OptionRow) -> str:
    """Return what an option keeps and breaks, in a few words."""
    if not option["decided"]:
        return option["does"]
    broken = [breaking(one) for one in option["breaks"]]
    open_ = [f"undecided: {', '.join(option['undecided'])}"] if option["undecided"] else []
    kept = f"keeps {len(option['keeps'])}"
    all_ = f"keeps all {len(option['keeps'])} claims"
    return "; ".join([kept, *broken, *open_]) if broken or open_ else all_


def breaking(one: PartingRow) -> str:
    """Return how a claim is broken."""
    if one["steps"] is None:
        return f"no more possible: {one['claim']}"
    return f"breaks {one['claim']} in {one['steps']} steps"


def title(option: OptionRow) -> str:
    """Return the name of an option, and whether the design has it already."""
    return f"{option['option']}{' (as it stands)' if option['as_it_stands'] else ''}"
