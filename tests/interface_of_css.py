"""The new flow as CSS and DSP see it, searched; nothing there asks how a request ended."""

from model.css import messages
from model.css.entry import CSS_IN_SERVICE
from model.css.flow import FLOW
from model.css.gateway import CSS_GATEWAY_IN_SERVICE
from model.css.late import LATE
from model.css.reconciliation import RECONCILIATION, Reconciliation, reconciliation
from model.css.registration import GAINS, NOT_YET, REGISTRATIONS, ended
from model.css.sources import SOURCES_ACCEPTED
from model.parties import SUPPLIERS
from properties.css.interfaces import CSS_TO_DSP
from tests.interface_search import Searched

CSS = Searched(
    FLOW,
    CSS_TO_DSP,
    (
        *(SOURCES_ACCEPTED, CSS_IN_SERVICE, CSS_GATEWAY_IN_SERVICE, RECONCILIATION),
        *(GAINS, REGISTRATIONS, messages.MESSAGES, LATE),
    ),
    forgotten={**{ended[one]: NOT_YET for one in SUPPLIERS}, reconciliation: Reconciliation.DUE},
)
