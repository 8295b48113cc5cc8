"""P15, P16 and P26 to P29: who owes, and what the change does with it."""

from switchproof.dossier.numbered.entry import LOAD, Property

OWING = (
    Property(
        15,
        "At every instant exactly one bound party owes the sending for a point.",
        {
            "current": "one-bound-obligor",
            "css": "one-bound-obligor",
            "handover": "one-bound-obligor transfer-in-one-event",
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
        },
        "2.1-b 2.1-c 2.1-d 2.1-e 2.1-f S0.1",
    ),
    Property(
        26,
        "A switch that is under way at the change is neither lost nor applied twice.",
        {"handover": "difference-explained"},
        "2.2-a 2.2-b D1.unread E1.1 E2.8",
        {
            "D1.unread": "A-refused-in-flight A-first-load",
            **LOAD,
            "E2.8": "how soon is no number: a full set is owed, A-loss",
        },
        open="Requests under way, their dates and rights to object are not in this handover.",
    ),
    Property(
        27,
        "Without faults the new suppliers of record are those of today, but for a shorter lead.",
        {},
        "B4 C4",
        open="It compares two flows run by run, which no claim on one flow can; a later step.",
    ),
    Property(
        28,
        "Each of today's duties has one holder then, or is listed as removed.",
        {"css": "no-sec-duty-on-networks"},
        "2.3-a 2.3-e 2.3-g 5-E2",
        open="That one duty has gone is claimed; duty by duty it is a comparison of two tables.",
    ),
    Property(
        29,
        "A split of the licence leaves every duty enforceable.",
        {"css": "one-bound-obligor only-the-bound-owe the-licence-is-split"},
        "1-b 2.1-e 2.1-f S0.3",
        open="Before the split the CRS owes the DCC, which is the same person.",
    ),
)
