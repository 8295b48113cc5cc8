"""What a finding is: what comes about, where that is shown, and what wording would cure it.

A finding holds no verdict. That it can come about, that a cure holds and what it costs are
decided when it is told, so it cannot say what no longer holds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from model.language import Claim, Flow, Sometimes
from switchproof.dossier.findings.changes import Change, as_it_stands
from switchproof.dossier.findings.words import Instruction


@dataclass(frozen=True, eq=False)
class Cure:
    """Words, the change to a flow that is proved of them, and what of them it does not model.

    `opens` is what must then be possible, if anything; without it the outcome must then be
    impossible. One that is not `advised` is told since it collides with a cure that is.
    """

    words: Instruction
    beyond: str
    change: Change = as_it_stands
    opens: Sometimes | None = None
    advised: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cures made together, by their findings, and the one of them that is not found to cure.

    `cured` is False where it does not, and None where that is not known.
    """

    one: str
    other: str
    failing: str
    cured: bool | None


@dataclass(frozen=True, eq=False)
class Finding:
    """A fault of the text, or a gap in it, that a run shows.

    `base` names the flow, and `shown_in` is it or a reading of the text that it leaves open.
    `impossible` marks a finding shown by a proof that the outcome, a good one, never comes
    about; `today` is what can happen in today's flow, told beside it. `reading` says how the
    text is then read, `uncured` why no cure is offered, and `story` is what its run tells
    where the outcome itself has none. `besides` is a sentence on what speaks for or against it,
    and is no part of what shows it.
    """

    id: str
    sentence: str
    clauses: str
    base: str
    outcome: Sometimes
    shown_in: Flow
    cures: tuple[Cure, ...] = ()
    uncured: str = ""
    reading: str = ""
    impossible: bool = False
    today: Sometimes | None = None
    story: Sometimes | None = None
    besides: str = ""


@dataclass(frozen=True, eq=False)
class InTheText:
    """A fault that the register itself shows: `shows` returns it in words, or nothing.

    `cured` returns what is still shown with the cure, which must be nothing; without it the cure is
    words that nothing checks. `rests` is on what it rests beside the document's own statements.
    """

    id: str
    sentence: str
    clauses: str
    shows: Callable[[], str]
    cure: Instruction
    cured: Callable[[], str] | None = None
    rests: str = ""

    @property
    def stands(self) -> bool:
        """Tell whether the register shows it, and its cure, where that is checked, cures."""
        return bool(self.shows()) and not (self.cured and self.cured())

    @property
    def shown(self) -> str:
        """Return what shows it."""
        return f"The register of statements shows it: {self.shows()}"

    @property
    def confidence(self) -> str:
        """Return on what it rests."""
        beside = f"; {self.rests}" if self.rests else ""
        return f"it rests on the document's own statements, in our words{beside}."

    @property
    def checked(self) -> str:
        """Return how the cure was checked."""
        if self.cured:
            return "Checked on the register alone: nothing of it is then shown."
        return "Words alone: no check was made of them."


@dataclass(frozen=True, eq=False)
class Dismissed:
    """A candidate that is no finding, with why, and the claims that must hold for that."""

    sentence: str
    clauses: str
    why: str
    base: str = ""
    claims: tuple[str, ...] = ()


def fails(claim: Claim) -> Sometimes:
    """Return that a claim fails, as a claim that this can happen."""
    return Sometimes(claim.id, claim.sentence, lambda flow: ~claim.of(flow), claim.cites)


def found(claims: tuple[Claim, ...], name: str) -> Claim:
    """Return the claim of that id; raises KeyError."""
    return {claim.id: claim for claim in claims}[name]


def title(name: str) -> str:
    """Return the heading of a finding."""
    return name.replace("-", " ").capitalize()
