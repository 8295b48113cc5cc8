"""Who designs, drafts and reviews, as far as the paper names them.

It says who discusses the design, the DCC and the provider of the CSS (6-b) or the DSP and that
provider (1-d), and names nobody who settles it, or whom the rest of sections 3 and 6 is left
to in the passive.
"""

from enum import Enum

from model.language import Party


class Committee(Enum):
    """A committee that the design is presented to (6-c)."""

    TABASC = "TABASC"
    SMKI_PMA = "SMKI PMA"
    SSC = "SSC"


SECAS = Party("SECAS", bare=True)
DESIGNERS = Party("the DCC and the CSS provider")
UNNAMED = Party("somebody not named", bare=True)
REC_DRAFTERS = Party("whoever drafts the REC", bare=True)
EACH_COMMITTEE = tuple(Committee)
COMMITTEE = Party("{}", of=EACH_COMMITTEE)
