"""The CSS as it was designed: decisions, statuses, messages, and what follows from the rules."""

from model.language.sources import Fact

CODE = "public source code"
DESIGN = "Ofgem, design authority decisions, ofgem.gov.uk/node/100893"

CSS = (
    # C2 Decisions of the design authority
    Fact(
        "C2",
        "H",
        "Only one request may be pending at a point, and others are rejected until the switch "
        "has happened.",
        DESIGN,
    ),
    Fact(
        "C2.advance",
        "H",
        "A registration may be made up to 28 days ahead, and the number can be configured.",
        DESIGN,
    ),
    Fact(
        "C2.linked",
        "H",
        "A customer's two fuels can be linked, so that if one fails all fail, or processed apart.",
        DESIGN,
    ),
    Fact("C2.standstill", "H", "A standstill after a switch was approved on 4 July 2016.", DESIGN),
    Fact(
        "C2.standstill-length",
        "R",
        "The standstill lasts five calendar days, can be configured, and spares the return of a "
        "switch made in error.",
    ),
    Fact(
        "C2.annulment",
        "M",
        "Annulment was meant as an emergency brake that can be pulled until the gate closes.",
        CODE,
    ),
    # C3 Statuses and messages
    Fact(
        "C3",
        "M",
        "A registration at the CSS is pending, confirmed, secured active, active, secured "
        "inactive, inactive or cancelled.",
        CODE,
    ),
    Fact("C3.request", "M", "A request at the CSS is validated, rejected or pending.", CODE),
    Fact(
        "C3.confirmed",
        "D",
        "A registration is confirmed when its objection window is over without an objection.",
        "derived from C3 and C1.6.2",
    ),
    Fact(
        "C3.messages",
        "M",
        "The CSS has messages for the switch request, its validation, and the statuses pending, "
        "confirmed, secured active and secured inactive, and for the invitation to intervene.",
        CODE,
    ),
    Fact(
        "C3.pending-sync",
        "M",
        "The CSS tells the registration service of a pending registration by message CSS02800.",
        CODE,
    ),
    Fact(
        "C3.fields",
        "M",
        "A message names the point, the registration, its dates, fuel and initiator, and "
        "carries identifiers that correlate it with others.",
        CODE,
    ),
    Fact(
        "C3.sync",
        "H",
        "Retail data services are told of secured active and cancelled with high priority, and "
        "of events of points and registrations with medium priority.",
        "Xoserve change register, XRN5567 (R0067)",
    ),
    Fact(
        "C3.unread",
        "gap",
        "The messages from CSS to DSP, and whether securing or activation triggers them, were "
        "not found.",
    ),
    # C4 What follows from the rules
    Fact(
        "C4",
        "D",
        "A registration at the CSS goes from pending through confirmed and secured active to "
        "active, unless it is cancelled, withdrawn or annulled first.",
        "derived from C1, C2 and C3",
    ),
    Fact(
        "C4.lead",
        "D",
        "For a domestic point the objection window never closes later than the gate.",
        "derived from C1.1.4d, C1.2.5 and C1.6.2",
    ),
    Fact(
        "C4.tie",
        "D",
        "At the shortest domestic lead window and gate close at one instant, 17:00, and no text "
        "read says which comes first.",
        "derived from C1.1.4d, C1.2.5 and C1.6.2",
    ),
)
