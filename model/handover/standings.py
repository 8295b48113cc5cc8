"""The standings of the two duties to send, which move in one event, and the duties themselves.

A change of the code is the exercise of a power: the old duty ends and the new one begins in the
event in which it takes effect (1-a, 1-b, A-one-instant), and a fallback is one such event again
(A-fallback). The Networks' standing is kept for each RDP, the CRS's once. What is outstanding is
what is due or on its way on the path of whoever owes; no deadline is followed here.
"""

from dataclasses import replace

from model.css.duties import CRS_SENDS, NETWORKS_RECEIVE_ONLY, crs_standing
from model.css.duties_of_crs import CRS_ENTERS, CRS_NOMINATES
from model.css.reconciliation import RECONCILE
from model.current.duties import NETWORKS_SEND, Standing, networks_standing
from model.handover.change import FALL_BACK, MAY_NOT, TAKE_EFFECT
from model.handover.paths import (
    LOAD_FILE,
    LOAD_MESSAGE,
    SEND_FILE,
    Path,
    file,
    file_due,
    message,
    message_due,
)
from model.language import INDUSTRY, POINT, PROVIDER, Machine, Transition, any_of

NOT_YET, IN_FORCE, ENDED = Standing

NETWORKS_SEND_FILES = replace(
    NETWORKS_SEND.bare(),
    outstanding=any_of(file_due, file.is_(Path.SENT)),
    performed_by=(LOAD_FILE,),
)
CRS_SENDS_MESSAGES = replace(
    CRS_SENDS.bare(),
    outstanding=any_of(message_due, message.is_(Path.SENT)),
    performed_by=(LOAD_MESSAGE, RECONCILE),
)
RECEIVE_ONLY = replace(
    NETWORKS_RECEIVE_ONLY,
    scope=POINT,
    in_force=MAY_NOT,
    breached_by=(SEND_FILE,),
)
DUTIES = (NETWORKS_SEND_FILES, CRS_SENDS_MESSAGES, RECEIVE_ONLY, CRS_NOMINATES, CRS_ENTERS)

NETWORKS_STANDING = Machine(
    "standing of the Networks",
    PROVIDER,
    state=networks_standing,
    transitions=(
        Transition(TAKE_EFFECT, IN_FORCE, ENDED, cites="1-a 5-E2 A-one-instant A-regions-together"),
        Transition(FALL_BACK, ENDED, IN_FORCE, cites="A-fallback A-regions-together"),
    ),
    happy=(IN_FORCE, ENDED),
)
CRS_STANDING = Machine(
    "standing of the CRS",
    INDUSTRY,
    state=crs_standing,
    transitions=(
        Transition(TAKE_EFFECT, NOT_YET, IN_FORCE, cites="1-b 5-E1 A-one-instant"),
        Transition(FALL_BACK, IN_FORCE, ENDED, cites="A-fallback"),
    ),
    happy=(NOT_YET, IN_FORCE),
)
