"""What `verify --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import FlowRow


class Report(TypedDict):
    """All that was verified."""

    made_with: Annotated[str, "a fingerprint of this program, of Python and of the solver"]
    flows: list[FlowRow]
    exit: Annotated[
        int,
        "the exit status: 0 as expected, 1 a surprise, 2 wrong usage or nothing was checked,",
        "3 something undecided and nothing worse, 130 interrupted",
    ]
