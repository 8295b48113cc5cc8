"""Statements of the table of impacts, section 5 of the governing document: Sections of the SEC."""

from model.language.sources import Clause, Force

SECTIONS = (
    Clause(
        "5-A",
        "Section A gains definitions of CRS, CSS and REC, and speaks of the REC where it spoke "
        "of the MRA and SPAA.",
        "recorded",
        "Definitions and cross-references: no behaviour.",
        force=Force.DEFINITION,
        terms="CRS CSS REC",
        retired="MRA SPAA",
        reviewed="c98dc05761f5e5d3",
    ),
    Clause(
        "5-B",
        "Section B comes to provide for the RDP signifier and the RDP ID that the CSS is given.",
        "modelled",
        "A step of the entry process.",
        force=Force.RULE,
        reviewed="c24094d29bd21c8a",
    ),
    Clause(
        "5-E1",
        "In Section E the duty to send registration data, for electricity and for gas, passes "
        "from Networks to the CRS.",
        "claimed",
        "Claimed for each fuel.",
        force=Force.RULE,
        tensions="5-H3",
        reviewed="ffab365f81e83d6c",
    ),
    Clause(
        "5-E2",
        "In Section E the duty of Network Parties to have the required data issued to the DSP "
        "is struck out.",
        "claimed",
        force=Force.RULE,
        reviewed="72c8d13c5b694cb5",
    ),
    Clause(
        "5-E3",
        "Section E recognises the CRS in its own right, and repeats for it the provisions on "
        "the security and entry of RDPs.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="46fb89fd9da52b81",
    ),
    Clause(
        "5-E4",
        "Section E makes the DCC send the CSS each Comms Hub ID with its MPxN, beside the "
        "information specified so far.",
        "modelled",
        force=Force.RULE,
        reviewed="90b1b203977e8d13",
    ),
    Clause(
        "5-F",
        "Section F mentions the CRS and CSS where it weighs impacts.",
        "recorded",
        "A reference: no behaviour.",
        force=Force.REFERENCE,
        terms="CRS CSS",
        reviewed="842d31c156b14d7b",
    ),
    Clause(
        "5-G",
        "Section G makes the CRS and CSS comply with the security duties.",
        "modelled, claimed",
        "Nothing is accepted from a sender that does not comply.",
        force=Force.RULE,
        reviewed="32e758d64e26f5a5",
    ),
    Clause(
        "5-H0",
        "Section H mentions the CRS and CSS where it weighs impacts.",
        "recorded",
        "A reference: no behaviour.",
        force=Force.REFERENCE,
        terms="CRS CSS",
        reviewed="c94fe45239530bf7",
    ),
    Clause(
        "5-H1",
        "Section H makes the CRS raise the incidents that it comes to know of.",
        "modelled, claimed",
        "Claimed as liveness.",
        force=Force.RULE,
        reviewed="bde91129fb2094a7",
    ),
    Clause(
        "5-H2",
        "Section H recognises the CRS when services are suspended in an emergency.",
        "modelled",
        force=Force.RULE,
        reviewed="38f36eab6b464669",
    ),
    Clause(
        "5-H3",
        "Section H lets the DCC take control of a gateway that is compromised.",
        "modelled, claimed",
        "Nothing passes a gateway under control.",
        force=Force.RULE,
        reviewed="2a0dd20d502e2efd",
    ),
    Clause(
        "5-K",
        "Section K, on charging, speaks of the REC where it spoke of the MRA and SPAA.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA SPAA",
        reviewed="8e7c3d9470dcc44b",
    ),
    Clause(
        "5-L",
        "Section L gives the CRS and CSS the duties of RDPs as to SMKI and DCCKI.",
        "modelled, claimed",
        "The two machines are equal up to a renaming.",
        force=Force.RULE,
        reviewed="39128922fc048754",
    ),
)
