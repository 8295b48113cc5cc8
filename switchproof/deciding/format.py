"""The rows of verdicts, runs and flows that every report in JSON is made of."""

from typing import Annotated, TypedDict, cast


class StartRow(TypedDict):
    """A first value that was chosen."""

    field: str
    at: int | None
    value: str


class TakenRow(TypedDict):
    """A rule that a machine takes; the machine of a family is that of a member."""

    machine: str
    file: Annotated[str, "where it is written: of a family, the one line for all its members"]
    line: int


class MoveRow(TypedDict):
    """An event, and where it happens."""

    event: str
    at: Annotated[int | None, "the number of its point or provider, from 1; null, the industry"]
    rules: Annotated[list[TakenRow], "the rule of each machine that takes part"]


class RunRow(TypedDict):
    """A run."""

    shape: Annotated[list[int], "how many points each provider has"]
    first: Annotated[list[StartRow], "of each field that could start with several values"]
    moves: Annotated[list[MoveRow], "its steps, in order"]
    cycle_from: Annotated[
        int | None,
        "after how many moves the rest goes round for ever, or nothing happens any more where",
        "none is left; null where the run just ends",
    ]


class ClaimRow(TypedDict):
    """A claim and its verdict."""

    id: Annotated[str, "the claim"]
    flow: Annotated[str, "the flow"]
    source: Annotated[str, "what loads it: the name of a flow of the project, or a file's path"]
    variant: Annotated[str | None, "the variant in which the claim must fail, or null"]
    file: Annotated[str, "where the variant, or else the claim, is written"]
    line: Annotated[int, "and in which line; of a claim that comes free, that of the flow"]
    kind: Annotated[
        str,
        '"always", "step", "stuck only", "sometimes", "leads to", "can still", "mirrors"',
        'or "done by"',
    ]
    sentence: Annotated[str, "what is claimed"]
    cites: Annotated[list[str], "ids of clauses, facts and assumptions"]
    unverified: Annotated[
        list[str], "the facts cited that were recalled (R) or not found (gap), as id and tag"
    ]
    rests_on: Annotated[list[str], "these, and those that the rules in its proof or run cite"]
    verdict: Annotated[str | None, '"proved", "refuted", "undecided", or null where it is pending']
    reason: Annotated[
        str | None,
        "why it is undecided or pending; with how many points something does not happen that",
        "sometimes does, or is not known to; else null",
    ]
    marks: Annotated[
        list[str], '"empty" (its situation never arises), "suspect" (a cited text has changed)'
    ]
    expected: Annotated[str | None, '"proved" or "refuted", or null where it is pending']
    expected_steps: Annotated[
        int | None, "for a variant, the length of the shortest run that breaks it, else null"
    ]
    surprise: Annotated[str | None, "why the verdict is not the expected one, else null"]
    points: Annotated[
        str | None,
        'for how many metering points: "any" or numbers; null where nothing was decided, or where',
        "tables of rules were compared and no state was looked at",
    ]
    providers: Annotated[str | None, "for how many providers, in the same way"]
    seconds: Annotated[float, "how long it took"]
    steps: Annotated[int | None, "the length of the run that refutes or shows it, else null"]
    shortest: Annotated[
        bool | None, "whether no run is shorter, or has fewer points; null where there is none"
    ]
    run: RunRow | None


class DecidedRow(ClaimRow):
    """A claim, its verdict and how that was come by, which differs from run to run."""

    method: Annotated[str | None, "what the verdict rests on, else null"]
    kept: Annotated[
        bool, "whether it was found in an earlier run, and only accepted by the checker in this one"
    ]


def published(row: DecidedRow) -> ClaimRow:
    """Return what is printed of a claim."""
    return cast(ClaimRow, {name: row[name] for name in ClaimRow.__annotations__})  # type: ignore[literal-required]


class InstanceRow(TypedDict):
    """The figures of the search of one instance."""

    shape: Annotated[list[int], "how many points each provider has; 0, a provider without points"]
    distinct: Annotated[int, "states met, also those that are equal up to a permutation"]
    generated: Annotated[int, "successors produced, with the first states"]
    depth: Annotated[int, "levels, the first states being the first level"]
    stopped: Annotated[str | None, "why the search did not finish, else null"]


class StandingRow(TypedDict):
    """How a claim stands with so many points, which is no verdict for any other number."""

    id: Annotated[str, "the claim"]
    standing: Annotated[
        str,
        '"holds" (in every state, or step, of every instance below), "fails", "not finished", or',
        '"not asked": of some kinds of claims no search of so many points is made; never "proved"',
    ]
    reason: Annotated[str | None, "why it is not finished or not asked, else null"]
    run: Annotated[RunRow | None, "a run that breaks it"]


class SearchRow(TypedDict):
    """A search of every instance with so many points."""

    points: int
    instances: list[InstanceRow]
    claims: list[StandingRow]


class FlowRow(TypedDict):
    """A flow with its claims."""

    flow: Annotated[str, "its name"]
    title: Annotated[str, "what it is, in words"]
    machines: Annotated[int, "how many machines it has"]
    transitions: Annotated[int, "how many transitions they have together"]
    deletion_closed: Annotated[
        bool, "true where a run without some metering points is itself a run"
    ]
    obstacles: Annotated[list[str], "why it is not, one line each"]
    bounds: Annotated[list[str], "the finite abstractions that every verdict on it supposes"]
    unbound: Annotated[list[str], "the duties that nobody bound can owe, and why, one line each"]
    claims: list[ClaimRow]
    search: Annotated[
        SearchRow | None,
        "with --points, a search with so many points, in every way in which they share providers",
    ]
