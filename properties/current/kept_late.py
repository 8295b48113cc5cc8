"""What today's flow keeps of objections that come too late, whoever makes them."""

from model.current.registration import OBJECT_LATE, registration, request
from model.language import Claim, Expression, Named, Step, all_of, changed, happens
from model.parties import SUPPLIERS, Supplier


def _in_vain(gaining: Supplier) -> Expression:
    unchanged = all_of(~changed(request[gaining]), *(~changed(registration[s]) for s in SUPPLIERS))
    too_late = happens(OBJECT_LATE[gaining])
    return Named("an objection comes too late", too_late, cites="B1.late").implies(unchanged)


LATE_KEPT: tuple[Claim, ...] = (
    Step(
        "a-late-objection-of-either-supplier",
        "Whichever supplier loses the point can object after its window, and request and "
        "registrations stay as they are.",
        all_of(*(_in_vain(gaining) for gaining in SUPPLIERS)),
        cites="B1.late",
    ),
)
