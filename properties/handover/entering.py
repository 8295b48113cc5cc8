"""How the CSS enters: as an RDP does, with what an RDP must have, and by whose acts."""

from model.css.entry import (
    CONNECT,
    FAIL_TESTS,
    GO_LIVE,
    IDENTIFY,
    ISSUE_DCCKI,
    ISSUE_SMKI,
    LAPSE,
    MEET_CODE,
    NOMINATE,
    PASS_TESTS,
    CssEntry,
    css_entry,
)
from model.css.gateway import COMPROMISE, RESTORE, TAKE_CONTROL, CssGateway, css_gateway
from model.css.licence import CRS
from model.css.reconciliation import RECONCILE
from model.current.entry import ENTRY_RECORD, RDP_ENTRY
from model.current.gateway import RDP_GATEWAY
from model.handover.paths import LOAD_MESSAGE, REFUSE_MESSAGE, SEND_MESSAGE
from model.language import Always, Claim, DoneBy, Mirrors, Step, happens
from model.parties import CLOCK, CSS, DCC, OUTSIDER, PANEL
from properties.css.answering import css_passed_all
from properties.css.mirroring import CSS_FOR_RDP

OF_THE_CSS = {
    "record of entry": "record of entry of the CSS",
    "has signifier and ID": "the CSS has signifier and ID",
    "has valid SMKI credentials": "the CSS has valid SMKI credentials",
    "has DCCKI credentials": "the CSS has DCCKI credentials",
    "has met the code of connection": "the CSS has met the code of connection",
    "has passed the entry tests": "the CSS has passed the entry tests",
}

ENTERING: tuple[Claim, ...] = (
    Always(
        "live-has-passed-all",
        "If the CSS is live it has its ID and its credentials, meets the code of connection and "
        "has passed the entry tests.",
        css_entry.is_(CssEntry.LIVE).implies(css_passed_all),
        cites="2.1-h 2.2-c 5-B 5-L A-entry-order 5-G S0.4 A6.dccki",
    ),
    Mirrors(
        "entry-mirrored",
        "The CSS enters, is suspended and is reinstated as an RDP is, with the CRS in the place of "
        "the Network Party.",
        cites="2.2-c 5-B 5-E3 5-L",
        machine="CSS entry",
        original=RDP_ENTRY,
        renaming=CSS_FOR_RDP,
    ),
    Mirrors(
        "entry-record-mirrored",
        "What the CSS must have been given and have passed is what an RDP must.",
        cites="2.2-c 5-G 5-L",
        machine="CSS entry record",
        original=ENTRY_RECORD,
        renaming={**CSS_FOR_RDP, **OF_THE_CSS},
    ),
    Mirrors(
        "gateway-mirrored",
        "The gateway of the CSS is connected, taken under control and restored as an RDP's is.",
        cites="2.2-c 5-H3 A-gateway-rdp",
        machine="CSS gateway",
        original=RDP_GATEWAY,
        renaming=CSS_FOR_RDP,
    ),
    Step(
        "nothing-passes-a-gateway-under-control",
        "Before, at and after the change nothing passes the gateway of the CSS while it is under "
        "the DCC's control.",
        happens(SEND_MESSAGE, LOAD_MESSAGE, REFUSE_MESSAGE, RECONCILE).implies(
            css_gateway.is_not(CssGateway.CONTROLLED)
        ),
        cites="5-H3 A-reconciliation 2.2-b E1.1",
    ),
    DoneBy(
        "the-css-enters-by-whom",
        "The CRS alone nominates the CSS, the Panel alone issues its signifier, the DCC alone "
        "issues credentials, connects and controls its gateway and lets it go live; the CSS alone "
        "meets the code and takes the tests.",
        actors={
            CRS: (NOMINATE,),
            PANEL: (IDENTIFY,),
            DCC: (ISSUE_SMKI, ISSUE_DCCKI, CONNECT, GO_LIVE, TAKE_CONTROL, RESTORE),
            CSS: (MEET_CODE, FAIL_TESTS, PASS_TESTS),
            CLOCK: (LAPSE,),
            OUTSIDER: (COMPROMISE,),
        },
        cites="2.1-d 2.2-c 5-B 5-E3 5-H3 5-L A-ids-by-Panel A-nomination",
    ),
)
