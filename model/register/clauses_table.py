"""Statements of the table of impacts, section 5 of the governing document."""

from model.language.sources import Clause

TABLE = (
    # Sections A to L
    Clause(
        "5-A",
        "Section A gains definitions of CRS, CSS and REC, and speaks of the REC where it spoke "
        "of the MRA and SPAA.",
        "recorded",
        "Definitions and cross-references: no behaviour.",
    ),
    Clause(
        "5-B",
        "Section B comes to provide for the RDP signifier and the RDP ID that the CSS is given.",
        "modelled",
        "A step of the entry process.",
    ),
    Clause(
        "5-E1",
        "In Section E the duty to send registration data, for electricity and for gas, passes "
        "from Networks to the CRS.",
        "claimed",
        "Claimed for each fuel.",
    ),
    Clause(
        "5-E2",
        "In Section E the duty of Network Parties to have the required data issued to the DSP "
        "is struck out.",
        "claimed",
    ),
    Clause(
        "5-E3",
        "Section E recognises the CRS in its own right, and repeats for it the provisions on "
        "the security and entry of RDPs.",
        "modelled, claimed",
    ),
    Clause(
        "5-E4",
        "Section E makes the DCC send the CSS each Comms Hub ID with its MPxN, beside the "
        "information specified so far.",
        "modelled",
    ),
    Clause(
        "5-F",
        "Section F mentions the CRS and CSS where it weighs impacts.",
        "recorded",
        "A reference: no behaviour.",
    ),
    Clause(
        "5-G",
        "Section G makes the CRS and CSS comply with the security duties.",
        "modelled, claimed",
        "Nothing is accepted from a sender that does not comply.",
    ),
    Clause(
        "5-H0",
        "Section H mentions the CRS and CSS where it weighs impacts.",
        "recorded",
        "A reference: no behaviour.",
    ),
    Clause(
        "5-H1",
        "Section H makes the CRS raise the incidents that it comes to know of.",
        "modelled, claimed",
        "Claimed as liveness.",
    ),
    Clause(
        "5-H2",
        "Section H recognises the CRS when services are suspended in an emergency.",
        "modelled",
    ),
    Clause(
        "5-H3",
        "Section H lets the DCC take control of a gateway that is compromised.",
        "modelled, claimed",
        "Nothing passes a gateway under control.",
    ),
    Clause(
        "5-K",
        "Section K, on charging, speaks of the REC where it spoke of the MRA and SPAA.",
        "recorded",
        "A cross-reference: no behaviour.",
    ),
    Clause(
        "5-L",
        "Section L gives the CRS and CSS the duties of RDPs as to SMKI and DCCKI.",
        "modelled, claimed",
        "The two machines are equal up to a renaming.",
    ),
    # Appendices and schedules
    Clause("5-X1", "Appendix X brings in the CRS and CSS as an entity.", "modelled"),
    Clause(
        "5-X2",
        "Appendix X holds apart the duties of RDPs, who receive, and of the CSS, which sends to "
        "the DCC.",
        "modelled, claimed",
    ),
    Clause(
        "5-X3",
        "Appendix X sets out the file formats and the interface design that DSP and CSS use.",
        "modelled",
        "As far as it is known.",
    ),
    Clause(
        "5-X4",
        "Appendix X has its references to flows brought up to date.",
        "recorded",
        "A cross-reference: no behaviour.",
    ),
    Clause("5-Y1", "Appendix Y brings in the CRS and CSS as an entity.", "modelled"),
    Clause(
        "5-Y2",
        "Appendix Y moves the duty to send electricity and gas data to the DSP away from RDPs "
        "and onto the CSS.",
        "claimed",
        "Reported as a tension: a duty on the CSS is what section 2.1 rules out.",
    ),
    Clause(
        "5-AG1",
        "Appendix AG repeats for the CSS the procedures that RDPs follow.",
        "claimed",
        "The two incident machines are equal up to a renaming.",
    ),
    Clause(
        "5-AG2",
        "Appendix AG is made fit for its purpose.",
        "claimed",
        "Every incident that is raised can be closed, by someone entitled.",
    ),
    Clause(
        "5-S1",
        "Schedule 1, the Framework Agreement, names the REC where it named the MRA.",
        "recorded",
        "A cross-reference: no behaviour.",
    ),
    Clause(
        "5-S5",
        "Schedule 5, on accession, names the REC where it named the MRA.",
        "recorded",
        "A cross-reference: no behaviour.",
    ),
)
