"""A comparison as data, and the packet that shows its verdict, which the checker accepts."""

import json
from functools import cached_property
from typing import Any

from properties import checker
from properties.checker.fairness import asks_nobody
from properties.checker.forms import FORMAT
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.interfaces.graph import SHAPE
from properties.engine.interfaces.replies import Replies, Steps
from properties.engine.interfaces.result import Likeness, Parted
from properties.engine.interfaces.same_at import SameAt
from properties.engine.packets.export import Data, flow_data
from properties.engine.packets.packet import first_data, run_data
from properties.engine.packets.store import canonical


class ComparisonData:
    """The first flow of a comparison as data; its one claim holds the other flow.

    It has a name of its own, since packets on the flow alone are told with the flow's claims.
    """

    def __init__(self, asked: SameAt) -> None:
        self.asked = asked
        one, other = (flow_data(flow, None, ()) for flow in asked.flows)
        one["name"] = f"{one['name']} beside {other['name']}, {asked.id}"
        visible = {
            name: [[str(event) for event in events] for events in both]
            for name, both in asked.visible.items()
        }
        said = {"kind": "same at", "sentence": asked.sentence, "visible": visible, "other": other}
        self.sides = (one, other)
        self.text = canonical({**one, "claims": {asked.id: said}})

    @cached_property
    def flows(self) -> tuple[checker.Flow, checker.Flow]:
        """Return both flows as the checker reads them."""
        one = checker.flow_of(json.loads(self.text))
        return one, checker.flow_of(one.claims[self.asked.id]["other"])

    def machines(self, side: int, names: set[str]) -> dict[str, str]:
        """Return each machine of some names as text."""
        mine = (m for m in self.sides[side]["machines"] if m["name"] in names)
        return {m["name"]: json.dumps(m, sort_keys=True) for m in mine}

    def carries(self, side: int, run: Run) -> bool:
        """Tell whether a run asks nothing of others, so that it is one with any number of them."""
        return all(asks_nobody(self.flows[side], str(move.event)) for move in run.moves)

    def accepted(self, found: Likeness, shown: Data, budget: Budget) -> Data:
        """Return the packet of what was found; raises Rejected where it does not show that."""
        packet = {
            "format": FORMAT,
            "flow": self.sides[0]["name"],
            "variant": self.sides[0]["variant"],
            "claim": self.asked.id,
            "verdict": found.verdict.value,
            "points": found.points,
            **shown,
        }
        made: Data = json.loads(canonical(packet))
        checker.check(self.flows[0], made, budget.check)
        return made


def difference_data(asked: SameAt, one: Parted) -> Data:
    """Return a difference with its run."""
    what, flow = one.difference, asked.flows[one.difference.side]
    told = {"word": list(what.word), "name": what.label, "side": what.side}
    return {**told, "run": run_data(flow, one.run)}


def answers_data(asked: SameAt, side: int, found: Replies) -> Data:
    """Return a weak simulation of one side."""
    flow = asked.flows[side]
    made = [[one.group, one.label, list(map(_steps, one.steps)), one.to] for one in found.answers]
    firsts = [first_data(flow, SHAPE, state) for state in found.firsts]
    return {"machines": list(found.machines), "firsts": firsts, "answers": made}


def _steps(taken: Steps) -> list[Any]:
    member, moves = taken
    return [member, [[str(move.event), move.home] for move in moves]]
