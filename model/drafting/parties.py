"""Who drafts and who reviews: the code administrator and three committees under the Panel."""

from enum import Enum

from model.language import Party


class Committee(Enum):
    """A committee that the design is presented to (6-c)."""

    TABASC = "TABASC"
    SMKI_PMA = "SMKI PMA"
    SSC = "SSC"


SECAS = Party("SECAS")
REC_DRAFTERS = Party("whoever drafts the REC")
EACH_COMMITTEE = tuple(Committee)
COMMITTEE = Party("{}", of=EACH_COMMITTEE)
