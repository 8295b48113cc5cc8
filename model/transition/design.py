"""Today's flow and the new one under one change, as each design of it has them.

Both registries and both ways of the data to the DSP are those of `model/current` and `model/css`.
"""

from collections.abc import Mapping
from dataclasses import replace

from model.css.duties import crs_standing, data_standing
from model.css.registration import INACTIVE, SUBMIT, SUBMIT_BADLY, registration
from model.current.duties import STANDING, Standing
from model.current.entry import GO_LIVE, REINSTATE
from model.current.registration import REQUEST, REQUEST_BADLY
from model.current.store import LOSE_DATA
from model.language import Event, Expression, Flow, Machine, compose
from model.transition.change import CHANGED, TAKEN
from model.transition.joined import COPY, CRS_MARK, DUTIES_JOINED, MARK, NEW, SENDING_FILES
from model.transition.names import AT_MPAS, OLD

SAME = tuple(m for m in OLD.machines if m in NEW.machines and m is not STANDING)
NEW_REQUESTS = (AT_MPAS.of(REQUEST), AT_MPAS.of(REQUEST_BADLY))
AT_THE_CSS = (SUBMIT, SUBMIT_BADLY)
NOT_YET = Standing.NOT_YET


def design(
    name: str,
    title: str,
    change: Machine,
    *moved: Machine,
    further: tuple[Machine, ...] = (),
    during: Mapping[Event | tuple[Event, ...], Expression] | None = None,
) -> Flow:
    """Return both flows under a change, with the machines that move when it takes effect.

    `further` are machines that neither flow has, and `during` lays more conditions on events.
    """
    files = () if any(str(m) == str(SENDING_FILES) for m in moved) else (SENDING_FILES,)
    new = NEW.starting(crs_standing, NOT_YET).starting(data_standing, NOT_YET)
    composed = compose(
        name,
        title,
        change,
        OLD,
        new.starting(registration, INACTIVE),
        CRS_MARK,
        *further,
        shared=(*SAME, LOSE_DATA, GO_LIVE, REINSTATE),
        joined=(*moved, COPY, MARK, *files, *DUTIES_JOINED),
        during={NEW_REQUESTS: TAKEN, AT_THE_CSS: CHANGED, **(during or {})},
    )
    return replace(composed, elsewhere=(OLD, NEW))
