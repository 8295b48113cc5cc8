"""What `table --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import RunRow


class StateRow(TypedDict):
    """A value that a field can have, and whether the step can find it so."""

    field: str
    value: str
    says: Annotated[str, "what then holds"]
    found: Annotated[str, '"possible", "never" (proved for every number), or "undecided"']
    reason: Annotated[str | None, "why it is undecided"]
    steps: Annotated[int | None, "of the shortest run, the step included"]
    shortest: Annotated[bool | None, "whether no run is shorter"]
    run: RunRow | None
    at_first: Annotated[bool, "whether it is so where nothing has happened yet"]
    becomes: Annotated[list[str], "what the rules of the step make of it; none: it stays"]
    next: Annotated[list[str], "where it stays, the events by which it can be left then"]
    barred_by: Annotated[list[str], "conditions of the step that it does not meet"]
    cites: Annotated[list[str], "what those rules, and conditions that wait for it, cite"]
    clauses: Annotated[list[str], "those of these that are clauses of the paper"]
    silent: Annotated[bool, "possible, not as at first, and no clause of the paper says what"]


class PartingRow(TypedDict):
    """A claim of which the verdict is another under an option."""

    claim: str
    sentence: str
    steps: Annotated[int | None, "of the run that breaks it; null: what it says never happens"]
    run: RunRow | None


class OptionRow(TypedDict):
    """One of the drafter's options where the text is silent."""

    option: Annotated[str, '"continues", "carried over" or "ends"']
    does: Annotated[str, "what it does in the model, or why there is nothing for it to do"]
    decided: Annotated[bool, "false where the model has no such option"]
    as_it_stands: Annotated[bool, "whether it is what the design does already"]
    keeps: Annotated[list[str], "claims of the design that still hold"]
    breaks: Annotated[list[PartingRow], "claims that fail then, each with its run"]
    undecided: list[str]


class MachineRow(TypedDict):
    """A machine, or those of a family, with all that its fields can hold."""

    machine: str
    of: Annotated[str, '"point", "provider" or "industry"']
    states: list[StateRow]
    options: Annotated[list[OptionRow], "with --options, where the text is silent; else none"]


class DesignRow(TypedDict):
    """A design of the transition."""

    design: str
    title: str
    step: Annotated[str, "the event that ends the duty under the SEC"]
    way: Annotated[list[str], "the events of a shortest run to it, whatever it finds"]
    machines: list[MachineRow]


class TableReport(TypedDict):
    """The transitional and savings table."""

    designs: list[DesignRow]
    exit: Annotated[int, "0; 3 where something is undecided"]
