"""Statements of sections 3, 4 and 6: interfaces, cross-references and next steps."""

from model.language.sources import Clause, Force

DRAFTING = (
    # 3. Interfaces of DSP and CSS
    Clause(
        "3-a",
        "Appendices X and Y, which currently hold the interface of DSP and RDPs, will need to "
        "show that RDPs no longer send data to the DSP.",
        "recorded",
        "It says which texts change, and the claims tried turn on the code of connection, which it "
        "only names; that RDPs no longer send is 2.3-a and 2.3-d.",
        force=Force.REASON,
        tried="current:only-admitted-senders current:live-has-passed-all",
        reviewed="d9194f2f50910a03",
    ),
    Clause(
        "3-b",
        "Additionally changes will need to be made for the new interfaces, and the same two "
        "appendices will have to show how the DCC and the CSS interface with each other.",
        "modelled",
        force=Force.RULE,
        reviewed="de90fc4ffe4ee039",
    ),
    Clause(
        "3-c",
        "Their legal text cannot be finished until it is clear and final how the interfaces will "
        "work.",
        "modelled, claimed",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="c13d3f6011324848",
    ),
    Clause(
        "3-d",
        "These sections will not touch SEC Parties, since they set out interfaces between DCC and "
        "CSS systems only, and no system of a Party takes part.",
        "claimed",
        "No event of that interface is an act of a Party's system; reported: RDPs, agents of "
        "Parties, remain as receivers.",
        force=Force.RULE,
        tensions="2.3-c 3-a 5-X2 1-c",
        exempt=(
            "It is about who acts, which no state shows; a test looks at the actors of the "
            "interface."
        ),
        reviewed="528f791b4964f050",
    ),
    Clause(
        "3-e",
        "Appendix AG will need to show the CRS as an entity.",
        "recorded",
        "That it is an entity moves no rule; the claims tried turn on who may raise an incident "
        "about a point.",
        force=Force.DEFINITION,
        terms="CRS",
        tried="current:a-point-incident-keeps-its-order current:flag-at-open-incident",
        reviewed="b134b3d3a4a94612",
    ),
    Clause(
        "3-g",
        "Appendix AG will also need to ensure that the correct incident protocols are in place.",
        "recorded",
        "Which protocols are correct is not said, and the text of Appendix AG was not read "
        "(A5.unread).",
        force=Force.RULE,
        tried="css:each-incident-ends",
        reviewed="c0a64930e0417fe8",
    ),
    Clause(
        "3-f",
        "The actions that the incident policy will need to document are being discussed, as part "
        "of finalising the interface design.",
        "modelled, claimed",
        "A step of the drafting flow; who discusses and who settles them is not said.",
        force=Force.PLAN,
        reviewed="b5d604065688b373",
    ),
    # 4. Cross-references
    Clause(
        "4-a",
        "References to what the MRA, SPAA and UNC currently hold will need to be updated, since "
        "it sits in the REC.",
        "recorded",
        "A cross-reference: no behaviour; that it waits for the design is 4-b, and whether it goes "
        "with the text is a doubt.",
        force=Force.REFERENCE,
        retired="MRA SPAA UNC",
        tensions="5-A 5-K",
        tried="drafting:no-reference-before-the-design",
        reviewed="818425461b9d3248",
    ),
    Clause(
        "4-b",
        "Those references cannot be changed until the detail of the final design is confirmed, to "
        "ensure that they are correct.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="d850d6389002417f",
    ),
    # 6. Approach and next steps
    Clause(
        "6-a",
        "To find the required changes the areas believed to be those that will need amending were "
        "captured with the DCC, and the latest REC is reviewed with it to ensure that there are "
        "no conflicts with the SEC and that nothing is missed.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="6b0748917267db0d",
    ),
    Clause(
        "6-b",
        "The DCC and the CSS provider have begun to meet on the detailed design of the interface, "
        "which it is anticipated will be there by the end of June.",
        "modelled, claimed",
        "A step of the drafting flow; 1-d names the DSP in the place of the DCC, and nobody is "
        "said to settle the design; the year is taken from the Panel meeting of 6-e.",
        force=Force.PLAN,
        reviewed="f9ce83346bb1c689",
    ),
    Clause(
        "6-c",
        "Once the design is clear, the intended approach will go to TABASC, the SMKI PMA and the "
        "SSC, to ensure that it has no unintended consequences and that any issues are dealt "
        "with.",
        "modelled, claimed",
        "All three come before the text is drafted; who addresses their issues is not said.",
        force=Force.PLAN,
        reviewed="606241266a26bbe6",
    ),
    Clause(
        "6-d",
        "After the Panel's sub-committees have reviewed the design in June or July, the required "
        "legal text will be drafted.",
        "modelled, claimed",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="e99f3f095e7114f0",
    ),
    Clause(
        "6-e",
        "Text and proposed design will be presented to the SEC Panel, as intended in August 2019, "
        "a date that depends on the final design in June.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="3d26425145fb2b52",
    ),
    Clause(
        "6-f",
        "Following any comments of the Panel the changes will be ready to go forward within the "
        "SCR.",
        "modelled, claimed",
        "Claimed as reachable.",
        force=Force.PLAN,
        reviewed="b0b6059473b6b192",
    ),
)
