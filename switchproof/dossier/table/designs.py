"""The designs of the transition of which the table is made; all that are composed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from model.css.messages import DUE, NEW, Message
from model.current.provision import OUTSTANDING
from model.flows import COMPOSED
from model.language import Claim, Event, Flow, Machine, Transition, each
from model.language.claims import Step
from model.language.sorts import members
from model.parties import SUPPLIERS
from model.transition.change import TAKE_EFFECT
from model.transition.joined import NEW as THEN
from model.transition.names import AT_MPAS, OLD, old_is_live
from properties.analyses.caught.asked import never
from properties.analyses.caught.options import ending
from switchproof.deciding.decide import loaded

SENT_IN_FILES = ("file", "change", "provision")
TODAY, LATER = ({machine.name for machine in flow.machines} for flow in (OLD, THEN))


@dataclass(frozen=True)
class Design:
    """A flow with the step that ends the SEC's duty, and what is claimed of it."""

    name: str
    flow: Flow
    step: Event
    claims: tuple[Claim, ...]

    @cached_property
    def asked(self) -> Mapping[str, tuple[Step, ...]]:
        """Return for each field the claims that the step never finds it so, for each value."""
        return {
            f.name: tuple(never(self.step, f, value) for value in members(f.sort))
            for f in self.flow.fields
        }

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """Return all claims with which the flow is told."""
        return (*self.claims, *(claim for claims in self.asked.values() for claim in claims))

    def group(self, name: str) -> tuple[Machine, ...]:
        """Return the machines of that name: one, or one for each member of a family."""
        return tuple(machine for machine in self.flow.machines if machine.name == name)


@cache
def as_messages(flow: Flow) -> Flow:
    """Return the flow in which what waits to be sent in a file is due as a message instead."""
    files = [machine for machine in flow.machines if machine.name in SENT_IN_FILES]
    (message,) = (machine for machine in flow.machines if machine.name == "message")
    waits = AT_MPAS.of(OUTSTANDING) & old_is_live
    due = each(Transition(TAKE_EFFECT, Message, DUE, waits, NEW, cites="D1.unread"), of=SUPPLIERS)
    ended = ending(flow, TAKE_EFFECT, files)
    assert ended is not None
    return ended.but(message.also(*due))


DESIGNS = {
    name: Design(name, loaded(name).flow, TAKE_EFFECT, loaded(name).claims) for name in COMPOSED
}
