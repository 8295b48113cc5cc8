"""Statements of the table of impacts, section 5: Appendices and Schedules of the SEC."""

from model.language.sources import Clause, Force

APPENDICES = (
    Clause(
        "5-X1",
        "Appendix X brings in the CRS and CSS as an entity.",
        "modelled",
        force=Force.DEFINITION,
        terms="CRS CSS",
        reviewed="87ff34b2882aa295",
    ),
    Clause(
        "5-X2",
        "Appendix X holds apart the duties of RDPs, who receive, and of the CSS, which sends to "
        "the DCC.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="f4610ab3a01fe679",
    ),
    Clause(
        "5-X3",
        "Appendix X sets out the file formats and the interface design that DSP and CSS use.",
        "modelled",
        "As far as it is known.",
        force=Force.RULE,
        reviewed="0634b85f9682ca50",
    ),
    Clause(
        "5-X4",
        "Appendix X has its references to flows brought up to date.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        exempt="It does not say which references change, so there is none to look for.",
        reviewed="20ba2c1fc222ed97",
    ),
    Clause(
        "5-Y1",
        "Appendix Y brings in the CRS and CSS as an entity.",
        "modelled",
        force=Force.DEFINITION,
        terms="CRS CSS",
        reviewed="6f23d721102fbe77",
    ),
    Clause(
        "5-Y2",
        "Appendix Y moves the duty to send electricity and gas data to the DSP away from RDPs "
        "and onto the CSS.",
        "claimed",
        "Reported as a tension: a duty on the CSS is what section 2.1 rules out.",
        force=Force.RULE,
        tensions="5-E1 5-X2",
        exempt="No duty is laid on the CSS, since 2.1-c rules it out; 5-E1 lays it on the CRS.",
        reviewed="50e4175c700d11f3",
    ),
    Clause(
        "5-AG1",
        "Appendix AG repeats for the CSS the procedures that RDPs follow.",
        "claimed",
        "The two incident machines are equal up to a renaming.",
        force=Force.RULE,
        reviewed="56a57565a8371300",
    ),
    Clause(
        "5-AG2",
        "Appendix AG is made fit for its purpose.",
        "claimed",
        "Every incident that is raised can be closed, by someone entitled.",
        force=Force.RULE,
        reviewed="cb15c63dd6403550",
    ),
    Clause(
        "5-S1",
        "Schedule 1, the Framework Agreement, names the REC where it named the MRA.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA",
        reviewed="db99320cf664a0ff",
    ),
    Clause(
        "5-S5",
        "Schedule 5, on accession, names the REC where it named the MRA.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA",
        reviewed="7c3eba288358ef92",
    ),
)
