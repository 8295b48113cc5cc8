"""What the new flow keeps of other paths: flags to RDPs, and pairs of hubs that are exchanged."""

from model.css.hub import DUE, EXCHANGE_HUB, pair
from model.current.flags import ACCEPT_FLAG, REJECT_FLAG, SEND_FLAG
from model.current.gateway import PASSES
from model.language import Claim, Step, after, happens

PATHS_KEPT: tuple[Claim, ...] = (
    Step(
        "flags-need-an-open-gateway",
        "A flag is sent to an RDP, and taken or rejected by it, only through a gateway that passes "
        "traffic.",
        happens(SEND_FLAG, ACCEPT_FLAG, REJECT_FLAG).implies(PASSES),
        cites="5-H3 A-gateway-rdp",
    ),
    Step(
        "an-exchanged-hub-makes-a-pair-due",
        "When a hub is exchanged its new pair is due to the CSS.",
        happens(EXCHANGE_HUB).implies(after(pair).is_(DUE)),
        cites="A-every-pair",
    ),
)
