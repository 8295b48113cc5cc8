"""What can go wrong in the new flow though every rule is kept: findings, each with its run."""

from model.css.entry import CssEntry, css_entry
from model.css.gateway import CssGateway, css_gateway
from model.css.hub import IN_VAIN, RECEIVE_PAIR, STALE, pair
from model.css.hub import NONE as NO_PAIR
from model.css.late import OVERTAKEN, late, late_carried
from model.css.messages import ACCEPTED, NEVER_MADE, message
from model.css.notices import CAN_MISSING, NONE, notice
from model.css.registration import (
    ACTIVE,
    CANCELLED,
    ended,
    registration,
)
from model.css.suspension import NOT_YET, told
from model.css.sync import EXCEPTION, held, later_date, sync
from model.current.authority import copy
from model.current.duties import Mark, mark
from model.language import Claim, Sometimes, after, all_of, happens
from model.parties import Supplier
from properties.css.providing import reconciliation_due

A, B = Supplier.A, Supplier.B

FINDING: tuple[Claim, ...] = (
    Sometimes(
        "the-dsp-is-stale",
        "After midnight the DSP still takes the commands of the old supplier and refuses the new.",
        registration[B].is_(ACTIVE) & copy.is_(A),
        cites="A-trigger E1.1 B4.staleness",
    ),
    Sometimes(
        "nobody-knows-of-a-message-never-made",
        "A message was never generated, the DSP's copy is wrong, and nothing is due.",
        all_of(
            message.is_(NEVER_MADE),
            css_entry.is_(CssEntry.LIVE),
            ~reconciliation_due,
            copy.is_(A),
            registration[B].is_(ACTIVE),
        ),
        cites="C5 D2.never-sent R0096",
    ),
    Sometimes(
        "a-message-comes-out-of-sequence",
        "A message that names the old supplier is still on its way when the copy names the new.",
        all_of(late.is_(OVERTAKEN), late_carried.is_(A), copy.is_(B), registration[B].is_(ACTIVE)),
        cites="C5.unread A-order",
    ),
    Sometimes(
        "breach-while-suspended",
        "The CRS is in breach of sending while the CSS is forbidden to send.",
        mark.is_(Mark.BREACHED) & css_entry.is_(CssEntry.SUSPENDED),
        cites="5-E1 5-H2 A-suspension A-deadline",
    ),
    Sometimes(
        "in-breach-and-not-told",
        "The CRS is in breach of sending while the CSS is suspended, and has not been told of "
        "that.",
        mark.is_(Mark.BREACHED) & told.is_(NOT_YET),
        cites="5-E1 5-H2 A-suspension A-deadline A-recognised",
    ),
    Sometimes(
        "breach-while-gateway-controlled",
        "The CRS is in breach of sending while the DCC holds the gateway of the CSS.",
        mark.is_(Mark.BREACHED) & css_gateway.is_(CssGateway.CONTROLLED),
        cites="5-E1 5-H3 A-deadline",
    ),
    Sometimes(
        "accepted-then-suspended",
        "A message that was accepted waits to be loaded when the CSS is suspended.",
        message.is_(ACCEPTED) & css_entry.is_(CssEntry.SUSPENDED),
        cites="5-H2 A-load",
    ),
    Sometimes(
        "a-compromised-gateway-passes",
        "A message is accepted through a gateway that is compromised, before the DCC takes "
        "control.",
        message.is_(ACCEPTED) & css_gateway.is_(CssGateway.COMPROMISED),
        cites="5-H3",
    ),
    Sometimes(
        "secured-cannot-be-applied",
        "A switch is Active at the CSS, and the electricity service could not apply it.",
        sync.is_(EXCEPTION) & registration[B].is_(ACTIVE),
        cites="C5.exception",
    ),
    Sometimes(
        "a-cancellation-goes-missing",
        "A registration was cancelled, and the notice of it is missing.",
        notice.is_(CAN_MISSING) & ended[B].is_(CANCELLED),
        cites="D2.missed-cancellation",
    ),
    Sometimes(
        "dates-differ-for-good",
        "Both name one supplier from different dates, and nothing is outstanding.",
        all_of(held.is_(B), registration[B].is_(ACTIVE), later_date, notice.is_(NONE)),
        cites="D2.dates",
    ),
    Sometimes(
        "a-removed-hub-stays",
        "A hub is removed, and nothing tells the CSS.",
        STALE,
        cites="2.2-d A-no-duty-on-removal",
    ),
    Sometimes(
        "a-pair-of-a-removed-hub-arrives",
        "The CSS receives the pair of a hub that was removed while it was on its way, and nothing "
        "tells it.",
        all_of(happens(RECEIVE_PAIR), pair.is_(IN_VAIN), after(pair).is_(NO_PAIR)),
        cites="2.2-d A-no-duty-on-removal",
    ),
)
