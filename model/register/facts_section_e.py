"""What is recalled of Sections E and H; the text was read in no year, so each is tagged R."""

from model.language.sources import Fact

SECTION_E = (
    Fact(
        "E1.1",
        "R",
        "The DCC relies on registration data as last updated, and has a short time from "
        "receipt, some three hours, to load it.",
    ),
    Fact("E1.2", "R", "The DCC is not liable for inaccuracy that it did not cause."),
    Fact(
        "E2.1",
        "R",
        "For each MPAN the data names the network party, the suppliers past, current and "
        "pending with dates, and other items such as meter operator, address and objections.",
    ),
    Fact(
        "E2.2",
        "R",
        "For each Supply Meter Point the data names the transporter, the suppliers past, "
        "current and pending, and other items such as address and status.",
    ),
    Fact(
        "E2.3",
        "R",
        "The DCC tells the RDP for each point whether there is or was an enrolled smart "
        "metering system, with dates.",
    ),
    Fact("E2.5", "R", "A full set of data is provided at the start, and changes after it."),
    Fact("E2.8", "R", "After a loss of data a full set is provided again within a few days."),
    Fact("E2.12", "R", "Registration data can be given to the DCC in refresh files."),
    Fact(
        "E2.13",
        "R",
        "Where an update has an omission or manifest error the DCC may go on using earlier data "
        "while the matter is resolved as an incident.",
    ),
    Fact(
        "E2.14",
        "R",
        "A Network Party nominates its RDP, which has an ID (a matter of Section B, O4.B), "
        "goes through an entry process and owes its security duties through that Party.",
    ),
    Fact("E.unread", "gap", "The body of Section E was not found in the text of any year."),
    Fact("H14", "R", "RDPs go through entry process tests."),
)
