"""What is not possible here, why not, and how near it is."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from model.language.meaning import World
from model.walk import Walk
from switchproof.deciding.decide import loaded
from tests.browsing import Seen
from tests.explorer_shown import settled


def first_possible(most: int) -> dict[str, int]:
    """Return after how few steps from the start each event is possible, if at most so many."""
    world = World(loaded("handover").flow, (1,))
    at, found = {next(world.initial_states())}, dict[str, int]()
    seen = set(at)
    for steps in range(most + 1):
        taken = [(move, after) for state in at for move, after in world.steps(state)]
        found = {str(move.event): steps for move, _ in taken} | found
        at = {after for _, after in taken} - seen
        seen |= at
    return found


def test_why_not_says_each_condition_and_how_near(page: Page) -> None:
    said = page.locator(".reasons > li:has(> b:text-is('The CSS goes live'))")
    assert "fails:" in page.locator(".reasons .bad").first.inner_text()
    page.locator("#impossible summary").click()
    page.evaluate("show(), next.draw(nearest)")
    assert "CSS entry is 'outside', not 'tested'" in said.inner_text()
    settled(page)
    assert "CSS entry is 'outside', not 'tested'" in said.inner_text()
    near = page.locator(".near").all_inner_texts()
    assert any(text.startswith("Possible after") for text in near)


def test_what_is_shown_to_be_near_is_so(page: Page) -> None:
    settled(page)
    paths = page.evaluate("""() => [...nearest.found].map(([number, path]) => [
      session.data.events[session.world.moves[number].event].name,
      path.map((move) => session.data.events[move.event].name)])""")
    assert len(paths) > 5
    for event, path in paths:
        walk = Walk(loaded("handover").flow)
        for step in path:
            walk.take(step)
        assert walk.can(event)


def test_nothing_is_nearer_than_is_shown(page: Page) -> None:
    settled(page)
    shown = page.evaluate("""() => Object.fromEntries([...nearest.found].map(([number, path]) =>
      [session.data.events[session.world.moves[number].event].name, path.length]))""")
    expected = first_possible(3)
    assert {event: steps for event, steps in shown.items() if steps <= 3} == expected
    assert max(expected.values()) == 3


def test_that_something_is_never_possible_is_said_only_once_all_was_looked_at(
    look: Callable[..., Seen], page: Page, css: Path
) -> None:
    looked = """() => {
      const one = new Nearest(session.world, session.state());
      while (one.run(Infinity));
      const unfound = range(session.world.moves.length).find((n) => !one.found.has(n));
      return [one.seen.size, one.words(unfound, session.telling)];
    }"""
    size, said = look().open(css).evaluate(looked)
    assert size == 3000
    assert said.endswith("further was not looked.")
    page.evaluate("session.change({ off: session.data.events.map(({ name }) => name).slice(1) })")
    size, said = page.evaluate(looked)
    assert size < 3000
    assert said == "Never possible from here, with the points shown."


def test_of_what_is_not_possible_the_nearest_comes_first(page: Page) -> None:
    settled(page)
    page.evaluate("next.draw(nearest)")
    near = page.locator("#impossible > ul .near").all_inner_texts()
    steps = [int(text.split()[2]) if text.startswith("Possible") else 99 for text in near]
    assert steps == sorted(steps)
    assert len(set(steps)) > 2


def test_of_several_ways_the_one_that_lacks_least_counts(page: Page) -> None:
    refusals = [[[True, False, False], [True, False]], [[False, True]]]  # does each need hold?
    asked = """(every) => Telling.prototype.distance.call(
      { refusal: (ways) => ({ ways: ways.map((way) => way.map((holds) => ({ holds }))) }) },
      every)"""
    assert page.evaluate(asked, refusals) == 2
