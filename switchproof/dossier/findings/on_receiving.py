"""Findings on what is received, by RDPs, the CSS and the retail data services; and on switches."""

from dataclasses import replace

from model.css.flow import FLOW
from model.css.hub import (
    DUE,
    HUB,
    NONE,
    OUTDATED,
    REMOVE_HUB,
    SENT,
    STALE,
    WITH_CSS,
    pair_held,
)
from model.css.notices import CANNOT_APPLY, NOTICES
from model.css.old_channel import OFFER_FILE, OFFERED, OLD_CHANNEL, old_channel
from model.css.sync import SYNC, later_date
from model.current.entry import Entry, entry
from model.current.flags import FLAGS, REJECT_FLAG
from model.current.store import RDPS_ACCEPTED
from model.language import STAYS, Machine, Sometimes, Transition
from properties.css import CLAIMS, VARIANTS
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found

VARIANT = {variant.name: variant for variant in VARIANTS}
REMOVAL_DUE = (
    Transition(REMOVE_HUB, WITH_CSS, DUE, cites="2.2-d 5-E4"),
    Transition(REMOVE_HUB, DUE, STAYS, when=pair_held, cites="2.2-d 5-E4"),
    Transition(REMOVE_HUB, DUE, NONE, when=~pair_held, cites="2.2-d"),
    Transition(REMOVE_HUB, (SENT, OUTDATED), OUTDATED, cites="2.2-d 5-E4"),
)


def _with_the_date_of_the_css(machine: Machine) -> Machine:
    rules = (
        replace(rule, then={**rule.then, later_date: False}) if later_date in rule.then else rule
        for rule in machine.transitions
    )
    return replace(machine, transitions=tuple(rules))


SHUT = tuple(
    replace(rule, when=rule.when & RDPS_ACCEPTED) for rule in OLD_CHANNEL.rules_of(OFFER_FILE)
)
RECEIVE_LITERALLY = FLOW.but(FLAGS.without(REJECT_FLAG))

ON_RECEIVING: tuple[Finding, ...] = (
    Finding(
        "receive-only-must-answer",
        "A flag that an RDP cannot use is rejected to nobody: rules for receiving alone take away"
        " the answers that RDPs must give.",
        "2.3-d 5-X2 2.3-e",
        "css",
        found(CLAIMS, "a-rejected-flag-reaches-an-incident"),  # type: ignore[arg-type]
        RECEIVE_LITERALLY,
        (
            Cure(
                "The rules for receiving include the answers, responses and incidents that "
                "receiving gives rise to.",
                FLOW,
                opens=found(CLAIMS, "a-rejected-flag-reaches-an-incident"),  # type: ignore[arg-type]
            ),
        ),
        reading="RDPs may only receive, and to answer is to send",
        impossible=True,
    ),
    Finding(
        "keys-that-still-sign",
        "An RDP can still sign and send a registration file, and only a check at the DSP, which "
        "no clause asks for, stops it.",
        "2.3-d 5-L 5-X2",
        "css",
        Sometimes(
            "a-live-rdp-offers-a-file",
            "An RDP that is live and holds its keys offers a registration file after the change.",
            old_channel.is_(OFFERED) & entry.is_(Entry.LIVE),
            cites="2.3-d 5-L A-receive-only A6",
        ),
        FLOW,
        (
            Cure(
                "The credentials that RDPs keep are good for receiving only, and their gateways "
                "carry no registration file.",
                FLOW.but(OLD_CHANNEL.instead(OFFER_FILE, *SHUT)),
            ),
        ),
    ),
    Finding(
        "a-removed-hub-stays",
        "The CSS keeps, and may even be sent, the pair of a hub that is gone: nobody need say that "
        "a pair has ended.",
        "2.2-d 5-E4",
        "css",
        Sometimes(
            "removed-and-not-due",
            "A hub is removed, and nothing about it is due to the CSS.",
            STALE,
            cites="2.2-d A-no-duty-on-removal",
        ),
        FLOW,
        (
            Cure(
                "The end of a pair is sent as a pair is.",
                FLOW.but(HUB.instead(REMOVE_HUB, *REMOVAL_DUE)),
            ),
        ),
    ),
    Finding(
        "the-tie",
        "An objection lodged in time can be overtaken: at the shortest lead its window and the "
        "gate close at one instant.",
        "C1.6.2 C1.12.1 C4.tie",
        "css",
        fails(found(CLAIMS, "lodged-objection-stops")),
        VARIANT["the tie at 17:00"].flow,
        (Cure("An objection lodged by 17:00 is dealt with before the gate closes.", FLOW),),
        reading="the gate comes first at 17:00",
    ),
    Finding(
        "secured-and-not-applied",
        "After a switch is secured the electricity service can find that it cannot apply it, and "
        "by then nothing can be undone.",
        "C1.12.1 C5.exception",
        "css",
        found(CLAIMS, "secured-cannot-be-applied"),  # type: ignore[arg-type]
        FLOW,
        (
            Cure(
                "The receiver checks a switch against its data before the gate closes, while it "
                "can still be refused.",
                FLOW.but(SYNC.without(CANNOT_APPLY), NOTICES.without(CANNOT_APPLY)),
            ),
        ),
    ),
    Finding(
        "two-dates-for-good",
        "A notice that is applied after midnight leaves CSS and retail data service with "
        "different start dates, and nothing is outstanding any more.",
        "C5.late D2.dates",
        "css",
        found(CLAIMS, "dates-differ-for-good"),  # type: ignore[arg-type]
        FLOW,
        (
            Cure(
                "A receiver that applies a notice late takes the start date that the CSS has.",
                FLOW.but(_with_the_date_of_the_css(SYNC)),
            ),
        ),
    ),
)
