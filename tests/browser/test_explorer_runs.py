"""Runs in the explorer: taken, forked, loaded, and shared by an address."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from switchproof.deciding.decide import loaded
from tests.browsing import Seen
from tests.explorer_shown import run

OTHERWISE = """() => {
  session.change({ shape: [1, 1] });
  const version = PAGE.flow.versions.findIndex(({ kind }) => kind === "reading");
  const rule = session.world.machines.at(-1).rules.at(-1).called;
  session.change({ version, off: ["split the licence", rule] });
  const last = (field) => session.world.starts(field).at(-1);
  const slots = [...session.world.slots.entries()];
  session.change({
    chosen: new Map(slots.flatMap(([n, [field]]) => last(field) === session.start[n] ? []
      : [[n, last(field)]])),
  });
  for (const n of range(3)) session.take(session.world.possible(session.state()).at(-1 - n));
  session.go(2);
  show();
}"""
ALL_OF_IT = """() => [session.version, session.off, session.shape, [...session.chosen],
  session.moves, session.at, session.state(), session.machine]"""


def test_a_run_forks_and_both_are_kept(page: Page) -> None:
    page.keyboard.press("1")
    page.keyboard.press("1")
    longer = run(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("2")
    assert run(page)[:2] == longer[:2]
    assert run(page)[2] != longer[2]
    page.click("#forks button")
    assert run(page) == longer


def test_of_runs_kept_none_is_the_start_of_another(page: Page) -> None:
    page.keyboard.press("1")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("1")
    assert page.evaluate("session.forks.length") == 0
    page.keyboard.press("1")
    page.keyboard.press("1")
    longer = run(page)
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("2")
    other = run(page)
    page.click("#forks button")
    assert run(page) == longer
    assert page.evaluate("[session.at, session.forks.length]") == [1, 1]
    page.keyboard.press("End")
    page.keyboard.press("1")
    page.click("#forks button")
    assert run(page) == other
    assert page.evaluate("session.forks.map((moves) => moves.length)") == [4]


def test_a_state_is_shared_by_its_address(
    look: Callable[..., Seen], page: Page, file: Path
) -> None:
    for key in ("2", "1", "3", "ArrowLeft"):
        page.keyboard.press(key)
    page.click("#tab-sequence")
    state = "() => [session.state(), session.at, session.moves.length, session.view]"
    there = look().open(file, page.evaluate("location.hash"))
    assert there.evaluate(state) == page.evaluate(state)
    assert there.locator("#notice").is_hidden()


def test_a_run_that_is_loaded_is_taken_as_it_was_found(page: Page) -> None:
    page.evaluate("session.change({ off: [session.data.events[0].name] }), show()")
    page.select_option("#runs", index=1)
    assert page.evaluate("[session.off, session.stopped, session.forks, session.there]") == [
        [],
        None,
        [],
        [],
    ]


def test_an_address_holds_all_that_is_otherwise(look: Callable[..., Seen], css: Path) -> None:
    page = look().open(css)
    page.evaluate(OTHERWISE)
    version, off, shape, chosen, moves, at, *_ = shared = page.evaluate(ALL_OF_IT)
    assert version
    assert (len(off), shape, len(moves), at) == (2, [1, 1], 3, 2)
    assert chosen
    assert any(move["home"] for move in moves)
    there = look().open(css, page.evaluate("location.hash"))
    assert there.evaluate(ALL_OF_IT) == shared
    assert there.locator("#notice").is_hidden()


def test_of_another_model_no_rule_is_taken_by_its_number(
    look: Callable[..., Seen], page: Page, file: Path
) -> None:
    flow = page.evaluate("PAGE.flow.versions[0].id")
    other = look().open(file, f"#handover@00000000/{flow}~r3/1/-/-/0/0/picture")
    assert other.evaluate("session.off") == []
    assert "Not all of it is known here." in other.locator("#notice").inner_text()


def test_an_address_of_another_model_is_said(look: Callable[..., Seen], file: Path) -> None:
    page = look().open(file, "#handover@00000000/-/1/-/zzz.yyy/2/0/picture")
    assert page.locator("#notice").inner_text() == (
        "This address was made with another version of the model (00000000; this is "
        f"{page.evaluate('PAGE.model')}). Its step 1 is of an event that is not here."
    )


def test_a_run_that_breaks_a_claim_is_stepped_through(page: Page) -> None:
    page.select_option("#runs", index=1)
    assert page.locator("#changed").inner_text().startswith("What if: variant")
    page.keyboard.press("End")
    claim = page.evaluate("PAGE.runs.find((run) => run.breaks).claim")
    assert f"✗ {claim}" in page.locator("#claims").inner_text()
    page.click("#tab-sequence")
    drawn = page.locator(".drawing:not(.paper) circle").count()
    assert drawn == len(run(page)) - 1


def test_a_run_that_was_loaded_is_said_until_it_is_left(page: Page) -> None:
    page.select_option("#runs", index=1)
    run = page.evaluate("PAGE.runs.find((run) => run.breaks)")
    said = page.locator("#loaded").inner_text()
    assert said.startswith(f"A run that breaks {run['claim']}: ")
    assert loaded("handover").claim(run["claim"]).sentence in said
    assert f"It has {len(run['moves'])} steps" in said
    page.keyboard.press("End")
    assert page.locator("#loaded").is_visible()
    page.keyboard.press("1")
    assert page.locator("#loaded").is_hidden()


def test_how_a_run_goes_on_for_ever_is_said(page: Page) -> None:
    rounds = page.evaluate("PAGE.runs.map(({ round, moves }) => [round, moves.length])")
    told = {
        kind: n
        for n, (back, length) in enumerate(rounds)
        for kind in [(back is None, back == length)]
    }
    for (is_finite, is_quiet), number in told.items():
        page.select_option("#runs", value=str(number))
        said = page.locator("#loaded").inner_text()
        assert ("for ever" in said) == (not is_finite and not is_quiet)
        assert ("Then nothing happens any more." in said) == is_quiet
    assert len(told) > 1


def test_a_run_that_goes_on_takes_the_place_of_its_start(page: Page) -> None:
    kept = page.evaluate("""() => {
      const take = (n) => session.take(session.world.possible(session.state())[n]);
      for (const choice of [0, 0, null, 1, null, 0, 0, null, 2])
        if (choice === null) session.go(1);
        else take(choice);
      return session.forks.map((moves) => moves.length);
    }""")
    assert kept == [2, 3]


def test_a_step_stays_where_it_was_when_another_acts_in_a_reading(
    look: Callable[..., Seen], css: Path
) -> None:
    homes = (
        look()
        .open(css)
        .evaluate("""() => {
      const { versions } = session.data, base = new World(session.data, 0, [2]);
      return versions.flatMap((_, n) => {
        const world = new World(session.data, n, [2]);
        const others = base.moves.filter(({ event, home }) => home && !world.takers.has(event));
        return others.flatMap((move) => world.known(move) ?? []).map(({ home }) => home);
      });
    }""")
    )
    assert set(homes) == {1}
