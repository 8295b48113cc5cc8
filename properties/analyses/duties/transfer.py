"""Who holds each duty of today afterwards: one, or it was removed on purpose (2.3-e, P28)."""

from collections.abc import Iterator, Mapping

from model.language.duties import Duty
from model.language.flow import Flow

# Duties of today that nobody is to hold afterwards, with the clause that removes each. There are
# none: what 1-a and 5-E2 strike out, 1-b and 5-E1 put on the CRS.
REMOVED: Mapping[str, str] = {}


def holders(duty: Duty, then: Flow) -> tuple[Duty, ...]:
    """Return the duties, not ended, that a duty of today goes on as."""
    return tuple(d for d in then.duties if not d.ends and duty.name in (_before(d), d.name))


def _before(duty: Duty) -> str:
    return duty.name if duty.succeeds is None else duty.succeeds.name


def faults(today: Flow, then: Flow, removed: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the transfer of each duty, one line each."""
    for duty in today.duties:
        found = len(holders(duty, then))
        if duty.name in removed and found:
            yield f"'{duty.name}' is removed by {removed[duty.name]}, and is still held"
        if duty.name not in removed and found != 1:
            how = f"has {found} holders" if found else "has no holder, nor is it removed on purpose"
            yield f"'{duty.name}' {how} in '{then.name}'"
    known = {duty.name for duty in today.duties}
    for duty in then.duties:
        if duty.succeeds is not None and _before(duty) not in known:
            yield f"'{duty.name}' takes the place of '{_before(duty)}', which is no duty of today"
