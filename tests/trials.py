"""One trial of soundness: a random flow, a claim on it, its verdict, and what instances show.

`make test` makes some thousands, `make soak` a hundred thousand (`tests/soak.py`).
"""

from contextlib import suppress
from dataclasses import dataclass

from model.language import POINT, Always, Expression, Flow, Sometimes, Step, all_of
from model.language.claims import Claim, speaks_of_a_step
from model.language.meaning import World
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from tests.concrete import Tables
from tests.instances import Shape, TooMany, first_breaks, views
from tests.small_flows import KINDS, Drawing, random_claim

CLASSES = [(kind, providers) for kind in KINDS for providers in (False, True)]
NO_POINTS: list[Shape] = [(), (0,), (0, 0)]
ONE_PROVIDER: list[Shape] = [(1,), (2,), (3,), (4,)]
SMALL: list[Shape] = [(1,), (1, 0), (2,), (1, 1)]
LARGER: list[Shape] = [
    *[(1, 0, 0), (2, 0), (1, 1, 0), (3,), (2, 1), (3, 0), (2, 1, 0), (1, 1, 1)],
    *[(4,), (3, 1), (2, 2), (2, 1, 1)],
]
LATE: dict[bool, list[Shape]] = {False: [(4,), (2,)], True: [(2, 1), (1, 1), (1, 0), (2,)]}
MOST_STATES, MOST_VIEWS = 500, 3000
MORE = 4  # points than a search of instances tries


@dataclass(frozen=True)
class Trial:
    """What came of one trial: `broken` has the shapes that break the claim, and in how many steps.

    For a claim that something can happen, to break means that it does happen.
    """

    flow: Flow
    claim: Claim
    result: Result
    broken: dict[Shape, int]
    searched: frozenset[Shape]
    without_points: bool

    @property
    def verdict(self) -> Verdict:
        """The verdict; that something never happens counts as proved."""
        found = self.result.verdict
        assert found is not None
        turned = {Verdict.PROVED: Verdict.REFUTED, Verdict.REFUTED: Verdict.PROVED}
        return turned.get(found, found) if isinstance(self.claim, Sometimes) else found

    @property
    def fewest(self) -> int | None:
        """The fewest points with which it breaks, if it does."""
        return min((sum(shape) for shape in self.broken), default=None)

    @property
    def row(self) -> str:
        """In a few words: the verdict, and with how many points at least an instance fails."""
        return f"{self.verdict.value}, {self.fewest or 'none'}"

    @property
    def faults(self) -> list[str]:
        """What of the verdict the instances contradict."""
        if self.verdict is Verdict.PROVED:
            return [f"said to hold, but fails in {self.broken}"] if self.broken else []
        if self.verdict is Verdict.UNDECIDED and self.flow.deletion_closed:
            return [f"undecided, though it is deletion-closed: {self.result.reason}"]
        if self.verdict is Verdict.UNDECIDED and (self.fewest or MORE) < MORE:
            limited = "limit" in self.result.reason
            return [] if limited else [f"{self.result.reason}, but fails in {self.broken}"]
        found = [fault for run in self.result.runs for fault in self._faults_of(run)]
        return found + (self._numbers_missed() if isinstance(self.claim, Sometimes) else [])

    def _numbers_missed(self) -> list[str]:
        """Say with how many points something happens, though it is said that it does not."""
        shown = {sum(run.shape) for run in self.result.runs}
        happens = {sum(shape) for shape in self.broken if sum(shape) < MORE}
        known = "not known" not in self.result.reason
        return [f"it happens with {n} points too" for n in sorted(happens - shown) if known]

    def _faults_of(self, run: Run) -> list[str]:
        found = []
        if not ends_badly(self.flow, self.claim, run):
            found.append(f"the run in {run.shape} does not replay to a failure")
        shape = tuple(sorted(run.shape, reverse=True))
        if shape in self.searched and shape not in self.broken:
            found.append(f"no run in {shape} breaks it")
        if run is self.result.run and self.fewest is not None and self.fewest < sum(run.shape):
            found.append(f"shown with {sum(run.shape)} points, but {self.fewest} are enough")
        if run.shortest and shape in self.broken and self.broken[shape] != len(run):
            found.append(f"in {shape} shown in {len(run)} steps, but {self.broken[shape]} do")
        return found


def watched_body(flow: Flow, claim: Claim) -> Expression:
    """What must never fail: the claim, or that what can happen does not."""
    body = claim.of(flow)
    return ~body if isinstance(claim, Sometimes) else body


def ends_badly(flow: Flow, claim: Claim, run: Run) -> bool:
    """Tell by the plain meaning whether a run is one, and breaks the claim at its end."""
    world, body = World(flow, run.shape), watched_body(flow, claim)
    before = state = run.first
    if state not in set(world.initial_states()):
        return False
    for move in run.moves:
        after = world.outcome(state, move).after
        if after is None:
            return False
        before, state = state, after
    if not (isinstance(claim, Step) or speaks_of_a_step(body)):
        return not world.holds(body, run.where, state, None, state)
    return bool(run.moves) and not world.holds(body, run.where, before, run.moves[-1], state)


def trial(seed: int, kind: str, *, providers: bool, telling: bool = False) -> Trial | None:
    """Draw a flow, search instances, and decide a claim, if there is one that fails late.

    To fail late is to fail, but not with those alone of whom the claim speaks. Where nothing is
    seen so late, any claim will do, unless a `telling` one is asked for.
    """
    drawing = Drawing(seed, kind, providers=providers)
    flow = drawing.flow()
    tables = Tables(flow)
    claim = _seen_late(tables, drawing, LATE[providers])
    if claim is None:
        if telling:
            return None
        claim = random_claim(drawing)
    shapes = [*SMALL, *drawing.random.sample(LARGER, 3)] if providers else ONE_PROVIDER
    return tried(flow, claim, shapes, tables)


def tried(flow: Flow, claim: Claim, shapes: list[Shape], tables: Tables) -> Trial:
    """Decide a claim, and search instances of some shapes."""
    breaks = _breaks(tables, shapes, claim)
    broken = {shape: steps for shape, steps in breaks.items() if steps >= 0}
    result = decide(flow, claim, Budget(seconds=600, views=MOST_VIEWS))
    without = _breaks(tables, NO_POINTS, claim)
    return Trial(flow, claim, result, broken, frozenset(breaks), max(without.values()) >= 0)


def _seen_late(tables: Tables, drawing: Drawing, shapes: list[Shape]) -> Claim | None:
    """Return that something never is, which is seen only where there are others."""
    try:
        alone = views(tables, (1,), MOST_STATES)
        late = [sorted(views(tables, shape, MOST_STATES) - alone) for shape in shapes]
    except TooMany:
        return None
    found = next((views for views in late if views), None)
    if found is None:
        return None
    slots = tables.small[POINT].slots
    values = tables.values(POINT, drawing.random.choice(found))
    never = ~all_of(*(f.is_(v) for (f, _), v in zip(slots, values, strict=True)))
    return Always("late", "What only others bring about never is.", never)


def _breaks(tables: Tables, shapes: list[Shape], claim: Claim) -> dict[Shape, int]:
    found, body = {}, watched_body(tables.flow, claim)
    of_steps = isinstance(claim, Step)
    for shape in shapes:
        with suppress(TooMany):
            (found[shape],) = first_breaks(tables, shape, [body], MOST_STATES, of_steps=of_steps)
    return found
