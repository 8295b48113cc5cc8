"""P15, P16 and P26 to P29: who owes, and what the change does with it."""

from switchproof.dossier.numbered.entry import LOAD, MIDNIGHT, Property, of_all_designs

OWING = (
    Property(
        15,
        "At every instant exactly one bound party owes the sending for a point.",
        {
            "current": "one-bound-obligor",
            "css": "one-bound-obligor",
            "handover": "one-bound-obligor transfer-in-one-event",
            **of_all_designs("one-bound-obligor"),
        },
        "1-a 1-b 2.1-d 2.2-a 2.2-b 5-E1 S0.1",
    ),
    Property(
        16,
        "Nobody who is not bound by the SEC owes a duty under it.",
        {
            "current": "only-the-bound-owe",
            "css": "only-the-bound-owe",
            "handover": "only-the-bound-owe",
            **of_all_designs("only-the-bound-owe"),
        },
        "2.1-b 2.1-c 2.1-d 2.1-e 2.1-f S0.1",
    ),
    Property(
        26,
        "A switch that is under way at the change is neither lost nor applied twice.",
        {
            "handover": "difference-explained",
            "drained-before": "nothing-under-way-as-the-change-takes-effect",
            "drained-after": "registries-agree-while-anything-is-under-way "
            "a-switch-at-the-old-registry-is-one-at-the-css "
            "no-midnight-at-the-css-while-anything-is-under-way across-the-change",
            "frozen": "nothing-under-way-as-the-change-takes-effect",
            "with-fallback": "nothing-under-way-as-the-change-takes-effect",
            "carried-over": "no-request-lost a-date-is-kept the-right-of-objection-is-kept "
            "across-the-change",
        },
        "2.2-a 2.2-b D1.unread E1.1 E2.8 C1",
        {
            "D1.unread": "four designs stand side by side; A-refused-in-flight A-first-load",
            **MIDNIGHT,
            **LOAD,
            "E2.8": "how soon is no number: a full set is owed, A-loss",
        },
        open="Frozen, a date may pass. Carried over, a request that nobody could stop any more can "
        "be withdrawn, and an objection that could be lifted only cancels.",
    ),
    Property(
        27,
        "Without faults the new suppliers of record are those of today, but for a shorter lead.",
        {},
        "B4 C4",
        open="It compares two flows, which no claim on one flow can. `switchproof dossier "
        "interfaces` does where commands and midnights are seen, and there they part. Compared "
        "nowhere is whether the suppliers of record alone are alike, and by how much the lead is "
        "shorter; nor what Other SEC Parties see, of whom no flow has an event.",
    ),
    Property(
        28,
        "Each of today's duties has one holder then, or is listed as removed.",
        {
            "css": "no-sec-duty-on-networks",
            **of_all_designs("flags-are-still-answered-for all-points-are-owed-by-one"),
        },
        "2.3-a 2.3-c 2.3-e 2.3-g 5-E2 E2.5 E2.8",
        {
            "E2.5": "A-full-set-at-start",
            "E2.8": "how soon is no number: a full set is owed, A-loss",
        },
        open="Duty by duty it is a comparison of two tables.",
    ),
    Property(
        29,
        "A split of the licence leaves every duty enforceable.",
        {
            "css": "one-bound-obligor only-the-bound-owe the-licence-is-split",
            **of_all_designs(
                "one-bound-obligor only-the-bound-owe the-crs-owes-under-a-licence-of-its-own"
            ),
        },
        "1-b 2.1-e 2.1-f S0.3",
        open="Before the split the CRS owes the DCC, which is the same person.",
    ),
)
