"""Who takes each step of the drafting."""

from model.drafting.design import (
    FINALISE,
    NEWER_REC,
    READ_REC,
    SETTLE,
)
from model.drafting.parties import (
    COMMITTEE,
    DESIGNERS,
    REC_DRAFTERS,
    SECAS,
    UNNAMED,
    Committee,
)
from model.drafting.review import (
    ADDRESS_ISSUE,
    COMPLETE,
    PRESENT_DESIGN,
    RAISE_ISSUE,
    REVIEW_DESIGN,
)
from model.drafting.text import (
    AMEND_REFERENCES,
    COMMENT,
    DEAL_WITH_COMMENTS,
    DRAFT,
    NO_COMMENT,
    PRESENT,
)
from model.drafting.when import MONTH_ENDS
from model.language import (
    Claim,
    DoneBy,
)
from model.parties import CLOCK, PANEL

TABASC, SMKI_PMA, SSC = Committee

ACTORS: tuple[Claim, ...] = (
    DoneBy(
        "drafting-by-whom",
        "The DCC and the CSS provider alone finish the design; SECAS alone presents, reads "
        "the REC, amends and drafts; the Panel alone comments; the REC is in others' hands, and "
        "whoever settles the incident actions and addresses issues is not named.",
        actors={
            DESIGNERS: (FINALISE,),
            UNNAMED: (SETTLE, *ADDRESS_ISSUE.values()),
            SECAS: (
                *(PRESENT_DESIGN, COMPLETE, READ_REC, AMEND_REFERENCES),
                *(DRAFT, PRESENT, DEAL_WITH_COMMENTS),
            ),
            PANEL: (COMMENT, NO_COMMENT),
            REC_DRAFTERS: (NEWER_REC,),
            CLOCK: (MONTH_ENDS,),
        },
        cites="1-d 3-f 4-b 6-a 6-b 6-c 6-d 6-e 6-f A-newer-REC",
    ),
    DoneBy(
        "committees-speak-for-themselves",
        "Each of TABASC, the SMKI PMA and the SSC alone reviews and raises issues in its name.",
        actors={
            COMMITTEE[TABASC]: (REVIEW_DESIGN[TABASC], RAISE_ISSUE[TABASC]),
            COMMITTEE[SMKI_PMA]: (REVIEW_DESIGN[SMKI_PMA], RAISE_ISSUE[SMKI_PMA]),
            COMMITTEE[SSC]: (REVIEW_DESIGN[SSC], RAISE_ISSUE[SSC]),
        },
        cites="6-c",
    ),
)
