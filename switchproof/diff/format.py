"""What `switchproof diff --format json` prints."""

from typing import Annotated, TypedDict


class SideRow(TypedDict):
    """A flow, and how much it has."""

    flow: Annotated[str, "its name, or the path of its file"]
    title: str
    duties: Annotated[int, "that have not ended"]
    rules: Annotated[int, "of a family each member's"]
    claims: Annotated[int, "without the two that come with every flow"]


class DutySideRow(TypedDict):
    """A duty in one of the flows."""

    name: str
    matter: str
    about: str
    obligor: str
    standard: str
    agent: Annotated[str | None, "who performs it for the obligor"]
    beneficiary: str
    instrument: str
    delivered_to: str | None
    cites: list[str]


class StandRow(TypedDict):
    """How a remedy stands."""

    availability: Annotated[str, '"open", "shut" or "not known" (the text was not read)']
    while_: Annotated[str | None, "while what holds; null where always"]
    why: str | None


class RecourseRow(TypedDict):
    """A way to act on a breach, before and after; nothing stands where it is not named."""

    name: str
    by: Annotated[str, "who may act"]
    before: list[StandRow]
    after: list[StandRow]
    cites: list[str]


class OwingRow(TypedDict):
    """A duty before and after."""

    verdict: Annotated[str, '"kept", "moved" (another obligor), "changed", "new" or "gone"']
    before: DutySideRow | None
    after: DutySideRow | None
    matched: Annotated[str | None, '"it succeeds it", "by name" or "by matter"']
    changed: Annotated[list[str], "in what of who owes what to whom and how"]
    otherwise: Annotated[list[str], "what else is not the same, such as what performs it"]
    ended: Annotated[list[str], "ids of what ends it"]
    recourse: Annotated[list[RecourseRow], "who may act on a breach"]


class RuleChangeRow(TypedDict):
    """A rule that is not the same in both."""

    verdict: Annotated[str, '"added", "removed" or "changed"']
    event: Annotated[str, "of a family as it is written once"]
    changed: Annotated[
        list[str], 'in what: "to", "when", "then", "by", "breaches", "to no effect", "scope"'
    ]
    before: str | None
    after: str | None
    cites: Annotated[list[str], "ids of both"]


class MachineChangeRow(TypedDict):
    """A machine before and after; the machines of a family are one row."""

    machine: str
    where: Annotated[str, '"both", "before" or "after"']
    unchanged: int
    recited: Annotated[int, "of these, how many cite otherwise"]
    fields: Annotated[list[str], "that are not the same, or start otherwise"]
    rules: Annotated[list[RuleChangeRow], "that are not unchanged"]


class ClaimChangeRow(TypedDict):
    """A claim before and after."""

    id: Annotated[str, "after, or else before"]
    was: Annotated[str | None, "its id before, where it has another"]
    where: Annotated[str, '"both", "before" or "after"']
    sentence: str
    changed: Annotated[list[str], '"sentence", "what it says of the state"']
    before: Annotated[str | None, "the verdict, if one is kept"]
    after: Annotated[str | None, "the verdict, if one is kept"]
    cites: Annotated[list[str], "ids of both"]


class SeenRow(TypedDict):
    """An interface: events that both flows have by name, all others hidden."""

    machines: Annotated[list[str], "whose events they are, in both flows"]
    seen: list[str]
    verdict: Annotated[str, '"alike", "parted", "undecided" or "not compared"']
    points: Annotated[str | None, '"any" or "1": for how many metering points']
    empty: Annotated[bool, "whether what is seen never depends on what was seen before"]
    reason: Annotated[str | None, "why it is undecided, or not compared"]
    differences: Annotated[list[str], "the shortest ways in which they part"]


class DiffReport(TypedDict):
    """All that is otherwise."""

    before: SideRow
    after: SideRow
    duties: list[OwingRow]
    machines: list[MachineChangeRow]
    claims: list[ClaimChangeRow]
    behaviours: list[SeenRow]
    exit: Annotated[int, "0 all was compared, 3 something is undecided"]
