"""What Python says of a run, in the form in which the page of `switchproof explore` says it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from model.done import Done
from model.language.claims import (
    Ahead,
    Always,
    Claim,
    Sometimes,
    Step,
    StuckOnly,
    speaks_of_a_step,
)
from model.language.flow import Flow
from model.language.meaning import Move, Refusal, State, World
from model.language.words import words
from model.refused import owned
from properties.exports.claimed import places
from switchproof.deciding.decide import loaded, tasks_of
from switchproof.explore.page import page_of
from switchproof.explore.pool import encoded
from switchproof.telling.story import step
from tests.verdicts import row_of

Said = dict[str, Any]

TAKEN_AGAIN = """([version, shape, first, moves, flow]) => {
  const session = new Session(flow ? { ...PAGE, flow, pictures: {} } : PAGE);
  session.version = version;
  session.shape = shape;
  session.rebuild();
  session.chosen = new Map(first.map((value, slot) => [slot, value]));
  session.moves = moves.map(([name, home]) => session.world.moves.find(
    (move) => session.data.events[move.event].name === name && move.home === home));
  session.rebuild();
  const { world, telling } = session;
  const named = (move) => [session.data.events[move.event].name, move.home];
  const why = (one) => {
    const { state, ways } = telling.refusal(one);
    const fails = (way) => way.filter((need) => !need.holds).map((need) => need.words);
    return [telling.machine(one.machine, one.owner), state ? [] : ways.map(fails)];
  };
  const shown = (n) => {
    const state = session.state(n), step = n ? session.steps[n - 1] : null;
    const outcomes = world.moves.map((move) => [move, world.outcome(state, move)]);
    const impossible = outcomes.filter(([, { after }]) => after === null);
    const sign = (_, claim) => session.claims.standing(claim, state, step).sign;
    return {
      state,
      possible: world.possible(state).map(named),
      impossible: impossible.map(([move, { refusals }]) => [named(move), refusals.map(why)]),
      story: n ? [telling.sentence(step), telling.cites(step.taken).join(", "),
        telling.changes(step.before, state)] : [],
      breaches: n ? telling.breaches(step.taken) : [],
      claims: session.data.claims.map(sign),
    };
  };
  return { stopped: session.stopped !== null, shown: range(session.steps.length + 1).map(shown) };
}"""


def written(name: str, folder: Path, *, runs: bool = False, beside: str = "") -> Path:
    """Write the page of a flow, with the runs of its variants where they are asked for."""
    one = loaded(name)
    rows = [row_of(task) for task in tasks_of(one, ())] if runs else []
    file = folder / f"{name}.html"
    file.write_text(page_of(one, rows, loaded(beside) if beside else None), encoding="utf-8")
    return file


def in_page(
    page: Page, shape: tuple[int, ...], first: State, moves: list[Move], of: int | Said = 0
) -> Said:
    """Return what the page says of a run, state by state.

    It is of a version of its flow, or of another flow as data.
    """
    version, flow = (of, None) if isinstance(of, int) else (0, of)
    found: Said = page.evaluate(
        TAKEN_AGAIN,
        [version, list(shape), list(map(encoded, first)), list(map(named, moves)), flow],
    )
    return found


def in_python(
    world: World, claims: tuple[Claim, ...], first: State, moves: list[Move]
) -> Iterator[Said]:
    """Yield what Python says of each state of a run."""
    state, done = first, None
    yield _shown(world, claims, state, None)
    for number, move in enumerate(moves, 1):
        outcome = world.outcome(state, move)
        assert outcome.after is not None
        done = Done(number, move, outcome.taken, state, outcome.after)
        state = outcome.after
        yield _shown(world, claims, state, done)


def _shown(world: World, claims: tuple[Claim, ...], state: State, done: Done | None) -> Said:
    outcomes = [(move, world.outcome(state, move)) for move in world.moves]
    return {
        "state": list(map(encoded, state)),
        "possible": [named(move) for move, outcome in outcomes if outcome.after is not None],
        "impossible": [
            [named(move), _why(world, outcome.refusals)]
            for move, outcome in outcomes
            if outcome.after is None
        ],
        "story": _story(world.flow, world, done) if done else "",
        "breaches": list(done.breaches) if done else [],
        "claims": [_sign(world, claim, state, done) for claim in claims],
    }


def named(move: Move) -> list[Any]:
    """Return a move as it is handed to the page."""
    return [str(move.event), move.home]


def _story(flow: Flow, world: World, done: Done) -> str:
    return next(step(flow, world, done)).removeprefix(f"{done.number}. ")


def _why(world: World, refusals: tuple[Refusal, ...]) -> list[Any]:
    """Return what is false for each machine that refuses, way by way."""
    found: dict[str, list[list[str]]] = {}
    for one in refusals:
        ways = found.setdefault(owned(world, one.machine, one.owner), [])
        if one.left_sort:
            ways.append([one.left_sort])
        elif one.rule is not None:
            ways.append([words(conjunct) for conjunct in one.false])
    return [[whose, ways] for whose, ways in found.items()]


def _sign(world: World, claim: Claim, state: State, done: Done | None) -> str | None:
    """Return the sign of a claim here; None where it is of something else, or speaks of nobody."""
    if isinstance(claim, Ahead):
        return _sign_ahead(world, claim, state)
    if not isinstance(claim, Always | Step | StuckOnly | Sometimes):
        return None
    body = claim.of(world.flow)
    every = list(places(world, world.flow, body))
    of_steps = isinstance(claim, Step) or speaks_of_a_step(body)
    if not every or (of_steps and done is None):
        return None
    if of_steps and done is not None:
        holds = [world.holds(body, h, done.before, done.move, done.after) for h in every]
    else:
        holds = [world.holds(body, here, state, None, state) for here in every]
    if isinstance(claim, Sometimes):
        return "there" if any(holds) else "none"
    return "holds" if all(holds) else "fails"


def _sign_ahead(world: World, claim: Ahead, state: State) -> str | None:
    supposed, goal = claim.parts(world.flow)
    every = list(places(world, world.flow, supposed & goal))
    begun = [here for here in every if world.holds(supposed, here, state, None, state)]
    met = [world.holds(goal, here, state, None, state) for here in begun]
    if not every:
        return None
    return "none" if not begun else "holds" if all(met) else "open"


def differences(said: Said, expected: list[Said]) -> list[str]:
    """Return where the page says otherwise than Python, a line for each."""
    found = ["the page stops before the end"] if said["stopped"] else []
    for number, (one, other) in enumerate(zip(said["shown"], expected, strict=True)):
        found += [
            f"state {number}, {part}: {one[part]} instead of {other[part]}"
            for part in ("state", "possible", "impossible", "breaches")
            if one[part] != other[part]
        ]
        if other["story"] and _joined(one["story"]) != other["story"]:
            found.append(f"step {number}: {_joined(one['story'])} instead of {other['story']}")
        found += [
            f"state {number}, claim {n}: {sign} instead of {right}"
            for n, (sign, right) in enumerate(zip(one["claims"], other["claims"], strict=True))
            if right is not None and sign != right
        ]
    return found


def _joined(story: list[str]) -> str:
    sentence, cites, changes = story
    return f"{sentence}{f' ({cites})' if cites else ''}: {changes}."
