"""Two flows side by side: what is paired, what differs, and what one of them does alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from model.language.events import Scope
from model.language.flow import Flow
from model.language.meaning import Move, State, World
from model.language.sorts import words_of
from model.walk import Walk
from switchproof.deciding.decide import loaded
from tests.browsing import DESK, PHONE, Seen, violations
from tests.explored import named

CSS, CURRENT = loaded("css").flow, loaded("current").flow
STEPS = 12
TOLD = {
    *("does not hold here", "broken by this step", "begun: what it leads to is not so yet"),
    *("this step shows it", "it is so here"),
}
PAIRED = """([moves, first]) => {
  session.reset();
  session.chosen = new Map(first);
  session.moves = moves.map(([name, home]) => session.world.moves.find(
    (move) => session.data.events[move.event].name === name && move.home === home));
  session.rebuild();
  session.at = session.moves.length;
  const pair = new Paired(session), said = (telling) => (move) => telling.event(move);
  const { both, here, there } = pair.possible();
  return {
    state: pair.state,
    partners: pair.rows.map(({ there }) => !there ? "none" : there.after ? "taken" : "refused"),
    states: pair.states(),
    duties: pair.duties(),
    standings: pair.standings(),
    both: both.map(said(session.telling)),
    here: here.map(said(session.telling)),
    there: there.map(said(pair.telling)),
  };
}"""


@pytest.fixture
def page(look: Callable[..., Seen], css: Path) -> Page:
    return look().open(css)


def kinds(flow: Flow) -> set[tuple[str, Scope]]:
    return {(str(event), event.scope) for event in flow.events}


def held(world: World, state: State) -> dict[tuple[str, str], str]:
    return {
        (str(machine), field.name): words_of(state[world.slots[field, 0]])
        for machine in world.flow.machines
        for field in machine.all_fields
    }


def owed(world: World, state: State) -> set[str]:
    return {
        duty.name
        for duty in world.flow.duties
        if world.compute(duty.in_force, state, Scope.POINT, 0)
    }


def followed(moves: list[Move]) -> tuple[World, State, list[str]]:
    """Take in the other flow what it has of the steps of a run, as far as it can."""
    world = World(CURRENT, (1,))
    state, partners = next(iter(world.initial_states())), []
    for move in moves:
        mine = [m for m in world.moves if (str(m.event), m.event.scope) == kind_of(move)]
        outcomes = [world.outcome(state, m) for m in mine]
        after = outcomes[0].after if outcomes else None
        state = state if after is None else after
        partners.append("none" if not mine else "refused" if after is None else "taken")
    return world, state, partners


def kind_of(move: Move) -> tuple[str, Scope]:
    return str(move.event), move.event.scope


@pytest.mark.parametrize("seed", range(6))
def test_what_differs_is_what_python_finds(page: Page, seed: int) -> None:
    walk = Walk(CSS)
    moves = [done.move for done in walk.stroll(STEPS, seed)]
    world, state, partners = followed(moves)
    said = page.evaluate(PAIRED, [[named(move) for move in moves], []])
    assert said["partners"] == partners
    here, there = held(walk.world, walk.state), held(world, state)
    differing = [
        (here[key], there[key]) for key in there if here.get(key, there[key]) != there[key]
    ]
    assert sorted((mine, other) for _, mine, other in said["states"]) == sorted(differing)
    mine, other = owed(walk.world, walk.state), owed(world, state)
    assert {name for name, _, _ in said["duties"]} >= mine ^ other
    for name, one, two in said["duties"]:
        absent = {"not in force", "no such duty"}
        assert (one not in absent, two not in absent) == (name in mine, name in other)
        for words, flow in ((one, CSS), (two, CURRENT)):
            is_known = name in {duty.name for duty in flow.duties}
            assert words not in absent or (words == "not in force") == is_known
    assert all(one != two and TOLD & {one, two} for _, one, two in said["standings"])
    can_here = {kind_of(move) for move, _ in walk.world.steps(walk.state)}
    can_there = {kind_of(move) for move, _ in world.steps(state)}
    for part, expected in (
        ("both", can_here & can_there),
        ("here", can_here - can_there),
        ("there", can_there - can_here),
    ):
        assert sorted(said[part]) == sorted(name for name, _ in expected), part


def test_how_many_are_paired_is_said_and_the_others_are_listed(page: Page) -> None:
    page.click("#tab-beside")
    one, other = kinds(CSS), kinds(CURRENT)
    text = page.locator("#panel > p").first.inner_text()
    assert f"paired, {len(one & other)} of them" in text
    assert f"{len(one - other)} of css and {len(other - one)} of current have no partner" in text
    for flow, alone in (("css", one - other), ("current", other - one)):
        fold = page.locator(f"details[data-fold='without {flow}']")
        fold.locator("summary").click()
        assert fold.locator("li").all_inner_texts() == sorted(name for name, _ in alone)


def test_a_step_is_taken_in_both_or_in_one(page: Page) -> None:
    page.click("#tab-beside")
    page.click("#possible button:has-text('The DSP loses its data')")
    page.click("#possible button:has-text('Suspend the CSS')")
    page.click("#panel button:text-is('request (supplier A)')")
    page.click("#panel button:text-is('raise an incident about the point')")
    rows = page.locator("#panel table").first.locator("tbody tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["1", "2", "–", "3"]
    assert [row.split("\t")[-1] for row in rows] == [
        "a full set is owed",
        "no such event: stays as it is",
        "supplier A has requested the point",
        "an incident about the point is raised",
    ]
    assert rows[2].split("\t")[2] == "stays as it is"


def test_what_one_does_alone_is_in_the_address_and_is_taken_back(
    look: Callable[..., Seen], page: Page, css: Path
) -> None:
    page.click("#tab-beside")
    page.click("#panel button:text-is('request (supplier A)')")
    page.click("#panel button:text-is('split the licence')")
    page.click("#panel button:text-is('request (supplier B)')")
    shown = "() => [session.there, session.at, document.getElementById('panel').innerText]"
    again = look().open(css, page.evaluate("location.hash"))
    assert again.evaluate(shown) == page.evaluate(shown)
    assert again.locator("#notice").is_hidden()
    page.click("#panel button:text-is('take back: request (supplier B)')")
    assert page.evaluate("session.there.length") == 1
    page.keyboard.press("Home")
    page.click("#panel button:text-is('suspend the CSS')")
    assert page.evaluate("session.there.map(({ at }) => at)") == [0]


def test_another_step_leaves_out_what_was_done_beside_the_first(page: Page) -> None:
    page.click("#tab-beside")
    page.click("#panel button:text-is('split the licence')")
    page.click("#panel button:text-is('request (supplier A)')")
    page.keyboard.press("Home")
    page.click("#panel button:text-is('suspend the CSS')")
    assert page.evaluate("session.there.length") == 0


def test_what_is_not_known_beside_it_is_said(look: Callable[..., Seen], css: Path) -> None:
    model = look().open(css).evaluate("PAGE.model")
    page = look().open(css, f"#css@{model}/-/1/-/-/0/0/beside/0~zzz")
    assert page.locator("#notice").inner_text() == (
        "This address does not fit. Not all of it is known here."
    )


def test_what_is_chosen_at_the_start_is_chosen_in_both(page: Page) -> None:
    page.select_option("#forks select", label="gas")
    page.click("#tab-beside")
    pair = "new Paired(session)"
    fuel = f"{pair}.telling.words(...(([f, o], n) => [f, {pair}.state[n]])"
    slot = f"{pair}.world.slots.findIndex(([f]) => {pair}.world.data.fields[f].name === 'fuel')"
    assert page.evaluate(f"{fuel}({pair}.world.slots[{slot}], {slot}))") == "gas"
    assert "fuel" not in page.locator("#panel table").nth(1).inner_text()


def test_a_claim_that_fails_in_one_of_them_is_told(page: Page) -> None:
    page.click("#tab-whatif")
    page.locator("#panel select").nth(1).select_option("duty on the CSS itself")
    page.click("#tab-beside")
    rows = page.locator("#panel table").nth(1).locator("tbody").last.locator("tr")
    told = [row.split("\t") for row in rows.all_inner_texts()[1:]]
    assert ["one-bound-obligor", "does not hold here", "holds here"] in told
    assert "In css, as changed" in page.locator("#panel").inner_text()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_in_it(
    look: Callable[..., Seen], css: Path, size: tuple[int, int]
) -> None:
    page = look(size).open(css)
    page.click("#tab-beside")
    page.click("#panel button:text-is('request (supplier A)')")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
