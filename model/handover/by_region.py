"""Region by region: each Network Party's duty ends with its own region's step, not with all.

That all regions move together is assumed elsewhere (A-regions-together). Here the change takes
effect in each region by itself, for every point that the Network Party of that region answers for,
and the DSP stops accepting an RDP as a whole, with all its points. What a change waits for besides,
and the data on its way, are as in the rest of the handover and left out. No command takes this for
a flow: `switchproof verify properties/handover/by_region.py` decides what is claimed of it.
"""

from dataclasses import replace
from enum import Enum

from model.css.duties import CRS_SENDS
from model.css.licence import CRS, LICENCE
from model.current.duties import NETWORKS_SEND, Standing
from model.current.store import Switches
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Transition,
    all_my_points,
    all_points,
    all_providers,
    any_of,
    itself,
)
from model.parties import AUTHORITY, CSS, DCC, DSP, NETWORK_PARTY, RDP
from model.register import REGISTER


class Region(Enum):
    """Where a point is, and so whose it is: each region has one Network Party."""

    NORTH = "north"
    SOUTH = "south"


REGIONS = tuple(Region)
NORTH, SOUTH = Region
NOT_YET, IN_FORCE, ENDED = Standing

region = Field("region", Region, REGIONS, told=("the region is {value}",))
networks_standing = Field("standing of the Network Party's duty", Standing, IN_FORCE, of=REGIONS)
crs_standing = Field("standing of the CRS's duty", Standing, NOT_YET, of=REGIONS)
switch = Field("switch of the DSP for the RDP", Switches, Switches.SET)
accepts_rdp = Field("accepts the RDP", bool, initial=True)
css_switch = Field("switch of the DSP for the CSS", Switches, Switches.SET, of=REGIONS)
accepts_css = Field("accepts the CSS", bool, initial=False, of=REGIONS)

TAKE_EFFECT = Event("the change takes effect", INDUSTRY, AUTHORITY, of=REGIONS)
STOP_RDP = Event("the DSP stops accepting the RDP", PROVIDER, DCC)
START_RDP = Event("the DSP starts to accept the RDP", PROVIDER, DCC)
START_CSS = Event("the DSP starts to accept the CSS", INDUSTRY, DCC, of=REGIONS)

there = region.is_(itself(REGIONS))
OWED_BY_NETWORKS = any_of(there & networks_standing.is_(IN_FORCE), of=REGIONS).called(
    "the Network Party of its region owes the sending", cites="2.2-a S0.1"
)
OWED_BY_THE_CRS = any_of(there & crs_standing.is_(IN_FORCE), of=REGIONS).called(
    "the CRS owes the sending in its region", cites="1-b"
)
STOPPED = Named(
    "the DSP accepts no RDP of the region",
    all_providers(~there | ~accepts_rdp),
    cites="A-source-switch",
)
ALL_STOPPED = Named(
    "the DSP accepts no RDP that serves a point there",
    all_points(~there | ~accepts_rdp),
    cites="A-source-switch",
)
ALL_OWED = Named(
    "Network Parties owe the sending for all its points",
    all_my_points(OWED_BY_NETWORKS),
    cites="2.1-d A-source-switch",
)
BEGUN = crs_standing.is_(IN_FORCE).called("the CRS owes the sending there", cites="1-b")

ACCEPTED, REFUSED, CSS_ON = {accepts_rdp: True}, {accepts_rdp: False}, {accepts_css: True}

NETWORKS_STANDING = Machine(
    "standing of the Network Party",
    INDUSTRY,
    of=REGIONS,
    state=networks_standing,
    transitions=(Transition(TAKE_EFFECT, IN_FORCE, ENDED, STOPPED, cites="1-a 5-E2"),),
)
CRS_STANDING = Machine(
    "standing of the CRS",
    INDUSTRY,
    of=REGIONS,
    state=crs_standing,
    transitions=(Transition(TAKE_EFFECT, NOT_YET, IN_FORCE, cites="1-b 5-E1"),),
)
RDP_ACCEPTED = Machine(
    "acceptance of the RDP",
    PROVIDER,
    state=switch,
    fields=(accepts_rdp,),
    transitions=(
        Transition(STOP_RDP, Switches.SET, STAYS, then=REFUSED, cites="1-a"),
        Transition(START_RDP, Switches.SET, STAYS, OWED_BY_NETWORKS, ACCEPTED, cites="2.2-a"),
    ),
)
CSS_ACCEPTED = Machine(
    "acceptance of the CSS",
    INDUSTRY,
    of=REGIONS,
    state=css_switch,
    fields=(accepts_css,),
    transitions=(Transition(START_CSS, Switches.SET, STAYS, BEGUN, CSS_ON, cites="1-b 2.2-b"),),
)
OF_AN_RDP = Machine("region", PROVIDER, state=region, transitions=())
OF_A_POINT = replace(OF_AN_RDP, scope=POINT)
FOR_ALL_POINTS = NETWORKS_STANDING.instead(
    TAKE_EFFECT, Transition(TAKE_EFFECT, IN_FORCE, ENDED, ALL_STOPPED, cites="1-a 5-E2")
)
WITH_ALL_ITS_POINTS = RDP_ACCEPTED.instead(
    START_RDP, Transition(START_RDP, Switches.SET, STAYS, ALL_OWED, ACCEPTED, cites="2.2-a")
)

PARTY_OF_THE_NORTH = replace(NETWORK_PARTY, name="Network Party of the north")
PARTY_OF_THE_SOUTH = replace(NETWORK_PARTY, name="Network Party of the south")
OWES_IN_THE_NORTH = replace(
    NETWORKS_SEND.bare(),
    name="the northern Network Party's duty to send",
    obligor=PARTY_OF_THE_NORTH,
    in_force=region.is_(NORTH) & networks_standing[NORTH].is_(IN_FORCE),
)
OWES_IN_THE_SOUTH = replace(
    NETWORKS_SEND.bare(),
    name="the southern Network Party's duty to send",
    obligor=PARTY_OF_THE_SOUTH,
    in_force=region.is_(SOUTH) & networks_standing[SOUTH].is_(IN_FORCE),
)
CRS_OWES = replace(CRS_SENDS.bare(), in_force=OWED_BY_THE_CRS)

FLOW = Flow(
    "by-region",
    "Handover, region by region: each RDP serves one Network Party",
    machines=(
        *(LICENCE, NETWORKS_STANDING, CRS_STANDING, CSS_ACCEPTED),
        *(OF_AN_RDP, RDP_ACCEPTED),
    ),
    parties=(PARTY_OF_THE_NORTH, PARTY_OF_THE_SOUTH, RDP, CRS, CSS, DCC, DSP, AUTHORITY),
    sources=REGISTER,
    duties=(OWES_IN_THE_NORTH, OWES_IN_THE_SOUTH, CRS_OWES),
    bounds=("two regions", "nothing but duties and what the DSP accepts"),
)
SHARED = FLOW.but(OF_A_POINT, FOR_ALL_POINTS, WITH_ALL_ITS_POINTS)
