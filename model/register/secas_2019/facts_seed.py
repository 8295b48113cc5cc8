"""What the governing document of 2019 states, taken as fact about the document."""

from model.language.sources import Fact

SEED = "SECAS, SEC Consequential Changes (2019)"

STATED = (
    Fact(
        "S0.1",
        "H",
        "Today the SEC binds the Network Party, which must see that its RDP, itself not bound, "
        "sends data on MPANs and Supply Meter Points to the DSP.",
        SEED,
    ),
    Fact(
        "S0.2",
        "H",
        "In the proposal the DCC, licensed as provider of the CRS, must see that the CSS sends "
        "the data, since neither the CSS nor its service provider has a tie to the SEC.",
        SEED,
    ),
    Fact(
        "S0.3",
        "H",
        "The CRS is to be a recognised entity under the SEC, apart from the DCC though one "
        "licensee is both, and it needs no accession of its own.",
        SEED,
    ),
    Fact(
        "S0.4",
        "H",
        "The CSS is treated as a new RDP, with the same security duties and entry process and "
        "with an RDP signifier and RDP ID.",
        SEED,
    ),
    Fact(
        "S0.5",
        "H",
        "A new duty makes the DCC send the CSS each Comms Hub ID with its MPxN, as a help in "
        "forming the Retail Energy Location.",
        SEED,
    ),
    Fact(
        "S0.6",
        "H",
        "The DCC goes on informing RDPs about smart metering, so the rules are split: the CSS "
        "sends, and RDPs only receive.",
        SEED,
    ),
    Fact(
        "S0.7",
        "H",
        "The document assumes, and the SEC does not say, that licence and REC will oblige "
        "Networks to give the CSS their metering point data.",
        SEED,
    ),
    Fact(
        "S0.8",
        "H",
        "Its table of impacts names Sections A, B, E, F, G, H, K and L, Appendices X, Y and AG, "
        "and Schedules 1 and 5.",
        SEED,
    ),
    Fact(
        "S0.9",
        "H",
        "The interface design was still to come, due in June 2019, with three committee reviews "
        "before text went to the SEC Panel in August 2019.",
        SEED,
    ),
    Fact(
        "S0.10",
        "H",
        "The document claims that of SEC Parties only Network Parties are affected, and that "
        "the changed appendices affect no SEC Party.",
        SEED,
    ),
)
