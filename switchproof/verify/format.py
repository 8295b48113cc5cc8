"""What `verify --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import FlowRow


class Report(TypedDict):
    """All that was verified."""

    flows: list[FlowRow]
    exit: Annotated[
        int,
        "the exit status: 0 as expected, 1 a surprise, 2 wrong usage or nothing was checked,",
        "3 something undecided and nothing worse, 130 interrupted",
    ]
