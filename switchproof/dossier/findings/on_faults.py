"""Findings on faults: what nobody notices, what passes, and what all of Great Britain loses."""

from model.css.entry import ADMITTED, CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import COMPROMISE, CSS_GATEWAY, CssGateway, css_gateway
from model.css.messages import (
    ACCEPT,
    ACCEPTED,
    DUE,
    FAIL_TO_MAKE,
    GIVEN_UP,
    LOAD,
    MESSAGES,
    NOTHING,
    SPENT,
    message,
)
from model.current.authority import copy
from model.current.files import ACCEPT as ACCEPT_FILE
from model.current.gateway import Gateway, gateway
from model.current.store import LOSE_DATA
from model.language import (
    STAYS,
    Sometimes,
    Transition,
    all_of,
    at_other_point,
    at_other_provider,
    happens,
)
from model.parties import Supplier
from properties.css import CLAIMS
from properties.current import CLAIMS as CLAIMS_TODAY
from switchproof.dossier.findings.kinds import Cure, Finding, found

CONTROLLED = css_gateway.is_(CssGateway.CONTROLLED)
AT_ONCE = Transition(COMPROMISE, CssGateway.UP, CssGateway.CONTROLLED, cites="5-H3")
CHECKED_AGAIN = Transition(LOAD, ACCEPTED, NOTHING, ADMITTED, SPENT, cites="5-G E1.1")
NOTICED = Transition(FAIL_TO_MAKE, DUE, GIVEN_UP, cites="C5 R0067")
KEPT_TWICE = Transition(LOSE_DATA, Supplier, STAYS, cites="E2.8")
FULL_HERE = copy.is_not(Supplier.NOBODY)
FULL_THERE = at_other_point(copy).is_not(Supplier.NOBODY)

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
                "The CSS tells the DSP regularly how many messages it has made, or which switches "
                "have become Active, so that one that was not made counts as not delivered.",
                FLOW.but(MESSAGES.instead(FAIL_TO_MAKE, NOTICED)),
            ),
        ),
        today=found(CLAIMS_TODAY, "a-change-is-left-out"),  # type: ignore[arg-type]
    ),
    Finding(
        "accepted-then-suspended",
        "The DSP loads what it accepted from a CSS that was suspended since: no text says when a "
        "sender must be admitted.",
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
                "The DSP loads a message only while its sender is admitted; what was accepted "
                "waits for the reinstatement.",
                FLOW.but(MESSAGES.instead(LOAD, CHECKED_AGAIN)),
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
                "The DCC must take control of a gateway as soon as it is compromised.",
                FLOW.but(CSS_GATEWAY.instead(COMPROMISE, AT_ONCE)),
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
