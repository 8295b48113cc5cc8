"""A sample of a simulated log, replayed step by step as the flow is executed."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

import numpy as np

from model.language.events import Scope
from model.refused import Refused
from model.walk import Walk
from properties.engine.fault import EngineFault
from switchproof.logs.simulate.lives import WalkRows
from switchproof.logs.simulate.rows import WalkWords
from switchproof.logs.simulate.surroundings import Surroundings

Step = tuple[int, str, int, str]  # when, which event, at whose home, by whom


def replay(
    around: Surroundings, lives: Mapping[int, WalkRows], sizes: list[int], words: WalkWords
) -> Walk:
    """Return the walk of so many points of each provider, the first ones, among all around them.

    `lives` has the rows of the providers by number. Raises EngineFault where the flow refuses a
    step, or another party takes it.
    """
    walk = Walk(around.flow, shape=tuple(sizes))
    wide = [(s.time, str(s.move.event), s.move.home, s.actor) for s in around.steps]
    firsts = [0, *accumulate(sizes)]
    of_points = (
        step for n, rows in lives.items() for step in _steps(rows, sizes[n], firsts[n], words)
    )
    for _, event, home, actor in sorted([*wide, *of_points]):
        try:
            done = walk.take(event, home)
        except Refused as refused:
            raise EngineFault(f"the simulated log is no run of the flow: {refused}") from refused
        if str(done.actor) != actor:
            raise EngineFault(f"the simulated log has '{event}' by {actor}, not by {done.actor}")
    return walk


def _steps(rows: WalkRows, points: int, first: int, words: WalkWords) -> Iterator[Step]:
    for n in np.flatnonzero(rows.point < points):
        event = words.events[rows.event[n]]
        if event.scope is Scope.POINT:
            home = first + int(rows.point[n])
            yield int(rows.time[n]), str(event), home, words.parties[rows.actor[n]]
