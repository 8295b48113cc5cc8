"""Statements of the table of impacts, section 5: Appendices and Schedules of the SEC."""

from model.language.sources import Clause, Force

APPENDICES = (
    Clause(
        "5-X1",
        "Appendix X introduces CRS/CSS as an entity.",
        "recorded",
        "Nothing bears that the two are one entity, and no claim cites it; 2.1-c tells them apart.",
        force=Force.DEFINITION,
        terms="CRS CSS",
        tensions="2.1-c",
        reviewed="65216edf0ba1b508",
    ),
    Clause(
        "5-X2",
        "Appendix X parts the duties of RDPs to receive data from those of the CSS to send data "
        "to the DCC.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="f4610ab3a01fe679",
    ),
    Clause(
        "5-X3",
        "Appendix X details the file formats and interface design that DSP and CSS use.",
        "modelled",
        "As far as it is known.",
        force=Force.RULE,
        reviewed="0634b85f9682ca50",
    ),
    Clause(
        "5-X4",
        "Appendix X has its cross-references to flows updated.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        exempt="It does not say which references change, so there is none to look for.",
        reviewed="20ba2c1fc222ed97",
    ),
    Clause(
        "5-Y1",
        "Appendix Y introduces CRS/CSS as an entity.",
        "recorded",
        "Nothing bears that the two are one entity; the claim tried turns on the code of "
        "connection, which is only named here.",
        force=Force.DEFINITION,
        terms="CRS CSS",
        tensions="2.1-c",
        tried="css:only-admitted-senders",
        reviewed="30a5ea945a6e0c71",
    ),
    Clause(
        "5-Y2",
        "In Appendix Y the duty as to sending electricity and gas registration data to the DSP is "
        "transferred from RDPs to the CSS.",
        "claimed",
        "Reported as a tension: a duty on the CSS is what section 2.1 rules out.",
        force=Force.RULE,
        tensions="5-E1 5-X2",
        exempt="No duty is laid on the CSS, since 2.1-c rules it out; 5-E1 lays it on the CRS.",
        reviewed="50e4175c700d11f3",
    ),
    Clause(
        "5-AG1",
        "Appendix AG mirrors the current procedures of RDPs for the CSS.",
        "claimed",
        "The two incident machines are equal up to a renaming.",
        force=Force.RULE,
        reviewed="56a57565a8371300",
    ),
    Clause(
        "5-AG2",
        "Appendix AG is to ensure that the incident policy is fit for purpose.",
        "recorded",
        "Fitness is not decidable; that incidents are at last closed needs no cure of the fault, "
        "and holds without it.",
        force=Force.RULE,
        tried="css:each-incident-ends",
        reviewed="edb752cc1313937d",
    ),
    Clause(
        "5-S1",
        "In Schedule 1, the Framework Agreement, the reference to the MRA is replaced with one to "
        "the REC.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA",
        reviewed="db99320cf664a0ff",
    ),
    Clause(
        "5-S5",
        "In Schedule 5, on accession, the reference to the MRA is replaced with one to the REC.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA",
        reviewed="7c3eba288358ef92",
    ),
)
