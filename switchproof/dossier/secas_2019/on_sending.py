"""Findings on the sending of data: forbidden and owed, with no trigger, or out of order."""

from dataclasses import replace

from model.css.duties import LATE, MARK, MISS_TIME
from model.css.entry import CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import CssGateway, css_gateway
from model.css.whole_point import WHOLE_COPY, WHOLE_LATE, WHOLE_MESSAGES
from model.current.duties import DAY_ENDS
from model.current.duties import LATE as LATE_OF_TODAY
from model.current.entry import Entry, entry
from model.language import (
    Flow,
    Named,
    Sometimes,
    Transition,
    all_of,
    any_of,
    happens,
)
from properties.css import CLAIMS, VARIANTS
from properties.css.readings_sending import NO_STALE_MOMENT
from switchproof.dossier.findings.changes import of_rules
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

VARIANT = {variant.name: variant for variant in VARIANTS}
SUSPENDED = css_entry.is_(CssEntry.SUSPENDED)
CONTROLLED = css_gateway.is_(CssGateway.CONTROLLED)
FREE = Named("the CSS is free to send", ~any_of(SUSPENDED, CONTROLLED), cites="5-H2 5-H3")
LATE_TODAY = Sometimes(
    "late-today",
    "The day ends with data outstanding while the RDP is suspended.",
    all_of(happens(DAY_ENDS), LATE_OF_TODAY, entry.is_(Entry.SUSPENDED)),
    cites="2.2-a A-suspension A-deadline",
)


def _resting(rule: Transition) -> Transition:
    return replace(rule, when=rule.when & FREE) if rule.breaches else rule


def _whole_point(flow: Flow) -> Flow:
    return flow.but(WHOLE_MESSAGES, WHOLE_LATE, WHOLE_COPY)


ON_SENDING: tuple[Finding, ...] = (
    Finding(
        "owed-while-shut-out",
        "The CRS is in breach for data that its CSS may not send, while the DCC has suspended it "
        "or holds its gateway. DCC and CRS may be one licensee.",
        "5-E1 5-H2 5-H3",
        "css",
        Sometimes(
            "breached-while-shut-out",
            "The time for sending passes while the CSS is suspended or its gateway is under the "
            "DCC's control.",
            all_of(happens(MISS_TIME), LATE, ~FREE),
            cites="5-E1 5-H2 5-H3 A-suspension A-deadline",
        ),
        FLOW,
        (
            Cure(
                Instruction(
                    "Section E, beside the duty of the CRS",
                    "The time for sending does not run while the CSS is suspended or its gateway "
                    "is under the DCC's control",
                ),
                "how long the time for sending is",
                of_rules(MARK, MISS_TIME, _resting),
            ),
        ),
        today=LATE_TODAY,
    ),
    Finding(
        "no-trigger",
        "The DSP can obey the old supplier after the midnight of any switch: nobody has written "
        "down what makes a message due. If it is due once the switch is Active, the DSP does so "
        "until it has loaded the message.",
        "2.2-b 5-X3",
        "css",
        NO_STALE_MOMENT,
        FLOW,
        (
            Cure(
                Instruction(
                    "Appendix X",
                    "A message is due when a switch is secured, and names the supplier of today "
                    "and that of tomorrow; the DSP moves to the next at midnight",
                    "'Detail file formats and interface design used by DSP and CSS'",
                    Drafter.DESIGN,
                ),
                "by when before midnight it has to be loaded, and any format",
                _whole_point,
                opens=NO_STALE_MOMENT,
            ),
        ),
        impossible=True,
        story=found(CLAIMS, "the-dsp-is-stale"),  # type: ignore[arg-type]
    ),
    Finding(
        "no-order",
        "Where no rule puts messages in order, a late one turns the DSP's copy back to the old "
        "supplier, and nothing shows it.",
        "5-X3 2.3-e",
        "css",
        fails(found(CLAIMS, "difference-explained")),
        VARIANT["a message out of sequence is accepted"].flow,
        (
            Cure(
                Instruction(
                    "Appendix X",
                    "The DSP discards a message about a point that is older than one that it has "
                    "loaded, or than a reconciliation",
                    writer=Drafter.DESIGN,
                ),
                "by which number or time a message shows how old it is",
            ),
        ),
        reading="the DSP accepts a message that is out of sequence",
    ),
)
