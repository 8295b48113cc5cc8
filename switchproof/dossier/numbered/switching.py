"""P1 to P12, P25 and P30: requests, registrations, dates, and the retail data services."""

from switchproof.dossier.numbered.entry import MIDNIGHT, Property

LATE = {"B1.late": "today's rule that a missed objection is none; no parameter"}
LEAD = {"C1.non-domestic": "a parameter of leadtime; variant 'one working day for all'"}

SWITCHING = (
    Property(
        1,
        "A point has exactly one supplier of record, with no gap and no overlap at midnight.",
        {"current": "one-supplier-of-record", "css": "one-supplier-of-record"},
        "B4 B2.live C1.1.4d C1.13.4.2 C1",
        MIDNIGHT,
    ),
    Property(
        2,
        "The new registration is Secured Active exactly while the old one is Secured Inactive.",
        {"current": "pair-moves-together", "css": "secured-pairs pair-moves-together"},
        "B4 B2.live C1.12.1 C1.13.4.2 C1",
        MIDNIGHT,
    ),
    Property(
        3,
        "At most one registration is under way at a point.",
        {"current": "one-open-request", "css": "one-open-request"},
        "B2.one-request C2",
    ),
    Property(
        4,
        "No objection, withdrawal or annulment has effect once the gate has closed.",
        {
            "current": "no-late-objection",
            "css": "no-late-objection secured-is-final",
            "linked": "stopped-only-before-the-gate",
        },
        "B1.late B2.window B1.no-withdrawal C1.1.4d C1.12.1 C1.6.2",
        LATE,
    ),
    Property(
        5,
        "An objection is taken only in its window, and only from the incumbent.",
        {
            "current": "objection-only-in-window",
            "css": "objection-only-in-window",
        },
        "B1.window B2.window C1.6.1 C1.6.2",
    ),
    Property(
        6,
        "The losing supplier alone annuls, and the gaining supplier alone withdraws.",
        {
            "current": "requests-by-whom",
            "css": "withdraw-and-annul-by-whom registrations-by-whom",
        },
        "B1.late B1.requests B3.grounds C1 C1.9 C1.10 C1.6.7 D2.confusion",
        {
            "B1.requests": "the names of the flows; nothing hangs on them, so no parameter",
            **LATE,
            **MIDNIGHT,
        },
    ),
    Property(
        7,
        "A start date lies after one complete working day at a domestic point, after two at any "
        "other, and at most 28 days after submission.",
        {
            "leadtime": "domestic-lead-kept non-domestic-lead-kept not-too-far-ahead "
            "no-start-sooner-than-the-lead there-is-a-date",
            "css": "faulty-request-goes-nowhere",
        },
        "C1 C1.2.5 C1.non-domestic C2.advance",
        MIDNIGHT | LEAD,
    ),
    Property(
        8,
        "The objection window never closes later than the gate.",
        {
            "leadtime": "domestic-window-before-gate non-domestic-window-before-gate "
            "both-deadlines-at-one-instant",
            "css": "lodged-objection-stops",
        },
        "C1.1.4d C1.2.5 C1.6.2 C1.6.7 C4.lead C4.tie C1.non-domestic",
        LEAD,
    ),
    Property(
        9,
        "Each pending registration has one invitation to intervene, in the same step.",
        {"css": "pending-with-invitation"},
        "C1.7.1.8 C1.7.1.9",
    ),
    Property(
        10,
        "Each pending registration at last becomes Active, or ends in another way.",
        {"current": "each-request-ends", "css": "each-request-ends"},
        "B4 C4",
    ),
    Property(
        11,
        "Each secured registration reaches the retail data service before its start date.",
        {
            "css": "secured-arrives services-agree-again later-date-only-by-late-notice "
            "dates-differ-for-good",
        },
        "C1 C5.late C3.sync D2.dates",
        MIDNIGHT,
        open="It arrives at last; that it always does so in time is false (dates-differ-for-good).",
    ),
    Property(
        12,
        "CSS and retail data service hold one supplier from one date, but for what is explained.",
        {
            "css": "services-differ-explained later-date-only-by-late-notice dates-differ-for-good "
            "services-agree-again",
        },
        "C1 C3.sync C5.exception C5.late D2 D2.dates",
        MIDNIGHT,
        open="That the dates never differ is false (dates-differ-for-good), as in July 2023.",
    ),
    Property(
        25,
        "The legs of a linked pair are both Confirmed or both ended when the gate closes.",
        {
            "linked": "both-secured-or-both-ended secured-from-both-confirmed no-leg-secured-alone",
        },
        "C2.linked C1.12.1",
    ),
    Property(
        30,
        "A missed cancellation never makes the gaining supplier Active at the retail data service.",
        {"css": "no-wrong-activation"},
        "C1 C3.sync D2.missed-cancellation",
        MIDNIGHT,
    ),
)
