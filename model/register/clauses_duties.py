"""Statements of sections 1 and 2 of the governing document: who must do what."""

from model.language.sources import Clause

DUTIES = (
    # 1. Summary
    Clause(
        "1-a",
        "Network Parties lose the duty to see that RDPs send registration data to the DSP.",
        "claimed",
    ),
    Clause(
        "1-b",
        "In its place the DCC, licensed as provider of the CRS, must see that the CSS sends "
        "that data to the DSP.",
        "claimed",
    ),
    Clause(
        "1-c",
        "Among SEC Parties the change touches Network Parties alone, and leaves Suppliers and "
        "Other SEC Parties as they were.",
        "claimed",
        "Their interface is the same in both flows, and so are their duties.",
    ),
    Clause(
        "1-d",
        "The SEC appendices about the interface of DSP and CSS change, and their drafting waits "
        "for its detailed design.",
        "modelled",
        "A step of the drafting flow.",
    ),
    Clause(
        "1-e",
        "Mentions of flows in the MRA, SPAA and UNC are brought up to date.",
        "recorded, claimed",
        "References have no behaviour; claimed of the register: none to a retired code is left.",
    ),
    # 2.1 Why the CRS and not the CSS
    Clause("2.1-a", "Duties are laid on the CRS and none on the CSS.", "claimed"),
    Clause(
        "2.1-b",
        "Of the bodies of centralised switching the SEC binds only the CRS.",
        "modelled, claimed",
    ),
    Clause(
        "2.1-c",
        "The CSS, its systems and its service provider have no tie to the SEC, so no duty can "
        "rest on any of them, as none rests on ECOES.",
        "claimed",
        "The rejected alternative, a duty on the CSS, is a variant that must fail.",
    ),
    Clause(
        "2.1-d",
        "The pattern is an old one: a principal that is bound answers for an agent that is not, "
        "as a Network Party does for its RDP and a Supplier for its agents under the BSC.",
        "modelled",
    ),
    Clause(
        "2.1-e",
        "One licence, that for smart meter communication, binds its holder both as DCC and as "
        "CRS, so the CRS need not accede to the SEC on its own.",
        "modelled, claimed",
    ),
    Clause(
        "2.1-f",
        "The CRS is made a distinct entity to ease a later split of the licence, after which a "
        "new licence would bind it to the SEC.",
        "claimed",
        "Claimed with one licensee and with two; a split without a new licence must fail.",
    ),
    Clause(
        "2.1-g",
        "A contract with the CRS is all that ties the service provider of the CSS, and nothing "
        "in it leads back to the SEC.",
        "modelled",
        "A duty under another instrument.",
    ),
    # 2.2 Duties of the CRS
    Clause(
        "2.2-a",
        "Today Network Parties must see that their RDPs send data on MPANs and Supply Meter "
        "Points to the DSP.",
        "modelled",
    ),
    Clause(
        "2.2-b",
        "After the change the CRS answers for the CSS sending registration data straight to the "
        "DSP.",
        "modelled",
    ),
    Clause(
        "2.2-c",
        "The CSS counts as a new RDP, so its security duties and its entry process are those of "
        "an RDP over again.",
        "claimed",
        "The two entry machines are equal up to a renaming.",
    ),
    Clause(
        "2.2-d",
        "The DCC gets a new duty to send the CSS each Comms Hub ID with its MPxN, as a help in "
        "establishing the REL.",
        "modelled, claimed",
        "Claimed as liveness.",
    ),
    # 2.3 RDPs and Network Parties
    Clause(
        "2.3-a",
        "The duty of Network Parties to have their RDP send correct registration data comes to "
        "an end.",
        "claimed",
    ),
    Clause(
        "2.3-b",
        "Licence and REC, rather than the SEC, are taken to oblige Networks to give the CSS the "
        "data on MPANs and Supply Meter Points.",
        "assumed",
        "A duty under the REC that starts late is a variant that must fail.",
    ),
    Clause(
        "2.3-g",
        "The SEC therefore holds no further duty of Networks to provide that data.",
        "claimed",
        "Claimed of the duties: none such under the SEC.",
    ),
    Clause(
        "2.3-c",
        "What the DSP owes RDPs by way of smart metering information stays as it is.",
        "claimed",
        "The two flows are equal at the interface of DSP and RDP.",
    ),
    Clause(
        "2.3-d",
        "The provisions are divided: rules on sending go to the CSS, and rules on receiving, "
        "alone, to the RDPs.",
        "modelled, claimed",
    ),
    Clause(
        "2.3-e",
        "Rules that exist are assigned to one side or the other, and not changed.",
        "claimed",
        "Each duty of today has exactly one holder afterwards, or is listed as removed.",
    ),
    Clause(
        "2.3-f",
        "The parts of the SEC that change are Section E and Appendices X, Y and AG.",
        "claimed",
        "Claimed of the register; the table of section 5 names more, and the difference is "
        "reported.",
    ),
)
