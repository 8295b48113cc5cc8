"""Candidates that are no findings: what was feared is proved not to happen, or cannot be said."""

from switchproof.dossier.findings.kinds import Dismissed

DISMISSED: tuple[Dismissed, ...] = (
    Dismissed(
        "Data items of today have no master in the CSS (meter operator, address, objections).",
        "2.3-e 5-X3",
        "The model abstracts the contents of data to who supplies, and the list of items is only "
        "recalled (E2.1), so no run can show it. It is to be checked by hand.",
    ),
    Dismissed(
        "A file that an RDP sends after the change is loaded.",
        "1-a 2.3-d 5-X2",
        "Proved not to happen as long as the DSP checks which sources it accepts; that RDPs can "
        "still sign one, and that one accepted before may be loaded after, are findings.",
        "css",
        ("rdp-never-accepted", "one-source-accepted"),
    ),
    Dismissed(
        "A missed cancellation ends with the wrong supplier at the retail data service.",
        "2.2-b",
        "Proved not to happen where a proxy notice is given only after a look at the CSS.",
        "css",
        ("no-wrong-activation",),
    ),
    Dismissed(
        "To shut out the CSS stops what RDPs are sent, or the other way round.",
        "2.3-c 2.3-d 5-H2 5-H3",
        "Proved: each goes on without the other.",
        "css",
        ("shutting-out-the-css-stops-no-flags", "shutting-out-an-rdp-stops-no-messages"),
    ),
    Dismissed(
        "The DSP misses a switch that goes live while sources are exchanged.",
        "1-a 1-b",
        "Proved not to happen where the change makes a reconciliation due; no text says how the "
        "DSP is filled at first, so that rests on an assumption (A-first-load). What a registry "
        "may lose is told by findings.",
        "handover",
        ("difference-explained",),
    ),
    Dismissed(
        "After a suspension what was missed is never made good.",
        "5-H2",
        "Proved not to happen where reinstatement owes a reconciliation, which no text says "
        "(A-catch-up); it is kept as a doubt.",
        "css",
        ("reinstated-catches-up", "difference-explained"),
    ),
    Dismissed(
        "A drain never ends: one request that is under way holds up the change for ever.",
        "D1.unread B4",
        "Proved not to happen where requests go on to their ends: each can still end, whatever has "
        "become of it. A freeze is another matter, and a finding.",
        "drained-before",
        ("each-request-can-still-end",),
    ),
    Dismissed(
        "A fallback waits for ever, since there are always new requests at the CSS.",
        "D1.unread A-fallback",
        "Proved not to happen where the CSS takes no new request before it; no text says so "
        "(A-fallback).",
        "with-fallback",
        ("the-change-can-still-be-undone",),
    ),
)
