"""How long pm4py replays words of a monitor, letters as its labels; where it is installed."""

import time
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import pandas as pd

from properties.analyses.monitor.monitor import NONE, Monitor
from tests.walked_logs import BEGIN, words

CASES, LENGTH = 2000, 10


def replayed(monitor: Monitor) -> str:
    """Return what it makes of a small log without faults by token replay, and how fast."""
    if not find_spec("pm4py"):
        return "not installed, and so not measured"
    letters = words(monitor, CASES, LENGTH, np.random.default_rng(1))
    frame, net = _frame(letters), _net(monitor)
    began = time.process_time()
    said = import_module("pm4py").conformance_diagnostics_token_based_replay(frame, *net)
    taken = time.process_time() - began
    assert all(one["trace_is_fit"] for one in said), "pm4py says something else"
    return f"{len(frame) / taken / 1e6:.3f} M events for each second of a core, by token replay"


def _frame(letters: Any) -> pd.DataFrame:  # noqa: ANN401  # an array of numpy
    case, step = np.nonzero(letters != NONE)
    return pd.DataFrame(
        {
            "case:concept:name": case.astype(str),
            "concept:name": letters[case, step].astype(str),
            "time:timestamp": pd.to_datetime(BEGIN + step, unit="us", utc=True),
        }
    )


def _net(monitor: Monitor) -> tuple[Any, Any, Any]:
    """Return a Petri net with a place for each state; a life may end in each."""
    kinds = import_module("pm4py.objects.petri_net.obj")
    arc = import_module("pm4py.objects.petri_net.utils.petri_utils").add_arc_from_to
    net, end = kinds.PetriNet("monitor"), kinds.PetriNet.Place("end")
    places = [kinds.PetriNet.Place(str(state)) for state in range(len(monitor.table))]
    net.places.update([*places, end])
    for state, row in enumerate(monitor.table):
        ways = [(str(letter), places[to]) for letter, to in enumerate(row) if to != NONE]
        for label, to in [*ways, (None, end)]:
            one = kinds.PetriNet.Transition(f"{state} {label}", label)
            net.transitions.add(one)
            arc(places[state], one, net)
            arc(one, to, net)
    return net, kinds.Marking({places[monitor.first]: 1}), kinds.Marking({end: 1})
