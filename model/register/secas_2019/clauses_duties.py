"""Statements of sections 2.2 and 2.3 of the governing document: who must do what."""

from model.language.sources import Clause, Force

DUTIES = (
    # 2.2 Duties of the CRS
    Clause(
        "2.2-a",
        "Currently the SEC obliges Network Parties to ensure that their RDPs send the required "
        "data on MPANs and Supply Meter Points to the DSP.",
        "modelled",
        force=Force.RULE,
        reviewed="775cfe0f0ca79fd9",
    ),
    Clause(
        "2.2-b",
        "The introduction of the CSS takes the requirement off the RDPs, and instead has the CRS "
        "ensure that the CSS sends the relevant registration data directly to the DSP; this "
        "transfer, and the CRS as an entity, will be the most substantial changes.",
        "modelled",
        force=Force.RULE,
        tensions="5-E1 5-X2",
        reviewed="46f62f985264c221",
    ),
    Clause(
        "2.2-c",
        "The CSS will be treated as though it were a new RDP, so that its entry process will "
        "mirror the current requirements for RDPs.",
        "claimed",
        "The two entry machines are equal up to a renaming.",
        force=Force.RULE,
        tensions="2.2-d",
        reviewed="051b10eb42f9cc01",
    ),
    Clause(
        "2.2-e",
        "As that of a new RDP, the security of the CSS will be owed as RDPs currently owe it.",
        "modelled, claimed",
        "Claimed that somebody bound owes it; of security itself there is no state, since its text "
        "was not read (A6.unread), and no event performs or breaches it.",
        force=Force.RULE,
        reviewed="5c38f1468fc23a2a",
    ),
    Clause(
        "2.2-d",
        "Additionally the DCC will have a new duty to send Comms Hub ID and MPxN to the CSS, to "
        "help with establishing the REL.",
        "modelled, claimed",
        "Claimed as liveness; the text sets no condition, such as that the CSS was nominated "
        "before.",
        force=Force.RULE,
        reviewed="2fac471347082e68",
    ),
    # 2.3 RDPs and Network Parties
    Clause(
        "2.3-a",
        "The current duty of Networks to ensure that their RDP sends the correct registration "
        "data to the DSP will be removed.",
        "claimed",
        force=Force.RULE,
        reviewed="0ac4aadac2a0798d",
    ),
    Clause(
        "2.3-b",
        "It is assumed that licence and REC will oblige Networks to ensure that the CSS is "
        "provided with the required data on MPANs and Supply Meter Points.",
        "assumed",
        "A duty under the REC that starts late is a variant that must fail; who is to provide the "
        "data is not said.",
        force=Force.ASSUMPTION,
        reviewed="1b989476c0c5c0d3",
    ),
    Clause(
        "2.3-g",
        "The SEC will therefore hold no additional requirement of this kind.",
        "claimed",
        "Claimed of the duties: none such under the SEC.",
        force=Force.RULE,
        exempt="It says that a duty is not there, and nothing makes what is not there.",
        reviewed="494a36a976d9d32a",
    ),
    Clause(
        "2.3-c",
        "The current duties of the DSP to issue smart metering information to RDPs will stay as "
        "they are, though RDPs are no longer to send registration data.",
        "claimed",
        "The two flows are equal at the interface of DSP and RDP.",
        force=Force.RULE,
        reviewed="5ce09a57ae39d0da",
    ),
    Clause(
        "2.3-d",
        "The existing provisions will need to be parted, so that the correct duties and rules "
        "apply to the CSS for sending data, and to the RDPs for receiving it only.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="2958092c26360c59",
    ),
    Clause(
        "2.3-e",
        "Existing rules and duties are not intended to be altered, but current provisions merely "
        "to be assigned, as required, to the CSS or to the RDPs.",
        "claimed",
        "Each duty of today has exactly one holder afterwards, or is listed as removed; an "
        "intention is held here as though it were a rule.",
        force=Force.REASON,
        tensions="2.1-c 5-X3",
        reviewed="3ee74496962f11c6",
    ),
    Clause(
        "2.3-f",
        "The parts of the SEC that feel this change are Section E and Appendices X, Y and AG.",
        "claimed",
        "Claimed of the register; the table of section 5 names more, and whether this change is "
        "the parting of provisions alone or all of it is not said.",
        force=Force.REFERENCE,
        tensions="5-A 5-B 5-F 5-G 5-H0 5-H1 5-H2 5-H3 5-K 5-L 5-S1 5-S5",
        exempt=(
            "It lists parts of the SEC; a test compares the list with the table of section 5, and "
            "what it leaves out stands here as its tensions."
        ),
        reviewed="fb5180579f4c9657",
    ),
)
