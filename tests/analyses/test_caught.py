"""What an event catches: the runs of its own search against those of the engine."""

from enum import Enum
from random import Random

import pytest
from hypothesis import given, settings

from model.language import INDUSTRY, POINT, STAYS, Event, Field, Flow, Machine, Party, Transition
from model.language.sorts import members
from properties.analyses.caught.asked import never
from properties.analyses.caught.search import CaughtSearch
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.slices.layout import world_of
from properties.engine.slices.replay import breaks, replays
from properties.engine.verdict import Verdict
from tests.strategies import random_flow, seeds


@given(seed=seeds)
@settings(max_examples=150)
def test_what_is_found_replays_and_is_as_short_as_the_engine_says(seed: int) -> None:
    flow, random = random_flow(seed, closed=True), Random(seed)
    event, field = random.choice(flow.events), random.choice(flow.fields)
    found = CaughtSearch(flow, event, Budget()).runs(field, members(field.sort))

    for value in members(field.sort):
        claim, run = never(event, field, value), found.get(value)
        decided = decide(flow, claim, Budget())
        assert (decided.verdict is Verdict.REFUTED) == (run is not None)
        if run is not None and decided.run is not None:
            world = world_of(flow, run.shape)
            trail = replays(world, run.first, run.moves)
            assert breaks(world, trail, run.moves, claim.of(flow), run.where, of_steps=True)
            assert len(run) >= len(decided.run)
            assert not run.shortest or len(run) == len(decided.run)


class Step(Enum):
    """How far something has got."""

    NONE, FIRST, SECOND, DONE = "none", "first", "second", "done"


NONE, FIRST, SECOND, DONE = Step
somebody = Party("somebody")
plan, work = Field("plan", Step, NONE), Field("work", Step, NONE)
GO, BOTH, BACK, END = (Event(name, INDUSTRY, somebody) for name in ("go", "both", "back", "end"))
WORK = Event("work", POINT, somebody)


class Permit(Enum):
    """Whether there is a permit."""

    MISSING, GIVEN = "missing", "given"


def flow_of(
    *of_work: Transition, of_plan: Transition | None = None, beside: tuple[Machine, ...] = ()
) -> Flow:
    rules = (
        *((of_plan,) if of_plan else ()),
        Transition(GO, NONE, FIRST),
        Transition(BOTH, FIRST, SECOND),
        Transition(BACK, SECOND, FIRST),
        Transition(END, SECOND, DONE),
    )
    plans = Machine("plan", INDUSTRY, state=plan, transitions=rules)
    works = Machine("work", POINT, state=work, transitions=of_work)
    return Flow("plan", "A plan and work", (plans, works, *beside), (somebody,))


def lengths(flow: Flow) -> dict[object, tuple[int, bool]]:
    found = CaughtSearch(flow, END, Budget()).runs(work, Step)
    return {value: (len(run), run.shortest) for value, run in found.items()}


def test_work_that_shares_a_step_with_the_plan_is_found_in_one_run_with_it() -> None:
    flow = flow_of(
        Transition(BOTH, NONE, FIRST),
        Transition(WORK, FIRST, SECOND),
    )

    assert lengths(flow) == {FIRST: (3, True), SECOND: (4, True)}


def test_two_runs_with_a_step_in_common_are_no_shortest_run_one_after_the_other() -> None:
    again = Transition(BOTH, NONE, STAYS)  # so that the runs replay one after the other
    flow = flow_of(Transition(BOTH, NONE, FIRST), Transition(BOTH, FIRST, STAYS), of_plan=again)

    assert lengths(flow) == {FIRST: (3, True)}


def test_work_is_found_that_needs_what_is_neither_of_it_nor_of_the_plan() -> None:
    permit = Field("permit", Permit, Permit.MISSING)
    rule = Transition(Event("permit", POINT, somebody), Permit.MISSING, Permit.GIVEN)
    permits = Machine("permit", POINT, state=permit, transitions=(rule,))
    of_work = Transition(WORK, NONE, DONE, when=permit.is_(Permit.GIVEN))
    flow = flow_of(of_work, beside=(permits,))

    assert lengths(flow) == {NONE: (3, True), DONE: (5, True)}


@pytest.mark.parametrize("needed", [NONE, FIRST, SECOND])
def test_work_is_found_that_needs_the_plan_to_be_at_some_stage(needed: Step) -> None:
    flow = flow_of(Transition(WORK, NONE, DONE, when=plan.is_(needed)))

    assert lengths(flow) == {NONE: (3, True), DONE: (4, True)}


def test_what_only_the_event_itself_brings_about_is_not_found_before_it() -> None:
    assert lengths(flow_of(Transition(END, NONE, DONE))) == {NONE: (3, True)}
