"""Today's flow at the interfaces of RDP and DSP, searched: files and switches move apart there."""

from model.current.entry import RDP_ENTRY
from model.current.files import FILES
from model.current.flags import FLAGS
from model.current.flow import FLOW
from model.current.fuel import FUEL
from model.current.gateway import RDP_GATEWAY
from model.current.incident import POINT_INCIDENT
from model.current.registration import REGISTRATIONS, REQUESTS
from model.current.store import SOURCES_ACCEPTED, STORE
from properties.current.interfaces import DSP_TO_RDP, RDP_TO_DSP
from tests.interface_search import Searched

PARTS = (STORE, SOURCES_ACCEPTED, RDP_ENTRY, RDP_GATEWAY, FILES), (FUEL, REQUESTS, REGISTRATIONS)
RDP = Searched(FLOW, RDP_TO_DSP, *PARTS)
RDP_FOLLOWED = Searched(FLOW, RDP_TO_DSP, *PARTS, followed=True)
DSP = Searched(FLOW, DSP_TO_RDP, (RDP_ENTRY, RDP_GATEWAY, FLAGS, POINT_INCIDENT))
