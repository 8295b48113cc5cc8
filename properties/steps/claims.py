"""What must hold in each state and of each step, for an order of the steps to be safe.

What is said of sending is the handover's. Beside it stands what the handover, which has one
registry, cannot say: that whoever is on record stays so as the registry moves, and with them who
has asked. Without that no switch between the load of the CSS and the move could be seen to be lost.
"""

from model.css.duties import CRS_OWES
from model.css.reconciliation import DUE, reconciliation
from model.css.sources import accepts_css
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE
from model.current.store import accepts_rdp
from model.handover.paths import SENT, file, file_due, message, message_due, of_record
from model.language import (
    Always,
    Claim,
    Expression,
    Named,
    Step,
    after,
    all_of,
    any_of,
    changed,
    choose,
)
from model.steps.registries import (
    NOBODY,
    Registry,
    asked_at_css,
    asked_at_mpas,
    at_css,
    in_operation,
    rec,
    registry,
)
from properties.handover.claims import HOLDING as OF_HANDOVER

OF_SENDING = (
    "one-bound-obligor",
    "one-source-accepted",
    "accepted-is-answered-for",
    "copy-only-from-answered",
    "the-right-goes-with-the-duty",
    "the-crs-can-have-it-done",
    "only-a-css-that-has-entered-is-accepted",
)

OUTSTANDING = any_of(
    *(file_due, message_due, file.is_(SENT), message.is_(SENT), reconciliation.is_(DUE))
)
IN_CSS = registry.is_(Registry.CSS)
THEN_IN_CSS = after(registry).is_(Registry.CSS)

OF_REGISTRIES: tuple[Claim, ...] = (
    Always(
        "the-registry-has-a-record",
        "Of each point somebody is on record at the registry that is in operation.",
        in_operation.is_not(NOBODY),
        cites="B4 D1.migration",
    ),
    Step(
        "the-record-is-kept",
        "As the registry in operation changes, whoever was on record at the one is on record at "
        "the other.",
        when=changed(registry),
        then=choose(THEN_IN_CSS, after(at_css), after(of_record)).is_(in_operation),
        cites="D1.migration B4",
    ),
    Step(
        "no-request-is-lost",
        "As the registry in operation changes, a request that is open at the one is open at the "
        "other.",
        when=changed(registry),
        then=choose(THEN_IN_CSS, after(asked_at_css), after(asked_at_mpas)).is_(
            choose(IN_CSS, asked_at_css, asked_at_mpas)
        ),
        cites="D1.unread",
    ),
    Always(
        "registered-under-the-rec",
        "The CSS is the registry in operation only while the REC's duties on registration are in "
        "force.",
        when=IN_CSS,
        then=rec,
        cites="C1.schedule",
    ),
    Always(
        "difference-explained",
        "Where the DSP's copy differs from whoever is on record at the registry in operation, "
        "something is outstanding: a file, a message, or the first load (P13).",
        when=copy.is_not(in_operation),
        then=OUTSTANDING,
        cites="2.2-a 2.2-b A2 E1.1 A-load A-first-load A-reconciliation",
    ),
)
HOLDING: tuple[Claim, ...] = (
    *(claim for claim in OF_HANDOVER if claim.id in OF_SENDING),
    *OF_REGISTRIES,
)

NOBODY_ACCEPTED = Named(
    "the DSP accepts data from nobody",
    all_of(~accepts_rdp, ~accepts_css),
    cites="A-source-switch",
)
COSTS: tuple[Expression, ...] = (
    all_of(NETWORKS_OWE, NOBODY_ACCEPTED).called(
        "the Networks owe the sending and the DSP accepts data from nobody", cites="2.2-a"
    ),
    all_of(CRS_OWES, NOBODY_ACCEPTED).called(
        "the CRS owes the sending and the DSP accepts data from nobody", cites="2.2-b"
    ),
)
