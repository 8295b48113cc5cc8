"""What the change must neither lose nor wipe: breaches, incidents, flags to RDPs, pairs of hubs."""

from model.css.hub import pair, pair_held
from model.css.incident import css_incident
from model.css.late import ACCEPT_LATE
from model.css.messages import LOAD as LOAD_MESSAGE
from model.css.reconciliation import RECONCILE
from model.current.duties import Mark, mark
from model.current.files import LOAD
from model.current.flags import flag
from model.current.incident import incident, point_incident
from model.language import Claim, Step, after, all_of, changed, happens
from model.transition.change import TAKE_EFFECT
from model.transition.joined import crs_mark
from properties.css.answering import FOR_THE_CSS
from properties.current.answering import FOR_THE_RDP

LOADED_FOR_THE_CRS = happens(LOAD_MESSAGE, ACCEPT_LATE, RECONCILE) & FOR_THE_CSS

KEPT: tuple[Claim, ...] = (
    Step(
        "the-change-wipes-no-breach",
        "As the change takes effect no breach is lost or wiped: each mark stays as it is.",
        happens(TAKE_EFFECT).implies(~changed(mark) & ~changed(crs_mark)),
        cites="1-a 1-b A-remedied-by-load",
    ),
    Step(
        "each-remedies-its-own-breach",
        "A breach of the Networks is remedied only as a file is loaded of an RDP for which they "
        "still answer, and one of the CRS only by data from its CSS.",
        all_of(
            (mark.is_(Mark.BREACHED) & after(mark).is_(Mark.REMEDIED)).implies(
                happens(LOAD) & FOR_THE_RDP
            ),
            (crs_mark.is_(Mark.BREACHED) & after(crs_mark).is_(Mark.REMEDIED)).implies(
                LOADED_FOR_THE_CRS
            ),
        ),
        cites="A-remedied-by-load 1-a 1-b 2.1-d",
    ),
    Step(
        "the-change-loses-no-incident",
        "As the change takes effect no incident is lost, about a point, an RDP or the CSS: each "
        "stays as far as it has come.",
        happens(TAKE_EFFECT).implies(
            all_of(~changed(incident), ~changed(point_incident), ~changed(css_incident))
        ),
        cites="1-a 1-b A5.states 5-AG1",
    ),
    Step(
        "the-change-loses-no-flag",
        "As the change takes effect no status flag is lost that is due to an RDP, is sent or is "
        "rejected: each stays as far as it has come (P20).",
        happens(TAKE_EFFECT).implies(~changed(flag)),
        cites="1-a 2.3-c 2.3-d",
    ),
    Step(
        "the-change-loses-no-pair",
        "As the change takes effect no pair of Comms Hub ID and MPxN is lost that is due to the "
        "CSS, is sent or is held there.",
        happens(TAKE_EFFECT).implies(~changed(pair) & ~changed(pair_held)),
        cites="1-b 2.2-d 5-E4",
    ),
)
