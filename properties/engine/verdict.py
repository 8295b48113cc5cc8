"""Verdicts: what is known of a claim, and the evidence for it."""

from dataclasses import dataclass
from enum import Enum

from model.language.claims import Claim
from model.language.flow import Flow
from model.language.words import counted
from properties.engine.evidence import Finder, Invariant, Run
from properties.engine.live.ranks import Ranks
from properties.engine.still.evidence import Ladder, Legs

ANY = "any"


class Verdict(Enum):
    """What is known of a claim; Undecided is never shown as, or counted as, Proved."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Result:
    """A verdict on one claim of one flow; `verdict` is None where the claim is pending.

    `points` and `providers` say for how many it holds or fails: "any" or a number, and `unknown`
    with how many points it is not known whether something happens. `arising` says of each
    situation that a proved claim supposes how it arises, or why it never does. What is `kept`
    was found in an earlier run, and the checker has accepted it in this one.
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
    ranks: Ranks | Ladder | Legs | None = None
    arising: tuple[Run | Invariant, ...] = ()
    marks: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()
    kept: bool = False

    @property
    def run(self) -> Run | None:
        """Return the run that refutes it, or the first that shows it."""
        return self.runs[0] if self.runs else None


def refuted_by(flow: Flow, claim: Claim, run: Run, method: str = "run that replays") -> Result:
    """Return that a claim fails, in a run of so many points."""
    points, providers = str(sum(run.shape)), str(len(run.shape))
    method += found_by(run.finder)
    return Result(flow, claim, Verdict.REFUTED, method, "", points, providers, runs=(run,))


def proved_by(
    flow: Flow,
    claim: Claim,
    proof: Invariant | Ranks | Ladder | Legs,
    arising: tuple[Run | Invariant, ...],
) -> Result:
    """Return that a claim holds for any number; the mark says if it never comes to it."""
    invariant = proof if isinstance(proof, Invariant) else None
    ranks = None if isinstance(proof, Invariant) else proof
    return Result(
        flow,
        claim,
        Verdict.PROVED,
        method_of(proof),
        points=ANY,
        providers=ANY,
        invariant=invariant,
        ranks=ranks,
        arising=arising,
        marks=marks_of(arising),
    )


def method_of(proof: Invariant | Ranks | Ladder | Legs) -> str:
    """Return in words what was judged."""
    if isinstance(proof, Invariant):
        boxes, fields = sum(map(len, proof.boxes.values())), len(proof.kept)
        by = found_by(*(one.finder for one in proof.proofs))
        listed = sum(len(one.listing.states) for one in proof.proofs if one.listing)
        told = f"{boxes} boxes, {listed} states listed" if listed else f"{boxes} boxes"
        return f"invariant over {fields} fields, {told}, {proof.obligations} obligations{by}"
    if isinstance(proof, Ladder):
        steps, fields = proof.depth, len(proof.kept)
        events = len({lemma.event for lemma in proof.lemmas})
        led = f", others led to allow {counted(events, 'event')}" if events else ""
        obligations = proof.obligations + sum(one.ladder.obligations for one in proof.lemmas)
        return f"ranks over {fields} fields, at most {steps} steps{led}, {obligations} obligations"
    if isinstance(proof, Legs):
        ways = [method_of(one) for _, one in proof.legs]
        return f"{counted(len(ways), 'claim')} one after the other: {'; '.join(ways)}"
    regained = len({lemma.fair for lemma in proof.lemmas})
    lemmas = f", {regained} fairness regained" if regained else ""
    by = found_by(*(one.proof.finder for one in proof.judged))
    return f"ranks over {proof.views} views, {proof.depth} levels{lemmas}{by}"


def found_by(*finders: Finder) -> str:
    """Return which engine served; the closure is not named where it served alone."""
    found = {*finders}
    if found <= {Finder.CLOSURE}:
        return ""
    return f", found by {' and '.join(one.value for one in Finder if one in found)}"


def marks_of(arising: tuple[Run | Invariant, ...]) -> tuple[str, ...]:
    """Return the mark of a claim of which some situation never arises."""
    return ("empty",) if any(isinstance(one, Invariant) for one in arising) else ()
