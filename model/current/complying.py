"""The duty of a principal to see that its agent complies, where no other duty says with what.

The SEC has Network Parties ensure that their RDPs comply with it (2.1-d), and is to have the CRS
ensure it of the systems of the CSS (2.1-h). Which requirements these are beyond those of the other
duties was not read, so no event performs or breaches it.
"""

from model.current.entry import NOMINATED
from model.language import PROVIDER, Consequence, Duty
from model.parties import DCC, NETWORK_PARTY, RDP, SEC

COMPLYING = "complying with the SEC"

NETWORKS_ENSURE = Duty(
    "the Networks' duty to ensure that RDPs comply",
    COMPLYING,
    obligor=NETWORK_PARTY,
    performer=RDP,
    beneficiary=DCC,
    instrument=SEC,
    in_force=NOMINATED,
    cites="2.1-d A-nomination A-beneficiary",
    about="each RDP",
    scope=PROVIDER,
    consequence=Consequence(unread="which requirements these are was not read", cites="A6.unread"),
)
