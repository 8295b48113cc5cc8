"""Findings on what moves on the night of the change, or does not: files, requests and records."""

from model.css.duties import NETWORKS_GIVE
from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.registration import ACTIVE, registration
from model.css.sources import RDPS_SHUT_OUT
from model.current.files import ACCEPTED, BUILT, FILES, IDLE, MISSING, REFUSED, SENT, file
from model.language import (
    STAYS,
    Flow,
    Sometimes,
    Transition,
    all_of,
    any_of,
    happens,
)
from model.parties import Supplier
from model.transition.change import CHANGE, DRAINING, TAKE_EFFECT, change
from model.transition.fallback import FLOW as WITH_FALLBACK
from model.transition.flow import FLOW
from model.transition.frozen import FLOW as FROZEN
from model.transition.moved import REGISTRATIONS
from model.transition.names import OLD_MIDNIGHT, OLD_REGISTRATIONS, nothing_under_way
from properties.transition.claims import HOLDING, ONE_REGISTRY_AT_A_TIME
from properties.transition.happening import HELD_UP
from properties.transition.variants import VARIANTS
from properties.transition.with_fallback import OF_THE_FALLBACK
from switchproof.dossier.findings.changes import in_turn, of_rules
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

BASE = "drained-before"
ON_HANDOVER = "Section E, on the handover"

WITHOUT_RECORDS = WITH_FALLBACK.but(OLD_REGISTRATIONS)
VARIANT = {variant.name: variant for variant in VARIANTS}
MOVED_AHEAD = FLOW.but(REGISTRATIONS.without(TAKE_EFFECT)).starting(
    registration[Supplier.A], ACTIVE
)


def _waiting_for_no_file(rule: Transition) -> Transition:
    return rule.lacking("no accepted file waits to be loaded")


def _discarding(flow: Flow) -> Flow:
    files = next(one for one in flow.machines if str(one) == str(FILES))
    return flow.but(
        files.also(
            Transition(TAKE_EFFECT, ACCEPTED, IDLE, then=MISSING, cites="A-refused-in-flight"),
            Transition(TAKE_EFFECT, (IDLE, BUILT, SENT, REFUSED), STAYS, cites="A-total"),
        )
    )


GOES_ON = Sometimes(
    "what-is-under-way-goes-on",
    "While no new request is taken, one that is under way at MPAS or UK Link goes live.",
    all_of(
        change.is_(DRAINING),
        any_of(*(happens(midnight) for midnight in OLD_MIDNIGHT.values())),
    ),
    cites="D1.unread B4 B2.live",
)
NOT_HELD_UP = Sometimes(
    "not-held-up-by-a-file",
    "The change takes effect while a file that the DSP has accepted is not loaded.",
    happens(TAKE_EFFECT) & file.is_(ACCEPTED),
    cites="1-a 2.1-d A-load",
)


