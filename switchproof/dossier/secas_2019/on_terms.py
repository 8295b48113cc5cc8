"""Findings that the uses of terms show: one word for several things, and several for one."""

from collections.abc import Iterator

from model.register.secas_2019.clauses import CLAUSES
from model.register.secas_2019.sending import SENDINGS
from model.register.secas_2019.terms import TERMS
from model.register.terms import Sense
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.words import Instruction
from switchproof.dossier.terms.comparing import Candidate, candidates


def _found(kind: str, about: str = "") -> Iterator[Candidate]:
    every = candidates(TERMS, SENDINGS, CLAUSES)
    return (one for one in every if one.kind == kind and about in ("", one.about))


def meanings_of_crs() -> str:
    """Say as what the CRS is used, where it is a body that owes and a service, and by what told."""
    crs = next(term for term in TERMS if term.name == "CRS")
    if not {Sense.BODY, Sense.SERVICE} <= set(crs.uses):
        return ""
    uses = "; ".join(f"a {sense.value} in {_ids(ids)}" for sense, ids in crs.uses.items())
    return f"The CRS is {uses}. {_told_by_each_other('CRS', 'CSS')}".strip()


def _told_by_each_other(one: str, other: str) -> str:
    ways = [[*_found("circular", name)] for name in (one, other)]
    if not all(ways):
        return ""
    cites = dict.fromkeys(id_ for way in ways for found in way for id_ in found.cites)
    return f"What {one} means is told by the {other}, and the {other} by it ({_ids(*cites)})."


def rdp_not_met() -> str:
    """Say who is to be an RDP and no longer does what an RDP is said to do."""
    return _told(_found("no longer met", "RDP"))


def standards() -> str:
    """Say by which words the data is told that is to be sent, today and then."""
    return " ".join(
        f"Under {one.about} the data is {one.says}." for one in _found("standard")
    ).replace("send then", "send after the change")


def one_of_two() -> str:
    """Say where CRS and CSS are one body, which 2.1-c tells apart."""
    found = [one for one in _found("one of two") if one.about == "CRS/CSS"]
    return "".join(f"{one.about} stands as one body in {_ids(*one.cites)}." for one in found)


def _told(found: Iterator[Candidate]) -> str:
    return " ".join(
        f"{one.says.replace('it means', f'{one.about} means', 1)} ({_ids(*one.cites)})."
        for one in found
    )


def _ids(*ids: str) -> str:
    return ", ".join(id_ for one in ids for id_ in one.split())


ON_TERMS = (
    InTheText(
        "a-service-that-owes",
        "Whoever is owed something by the CRS may hear that it is a service, and a service, as "
        "2.1-c argues of systems, cannot owe.",
        "1-b 2.1-a 2.1-c 2.1-g 2.1-i 5-A 5-E3",
        meanings_of_crs,
        Instruction(
            "Section A, definition of CRS",
            "CRS means the DCC, acting in the capacity in which its licence has it provide the "
            "Centralised Registration Service",
            "the definition of CRS that 5-A asks for",
        ),
        rests="on a precedent for such words, the Access Control Broker (O4.broker)",
    ),
    InTheText(
        "nobody-meets-the-definition",
        "Neither an RDP of today nor the CSS meets the meaning of RDP after the change, so rules "
        "written on RDPs may reach neither.",
        "2.2-c 2.3-d 5-X2 5-L",
        rdp_not_met,
        Instruction(
            "Section A, definition of RDP",
            "RDP means one that a Network Party appoints to receive, and until the change takes "
            "effect to send, data under Section E; a provision on RDPs applies to the CSS only "
            "where it says so",
            "the definition of RDP, which the paper leaves as it is",
        ),
        rests="on two definitions, neither of the text in force (O4.RDP, A1.rdp)",
    ),
    InTheText(
        "three-words-for-one-standard",
        "The CRS can send less than Networks had to, since required, relevant and correct data "
        "stand for what may be one standard.",
        "1-b 2.1-a 2.2-a 2.2-b 2.3-a 2.3-e 5-E2",
        standards,
        Instruction(
            "Section E",
            "the required registration data, being the data that Network Parties were to ensure "
            "was sent",
            "'relevant registration data' of 2.1-a and 2.2-b",
        ),
        rests="on reading each word as a standard of its own, which is a doubt (which-standard): "
        "that rules are not intended to be altered (2.3-e) speaks for one",
    ),
    InTheText(
        "one-entity-of-two",
        "A duty on CRS/CSS lets each of the two point to the other, and one of them cannot be "
        "bound.",
        "5-F 5-G 5-H0 5-L 5-X1 5-Y1 2.1-c",
        one_of_two,
        Instruction(
            "Sections F, G, H and L and Appendices X and Y",
            "the CRS, which shall ensure that the CSS does so",
            "'CRS/CSS as an entity'",
        ),
    ),
)
