"""Findings that the register shows by itself: a code left out, Parties touched, a timetable."""

from model.css.flow import FLOW as THEN
from model.drafting.flow import FLOW as DRAFTING
from model.language.words import listed
from model.parties import CLOCK, NETWORK_PARTY, RDP
from model.register.secas_2019.clauses import CLAUSES
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.words import Drafter, Instruction
from switchproof.telling.sentences import the

SAID = {clause.id: clause.says for clause in CLAUSES}
CODES = ("MRA", "SPAA", "UNC")


def codes_not_replaced() -> str:
    """Say which retired codes 4-a names and no entry of the table replaces."""
    named = [code for code in CODES if code in SAID["4-a"]]
    table = " ".join(says for name, says in SAID.items() if name.startswith("5-"))
    missing = [code for code in named if code not in table]
    if not missing:
        return ""
    return f"4-a names {', '.join(named)}. No entry of the table speaks of {', '.join(missing)}."


def networks_touched() -> str:
    """Say which duties Networks then owe through their RDPs, though no Party is to be touched."""
    if "not touch SEC Parties" not in SAID["3-d"]:
        return ""
    owed = [d for d in THEN.duties if (d.obligor, d.performer) == (NETWORK_PARTY, RDP)]
    names = [d.name.removeprefix("the Networks' duty ") for d in owed if not d.ends]
    bound = f"Through their RDPs Network Parties are then under {len(names)} duties"
    return f"{bound}: {listed(names, 'and')}." if names else ""


def steps_that_nobody_owes() -> str:
    """Say who takes the steps of section 6, where no duty has them taken."""
    owed = {event for duty in DRAFTING.duties for event in duty.performed_by}
    rules = [rule for _, rule in DRAFTING.rules() if " 6-" in f" {rule.cites}"]
    left = [r for r in rules if r.actor not in (None, CLOCK) and r.event not in owed]
    if not left:
        return ""
    actors = listed(dict.fromkeys(the(rule.actor) for rule in left if rule.actor), "and")
    steps = len({rule.event for rule in left})
    return f"{steps} steps of section 6 are taken by {actors}; no duty asks for any."


CODES_REPLACED = InTheText(
    "a-code-that-is-nowhere-replaced",
    "A reader of the table leaves references to the UNC as they are, since no entry has them "
    "replaced.",
    "1-e 4-a",
    codes_not_replaced,
    Instruction(
        "the table of section 5",
        "the MRA, the SPAA and the UNC",
        "'the MRA and the SPAA', wherever the UNC is mentioned; or 1-e and 4-a leave it out",
        writer=Drafter.PAPER,
        read=True,
    ),
)
ON_TIMETABLE = (
    InTheText(
        "parties-that-are-touched",
        "Network Parties may not be heard on Appendices X and Y: 3-d says that no Party is "
        "touched, while their RDPs must receive under them.",
        "3-d 5-X2 1-c 2.3-c 2.3-d",
        networks_touched,
        Instruction(
            "section 3 of the paper",
            "these sections will impact Network Parties, whose RDPs receive under them, and no "
            "other SEC Party",
            "'these sections will not impact SEC Parties'",
            writer=Drafter.PAPER,
            read=True,
        ),
    ),
    InTheText(
        "a-timetable-that-nobody-owes",
        "Whoever waits for the change can wait for good: its text hangs on a design that nobody "
        "is bound to deliver.",
        "6-a 6-b 6-c 6-d 6-e 6-f 1-d",
        steps_that_nobody_owes,
        Instruction(
            "section 6 of the paper",
            "the DCC has undertaken to the Panel to deliver the final design by the end of June",
            "'it is anticipated that the design will be available by the end of June'",
            writer=Drafter.PAPER,
            read=True,
        ),
        rests="whether a contract or a direction of Ofgem asks for it was not read",
    ),
)
