"""Statements of sections 1 and 2.1 of the governing document: what changes, and why the CRS."""

from model.language.sources import Clause, Force

REASONS = (
    # 1. Summary
    Clause(
        "1-a",
        "Network Parties lose the duty to see that RDPs send registration data to the DSP.",
        "claimed",
        force=Force.RULE,
        reviewed="1cdf0da17402d4e7",
    ),
    Clause(
        "1-b",
        "In its place the DCC, licensed as provider of the CRS, must see that the CSS sends "
        "that data to the DSP.",
        "claimed",
        force=Force.RULE,
        reviewed="2c524726dcc74f79",
    ),
    Clause(
        "1-c",
        "Among SEC Parties the change touches Network Parties alone, and leaves Suppliers and "
        "Other SEC Parties as they were.",
        "claimed",
        "Their interface is the same in both flows, and so are their duties.",
        force=Force.RULE,
        tensions="1-b 2.2-d",
        reviewed="4978ef6e3adf23c4",
    ),
    Clause(
        "1-d",
        "The SEC appendices about the interface of DSP and CSS change, and their drafting waits "
        "for its detailed design.",
        "modelled",
        "A step of the drafting flow.",
        force=Force.PLAN,
        reviewed="93a9fd8e27d10282",
    ),
    Clause(
        "1-e",
        "Mentions of flows in the MRA, SPAA and UNC are brought up to date.",
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
        "Duties are laid on the CRS and none on the CSS.",
        "claimed",
        force=Force.RULE,
        reviewed="3c5b01254dd0137f",
    ),
    Clause(
        "2.1-b",
        "Of the bodies of centralised switching the SEC binds only the CRS.",
        "modelled, claimed",
        force=Force.REASON,
        reviewed="13b67c4c07eae5fe",
    ),
    Clause(
        "2.1-c",
        "The CSS, its systems and its service provider have no tie to the SEC, so no duty can "
        "rest on any of them, as none rests on ECOES.",
        "claimed",
        "The rejected alternative, a duty on the CSS, is a variant that must fail.",
        force=Force.RULE,
        tensions="2.3-c 2.3-d 5-G 5-L 5-X2 5-Y2",
        reviewed="9de316a66962b6b8",
    ),
    Clause(
        "2.1-d",
        "The pattern is an old one: a principal that is bound answers for an agent that is not, "
        "as a Network Party does for its RDP and a Supplier for its agents under the BSC.",
        "modelled",
        force=Force.REASON,
        reviewed="80f372b28a9a2ce7",
    ),
    Clause(
        "2.1-e",
        "One licence, that for smart meter communication, binds its holder both as DCC and as "
        "CRS, so the CRS need not accede to the SEC on its own.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="d4d11ff13e4833d5",
    ),
    Clause(
        "2.1-f",
        "The CRS is made a distinct entity to ease a later split of the licence, after which a "
        "new licence would bind it to the SEC.",
        "claimed",
        "Claimed with one licensee and with two; a split without a new licence must fail.",
        force=Force.RULE,
        reviewed="aaaa0b03b43e2e75",
    ),
    Clause(
        "2.1-g",
        "A contract with the CRS is all that ties the service provider of the CSS, and nothing "
        "in it leads back to the SEC.",
        "modelled",
        "A duty under another instrument.",
        force=Force.REASON,
        reviewed="c64653dcd7fe4471",
    ),
    Clause(
        "2.1-h",
        "The CRS must see that the CSS and its systems meet all that the SEC requires, and not the "
        "sending alone.",
        "modelled, claimed",
        force=Force.RULE,
        reviewed="9f836e65d5392918",
    ),
)
