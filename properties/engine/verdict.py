"""Verdicts: what is known of a claim, and the evidence for it."""

from dataclasses import dataclass
from enum import Enum

from model.language.claims import Claim
from model.language.flow import Flow
from properties.engine.evidence import Invariant, Run
from properties.engine.live.ranks import Ranks


class Verdict(Enum):
    """What is known of a claim; Undecided is never shown as, or counted as, Proved."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Result:
    """A verdict on one claim of one flow; `verdict` is None where the claim is pending.

    `points` and `providers` say for how many it holds or fails: "any" or a number. `arising`
    says of each situation that a proved claim supposes how it arises, or why it never does.
    """

    flow: Flow
    claim: Claim
    verdict: Verdict | None
    method: str = ""
    reason: str = ""
    points: str = ""
    providers: str = ""
    seconds: float = 0.0
    runs: tuple[Run, ...] = ()
    invariant: Invariant | None = None
    ranks: Ranks | None = None
    arising: tuple[Run | Invariant, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def run(self) -> Run | None:
        """Return the run that refutes it, or the first that shows it."""
        return self.runs[0] if self.runs else None
