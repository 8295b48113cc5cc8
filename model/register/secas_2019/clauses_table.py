"""Statements of the table of impacts, section 5 of the governing document: Sections of the SEC."""

from model.language.sources import Clause, Force

SECTIONS = (
    Clause(
        "5-A",
        "Section A will need definitions of CRS, CSS and REC, and its references to the MRA and "
        "SPAA need to be replaced with references to the REC.",
        "recorded",
        "Definitions and cross-references: no behaviour.",
        force=Force.DEFINITION,
        terms="CRS CSS REC",
        retired="MRA SPAA",
        reviewed="c98dc05761f5e5d3",
    ),
    Clause(
        "5-B",
        "Section B is updated for the RDP signifier and the RDP ID that the CSS is issued.",
        "modelled",
        "A step of the entry process; the paper heads Section B with registration, though it is "
        "on accession (O4.B).",
        force=Force.RULE,
        reviewed="c24094d29bd21c8a",
    ),
    Clause(
        "5-E1",
        "In Section E the duty as to sending electricity and gas registration data to the DCC is "
        "transferred from Networks to the CRS.",
        "claimed",
        "Claimed for each fuel; the recipient is the DCC here, and the DSP in 1-b, 2.2-b and 5-Y2.",
        force=Force.RULE,
        tensions="5-H3",
        reviewed="ffab365f81e83d6c",
    ),
    Clause(
        "5-E2",
        "In Section E the duty of Network Parties to ensure that required data is issued to the "
        "DSP is removed.",
        "claimed",
        force=Force.RULE,
        reviewed="72c8d13c5b694cb5",
    ),
    Clause(
        "5-E3",
        "Section E creates the CRS as a recognised entity, and repeats for it the provisions on "
        "RDP security and entry that will apply.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="46fb89fd9da52b81",
    ),
    Clause(
        "5-E4",
        "Section E has the DCC send Comms Hub ID and MPxN to the CSS, in addition to the "
        "information currently specified.",
        "modelled",
        "Whether the CSS then gets what RDPs get is not said.",
        force=Force.RULE,
        reviewed="90b1b203977e8d13",
    ),
    Clause(
        "5-F",
        "Section F refers to CRS/CSS when impacts are considered.",
        "recorded",
        "A reference: whether anybody has a duty to consider them is not said.",
        force=Force.REFERENCE,
        terms="CRS CSS",
        reviewed="842d31c156b14d7b",
    ),
    Clause(
        "5-G",
        "Section G introduces CRS/CSS as an entity that needs to comply with security obligations.",
        "modelled, claimed",
        "Nothing is accepted from a sender without entry and credentials; of security itself "
        "there is no state, and that CRS/CSS is one entity is recorded only.",
        force=Force.RULE,
        reviewed="32e758d64e26f5a5",
    ),
    Clause(
        "5-H0",
        "Section H refers to CRS/CSS when impacts are considered.",
        "recorded",
        "A reference: whether anybody has a duty to consider them is not said.",
        force=Force.REFERENCE,
        terms="CRS CSS",
        reviewed="c94fe45239530bf7",
    ),
    Clause(
        "5-H1",
        "Section H obliges the CRS to raise incidents where it becomes aware of them.",
        "modelled, claimed",
        "Claimed as liveness.",
        force=Force.RULE,
        reviewed="bde91129fb2094a7",
    ),
    Clause(
        "5-H2",
        "Section H recognises the CRS during emergency suspension services.",
        "modelled, claimed",
        "Who suspends, whom and whose services is not said; that the DCC suspends the CSS is "
        "A-suspension, and that the CRS can be told of it, and takes no step, is A-recognised.",
        force=Force.RULE,
        reviewed="2a0dd20d502e2efd",
    ),
    Clause(
        "5-H3",
        "Section H gives the DCC the ability to control a gateway if it is compromised.",
        "modelled, claimed",
        "Nothing passes a gateway under control; whose gateway, and what is done on suspicion "
        "alone, is not said.",
        force=Force.RULE,
        reviewed="2a0dd20d502e2efd",
    ),
    Clause(
        "5-K",
        "In Section K, on charging, references to the MRA and SPAA need to be replaced with "
        "references to the REC.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA SPAA",
        reviewed="8e7c3d9470dcc44b",
    ),
    Clause(
        "5-L",
        "Section L introduces CRS/CSS as having the same obligations as RDPs.",
        "modelled, claimed",
        "The two machines are equal up to a renaming; it takes for granted that RDPs, which are "
        "not bound (2.1-d), have obligations.",
        force=Force.RULE,
        tensions="2.1-d",
        reviewed="39128922fc048754",
    ),
)
