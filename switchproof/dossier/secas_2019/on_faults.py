"""Findings on faults: what nobody notices, what passes, and what all of Great Britain loses."""

from dataclasses import replace

from model.css.entry import ADMITTED, CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import COMPROMISE, CSS_GATEWAY, CssGateway, css_gateway
from model.css.messages import (
    ACCEPT,
    DUE,
    FAIL_TO_MAKE,
    GIVEN_UP,
    LOAD,
    MESSAGES,
    message,
)
from model.current.files import ACCEPT as ACCEPT_FILE
from model.current.gateway import Gateway, gateway
from model.language import (
    Sometimes,
    Transition,
    all_of,
    at_other_point,
    at_other_provider,
    happens,
)
from properties.css import CLAIMS
from properties.current import CLAIMS as CLAIMS_TODAY
from switchproof.dossier.findings.changes import of_rules
from switchproof.dossier.findings.kinds import Cure, Finding, found
from switchproof.dossier.findings.words import Drafter, Instruction

CONTROLLED = css_gateway.is_(CssGateway.CONTROLLED)


def _at_once(rule: Transition) -> Transition:
    return replace(rule, target=CssGateway.CONTROLLED)


def _noticed(rule: Transition) -> Transition:
    return replace(rule, target=GIVEN_UP)


def _checked_again(rule: Transition) -> Transition:
    return replace(rule, when=rule.when & ADMITTED)


ON_FAULTS: tuple[Finding, ...] = (
    Finding(
        "no-heartbeat",
        "A message that is never generated shows nowhere: the DSP's copy is wrong and nobody "
        "knows. Today a lost file shows by its number.",
        "2.2-b 5-X3",
        "css",
        found(CLAIMS, "nobody-knows-of-a-message-never-made"),  # type: ignore[arg-type]
        FLOW,
        (
            Cure(
                Instruction(
                    "Appendix X",
                    "The CSS tells the DSP regularly how many messages it has made, or which "
                    "switches have become Active; one that was not made counts as not delivered",
                    writer=Drafter.DESIGN,
                ),
                "how often, and that what the CSS tells can fail as well",
                of_rules(MESSAGES, FAIL_TO_MAKE, _noticed),
            ),
        ),
        today=found(CLAIMS_TODAY, "a-change-is-left-out"),  # type: ignore[arg-type]
    ),
    Finding(
        "accepted-then-suspended",
        "The DSP loads what it accepted from a CSS that has been suspended since: no text says "
        "when a sender must be admitted.",
        "5-G 5-H2 5-X3",
        "css",
        Sometimes(
            "loaded-while-suspended",
            "A message is loaded while the CSS is suspended.",
            happens(LOAD) & css_entry.is_(CssEntry.SUSPENDED),
            cites="5-G 5-H2 A-load",
        ),
        FLOW,
        (
            Cure(
                Instruction(
                    "Appendix X",
                    "The DSP loads a message only while its sender is admitted; what was accepted "
                    "waits for the reinstatement",
                ),
                "what is accepted from RDPs",
                of_rules(MESSAGES, LOAD, _checked_again),
            ),
        ),
    ),
    Finding(
        "can-is-not-must",
        "Data is taken through a gateway that is compromised until the DCC takes control: it has "
        "a power, no duty, and no time is set.",
        "5-H3",
        "css",
        Sometimes(
            "taken-through-a-compromised-gateway",
            "A message is accepted through a gateway that is compromised.",
            happens(ACCEPT) & css_gateway.is_(CssGateway.COMPROMISED),
            cites="5-H3",
        ),
        FLOW,
        (
            Cure(
                Instruction(
                    "Section H",
                    "The DCC shall take control of a gateway as soon as it is compromised",
                    "'ability for DCC to control gateway if compromised'",
                ),
                "how the DCC learns of it; and the gateways of RDPs",
                of_rules(CSS_GATEWAY, COMPROMISE, _at_once),
            ),
        ),
    ),
    Finding(
        "one-gateway",
        "One gateway serves all of Great Britain: while the DCC holds it, what is due about every "
        "point waits.",
        "5-H3 2.2-c",
        "css",
        Sometimes(
            "two-points-wait",
            "Two points' messages wait while the DCC holds the gateway of the CSS.",
            all_of(CONTROLLED, message.is_(DUE), at_other_point(message).is_(DUE)),
            cites="5-H3 2.2-c",
        ),
        FLOW,
        uncured="It follows from there being one CSS; a second connection is not in the model.",
        today=Sometimes(
            "another-rdp-goes-on",
            "While the DCC holds the gateway of one RDP, a file of another is accepted.",
            happens(ACCEPT_FILE) & at_other_provider(gateway).is_(Gateway.CONTROLLED),
            cites="5-H3 A-gateway-rdp",
        ),
    ),
)
