"""Each claim on a design of the handover asked of all designs that it can be asked of.

Claims are the same where they have one id and one sentence. A design lacks what a claim speaks of
where it has no such field or event: there it is not asked. Nor is what looks ahead, such as what
comes at last, where it is not claimed: that may take minutes to decide.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from functools import cache

from model.flows import COMPOSED
from model.language import IllFormed
from model.language.claim_checks import check_claim
from model.language.claims import Ahead, Claim, Sometimes
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, settle_and_keep, take_verdict
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import cores, spread
from switchproof.deciding.taking import taken_or_done
from switchproof.dossier.designs.format import ComparedRow, InDesignRow

NOT_ASKED: InDesignRow = {"says": "not asked", "steps": None, "claimed": False}
NOT_KNOWN: InDesignRow = {"says": "not known", "steps": None, "claimed": False}


@dataclass(frozen=True)
class AskedOfDesign:
    """A claim, by the design in which it is found, and the design of which it is asked."""

    home: str
    claim: str
    design: str
    seconds: float
    kept: Kept | None = field(default=None, compare=False)

    def asked(self) -> Asked:
        """Return what is asked, as `verify` asks it where the design claims it.

        Else it is kept by its home as well: a design may have a claim of the same id that says
        something else.
        """
        mine, home = loaded(self.design), loaded(self.home)
        if self.claimed:
            return Asked(mine.flow, None, self.said(), mine.all_claims)
        told = tuple(c for c in home.claims if _fits(self.home, c.id, self.design))
        return Asked(mine.flow, f"claimed of {self.home}", self.said(), told)

    def said(self) -> Claim:
        """Return the claim."""
        return loaded(self.home).claim(self.claim)

    @property
    def claimed(self) -> bool:
        """Tell whether the design itself claims it."""
        return self.home == self.design


def compared(seconds: float, kept: Kept | None) -> list[ComparedRow]:
    """Return a row for each claim, with what is so in each design."""
    rows = [(claim, [_cell(claim, d, seconds, kept) for d in COMPOSED]) for claim in _claims()]
    asked = [cell for _, cells in rows for cell in cells if cell]
    # most was accepted as a claim of its design, so that one process is soonest done
    found = dict(zip(asked, taken_or_done(kept, _taken, _done, asked, jobs=1), strict=True))
    return [_row(claim, [found[c] if c else NOT_ASKED for c in cells]) for claim, cells in rows]


def _claims() -> list[Claim]:
    """Return the claims of all designs, each once, in their order."""
    every = (claim for name in COMPOSED for claim in loaded(name).claims)
    return list({(claim.id, claim.sentence): claim for claim in every}.values())


def _cell(claim: Claim, design: str, seconds: float, kept: Kept | None) -> AskedOfDesign | None:
    same = (claim.id, claim.sentence)
    homes = [d for d in COMPOSED for c in loaded(d).claims if (c.id, c.sentence) == same]
    home = design if design in homes else homes[0]
    wanted = home == design or not isinstance(claim, Ahead)
    fits = wanted and _fits(home, claim.id, design)
    return AskedOfDesign(home, claim.id, design, seconds, kept) if fits else None


@cache
def _fits(home: str, name: str, design: str) -> bool:
    try:
        check_claim(loaded(design).flow, loaded(home).claim(name))
    except IllFormed:
        return False
    return True


def _taken(cell: AskedOfDesign) -> InDesignRow | None:
    found = take_verdict(cell.kept, cell.asked(), Budget(cell.seconds))
    return _said(cell, found) if found else None


def _done(cells: list[AskedOfDesign]) -> Generator[InDesignRow, None, None]:
    return spread(_decided, cells, cores(), lambda _: NOT_KNOWN)


def _decided(cell: AskedOfDesign) -> InDesignRow:
    return _said(cell, settle_and_keep(cell.kept, cell.asked(), Budget(cell.seconds)))


def _said(cell: AskedOfDesign, result: Result) -> InDesignRow:
    steps = None if result.run is None else len(result.run)
    return {"says": _words(result), "steps": steps, "claimed": cell.claimed}


def _words(result: Result) -> str:
    if result.verdict is None:
        return "pending"
    if result.verdict is Verdict.UNDECIDED:
        return NOT_KNOWN["says"]
    good = result.verdict is Verdict.PROVED
    if isinstance(result.claim, Sometimes):
        return "happens" if good else "never"
    return "holds" if good else "fails"


def _row(claim: Claim, cells: list[InDesignRow]) -> ComparedRow:
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "designs": dict(zip(COMPOSED, cells, strict=True)),
    }
