"""What is claimed where each region changes by itself, and what an RDP of two regions costs."""

from model.current.duties import SENDING
from model.handover.by_region import (
    CRS_STANDING,
    FLOW,
    IN_FORCE,
    NETWORKS_STANDING,
    NORTH,
    NOT_YET,
    OWED_BY_NETWORKS,
    OWED_BY_THE_CRS,
    RDP_ACCEPTED,
    REGIONS,
    SHARED,
    SOUTH,
    START_RDP,
    TAKE_EFFECT,
    accepts_css,
    accepts_rdp,
    crs_standing,
    networks_standing,
    there,
)
from model.language import (
    Always,
    CanStill,
    Claim,
    Sometimes,
    Transition,
    Variant,
    all_of,
    any_of,
    other,
)
from model.language.owing import exactly_one_owes, some_obligor_is_unbound

CSS_ACCEPTED_THERE = any_of(there & accepts_css, of=REGIONS)

HOLDING: tuple[Claim, ...] = (
    Always(
        "one-bound-obligor",
        "For each point, at every instant, exactly one party bound by the SEC owes the duty to "
        "have registration data sent: the Network Party of its region until the change there, and "
        "the CRS from then on (P15).",
        exactly_one_owes(SENDING),
        cites="1-a 1-b 5-E1 5-E2 S0.1 S0.3",
    ),
    Always(
        "only-the-bound-owe",
        "Nobody owes a duty under an instrument that does not bind it (P16).",
        ~some_obligor_is_unbound(cites="2.1-c"),
        cites="2.1-c 2.1-e S0.1 S0.3",
    ),
    Always(
        "accepted-is-answered-for",
        "For each point the DSP accepts the RDP only while its Network Party owes the sending, and "
        "the CSS only while the CRS does.",
        all_of(accepts_rdp.implies(OWED_BY_NETWORKS), CSS_ACCEPTED_THERE.implies(OWED_BY_THE_CRS)),
        cites="1-a 1-b 2.1-d A-source-switch",
    ),
    Sometimes(
        "one-region-before-the-other",
        "The CRS owes the sending in the north while the Network Party still does in the south.",
        crs_standing[NORTH].is_(IN_FORCE) & networks_standing[SOUTH].is_(IN_FORCE),
        cites="1-a 1-b",
    ),
)
CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    CanStill(
        "what-is-owed-can-still-be-accepted",
        "Where the Network Party of a point owes the sending, and the DSP has stopped accepting "
        "its RDP, the DSP can still accept it again.",
        OWED_BY_NETWORKS & ~accepts_rdp,
        to=accepts_rdp,
        cites="2.1-d 2.2-a A-source-switch",
    ),
)
BEGINS_WITH_ANY = Transition(other(TAKE_EFFECT), NOT_YET, IN_FORCE, cites="1-b")
STAYS_BEGUN = Transition(TAKE_EFFECT, (NOT_YET, IN_FORCE), IN_FORCE, cites="1-b")

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "one RDP serves two Network Parties",
        "Once the change is made in one region the DSP cannot accept the RDP for the other, where "
        "its Network Party still owes what it can have nobody send.",
        SHARED,
        breaks={"what-is-owed-can-still-be-accepted": 2},
        points=2,
    ),
    Variant(
        "such an RDP is accepted for the region that is left",
        "The DSP stops and starts an RDP with all its points, so it would take data for which "
        "nobody answers.",
        SHARED.but(RDP_ACCEPTED.lacking(START_RDP, OWED_BY_NETWORKS.words)),
        breaks={"accepted-is-answered-for": 3},
    ),
    Variant(
        "the CRS's duty begins everywhere with the first region",
        "Where the Network Party still owes, two would.",
        FLOW.but(CRS_STANDING.instead(TAKE_EFFECT, STAYS_BEGUN).also(BEGINS_WITH_ANY)),
        breaks={"one-bound-obligor": 1},
    ),
    Variant(
        "an RDP need not be stopped",
        "The step waits for the RDPs of its region, or the DSP accepts what nobody answers for.",
        FLOW.but(NETWORKS_STANDING.lacking(TAKE_EFFECT, "the DSP accepts no RDP of the region")),
        breaks={"accepted-is-answered-for": 1},
    ),
)
