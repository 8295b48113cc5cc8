"""Statements of sections 2.2 and 2.3 of the governing document: who must do what."""

from model.language.sources import Clause, Force

DUTIES = (
    # 2.2 Duties of the CRS
    Clause(
        "2.2-a",
        "Today Network Parties must see that their RDPs send data on MPANs and Supply Meter "
        "Points to the DSP.",
        "modelled",
        force=Force.RULE,
        reviewed="775cfe0f0ca79fd9",
    ),
    Clause(
        "2.2-b",
        "After the change the CRS answers for the CSS sending registration data straight to the "
        "DSP.",
        "modelled",
        force=Force.RULE,
        tensions="5-E1 5-X2",
        reviewed="46f62f985264c221",
    ),
    Clause(
        "2.2-c",
        "The CSS counts as a new RDP, so its security duties and its entry process are those of "
        "an RDP over again.",
        "claimed",
        "The two entry machines are equal up to a renaming.",
        force=Force.RULE,
        tensions="2.2-d",
        reviewed="051b10eb42f9cc01",
    ),
    Clause(
        "2.2-d",
        "The DCC gets a new duty to send the CSS each Comms Hub ID with its MPxN, as a help in "
        "establishing the REL.",
        "modelled, claimed",
        "Claimed as liveness.",
        force=Force.RULE,
        reviewed="2fac471347082e68",
    ),
    # 2.3 RDPs and Network Parties
    Clause(
        "2.3-a",
        "The duty of Network Parties to have their RDP send correct registration data comes to "
        "an end.",
        "claimed",
        force=Force.RULE,
        reviewed="0ac4aadac2a0798d",
    ),
    Clause(
        "2.3-b",
        "Licence and REC, rather than the SEC, are taken to oblige Networks to give the CSS the "
        "data on MPANs and Supply Meter Points.",
        "assumed",
        "A duty under the REC that starts late is a variant that must fail.",
        force=Force.ASSUMPTION,
        reviewed="1b989476c0c5c0d3",
    ),
    Clause(
        "2.3-g",
        "The SEC therefore holds no further duty of Networks to provide that data.",
        "claimed",
        "Claimed of the duties: none such under the SEC.",
        force=Force.RULE,
        exempt="It says that a duty is not there, and nothing makes what is not there.",
        reviewed="494a36a976d9d32a",
    ),
    Clause(
        "2.3-c",
        "What the DSP owes RDPs by way of smart metering information stays as it is.",
        "claimed",
        "The two flows are equal at the interface of DSP and RDP.",
        force=Force.RULE,
        reviewed="5ce09a57ae39d0da",
    ),
    Clause(
        "2.3-d",
        "The provisions are divided: rules on sending go to the CSS, and rules on receiving, "
        "alone, to the RDPs.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="2958092c26360c59",
    ),
    Clause(
        "2.3-e",
        "Rules that exist are assigned to one side or the other, and not changed.",
        "claimed",
        "Each duty of today has exactly one holder afterwards, or is listed as removed.",
        force=Force.RULE,
        tensions="5-X3",
        exempt="It compares the duties of two flows, which no claim on one of them does.",
        reviewed="91b156ca584ba1b9",
    ),
    Clause(
        "2.3-f",
        "The parts of the SEC that change are Section E and Appendices X, Y and AG.",
        "claimed",
        "Claimed of the register; the table of section 5 names more, and the difference is "
        "reported.",
        force=Force.REFERENCE,
        tensions="5-A 5-B 5-F 5-G 5-H0 5-H1 5-H2 5-H3 5-K 5-L 5-S1 5-S5",
        exempt=(
            "It lists parts of the SEC; a test compares the list with the table of section 5, and "
            "what it leaves out stands here as its tensions."
        ),
        reviewed="fb5180579f4c9657",
    ),
)
