"""What moves in the event in which the change takes effect: standings, sources, registrations.

The CSS takes over what is registered at MPAS or UK Link: that records were moved before it went
live is known (D1.migration), and that they were kept up to date until then is assumed here, where
they move with the change. The DSP's first load from it is due then, and what the retail data
service holds is what MPAS or UK Link holds. The duty of Networks under licence and REC begins in
an event of its own, since those are other instruments (2.3-b): the change waits for it.
"""

from model.css.duties import CRS_STANDING, DATA_STANDING
from model.css.reconciliation import RECONCILIATION, Reconciliation
from model.css.registration import ACTIVE, INACTIVE
from model.css.registration import REGISTRATIONS as CSS_REGISTRATIONS
from model.css.sources import RDPS_SHUT_OUT, START_CSS, STOP_CSS, accepts_css
from model.css.sync import SYNC as RETAIL_DATA_SERVICE
from model.css.sync import Sync, held
from model.current.duties import STANDING, Standing
from model.current.store import Switches, accepts_rdp, switches
from model.language import INDUSTRY, STAYS, Event, Machine, Named, Transition
from model.parties import AUTHORITY, DCC
from model.transition.change import CHANGED, TAKE_EFFECT, UNCHANGED
from model.transition.names import old_is_live, old_supplier_of_record

START_RDPS = Event(
    "the DSP starts to accept RDPs", INDUSTRY, DCC, told="{by} has the DSP accept RDPs again"
)
STOP_RDPS = Event(
    "the DSP stops accepting RDPs", INDUSTRY, DCC, told="{by} has the DSP stop accepting RDPs"
)
BEGIN_TO_GIVE = Event(
    "the duty under licence and REC begins",
    INDUSTRY,
    AUTHORITY,
    told="{by} has the duty under licence and REC begin",
)

SET = Switches.SET
NOT_YET, IN_FORCE, ENDED = Standing
RDPS_ON, RDPS_OFF = {accepts_rdp: True}, {accepts_rdp: False}
CSS_ON, CSS_OFF = {accepts_css: True}, {accepts_css: False}
AS_AT_MPAS = {held: old_supplier_of_record}
REGISTERED = old_is_live.called("{} is registered at MPAS or UK Link", cites="D1.migration")
NOT_REGISTERED = Named(
    "{} is not registered at MPAS or UK Link", ~old_is_live, cites="D1.migration"
)

NETWORKS_STANDING = STANDING.also(
    Transition(TAKE_EFFECT, IN_FORCE, ENDED, cites="1-a 5-E2 A-one-instant A-regions-together")
)
CRS_BEGINS = CRS_STANDING.also(
    Transition(TAKE_EFFECT, NOT_YET, IN_FORCE, cites="1-b 5-E1 A-one-instant")
)
NETWORKS_BEGIN = DATA_STANDING.also(
    Transition(BEGIN_TO_GIVE, NOT_YET, IN_FORCE, cites="2.3-b S0.7"),
)
FIRST_LOAD = RECONCILIATION.also(
    Transition(TAKE_EFFECT, Reconciliation, Reconciliation.DUE, cites="A-first-load")
)
REGISTRATIONS = CSS_REGISTRATIONS.also(
    Transition(TAKE_EFFECT, INACTIVE, ACTIVE, when=REGISTERED, cites="1-b D1.migration"),
    Transition(TAKE_EFFECT, ACTIVE, INACTIVE, when=NOT_REGISTERED, cites="1-b D1.migration"),
)
SYNC = RETAIL_DATA_SERVICE.also(
    Transition(TAKE_EFFECT, Sync, STAYS, then=AS_AT_MPAS, cites="D1.migration")
)
SOURCES_ACCEPTED = Machine(
    "sources accepted",
    INDUSTRY,
    state=switches,
    fields=(accepts_rdp, accepts_css),
    transitions=(
        Transition(STOP_RDPS, SET, STAYS, UNCHANGED, RDPS_OFF, cites="1-a A-source-switch"),
        Transition(START_RDPS, SET, STAYS, UNCHANGED, RDPS_ON, cites="A-source-switch"),
        Transition(START_CSS, SET, STAYS, CHANGED & RDPS_SHUT_OUT, CSS_ON, cites="1-b 2.2-b"),
        Transition(STOP_CSS, SET, STAYS, then=CSS_OFF, cites="A-source-switch"),
    ),
)
DUTIES_MOVED = (NETWORKS_STANDING, CRS_BEGINS, NETWORKS_BEGIN, FIRST_LOAD, SOURCES_ACCEPTED)
MOVED = (*DUTIES_MOVED, REGISTRATIONS, SYNC)
