"""What the steps of the change wait for, what they leave behind, and what can be undone."""

from model.css.duties import CRS_OWES, crs_standing
from model.css.entry import HAS_GONE_LIVE
from model.css.licence import Licence, licence
from model.css.reconciliation import Reconciliation, reconciliation
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE, Standing
from model.current.store import accepts_rdp
from model.handover.change import (
    BEFORE,
    DONE,
    FALL_BACK,
    FALLEN_BACK,
    MAY_NOT,
    MAY_SEND,
    change,
)
from model.handover.paths import LOAD_FILE, message_due, of_record
from model.language import Always, Claim, Sometimes, Step, all_of, happens
from model.parties import Supplier

CRS_ENDED = crs_standing.is_(Standing.ENDED)
RECONCILED = reconciliation.is_(Reconciliation.NOT_DUE)

STEPS: tuple[Claim, ...] = (
    Always(
        "nothing-moves-before-the-css-enters",
        "Until the CSS has entered the Networks owe the sending, their RDPs have the right to "
        "send, and the DSP accepts them.",
        (~HAS_GONE_LIVE).implies(all_of(change.is_(BEFORE), NETWORKS_OWE, MAY_SEND, accepts_rdp)),
        cites="1-a 2.2-c A-source-switch A-withdrawal-by-DCC 1-b 2.2-a A-one-instant A-may-send",
    ),
    Always(
        "a-fallback-leaves-nothing-of-the-change",
        "After a fallback the Networks owe the sending, the CRS's duty has ended, the RDPs have "
        "the right to send, the DSP accepts no CSS, and no message and no reconciliation is due.",
        change.is_(FALLEN_BACK).implies(
            all_of(NETWORKS_OWE, CRS_ENDED, MAY_SEND, ~accepts_css, ~message_due, RECONCILED)
        ),
        cites="A-fallback 1-a 1-b 2.2-a A-regions-together A-source-switch A-withdrawal-by-DCC",
    ),
    Step(
        "no-file-is-loaded-once-done",
        "Once the change is done no file of an RDP is loaded, though it was sent before (P17).",
        change.is_(DONE).implies(~happens(LOAD_FILE)),
        cites="A-source-switch 2.2-a E1.1",
    ),
    Sometimes(
        "a-change-is-undone-at-once",
        "The change is undone before the RDPs' right is withdrawn.",
        happens(FALL_BACK) & MAY_SEND,
        cites="A-fallback",
    ),
    Sometimes(
        "a-reconciled-change-is-undone",
        "The change is undone after the RDPs' right was withdrawn and the DSP reconciled.",
        all_of(happens(FALL_BACK), MAY_NOT, RECONCILED),
        cites="A-fallback A-source-switch",
    ),
    Sometimes(
        "the-copy-names-who-has-lost-the-point-again",
        "A point moves and moves back, and the DSP's copy still names the one that lost it again.",
        of_record.is_(Supplier.A) & copy.is_(Supplier.B),
        cites="2.2-a B4",
    ),
    Sometimes(
        "the-crs-owes-under-a-licence-of-its-own",
        "The licence is split, and the CRS owes the sending under its own.",
        licence.is_(Licence.SPLIT) & CRS_OWES,
        cites="2.1-f 1-b",
    ),
)
