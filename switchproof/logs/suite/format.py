"""What `logs suite --format json` prints."""

from typing import Annotated, TypedDict

from properties.analyses.suites.suite import GOALS

VERSION = 1  # of the report: one more where a field goes or means something else


class FactRow(TypedDict):
    """What a fact is at the time of a step."""

    fact: str
    value: Annotated[str | bool, "whether it holds, or its value in words"]


class LetterRow(TypedDict):
    """Something that is seen at the interface."""

    event: str
    actor: str
    member: Annotated[str | None, "whose it is, of a family such as suppliers"]
    facts: Annotated[list[FactRow], "what is so at its time"]


class TestedDutyRow(TypedDict):
    """A duty that what is refused would breach, in a reading."""

    duty: str
    party: str
    clause: str
    reading: str


class TriedRow(TypedDict):
    """Something that must not be seen next."""

    letter: LetterRow
    refused_by: Annotated[list[str], "each guard, in words"]
    duties: Annotated[list[TestedDutyRow], "all in question; none is picked"]


class TestStepRow(TypedDict):
    """A step of a run."""

    tried: Annotated[list[TriedRow], "what must not be seen here; nothing has changed after it"]
    can: Annotated[list[LetterRow], "all that can be seen next"]
    seen: Annotated[LetterRow | None, "what is seen; null at the end of the run"]


class TestRunRow(TypedDict):
    """A run from the beginning of a life."""

    number: int
    tells: Annotated[list[str], "variants or rules that it is for, by name; else none"]
    steps: list[TestStepRow]
    replayed: Annotated[list[str], "a run of the flow that shows it, hidden steps too"]


class NeverRow(TypedDict):
    """What no run reaches."""

    what: str
    proved: bool
    why: Annotated[str, "what proves it, or why that is not known"]


class SuiteRow(TypedDict):
    """The suite of an interface for a goal."""

    goal: Annotated[str, f"one of {', '.join(GOALS)}"]
    goals: Annotated[int, "how many are reached"]
    goals_are: str
    size: Annotated[int, "of this suite, in `unit`"]
    at_least: Annotated[int, "what every suite takes"]
    before_cutting: Annotated[int, "its size where no run had been cut for its length"]
    unit: str
    bound_means: str
    runs: list[TestRunRow]
    never: list[NeverRow]
    limits: Annotated[list[str], "what it does not say"]


class SuitesReport(TypedDict):
    """Test suites of an interface."""

    schema_version: Annotated[int, "one more with each change that a reader must know of"]
    flow: str
    interface: str
    between: str
    unread: Annotated[str, "what of the messages is not tested"]
    monitor: Annotated[str, "the digest of the monitor that reads logs of the interface"]
    suites: list[SuiteRow]
    exit: Annotated[int, "the exit status: 0, or 3 where of some goals nothing is known"]