ON_WHAT_MOVES: tuple[Finding, ...] = (
    Finding(
        "accepted-before-and-loaded-after",
        "A file that the DSP accepted before the change may be loaded after it, when nobody "
        "answers for what an RDP sent.",
        "1-a 2.1-d 2.3-d 5-X2",
        BASE,
        fails(found(HOLDING, "copy-only-from-answered")),
        VARIANT["a file accepted before is loaded after"].flow,
        (
            Cure(
                Instruction(
                    ON_HANDOVER,
                    "The DSP loads no registration data from an RDP once the duty of Network "
                    "Parties to have it sent has ended, whenever it was accepted",
                ),
                "what becomes of it",
            ),
        ),
        reading="what was accepted before the change is loaded after it",
    ),
    Finding(
        "one-file-holds-up-the-change",
        "If the change waits for what the DSP has accepted, one file that is never loaded holds it "
        "up for all of Great Britain.",
        "1-a 2.1-d 5-X2",
        BASE,
        NOT_HELD_UP,
        FLOW,
        (
            Cure(
                Instruction(
                    ON_HANDOVER,
                    "As the duty ends, the DSP discards what it has accepted from an RDP and not "
                    "loaded; the first load from the CSS makes it good. The change waits for no "
                    "file",
                ),
                "that the RDP is told",
                in_turn(of_rules(CHANGE, TAKE_EFFECT, _waiting_for_no_file), _discarding),
                opens=NOT_HELD_UP,
            ),
        ),
        impossible=True,
        story=Sometimes(
            "one-file-waits",
            "No point has a request and all else is ready, but for one file that the DSP has "
            "accepted and not loaded.",
            all_of(
                *(change.is_(DRAINING), nothing_under_way, file.is_(ACCEPTED)),
                *(ADMITTED, PASSES, RDPS_SHUT_OUT, NETWORKS_GIVE),
            ),
            cites="1-a 2.1-d A-load",
        ),
    ),
    Finding(
        "frozen-for-good",
        "If requests are frozen, and the change waits until none is under way, a frozen one holds "
        "it up for all of Great Britain.",
        "D1.unread B4 B2.live",
        BASE,
        GOES_ON,
        FROZEN,
        (
            Cure(
                Instruction(
                    "the REC, on the transition",
                    "From the day on which no new request is taken until the change takes effect, "
                    "each request that is under way goes on to its end under the rules before the "
                    "change",
                    writer=Drafter.REC,
                ),
                "how long that takes",
                opens=GOES_ON,
            ),
        ),
        reading="no request moves while the change is made",
        impossible=True,
        story=found(HELD_UP, "requested-and-held-up"),  # type: ignore[arg-type]
    ),
    Finding(
        "live-where-nobody-looks",
        "A switch that is under way may go live at the old registry after the change: the CSS and "
        "the DSP never hear of it.",
        "1-a 1-b 2.2-b",
        BASE,
        fails(found(ONE_REGISTRY_AT_A_TIME, "switched-where-it-is-in-operation")),
        VARIANT["not drained"].flow,
        (
            Cure(
                Instruction(
                    "the REC, on the transition",
                    "The CSS becomes the registry of a point when nothing is under way for it at "
                    "MPAS or UK Link, or takes over what is under way there as a table in this "
                    "code says; no request goes live at the old registry after that",
                    writer=Drafter.REC,
                ),
                "the table, of which the flow carried-over shows one",
            ),
        ),
        reading="the change waits for no request, and nothing says what becomes of one",
    ),
    Finding(
        "records-moved-ahead",
        "If records move before the change, a switch in between leaves the wrong supplier at the "
        "CSS. The first load then tells the DSP of the wrong one.",
        "1-b 2.2-b",
        BASE,
        fails(found(HOLDING, "the-change-keeps-the-record")),
        MOVED_AHEAD,
        (
            Cure(
                Instruction(
                    "the REC, on the transition",
                    "What the CSS holds of each point at the time of the change is what MPAS or UK "
                    "Link holds then: whatever was loaded before is kept up to date until then",
                    writer=Drafter.REC,
                ),
                "how it is kept up to date",
            ),
        ),
        reading="records are moved ahead of the change, and no switch is told to the CSS after it",
        besides="D1.migration tells that records were moved ahead, not how they were kept up.",
    ),
    Finding(
        "a-fallback-that-forgets",
        "If the change is undone and MPAS or UK Link is not told, it forgets each switch that went "
        "live at the CSS meanwhile.",
        "1-a 1-b",
        "with-fallback",
        fails(found(OF_THE_FALLBACK, "a-fallback-keeps-the-record")),
        WITHOUT_RECORDS,
        (
            Cure(
                Instruction(
                    "the REC, on the transition",
                    "If the change is undone, MPAS and UK Link take over what is on record at the "
                    "CSS at that time, and their Network Parties have a full set sent to the DSP",
                    writer=Drafter.REC,
                ),
                "how the records are given back",
            ),
        ),
        reading="duties and sources return, and records do not",
    ),
)
