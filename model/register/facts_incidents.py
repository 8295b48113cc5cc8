"""Incidents under the SEC, and the keys by which a sender is known."""

from model.language.sources import Fact

BASELINE = "DCC news, draft SSD incident management policy baselined"
RDIMP = "Registration Data Incident Management Policy, draft of 2014"
IMP = "Incident Management Policy, draft of 2014"
CODE = "public source code"

INCIDENTS = (
    # A5 Incidents
    Fact(
        "A5",
        "H",
        "The draft policy on registration data incidents has headings on assignment, "
        "escalation, major incidents, closure, reopening and repeats, and timetables for each "
        "fuel.",
        RDIMP,
    ),
    Fact(
        "A5.kinds",
        "H",
        "Its kinds of incident are failures of connection, authentication, authorisation and "
        "validation, identified anomalies, known delays, and others.",
        RDIMP,
    ),
    Fact(
        "A5.raised-by-RDPs",
        "H",
        "The draft policy on registration data incidents has the DCC and the RDP under the raising "
        "of an incident.",
        f"{RDIMP}, contents",
    ),
    Fact(
        "A5.merged",
        "H",
        "In July 2015 that policy was merged into the Incident Management Policy.",
        BASELINE,
    ),
    Fact(
        "A5.categories",
        "H",
        "The Incident Management Policy of 2014 has five categories, a target time for each "
        "where the DCC resolves, and a log.",
        IMP,
    ),
    Fact(
        "A5.raisers",
        "H",
        "Under that policy of 2014 only the DCC and Users could raise incidents.",
        IMP,
    ),
    Fact(
        "A5.added-raisers",
        "D",
        "RDPs, at the merger of 2015, and later the CRS had to be added to those who may raise "
        "incidents.",
        "derived from A5.raisers, A5.merged and S0.8",
    ),
    Fact(
        "A5.states",
        "D",
        "An incident is raised, assigned, perhaps escalated, resolved, closed, and perhaps "
        "reopened.",
        "derived from the headings of A5",
    ),
    Fact(
        "A5.times",
        "R",
        "Target times today are 4, 24 and 72 hours and 5 and 10 days, for categories 1 to 5.",
    ),
    Fact("A5.unread", "gap", "The current text of Appendix AG was not found."),
    # A6 Keys and access
    Fact(
        "A6",
        "H",
        "Parties and RDPs get SMKI services only through Authorised Responsible Officers who "
        "hold IKI credentials.",
        CODE,
    ),
    Fact(
        "A6.gateway",
        "H",
        "SMKI services are reached over the DCC gateway connection where there is one, with "
        "mutual TLS.",
        CODE,
    ),
    Fact(
        "A6.subscribers", "H", "The current SMKI appendices still speak of Parties and RDPs.", CODE
    ),
    Fact(
        "A6.dccki",
        "H",
        "DCCKI secures the transport layer across the DCC gateway.",
        "DCC glossary of terms",
    ),
    Fact(
        "A6.unread",
        "gap",
        "The clauses on emergency suspension and gateways in Section H, and those on RDPs in "
        "Section G, were not read.",
    ),
)
