"""What `dossier order --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import RunRow


class StepRow(TypedDict):
    """A step of the change."""

    word: Annotated[str, "as which it is asked for"]
    event: str
    decided_by: str
    cites: list[str]


class BeforeRow(TypedDict):
    """That one step comes before another."""

    first: str
    then: str


class WhyRow(TypedDict):
    """What demands an order, or what is against one."""

    by: Annotated[str, '"law", "claim" (of this model alone) or "system" (a step is refused)']
    claim: Annotated[str | None, "that is broken otherwise"]
    sentence: Annotated[str | None, "what it says"]
    cites: list[str]
    refused: Annotated[list[str], "what a rule asks and is not so, where the system refuses"]
    run: Annotated[RunRow, "a shortest run that breaks the claim, or after which it refuses"]


class SaidRow(TypedDict):
    """A precedence, with one thing said, or a clause of which one is to be true."""

    any_of: list[BeforeRow]
    demanded: Annotated[WhyRow | None, "null where nothing was found to demand it, a surprise"]


class NoWayBackRow(TypedDict):
    """A step after which the change cannot be undone without loss."""

    step: str
    decided_by: str
    why: Annotated[WhyRow | None, "what undoing it breaks; null where it is refused"]


class CostRow(TypedDict):
    """What is safe and has a price."""

    what: str
    since: Annotated[list[str], "the steps taken wherever it holds"]
    always: Annotated[bool, "whether it can hold at some time in every order"]


class LateRow(TypedDict):
    """What if a step is late."""

    step: str
    waiting: Annotated[list[str], "what waits for it"]
    free: Annotated[list[str], "what need not"]
    costs: list[CostRow]


class AskedRow(TypedDict):
    """An order that was asked about."""

    order: list[str]
    fate: Annotated[str, '"safe", "unsafe" or "refused"']
    at: Annotated[str | None, "the step at which it ends"]
    number: Annotated[int | None, "which of its steps that is, from 1"]
    breaks: Annotated[list[SaidRow], "what is said of safe orders and is not true of it"]
    why: WhyRow | None


class OrderReport(TypedDict):
    """What is said of all orders, and of the one that was asked about."""

    no_way_back: list[NoWayBackRow]
    steps: list[StepRow]
    precedences: Annotated[list[SaidRow], "those that follow from no others"]
    clauses: list[SaidRow]
    exact: Annotated[bool, "whether just the safe orders have all of these: two automata agree"]
    fewest: Annotated[bool, "whether it is shown that fewer clauses would not do"]
    costs: list[CostRow]
    late: LateRow
    safe: Annotated[int, "how many orders are safe; it depends on how steps are cut"]
    of: Annotated[int, "of so many"]
    asked: AskedRow | None
    exit: Annotated[int, "the exit status"]
