"""The page runs a flow as Python does: on random walks, and on every run that breaks a claim."""

from collections.abc import Callable
from enum import Enum
from itertools import product
from pathlib import Path
from random import Random

import pytest

from model.done import Done
from model.flows import WRITTEN
from model.language.flow import Flow
from model.language.meaning import Move, World, dealt_out
from model.language.operators import OPERATORS
from model.walk import Walk
from properties.engine.verdict import Verdict
from switchproof import POINT, Event, Field, Machine, Party, Transition
from switchproof.deciding.decide import loaded, tasks_of
from switchproof.deciding.load import RESERVED, Loaded
from switchproof.explore.exported import FlowForPage
from switchproof.telling import towards
from switchproof.telling.towards import TIME
from tests.browsing import Seen
from tests.explored import differences, in_page, in_python, named, written
from tests.small_flows import KINDS, Drawing, random_claim
from tests.strategies import instances, random_flow
from tests.verdicts import row_of

FLOWS = (*WRITTEN, "drained-before")
SHAPES = ((1,), (2,), (1, 1))
STEPS, SEEDS = 20, (1, 2)
RANDOM, LENGTH = 60, 5
MANY = (2, 3)
SIZES = {"not": (1,), "in": MANY, **dict.fromkeys(("and", "or"), MANY)}
SIZES |= dict.fromkeys(("exactly one", "at most one"), MANY)
LOADED = """() => PAGE.runs.filter((run) => run.breaks).map((run) => {
  session.load(run);
  const { length } = session.steps, step = length ? session.steps[length - 1] : null;
  const number = PAGE.flow.claims.findIndex((claim) => claim.id === run.claim);
  const standing = () => session.claims.standing(number, session.state(length), step);
  return {
    claim: run.claim,
    of: number < 0 ? "free" : PAGE.flow.claims[number].of,
    steps: length,
    stopped: session.stopped !== null,
    sign: number < 0 ? "free" : standing().sign,
  };
})"""

ARROWS = """([moves, flow]) => {
  const session = new Session(flow ? { ...PAGE, flow, pictures: {} } : PAGE);
  session.moves = moves.map(([name, home]) => session.world.moves.find(
    (move) => session.data.events[move.event].name === name && move.home === home));
  session.rebuild();
  const { steps, telling } = session;
  const rows = steps.map((step, n) => rowOf(telling, step, steps.slice(n + 1)));
  return rows.map(({ time, from, to }) => time ? null : [from, to]);
}"""


class Side(Enum):
    LEFT, RIGHT = "left", "right"


def watched() -> Flow:
    """Make a flow in which a record is kept of two events that change nothing else in common."""
    one, two = Party("writer"), Party("reader")
    write, read = Event("write", POINT, by=one), Event("read", POINT, by=two)
    pen, eye, record = (Field(name, Side, Side.LEFT) for name in ("pen", "eye", "record"))
    there, back = (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)
    machines = (
        Machine("pen", POINT, state=pen, transitions=(Transition(write, *there),)),
        Machine("eye", POINT, state=eye, transitions=(Transition(read, *there),)),
        Machine(
            "record",
            POINT,
            state=record,
            transitions=(Transition(write, *there), Transition(read, *back)),
            observer=True,
        ),
    )
    return Flow("watched", "What is written, and read", machines, (one, two))


WATCHED = watched()


@pytest.mark.parametrize("name", FLOWS)
def test_on_random_walks(look: Callable[..., Seen], tmp_path: Path, name: str) -> None:
    one, page = loaded(name), look().open(written(name, tmp_path))
    for shape in SHAPES:
        for seed in SEEDS:
            walk = Walk(one.flow, shape=shape)
            first = walk.state
            moves = [done.move for done in walk.stroll(STEPS, seed)]
            expected = list(in_python(walk.world, one.claims, first, moves))
            said = in_page(page, shape, first, moves)
            assert differences(said, expected) == []


def arrow(flow: Flow, done: Done, later: list[Done]) -> list[str] | None:
    if done.actor is None or str(done.actor) == TIME:
        return None
    return [str(done.actor), towards.named(flow, done) or towards.next_on_it(done, later)]


def arrows(walk: Walk) -> list[list[str] | None]:
    done = walk.history
    return [arrow(walk.flow, one, done[number:]) for number, one in enumerate(done, 1)]


@pytest.mark.parametrize("seed", range(3))
def test_arrows_lead_where_those_of_a_drawn_run_do(
    look: Callable[..., Seen], css: Path, seed: int
) -> None:
    walk = Walk(loaded("css").flow)
    walk.stroll(3 * STEPS, seed)
    moves = [named(done.move) for done in walk.history]
    assert look().open(css).evaluate(ARROWS, [moves, None]) == arrows(walk)


