"""Findings that the register of statements shows by itself, and one on the drafting."""

import re

from model.drafting.flow import FLOW as DRAFTING
from model.register.secas_2019.clauses import CLAUSES
from properties.drafting import CLAIMS, VARIANTS
from switchproof.dossier.findings.kinds import Cure, Finding, InTheText, fails, found

SAID = {clause.id: clause.says for clause in CLAUSES}
CODES = ("MRA", "SPAA", "UNC")


def _in_the_table() -> tuple[str, ...]:
    parts = (re.match(r"5-(S\d|[A-Z]+)", name) for name in SAID)
    return tuple(dict.fromkeys(part[1] for part in parts if part))


def left_out_of_the_list() -> str:
    """Say which parts the table changes that 2.3-f does not name."""
    named = re.findall(r"\b[A-Z]{1,2}\b", SAID["2.3-f"].replace("The parts of the SEC", ""))
    left_out = [part for part in _in_the_table() if part not in named]
    if not left_out:
        return ""
    return (
        f"2.3-f names {', '.join(named)}. The table of section 5 also changes "
        f"{', '.join(left_out)} (S: Schedule)."
    )


def codes_not_replaced() -> str:
    """Say which retired codes 4-a names and no entry of the table replaces."""
    named = [code for code in CODES if code in SAID["4-a"]]
    table = " ".join(says for name, says in SAID.items() if name.startswith("5-"))
    missing = [code for code in named if code not in table]
    if not missing:
        return ""
    return f"4-a names {', '.join(named)}. No entry of the table speaks of {', '.join(missing)}."


OF_DRAFTING = {variant.name: variant for variant in VARIANTS}

ON_TEXT: tuple[InTheText, ...] = (
    InTheText(
        "four-parts-or-more",
        "The list of the parts that change is shorter than the table of what changes.",
        "2.3-f 5-A 5-B 5-F 5-G 5-H1 5-K 5-L 5-S1 5-S5",
        left_out_of_the_list,
        "The list names every part of the table, or says that it names the main ones.",
    ),
    InTheText(
        "a-code-that-is-nowhere-replaced",
        "A code whose mentions are to be replaced is in no entry of the table.",
        "1-e 4-a",
        codes_not_replaced,
        "The table says where the code is mentioned and what takes its place, or 1-e and 4-a leave "
        "it out.",
    ),
)
ON_DRAFTING: tuple[Finding, ...] = (
    Finding(
        "august-stands-on-an-unwritten-rule",
        "No rule says that the Panel can be reached in August only if the design comes in June: "
        "if several phases may fit into a month, a design of July is still in time.",
        "6-b 6-d 6-e",
        "drafting",
        fails(found(CLAIMS, "august-needs-june")),
        OF_DRAFTING["several phases in one month"].flow,
        (
            Cure(
                "Review, and drafting with presentation, each take a month of their own.", DRAFTING
            ),
        ),
        reading="several phases may end in one month",
    ),
)
