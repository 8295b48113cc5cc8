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
from model.language import STAYS, Flow, Sometimes, Transition
from properties.css import CLAIMS, VARIANTS
from switchproof.dossier.findings.changes import in_turn, instead, of_rules, without
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

VARIANT = {variant.name: variant for variant in VARIANTS}
REMOVAL_DUE = (
    Transition(REMOVE_HUB, WITH_CSS, DUE, cites="2.2-d 5-E4"),
    Transition(REMOVE_HUB, DUE, STAYS, when=pair_held, cites="2.2-d 5-E4"),
    Transition(REMOVE_HUB, DUE, NONE, when=~pair_held, cites="2.2-d"),
    Transition(REMOVE_HUB, (SENT, OUTDATED), OUTDATED, cites="2.2-d 5-E4"),
)


def _with_the_date_of_the_css(flow: Flow) -> Flow:
    machine = next(one for one in flow.machines if str(one) == str(SYNC))
    rules = (
        replace(rule, then={**rule.then, later_date: False}) if later_date in rule.then else rule
        for rule in machine.transitions
    )
    return flow.but(replace(machine, transitions=tuple(rules)))


def _carrying_no_file(rule: Transition) -> Transition:
    return replace(rule, when=rule.when & RDPS_ACCEPTED)


NO_FILE = of_rules(OLD_CHANNEL, OFFER_FILE, _carrying_no_file)
NO_ANSWER = without(REJECT_FLAG, FLAGS)
RECEIVE_LITERALLY = NO_ANSWER(FLOW)

ON_RECEIVING: tuple[Finding, ...] = (
    Finding(
        "receive-only-must-answer",
        "An RDP that cannot use a flag can tell nobody: rules for receiving alone take away the "
        "answers that RDPs must give.",
        "2.3-d 5-X2 2.3-e",
        "css",
        found(CLAIMS, "a-rejected-flag-reaches-an-incident"),  # type: ignore[arg-type]
        RECEIVE_LITERALLY,
        (
            Cure(
                Instruction(
                    "Appendix X",
                    "for RDPs to receive data, and to give the answers, responses and incidents "
                    "that receiving gives rise to",
                    "'for RDPs to receive data'",
                ),
                "any answer but the rejection of a flag and the incident on it",
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
                Instruction(
                    "Section L and Appendix X",
                    "The credentials that RDPs keep are good for receiving and for signing answers "
                    "to what is received, and their gateways carry no registration file",
                ),
                "how answers and files signed with one key are told apart",
                NO_FILE,
            ),
            Cure(
                Instruction(
                    "Section L and Appendix X",
                    "The credentials that RDPs keep are good for receiving only, and their "
                    "gateways carry no registration file",
                ),
                "any answer but the rejection of a flag",
                in_turn(NO_FILE, NO_ANSWER),
                advised=False,
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
                Instruction(
                    "Section E",
                    "Comms Hub ID and MPxN to the CSS, and, when a hub is removed, that the pair "
                    "has ended",
                    "'Comms Hub ID and MPXN to the CSS'",
                ),
                "what the CSS then makes of the REL",
                instead(HUB, REMOVE_HUB, *REMOVAL_DUE),
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
        (
            Cure(
                Instruction(
                    "REC Schedule 23, paragraphs 6.2 and 12.1",
                    "An objection lodged by 17:00 is dealt with before the gate closes",
                    writer=Drafter.REC,
                ),
                "anything finer than the one instant at which both close",
            ),
        ),
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
                Instruction(
                    "REC Schedule 23, paragraph 12.1",
                    "The receiver checks a switch against its data before the gate closes, while "
                    "it can still be refused",
                    writer=Drafter.REC,
                ),
                "the check itself, but only that no notice is found inapplicable afterwards",
                without(CANNOT_APPLY, SYNC, NOTICES),
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
                Instruction(
                    "the REC, on notices that come late",
                    "A receiver that applies a notice late takes the start date that the CSS has",
                    writer=Drafter.REC,
                ),
                "what was settled meanwhile on the later date",
                _with_the_date_of_the_css,
            ),
        ),
    ),
)
