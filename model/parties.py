"""The parties, agents and systems of both flows, and what ties each to the code.

A party is bound by an instrument it signed or that its licence makes it obey; a contract with
a party binds nobody to the code (2.1-c, 2.1-g). The CRS stands beside its licence in
`model/css/licence.py`, since what binds it can change.
"""

from enum import Enum

from model.language import Party, Tie, Via

SEC = "SEC"
LICENCE_AND_REC = "licence and REC"

NETWORK_PARTY = Party(
    "Network Party",
    (Tie(SEC, Via.ACCESSION, "S0.1 A-accession"), Tie(LICENCE_AND_REC, Via.LICENCE, "2.3-b")),
)
DCC = Party("DCC", (Tie(SEC, Via.LICENCE, "2.1-e S0.3"),))
SUPPLIER = Party("Supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
GAINING_SUPPLIER = Party("gaining supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
LOSING_SUPPLIER = Party("losing supplier", (Tie(SEC, Via.ACCESSION, "1-c"),))
ENTITLED_RAISER = Party("an entitled raiser")
RESOLVER = Party("the resolver")
PANEL = Party("SEC Panel")
AUTHORITY = Party("the Authority")

RDP = Party("RDP", (Tie(SEC, Via.CONTRACT, "2.1-d S0.1"),))
DSP = Party("DSP", (Tie(SEC, Via.CONTRACT, "2.3-c"),))
CSS = Party("CSS", (Tie(SEC, Via.CONTRACT, "2.1-c 2.1-g"),))
REGISTRATION_SERVICE = Party("MPAS or UK Link")
RETAIL_DATA_SERVICE = Party("retail data service")
COMMUNICATIONS = Party("communications")
OUTSIDER = Party("an outsider")
CLOCK = Party("clock")


class Supplier(Enum):
    """Who may be registered at a point; two are enough (A-two-suppliers)."""

    NOBODY = "nobody"
    A = "supplier A"
    B = "supplier B"


SUPPLIERS = tuple(Supplier)[1:]  # all but nobody
