"""Transition: today's flow and the new one under one change, for which all is drained before.

Both registries and both ways of the data to the DSP are those of `model/current` and `model/css`.
Read `change.py` first, then `moved.py` and `joined.py`; another design stands in `carried_over.py`.
"""

from model.css.duties import crs_standing
from model.css.registration import INACTIVE, SUBMIT, SUBMIT_BADLY, registration
from model.current.duties import NETWORKS_SEND, STANDING, Standing
from model.current.entry import GO_LIVE, REINSTATE
from model.current.registration import REQUEST, REQUEST_BADLY
from model.current.store import LOSE_DATA
from model.language import Flow, Machine, compose
from model.transition.change import CHANGE, CHANGED, TAKEN
from model.transition.joined import COPY, ENTERING, MARK, NEW, SEND_NO_FILE, SENDING_FILES
from model.transition.moved import MOVED
from model.transition.names import AT_MPAS, OLD

SAME = tuple(m for m in OLD.machines if m in NEW.machines and m is not STANDING)
NEW_REQUESTS = (AT_MPAS.of(REQUEST), AT_MPAS.of(REQUEST_BADLY))
AT_THE_CSS = (SUBMIT, SUBMIT_BADLY)


def design(title: str, change: Machine, *moved: Machine) -> Flow:
    """Return both flows under a change, with the machines that move when it takes effect."""
    return compose(
        "transition",
        title,
        change,
        OLD,
        NEW.starting(crs_standing, Standing.NOT_YET).starting(registration, INACTIVE),
        shared=(*SAME, LOSE_DATA, GO_LIVE, REINSTATE),
        joined=(*moved, *ENTERING, COPY, MARK, SENDING_FILES, NETWORKS_SEND, SEND_NO_FILE),
        during={NEW_REQUESTS: TAKEN, AT_THE_CSS: CHANGED},
    )


FLOW = design("Transition: drained before the change", CHANGE, *MOVED)
