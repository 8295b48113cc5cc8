"""Suites of interfaces: all is reached, what is tried is refused, and plain walks agree."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from model.flows import flow as flow_named
from model.language import TRUE, Flow, Transition
from model.language.claims import Variant
from model.language.interfaces import LoggedInterface
from properties.analyses.monitor.compiled import monitor_of
from properties.analyses.monitor.monitor import Letter
from properties.analyses.suites.covering import LONGEST, Covering
from properties.analyses.suites.exact import exactly_shown
from properties.analyses.suites.suite import Suite, SuiteRun
from properties.analyses.suites.telling import variants_told
from properties.current import VARIANTS
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.fault import EngineFault
from properties.engine.packets.store import Store
from tests.analyses.test_monitor import interfaces, made
from tests.checker.test_monitors import FLOW, IS_OPEN, POINTS, SEEN, THREE, TWO, UNSEEN, X, Y
from tests.monitor_oracle import Known, Worlds, random_interface
from tests.verdicts import FOLDER

SECONDS = 120.0


@cache
def covering(flow: str, number: int) -> Covering:
    budget, of = Budget(seconds=300), made(flow, number)
    interface = interfaces(flow)[number]
    shown = exactly_shown(flow_named(flow), interface, of.packet, budget, Store(FOLDER))
    return Covering(shown, of.monitor)


def covering_of(flow: Flow, interface: LoggedInterface) -> Covering:
    of = monitor_of(flow, interface, Budget(seconds=60))
    return Covering(exactly_shown(flow, interface, of.packet, Budget(seconds=60)), of.monitor)


SMALL = covering_of(FLOW, SEEN)


class Plain:
    """What a point shows, by plain walks of a world of one point."""

    def __init__(self, at: Covering, flow: Flow | None = None) -> None:
        self.worlds = Worlds(flow or at.shown.flow, at.shown.interface, (1,))
        self.letters = at.letters

    def after(self, states: Known, letter: Letter) -> Known:
        def fits(seen: tuple[str, str | None, dict[str, bool | str]]) -> str:
            name, member, facts = seen
            same = (name, member) == (letter.event, letter.member)
            return "it" if same and all(facts[f] == v for f, v in letter.facts) else "another"

        return self.worlds.after(states, fits).get("it", frozenset())

    def shows(self, word: Sequence[Letter]) -> bool:
        states = self.worlds.first
        for letter in word:
            states = self.after(states, letter)
        return bool(states)


def transitions(at: Covering, suite: Suite) -> Iterator[list[tuple[int, int]]]:
    """The transitions of each run, from the letters alone."""
    for run in suite.runs:
        state, taken = 0, []
        for letter in run.letters:
            number = at.letters.index(letter)
            taken.append((state, number))
            state = at.shown.edges[state][number]
        yield taken


def follow(at: Covering) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    edges = at.shown.edges
    return {
        ((state, one), (to, then))
        for state in at.shown.reached
        for one, to in edges[state].items()
        for then in edges[to]
    }


BIG = [("css", 0), ("css", 1), ("current", 0), ("current", 1)]


@pytest.mark.parametrize("which", [None, *BIG])
def test_every_transition_and_every_pair_is_taken_in_few_steps(
    which: tuple[str, int] | None,
) -> None:
    at = covering(*which) if which else SMALL
    every = {(state, one) for state in at.shown.reached for one in at.shown.edges[state]}
    one, two = at.transitions(SECONDS), at.pairs()
    assert {taken for run in transitions(at, one) for taken in run} == every
    assert {pair for run in transitions(at, two) for pair in pairwise(run)} == follow(at)
    assert (one.size.goals, two.size.goals) == (len(every), len(follow(at)))
    for suite in (one, two):
        size = suite.size
        steps = sum(len(run.letters) for run in suite.runs if not run.tells)
        assert size.bound <= size.whole <= size.cost == steps
        assert max(len(run.letters) for run in suite.runs) <= LONGEST
        assert not suite.undecided
    assert one.size.whole == one.size.bound


@pytest.mark.parametrize("which", [None, *BIG])
def test_every_refusal_is_tried_once_with_what_refuses_it(which: tuple[str, int] | None) -> None:
    at = covering(*which) if which else SMALL
    suite, tried, accepted = at.refusals(), list[tuple[int, Letter]](), set[tuple[int, Letter]]()
    for run in suite.runs:
        state, read = 0, at.monitor.first
        for step in run.steps:
            tried += [(state, one.letter) for one in step.tried]
            accepted |= {(state, at.letters[n]) for n in at.monitor.expected[read]}
            assert all(one.why.guards for one in step.tried)
            if step.letter is not None:
                number = at.letters.index(step.letter)
                state, read = at.shown.edges[state][number], at.monitor.table[read][number]
    every = {
        (s, x) for s in at.shown.reached for n, x in enumerate(at.letters) if n not in at.row(s)
    }
    left = every - set(tried)  # what facts tell has rules, which the monitor does not follow
    assert left <= accepted
    assert not left or suite.limits[0].startswith(f"{len(left)} letters not tried")
    assert set(tried) <= every
    assert len(tried) == len(set(tried)) == suite.size.goals


@pytest.mark.parametrize(
    ("which", "sizes"),
    [
        (("css", 0), [(154, 378, 354, 354), (740, 2145, 2010, 2011), (1050, 37, 33, 37)]),
        (("current", 0), [(68, 115, 113, 113), (220, 374, 367, 367), (900, 34, 17, 34)]),
        (("current", 1), [(42, 55, 55, 55), (149, 221, 218, 218), (153, 12, 12, 12)]),
    ],
)
def test_the_sizes_are_as_they_are_printed(
    which: tuple[str, int], sizes: list[tuple[int, ...]]
) -> None:
    at = covering(*which)
    found = [suite.size for suite in (at.transitions(SECONDS), at.pairs(), at.refusals())]
    assert [(size.goals, size.cost, size.bound, size.whole) for size in found] == sizes


def small() -> Iterator[tuple[str, Covering]]:
    yield "small", SMALL
    for seed in range(30):
        flow, interface = random_interface(seed)
        with suppress(Undecided):  # what has no monitor has no suite
            yield f"random {seed}", covering_of(flow, interface)


@cache
def smalls() -> dict[str, Covering]:
    return dict(small())


def test_runs_are_shown_by_plain_walks_and_what_is_tried_is_not() -> None:
    count = 0
    for at in smalls().values():
        plain = Plain(at)
        for run in (*at.transitions(SECONDS).runs, *at.refusals().runs):
            states = plain.worlds.first
            for step in run.steps:
                led = {one for one in at.letters if plain.after(states, one)}
                assert led == set(step.can)
                assert led.isdisjoint(one.letter for one in step.tried)
                count += len(step.tried)
                states = plain.after(states, step.letter) if step.letter else states
    assert len(smalls()) > 15
    assert count > 100


def test_what_no_run_reaches_is_not_shown_by_plain_walks() -> None:
    suite = SMALL.transitions(SECONDS)
    assert [one.what for one in suite.never] == [
        "at any time: x, by somebody; the gate is open: no"
    ]
    assert all(one.known for one in suite.never)
    shut = next(one for one in SMALL.letters if one.facts and one.facts[0][1] is False)
    assert not any(Plain(SMALL).shows([*run.letters, shut]) for run in suite.runs)


def test_a_rule_that_shows_nowhere_else_has_a_run_of_its_own() -> None:
    suite = covering("current", 1).transitions(SECONDS)
    taken = {name for run in suite.runs for name in run.replayed}
    assert {"send the flag", "accept the flag", "reject the flag"} <= {
        n.split(" (")[0] for n in taken
    }


def variant(name: str, *rules: Transition) -> Variant:
    return Variant(name, "", FLOW.but(replace(POINTS, transitions=rules)), {"none": 1})


OF_SMALL = (
    variant(
        "shut too", *(replace(r, when=TRUE) if r.event == X else r for r in POINTS.transitions)
    ),
    variant("never back", *POINTS.transitions[:2], Transition(Y, THREE, THREE)),
    variant("y at once", *POINTS.transitions, Transition(Y, TWO, TWO, when=IS_OPEN)),
    variant("unseen twice", *POINTS.transitions, Transition(UNSEEN, THREE, THREE)),
)


def test_variants_of_a_small_flow_are_told_as_plain_walks_tell_them() -> None:
    suite = variants_told(SMALL, OF_SMALL, SECONDS)
    told = {name: run for run in suite.runs for name in run.tells}
    same = {one.what for one in suite.never if one.known}
    assert (set(told), same) == ({"shut too", "never back", "y at once"}, {"unseen twice"})
    for one in OF_SMALL:
        if one.name in told:
            word = told_by(told[one.name])
            assert Plain(SMALL).shows(word) != Plain(SMALL, one.flow).shows(word)
    assert suite.size.bound <= suite.size.cost == len(suite.runs) == 2


def told_by(run: SuiteRun) -> list[Letter]:
    return [*run.letters, *(one.letter for one in run.steps[-1].tried)]


def test_variants_of_today_are_told_or_proved_alike() -> None:
    at = covering("current", 1)
    suite = variants_told(at, VARIANTS, SECONDS)
    assert not suite.undecided
    told = [name for run in suite.runs for name in run.tells]
    assert sorted([*told, *(one.what for one in suite.never)]) == sorted(v.name for v in VARIANTS)
    assert "no flag is sent" in told
    assert (suite.size.goals, suite.size.cost, suite.size.bound) == (10, 8, 6)


def test_a_run_that_the_flow_does_not_show_is_no_run_of_a_suite() -> None:
    answers = SMALL.shown.packet["exactly"]["answers"]
    wrong = [[g, n, [[m, moves[:-1]] for m, moves in steps], to] for g, n, steps, to in answers]
    forged = {**SMALL.shown.packet, "exactly": {**SMALL.shown.packet["exactly"], "answers": wrong}}
    at = Covering(replace(SMALL.shown, packet=forged), SMALL.monitor)
    with pytest.raises(EngineFault, match="a run of a suite does not"):
        at.pairs()
