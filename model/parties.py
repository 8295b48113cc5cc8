"""The parties, agents and systems of both flows, and what ties each to the code.

A party is bound by an instrument it signed or that its licence makes it obey; a contract with
a party binds nobody to the code (2.1-c, 2.1-g). The CRS stands beside its licence in
`model/css/licence.py`, since what binds it can change.

With a tie comes what may be done about a breach. An event of default is of a Party other than the
DCC (O2.default), so whoever is bound only as the DCC is out of its reach. Whether the CRS is a
Party apart is a question (`crs-a-party`); since it need not become a signatory (2.1-e), it is taken
to be none. What was not read is not known.
"""

from enum import Enum

from model.language import Availability, Party, Remedy, Tie, Via

SEC = "SEC"
LICENCE_AND_REC = "licence and REC"

OPEN, SHUT, UNREAD = Availability
DEFAULT, BY_LICENCE, CLAIM = "event of default under M8", "the licence", "a Party's own claim"
WHOEVER_M8_NAMES, THE_AUTHORITY, ANY_PARTY = (
    "whoever M8.4 names",
    "the Authority",
    "any other Party",
)

CLAIM_OF_ANY = Remedy(CLAIM, ANY_PARTY, UNREAD, "O2.claims-unread")

OF_A_PARTY = (
    Remedy(DEFAULT, WHOEVER_M8_NAMES, OPEN, "O2.default O2.unread"),
    Remedy(BY_LICENCE, THE_AUTHORITY, UNREAD, "O2.licences-unread"),
    CLAIM_OF_ANY,
)
OF_THE_DCC = (
    Remedy(DEFAULT, WHOEVER_M8_NAMES, SHUT, "O2.default"),
    Remedy(BY_LICENCE, THE_AUTHORITY, OPEN, "2.1-e O2.licence"),
    CLAIM_OF_ANY,
)
OF_THE_CRS = (
    Remedy(
        DEFAULT,
        WHOEVER_M8_NAMES,
        SHUT,
        "O2.default 2.1-e",
        "the DCC as CRS is no Party apart",
    ),
    Remedy(BY_LICENCE, THE_AUTHORITY, OPEN, "2.1-e O2.licence"),
    CLAIM_OF_ANY,
)
AFTER_A_SPLIT = (
    Remedy(DEFAULT, WHOEVER_M8_NAMES, UNREAD, "O2.default 2.1-f"),
    Remedy(BY_LICENCE, THE_AUTHORITY, UNREAD, "2.1-f O2.licences-unread"),
    CLAIM_OF_ANY,
)
OF_LICENCE_AND_REC = (
    Remedy(BY_LICENCE, THE_AUTHORITY, UNREAD, "2.3-b O2.licences-unread"),
    Remedy("default under the REC", "whoever the REC names", UNREAD, "O2.REC-unread"),
)
OF_A_CONTRACT = (
    Remedy(
        "the contract with the agent",
        "who answers for the agent",
        UNREAD,
        "O2.contracts-unread",
    ),
)

NETWORK_PARTY = Party(
    "Network Party",
    (
        Tie(SEC, Via.ACCESSION, "S0.1 A-accession", remedies=OF_A_PARTY),
        Tie(LICENCE_AND_REC, Via.LICENCE, "2.3-b", remedies=OF_LICENCE_AND_REC),
    ),
)
DCC = Party("DCC", (Tie(SEC, Via.LICENCE, "2.1-e S0.3", remedies=OF_THE_DCC),))
SUPPLIER = Party("Supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
GAINING_SUPPLIER = Party("gaining supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
LOSING_SUPPLIER = Party("losing supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
ENTITLED_RAISER = Party("an entitled raiser")
RESOLVER = Party("the resolver")
PANEL = Party("SEC Panel")
AUTHORITY = Party("the Authority")

RDP = Party("RDP", (Tie(SEC, Via.CONTRACT, "2.1-d S0.1", remedies=OF_A_CONTRACT),))
DSP = Party("DSP", (Tie(SEC, Via.CONTRACT, "2.3-c", remedies=OF_A_CONTRACT),))
CSS = Party("CSS", (Tie(SEC, Via.CONTRACT, "2.1-c", remedies=OF_A_CONTRACT),))
REGISTRATION_SERVICE = Party("MPAS or UK Link", bare=True)
RETAIL_DATA_SERVICE = Party("retail data service")
DATA_GIVER = Party("provider of data")
COMMUNICATIONS = Party("communications")
OUTSIDER = Party("an outsider")
CLOCK = Party("clock")


class Supplier(Enum):
    """Who may be registered at a point; two are enough (A-two-suppliers)."""

    NOBODY = "nobody"
    A = "supplier A"
    B = "supplier B"


SUPPLIERS = tuple(Supplier)[1:]  # all but nobody
