"""What `verify --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import ClaimRow, FlowRow

VERSION = 1  # of the report: one more where a field goes or means something else


class Report(TypedDict):
    """All that was verified."""

    schema_version: Annotated[int, "one more with each change that a reader must know of"]
    flows: list[FlowRow]
    exit: Annotated[
        int,
        "the exit status: 0 as expected, 1 a surprise, 2 wrong usage or nothing was checked,",
        "3 something undecided and nothing worse, 130 interrupted",
    ]


class BothRow(TypedDict):
    """A claim as the flow stands and with a change; of the change nothing is expected."""

    before: ClaimRow
    after: ClaimRow
    differs: Annotated[bool | None, "whether the verdict is another, or null where it is not known"]


class DifferenceReport(TypedDict):
    """What a change makes of the verdicts on a flow."""

    schema_version: Annotated[int, "one more with each change that a reader must know of"]
    flow: Annotated[str, "its name"]
    change: Annotated[str, "without which events, or in which reading"]
    says: Annotated[str, "what that means"]
    claims: list[BothRow]
    exit: Annotated[int, "the exit status: 0 all is decided, 3 something is not"]
