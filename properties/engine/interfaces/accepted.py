"""What is claimed of an interface, and the packet that shows that an automaton accepts it all."""

import json
from collections.abc import Sequence
from functools import cached_property

from model.language.flow import Flow
from model.language.interfaces import LoggedInterface
from properties import checker
from properties.checker.forms import FORMAT
from properties.engine.budget import Budget
from properties.engine.interfaces.automaton import Automaton
from properties.engine.interfaces.letters import Symbol
from properties.engine.packets.export import Data, flow_data, tree
from properties.engine.packets.store import canonical


class AcceptedData:
    """A flow as data, with the one claim that all that is seen of it at an interface is accepted.

    It has a name of its own, since packets on the flow alone are told with the flow's claims.
    """

    def __init__(self, flow: Flow, interface: LoggedInterface, symbols: Sequence[Symbol]) -> None:
        self.id = interface.id
        self.flow = flow_data(flow, None, ())
        self.flow["name"] = f"{flow.name}, seen at {interface.id}"
        letters = {
            one.name: {"events": [str(event) for event in one.events], "when": tree(one.when)}
            for one in symbols
        }
        said = {"kind": "accepted", "sentence": interface.sentence, "letters": letters}
        self.text = canonical({**self.flow, "claims": {self.id: said}})

    @cached_property
    def checked(self) -> checker.Flow:
        """Return the flow as the checker reads it."""
        return checker.flow_of(json.loads(self.text))

    def packet(
        self,
        automaton: Automaton,
        begun: int,
        boxes: list[Data],
        exactly: Data | None,
        budget: Budget,
    ) -> Data:
        """Return the packet, which the checker accepts; raises Rejected where it does not."""
        told = {
            "format": FORMAT,
            "kind": "accepting",
            "flow": self.flow["name"],
            "variant": None,
            "claim": self.id,
            "verdict": "proved",
            "points": "any",
            "automaton": [dict(edges) for edges in automaton.edges],
            "begun": begun,
            "boxes": boxes,
            "exactly": exactly,
        }
        made: Data = json.loads(canonical(told))
        self.check(made, budget)
        return made

    def accepts(
        self, automaton: Automaton, begun: int, boxes: list[Data], exactly: Data, budget: Budget
    ) -> bool:
        """Tell whether the checker accepts that just what an automaton accepts is seen."""
        try:
            self.packet(automaton, begun, boxes, exactly, budget)
        except checker.Rejected:
            return False
        return True

    def check(self, packet: Data, budget: Budget) -> None:
        """Raise Rejected unless the checker accepts a packet on the flow as it is now."""
        checker.check(self.checked, packet, budget.check)
