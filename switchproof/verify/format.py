"""What `verify --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import FlowRow

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
