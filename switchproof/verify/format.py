"""What `verify --format json` prints: one object.

{
  "flows": [{
    "flow":            its name
    "title":           what it is, in words
    "machines":        how many machines it has
    "transitions":     how many transitions they have together
    "deletion_closed": true where a run without some metering points is itself a run
    "obstacles":       why it is not, one line each
    "bounds":          the finite abstractions that every verdict on it supposes
    "claims": [{
      "id":        the claim
      "flow":      the flow
      "source":    what loads it: the name of a flow of the project, or the path of a file
      "variant":   the variant in which the claim must fail, or null
      "kind":      "always", "step", "sometimes", "leads to", "mirrors" or "done by"
      "sentence":  what is claimed
      "cites":     ids of clauses, facts and assumptions
      "unverified": the facts cited that were recalled (R) or not found (gap), as id and tag
      "rests_on":  these, and those that the rules in its proof or run cite
      "verdict":   "proved", "refuted", "undecided", or null where it is pending
      "reason":    why it is undecided or pending; with how many points something does not happen
                   that sometimes does, or is not known to; else null
      "marks":     "empty" (its situation never arises), "suspect" (a cited text has changed)
      "expected":  "proved" or "refuted", or null where it is pending
      "expected_steps":  for a variant, the length of the shortest run that breaks it, else null
      "surprise":  why the verdict is not the expected one, else null
      "points":    for how many metering points: "any" or numbers; null where nothing was
                   decided, or where tables of rules were compared and no state was looked at
      "providers": for how many providers, in the same way
      "method":    what the verdict rests on, else null
      "seconds":   how long it took
      "steps":     the length of the run that refutes or shows it, else null
      "shortest":  whether no run is shorter, or has fewer points; null where there is none
      "run": null or {
        "shape":   how many points each provider has
        "first":   [{"field", "at", "value"}] of each field that could start with several values
        "moves":   [{"event", "at"}]; "at" is the number of the point or provider, from 1, or null
        "cycle_from": after how many moves the rest goes round for ever, or nothing happens any
                   more where none is left; null where the run just ends
      }
    }],
    "search": null or, with --points and --providers, a search of the whole flow, which counts
    states and judges no claim: {
      "points", "providers",
      "distinct":  reachable states, also those that are equal up to a permutation
      "generated": successors produced, with the first states
      "depth":     levels, the first states being the first level
      "stopped":   why the search did not finish, else null
    }
  }],
  "exit": the exit status: 0 as expected, 1 a surprise, 2 wrong usage or nothing was checked,
          3 something undecided and nothing worse, 130 interrupted
}
"""

from typing import TypedDict

FORMAT = __doc__  # what `verify --help` shows


class StartRow(TypedDict):
    """A first value that was chosen."""

    field: str
    at: int | None
    value: str


class MoveRow(TypedDict):
    """An event, and where it happens."""

    event: str
    at: int | None


class RunRow(TypedDict):
    """A run."""

    shape: list[int]
    first: list[StartRow]
    moves: list[MoveRow]
    cycle_from: int | None


class ClaimRow(TypedDict):
    """A claim and its verdict."""

    id: str
    flow: str
    source: str
    variant: str | None
    kind: str
    sentence: str
    cites: list[str]
    unverified: list[str]
    rests_on: list[str]
    verdict: str | None
    reason: str | None
    marks: list[str]
    expected: str | None
    expected_steps: int | None
    surprise: str | None
    points: str | None
    providers: str | None
    method: str | None
    seconds: float
    steps: int | None
    shortest: bool | None
    run: RunRow | None


class SearchRow(TypedDict):
    """The figures of an explicit search."""

    points: int
    providers: int
    distinct: int
    generated: int
    depth: int
    stopped: str | None


class FlowRow(TypedDict):
    """A flow with its claims."""

    flow: str
    title: str
    machines: int
    transitions: int
    deletion_closed: bool
    obstacles: list[str]
    bounds: list[str]
    claims: list[ClaimRow]
    search: SearchRow | None


class Report(TypedDict):
    """All that was verified."""

    flows: list[FlowRow]
    exit: int
