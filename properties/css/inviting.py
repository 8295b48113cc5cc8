"""Invitations, dates, and that nothing of the one side waits for the other (P9, P12, P24)."""

from model.css.entry import SUSPEND, CssEntry, css_entry
from model.css.gateway import TAKE_CONTROL, css_gateway
from model.css.messages import LOAD, message
from model.css.notices import APPLY_SECURED, GIVE_PROXY
from model.css.registration import MAKE_PENDING, PENDING, gain, supplier_of_record
from model.css.sync import APPLY_BACKLOG, RESOLVE_EXCEPTION, held, later_date
from model.current.authority import copy
from model.current.entry import SUSPEND as SUSPEND_RDP
from model.current.entry import entry
from model.current.flags import ACCEPT_FLAG, flag
from model.current.gateway import TAKE_CONTROL as TAKE_CONTROL_OF_RDP
from model.current.gateway import Gateway, gateway
from model.language import (
    Claim,
    Named,
    Sometimes,
    Step,
    after,
    any_of,
    changed,
    happens,
)

applied = happens(APPLY_SECURED, GIVE_PROXY, RESOLVE_EXCEPTION, APPLY_BACKLOG)
CSS_SHUT_OUT = Named("the CSS is shut out", happens(SUSPEND, TAKE_CONTROL), cites="5-H2 5-H3")
RDP_SHUT_OUT = Named(
    "an RDP is shut out", happens(SUSPEND_RDP, TAKE_CONTROL_OF_RDP), cites="5-H2 5-H3"
)
RDPS_AS_THEY_WERE = Named(
    "nothing changes for RDPs and flags",
    ~any_of(changed(entry), changed(gateway), changed(flag)),
    cites="2.3-c S0.6",
)
CSS_AS_IT_WAS = Named(
    "nothing changes for the CSS, its messages and the copy",
    ~any_of(changed(css_entry), changed(css_gateway), changed(message), changed(copy)),
    cites="2.3-d S0.6",
)


IS_PENDING = gain.becomes(PENDING).called("a registration becomes pending", cites="C1.7.1.8")
INVITED = happens(MAKE_PENDING).called("the losing supplier is invited", cites="C1.7.1.9")

CSS_STOPS_NO_FLAGS = Step(
    "shutting-out-the-css-stops-no-flags",
    "To suspend the CSS, or to take control of its gateway, changes nothing for RDPs and the "
    "flags on their way to them (P24).",
    CSS_SHUT_OUT.implies(RDPS_AS_THEY_WERE),
    cites="2.3-c 5-H2 5-H3 S0.6",
)
RDP_STOPS_NO_MESSAGES = Step(
    "shutting-out-an-rdp-stops-no-messages",
    "To suspend an RDP, or to take control of its gateway, changes nothing for the CSS, its "
    "messages and the DSP's copy (P24).",
    RDP_SHUT_OUT.implies(CSS_AS_IT_WAS),
    cites="2.3-d 5-H2 5-H3 S0.6",
)

MORE: tuple[Claim, ...] = (
    Step(
        "pending-with-invitation",
        "A registration becomes pending only in the step in which the losing supplier is invited "
        "to intervene (P9).",
        when=IS_PENDING,
        then=INVITED,
        cites="C1.7.1.8 C1.7.1.9",
    ),
    Step(
        "later-date-only-by-late-notice",
        "The retail data service takes a later date than the CSS only where it applies a switch "
        "that is already Active there (P12).",
        (~later_date & after(later_date)).implies(applied & after(held).is_(supplier_of_record)),
        cites="C5.late D2.dates C1 C1.13.4.2 C2 C5.operator D2.proxy A-notices-queue",
    ),
    CSS_STOPS_NO_FLAGS,
    RDP_STOPS_NO_MESSAGES,
    Sometimes(
        "an-rdp-takes-a-flag-while-the-css-is-suspended",
        "An RDP receives a flag while the CSS is suspended (P24).",
        happens(ACCEPT_FLAG) & css_entry.is_(CssEntry.SUSPENDED),
        cites="2.3-c 2.3-d 5-H2",
    ),
    Sometimes(
        "a-message-is-loaded-while-the-rdp-is-shut-out",
        "The DSP loads a message while the gateway of that point's RDP is under control (P24).",
        happens(LOAD) & gateway.is_(Gateway.CONTROLLED),
        cites="2.3-d 5-H2 5-H3",
    ),
)
