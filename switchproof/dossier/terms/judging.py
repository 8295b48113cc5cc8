"""What became of each candidate: which finding, doubt or question tells it, or why none does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from switchproof.dossier.terms.comparing import Candidate

Kind = tuple[str, str]  # a kind of candidate, and the term or matter that it is about


@dataclass(frozen=True, slots=True)
class ToldBy:
    """The ids of what tells a candidate, or, where nothing does, why."""

    ids: str = ""
    why: str = ""


def judgement(one: Candidate, judged: Mapping[Kind, ToldBy]) -> ToldBy:
    """Return what became of a candidate; nothing yet where nobody has judged it."""
    return judged.get((one.kind, one.about), ToldBy())


def unjudged(found: Iterable[Candidate], judged: Mapping[Kind, ToldBy]) -> list[str]:
    """Return each candidate that nobody has judged, and each judgement of what is not found."""
    shown = {(one.kind, one.about) for one in found}
    known = set(judged)
    return [
        *(f"{kind}, {about}: nobody has judged it" for kind, about in sorted(shown - known)),
        *(f"{kind}, {about}: judged, and not found" for kind, about in sorted(known - shown)),
    ]