def test_who_is_only_written_about_is_sent_nothing(look: Callable[..., Seen], css: Path) -> None:
    walk = Walk(WATCHED)
    for event in ("write", "read"):
        walk.take(event)
    data = FlowForPage(Loaded("watched", WATCHED, (), ())).data()
    said = look().open(css).evaluate(ARROWS, [[named(done.move) for done in walk.history], data])
    assert said == arrows(walk) == [["writer", ""], ["reader", ""]]


@pytest.mark.parametrize("name", FLOWS)
def test_on_every_run_that_breaks_a_claim(
    look: Callable[..., Seen], tmp_path: Path, name: str
) -> None:
    one, page = loaded(name), look().open(written(name, tmp_path, runs=True))
    rows = [row_of(task) for task in tasks_of(one, ())]
    broken = [row for row in rows if row["verdict"] == Verdict.REFUTED.value and row["run"]]
    told = sum(len(variant.breaks) for variant in one.variants)
    assert len(broken) + sum(1 for row in rows if row["variant"] and not row["run"]) == told
    found = page.evaluate(LOADED)
    assert [run["claim"] for run in found] == [row["id"] for row in broken]
    for run, row in zip(found, broken, strict=True):
        assert not run["stopped"]
        assert run["steps"] == row["steps"]
        if run["of"] in ("state", "step"):
            assert run["sign"] == "fails", row


def random_loaded(seed: int) -> Loaded:
    """A random flow, of which any two points may interact, with some random claims."""
    if seed % 2:
        return Loaded("random", random_flow(seed), (), ())
    drawing = Drawing(seed, KINDS[seed % 3], providers=seed % 4 > 0)
    flow = drawing.flow()
    return Loaded("small", flow, tuple(random_claim(drawing) for _ in range(4)), ())


@pytest.mark.parametrize("part", range(4))
def test_on_random_flows(look: Callable[..., Seen], tmp_path: Path, part: int) -> None:
    page = look().open(written("linked", tmp_path))
    for seed in range(part * RANDOM, (part + 1) * RANDOM):
        one, random = random_loaded(seed), Random(seed)
        world = World(one.flow, random.choice(instances(one.flow)))
        first = state = random.choice(sorted(world.initial_states(), key=str))
        moves: list[Move] = []
        while len(moves) < LENGTH and (steps := list(world.steps(state))):
            move, state = random.choice(steps)
            moves.append(move)
        data = FlowForPage(one).data()
        said = in_page(page, world.shape, first, moves, data)
        assert differences(said, list(in_python(world, one.claims, first, moves))) == [], seed


def test_in_every_variant_and_reading_of_a_flow(look: Callable[..., Seen], tmp_path: Path) -> None:
    one, page = loaded("css"), look().open(written("css", tmp_path))
    told = [one.flow, *(r.flow for r in one.readings if r.flow), *(v.flow for v in one.variants)]
    for version, flow in enumerate(told):
        walk = Walk(flow, shape=dealt_out(1, 1))
        first = walk.state
        moves = [done.move for done in walk.stroll(6, version)]
        expected = list(in_python(World(flow, (1,)), one.claims, first, moves))
        assert differences(in_page(page, (1,), first, moves, version), expected) == []


@pytest.mark.parametrize("name", OPERATORS)
def test_each_operator_computes_the_same(
    look: Callable[..., Seen], tmp_path: Path, name: str
) -> None:
    page, operator = look().open(written("linked", tmp_path)), OPERATORS[name]
    of = (False, True) if operator.takes == "truths" else (-1, 0, 1, 2)
    sizes = SIZES.get(name, (2,))
    given = [list(args) for size in sizes for args in product(of, repeat=size)]
    if name == "if":
        given = [[c, x, y] for c in (False, True) for x in of for y in of]
    computed = "([name, every]) => every.map((given) => OPERATORS[name](...given))"
    found = page.evaluate(computed, [name, given])
    assert found == [operator.python(*args) for args in given]


def test_a_wrong_rule_is_noticed(look: Callable[..., Seen], tmp_path: Path) -> None:
    one, file = loaded("linked"), written("linked", tmp_path)
    file.write_text(
        file.read_text().replace('"and": (...xs) => xs.every', '"and": (...xs) => xs.some')
    )
    page, walk = look().open(file), Walk(one.flow)
    first = walk.state
    moves = [done.move for done in walk.stroll(8, 1)]
    expected = list(in_python(walk.world, one.claims, first, moves))
    assert differences(in_page(page, (1,), first, moves), expected)


def test_the_data_has_all_claims_and_versions() -> None:
    one = loaded("css")
    data = FlowForPage(one).data()
    assert len(data["versions"]) == 1 + len(one.readings) + len(one.variants)
    assert not {claim["id"] for claim in data["claims"]} & set(RESERVED)
