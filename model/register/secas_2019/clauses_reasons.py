"""Statements of sections 1 and 2.1 of the governing document: what changes, and why the CRS."""

from model.language.sources import Clause, Force

REASONS = (
    # 1. Summary
    Clause(
        "1-f",
        "The consequential changes to the SEC are called relatively minor.",
        "recorded",
        "How large a change is called moves no rule, so there is no claim to try.",
        force=Force.REASON,
        reviewed="ac326170ef85c415",
    ),
    Clause(
        "1-a",
        "Network Parties will lose the duties to ensure that RDPs send registration data to the "
        "DSP.",
        "claimed",
        force=Force.RULE,
        reviewed="1cdf0da17402d4e7",
    ),
    Clause(
        "1-b",
        "Instead the DCC, licensed as provider of the CRS, will have duties to ensure that the "
        "CSS sends the required registration data to the DSP.",
        "claimed",
        force=Force.RULE,
        reviewed="2c524726dcc74f79",
    ),
    Clause(
        "1-c",
        "Only Network Parties will feel these changes, and Suppliers and Other SEC Parties stay "
        "as they were.",
        "claimed",
        "Their interface is the same in both flows, and so are their duties.",
        force=Force.RULE,
        tensions="1-b 2.2-d",
        reviewed="4978ef6e3adf23c4",
    ),
    Clause(
        "1-d",
        "The SEC appendices on the interface of DSP and CSS systems will be required to change; "
        "the DSP and the CSS systems service provider are currently discussing its design, and "
        "once that is complete the required text can be drafted.",
        "modelled, claimed",
        "A step of the drafting flow; 6-b names the DCC in the place of the DSP.",
        force=Force.PLAN,
        reviewed="88e95d2d07b8e2f1",
    ),
    Clause(
        "1-e",
        "References to what the MRA, SPAA and UNC currently hold will be brought up to date.",
        "recorded, claimed",
        "References have no behaviour; claimed of the register: none to a retired code is left.",
        force=Force.REFERENCE,
        retired="MRA SPAA UNC",
        tensions="5-A 5-K",
        reviewed="8effc4dac00653af",
    ),
    # 2.1 Why the CRS and not the CSS
    Clause(
        "2.1-a",
        "The duty to provide the relevant registration data will lie on the DCC/CRS, the licensed "
        "entity that is there to deliver the CSS and its systems.",
        "claimed",
        force=Force.RULE,
        reviewed="88d731c993b05d05",
    ),
    Clause(
        "2.1-j",
        "The duty to comply with the SEC requirements will lie on the DCC/CRS as well, which must "
        "comply by its licence.",
        "recorded",
        "To comply with the whole code is no event of its own, and whoever fails in it fails in "
        "another duty; that the CRS is bound is 2.1-e.",
        force=Force.RULE,
        tried="css:only-the-bound-owe",
        reviewed="f9bfae4e6e434408",
    ),
    Clause(
        "2.1-b",
        "The CRS is the only body related to centralised switching that is bound to comply with "
        "the SEC, which comes from changes to its licence.",
        "modelled, claimed",
        force=Force.REASON,
        reviewed="13b67c4c07eae5fe",
    ),
    Clause(
        "2.1-c",
        "Obligations cannot rest on the CSS, its systems or its service provider: its systems are "
        "only systems, as ECOES is under current arrangements, and without a tie back to the SEC "
        "none of them would be bound.",
        "claimed",
        "The rejected alternative, a duty on the CSS, is a variant that must fail.",
        force=Force.RULE,
        tensions="2.3-c 2.3-d 5-G 5-L 5-X2 5-Y2",
        reviewed="9de316a66962b6b8",
    ),
    Clause(
        "2.1-d",
        "Under current arrangements the agent is not bound, and instead its principal is obliged "
        "to ensure that it complies: a Network Party as to its RDP, and a Supplier as to its "
        "agents under the BSC.",
        "modelled",
        force=Force.REASON,
        reviewed="80f372b28a9a2ce7",
    ),
    Clause(
        "2.1-e",
        "The CRS must comply with the SEC by its licence, whose holder was made both DCC and CRS, "
        "so that at this stage it need not become a separate signatory.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="d4d11ff13e4833d5",
    ),
    Clause(
        "2.1-i",
        "To create the CRS as an entity seems prudent, and so does telling its duties apart at "
        "this stage: Ofgem gave no guarantee that one licensee will be DCC and CRS in the future, "
        "and any potential transition gets easier.",
        "recorded",
        "Prudence and ease are reasons, and move no rule; that the two capacities are told apart "
        "is 2.1-e and 2.2-b.",
        force=Force.REASON,
        tried="css:sending-is-owed-to-oneself",
        reviewed="0e2a5e4313dc8c34",
    ),
    Clause(
        "2.1-f",
        "It is assumed that, if the CRS were parted from the licence in the future, a new licence "
        "would be created for it, and that this would hold provisions to comply with the SEC.",
        "assumed",
        "Two limbs, which one step of the model takes together; claimed with one licensee and "
        "with two, and a split without a new licence must fail.",
        force=Force.ASSUMPTION,
        reviewed="840e0d8a45247540",
    ),
    Clause(
        "2.1-g",
        "The service provider of the CSS will have a contract with the CRS, and nothing in it "
        "links back to the SEC.",
        "recorded",
        "A contract binds nobody to the code, which is 2.1-c; what it holds was not read, and the "
        "claims tried turn on who is bound, and stand without it.",
        force=Force.REASON,
        tried="css:only-the-bound-owe css:accepted-only-from-answered",
        reviewed="0892ea41f71355bd",
    ),
    Clause(
        "2.1-h",
        "Though the CSS systems will be what interfaces with the DSP, the CRS must ensure that "
        "they comply with the SEC, and that its requirements are met.",
        "modelled, claimed",
        "A duty of its own, which the CRS owes through the CSS; which requirements it asks for was "
        "not read, and the code of connection is one of them.",
        force=Force.RULE,
        reviewed="fe595c6bb534beff",
    ),
)
