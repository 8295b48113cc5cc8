"""Statements of sections 3, 4 and 6: interfaces, cross-references and next steps."""

from model.language.sources import Clause, Force

DRAFTING = (
    # 3. Interfaces of DSP and CSS
    Clause(
        "3-a",
        "Appendices X and Y, which hold the interface of DSP and RDPs today, change because "
        "RDPs cease to send.",
        "modelled",
        force=Force.REASON,
        reviewed="c5301b4b3be6894e",
    ),
    Clause(
        "3-b",
        "The same two appendices come to say how the DCC and the CSS work together.",
        "modelled",
        force=Force.RULE,
        reviewed="de90fc4ffe4ee039",
    ),
    Clause(
        "3-c",
        "Their legal text cannot be finished until the detail of the interface is final.",
        "modelled, claimed",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="c13d3f6011324848",
    ),
    Clause(
        "3-d",
        "No SEC Party feels the change of these sections, since the interface lies between "
        "systems of the DCC and of the CSS.",
        "claimed",
        "No event of that interface is an act of a Party's system; reported: RDPs, agents of "
        "Parties, remain as receivers.",
        force=Force.RULE,
        tensions="2.3-c",
        exempt=(
            "It is about who acts, which no state shows; a test looks at the actors of the "
            "interface."
        ),
        reviewed="528f791b4964f050",
    ),
    Clause(
        "3-e",
        "Appendix AG comes to recognise the CRS and to hold the right protocols for incidents.",
        "modelled",
        force=Force.DEFINITION,
        terms="CRS",
        reviewed="b529145fa62d7191",
    ),
    Clause(
        "3-f",
        "What the incident policy has to say about actions is settled along with the interface "
        "design.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="e51a70b28841ae73",
    ),
    # 4. Cross-references
    Clause(
        "4-a",
        "Mentions of the MRA, SPAA and UNC become mentions of the REC.",
        "recorded",
        "A cross-reference: no behaviour.",
        force=Force.REFERENCE,
        retired="MRA SPAA UNC",
        tensions="5-A 5-K",
        reviewed="818425461b9d3248",
    ),
    Clause(
        "4-b",
        "Those mentions cannot be changed before the final design is confirmed.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="d850d6389002417f",
    ),
    # 6. Approach and next steps
    Clause(
        "6-a",
        "The areas of change were found together with the DCC, and the newest REC is read for "
        "conflicts with the SEC.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="6b0748917267db0d",
    ),
    Clause(
        "6-b",
        "The interface design is expected before June 2019 is over.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="d7aa4a97894f36ca",
    ),
    Clause(
        "6-c",
        "The design goes to TABASC, the SMKI PMA and the SSC, lest it have consequences that "
        "nobody meant.",
        "modelled, claimed",
        "All three come before the text is drafted.",
        force=Force.PLAN,
        reviewed="606241266a26bbe6",
    ),
    Clause(
        "6-d",
        "The legal text is drafted once these committees have reviewed the design in June or July.",
        "modelled, claimed",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="e99f3f095e7114f0",
    ),
    Clause(
        "6-e",
        "Text and design go to the SEC Panel, in August 2019 if the design arrives in June.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="3d26425145fb2b52",
    ),
    Clause(
        "6-f",
        "Once the Panel has commented, the changes can go forward within the SCR.",
        "modelled, claimed",
        "Claimed as reachable.",
        force=Force.PLAN,
        reviewed="b0b6059473b6b192",
    ),
)
