"""What became of each candidate: which finding, doubt or question tells it, or why none does."""

from dataclasses import dataclass

from switchproof.dossier.terms.comparing import Candidate

TODAY, THEN = "the duty to send today", "the duty to send then"


@dataclass(frozen=True, slots=True)
class ToldBy:
    """The ids of what tells a candidate, or, where nothing does, why."""

    ids: str = ""
    why: str = ""


JUDGED = {
    ("one of two", "DCC/CRS"): ToldBy(why="2.1-a says itself that it is called CRS from there on"),
    ("one of two", "CRS/CSS"): ToldBy("one-entity-of-two"),
    ("circular", "CRS"): ToldBy("a-service-that-owes"),
    ("circular", "DCC/CRS"): ToldBy("a-service-that-owes"),
    ("circular", "CSS"): ToldBy("a-service-that-owes"),
    ("never used", "REL"): ToldBy(
        why="2.2-d says with it what the pair helps, and 5-A asks for no definition of it"
    ),
    ("no longer met", "RDP"): ToldBy("nobody-meets-the-definition"),
    ("several things", "CRS"): ToldBy("a-service-that-owes crs-a-party"),
    ("several things", "CSS"): ToldBy("duties-on-the-unbound named-bodies"),
    ("several things", "RDP"): ToldBy("nobody-meets-the-definition named-bodies"),
    ("several things", "DSP"): ToldBy("beneficiary named-bodies"),
    ("several things", "DCC"): ToldBy("whom-parties-covers crs-a-party"),
    ("verb", TODAY): ToldBy(why="5-E2 takes off the duty that 2.3-a takes off, in other words"),
    ("standard", TODAY): ToldBy("three-words-for-one-standard which-standard"),
    ("recipient", THEN): ToldBy("beneficiary"),
    ("owed by", THEN): ToldBy("duties-on-the-unbound named-bodies"),
    ("verb", THEN): ToldBy("provide"),
    ("standard", THEN): ToldBy("three-words-for-one-standard which-standard"),
    ("manner", THEN): ToldBy("provide"),
}


def judgement(one: Candidate) -> ToldBy:
    """Return what became of a candidate; nothing yet where nobody has judged it."""
    return JUDGED.get((one.kind, one.about), ToldBy())


def unjudged(found: tuple[Candidate, ...]) -> list[str]:
    """Return each candidate that nobody has judged, and each judgement of what is not found."""
    shown = {(one.kind, one.about) for one in found}
    return [
        *(f"{kind}, {about}: nobody has judged it" for kind, about in sorted(shown - set(JUDGED))),
        *(f"{kind}, {about}: judged, and not found" for kind, about in sorted(set(JUDGED) - shown)),
    ]
