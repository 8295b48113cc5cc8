"""What if: which claims are known to rest on what is otherwise, and what decides them."""

import shlex
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from model.language.claims import Always, Mirrors, Sometimes, Step, StuckOnly
from model.walk import Walk
from switchproof.commands import parsed
from switchproof.deciding.decide import loaded, tasks_of
from switchproof.deciding.format import RunRow
from switchproof.explore.resting import resting, rule_named
from tests.browsing import Seen
from tests.explored import written
from tests.verdicts import row_of

ONE = loaded("handover")
KNOWN = """([version, off]) => {
  session.change({ version, off });
  return new Consequences(centre).known().map(({ said, isKnown }) => [said, isKnown]);
}"""


def test_what_if_decides_nothing_and_says_what_does(page: Page) -> None:
    page.click("#tab-claims")
    assert "proved" in page.locator("#panel").inner_text()
    page.click("#tab-whatif")
    page.locator("#panel select").nth(2).select_option("the change takes effect")
    undecided = page.locator(".undecided > li:not(.cut)").count()
    assert undecided == len(loaded("handover").claims)
    heads = page.locator("#panel h3").all_inner_texts()
    assert heads[0].startswith("Not decided here: ")
    assert not heads[0].startswith("Not decided here: 0")
    command = page.locator("#panel pre").inner_text().strip()
    assert command == "switchproof verify handover --without 'the change takes effect'"
    page.click("#tab-claims")
    assert "proved" not in page.locator("#panel").inner_text()


def test_each_command_that_is_shown_is_one(page: Page) -> None:
    page.click("#tab-whatif")
    for number in range(page.locator("#panel select").count()):
        if page.locator("#changed button").is_visible():
            page.click("#changed button")
        page.locator("#panel select").nth(number).select_option(index=1)
        lines = page.locator("#panel pre").inner_text().strip().split("\n")
        for line in lines:
            assert parsed(shlex.split(line)[1:])


def test_a_rule_that_is_switched_off_is_why_not(page: Page) -> None:
    page.click("#tab-whatif")
    page.locator("#panel select").nth(2).select_option("nominate the CSS")
    assert "Nominate the CSS" not in [
        text.split("\n")[0] for text in page.locator("#possible button").all_inner_texts()
    ]
    page.fill("#find", "nominate the css")
    assert "this rule is switched off" in page.locator("#impossible").inner_text()


def test_several_things_are_off_at_once_and_no_command_decides_them_together(page: Page) -> None:
    page.click("#tab-whatif")
    for select in (2, 3):
        page.locator("#panel select").nth(select).select_option(index=1)
    event, rule = page.evaluate("session.off")
    assert f"without '{event}'" in page.locator("#changed").inner_text()
    assert rule.split(",")[0] in page.locator("#changed").inner_text()
    lines = page.locator("#panel pre").inner_text().strip().split("\n")
    assert lines[-1].startswith("# each decides one change by itself")


def test_what_breaks_is_of_the_variant_alone(page: Page) -> None:
    page.click("#tab-whatif")
    page.locator("#panel select").nth(1).select_option(index=1)
    assert page.locator("#panel h3").first.inner_text() == "What breaks here"
    page.locator("#panel select").nth(2).select_option(index=1)
    assert "What breaks here" not in page.locator("#panel").inner_text()


def taken(run: RunRow) -> set[str]:
    """Return the rules that a run takes, as what is kept of claims calls them."""
    walk = Walk(ONE.flow, shape=tuple(run["shape"]))
    for move in run["moves"]:
        walk.take(move["event"], (move["at"] or 1) - 1)
    return {rule_named(one.machine, one.rule) for done in walk.history for one in done.taken}


def rules_of(event: str) -> set[str]:
    return {rule_named(m, rule) for m, rule in ONE.flow.rules() if str(rule.event) == event}


def test_a_claim_rests_on_what_bears_it_or_on_what_its_run_takes(page: Page) -> None:
    rows = {task.claim: row_of(task) for task in tasks_of(ONE, ()) if not task.variant}
    runs = {id_: row["run"] for id_, row in rows.items() if row["run"]}
    rests = [
        ("its run takes", taken(run))
        if isinstance(claim, Sometimes) and (run := runs.get(claim.id))
        else ("rests on", set(kept or ()))
        for claim, kept in zip(ONE.claims, resting(ONE), strict=True)
    ]
    told = 0
    for event in map(str, ONE.flow.events):
        found = page.evaluate(KNOWN, [0, [event]])
        for (words, parts), (said, _) in zip(rests, found, strict=True):
            mine = parts & rules_of(event)
            assert bool(said) == bool(mine)
            assert not mine or set(said[0].removeprefix(f"{words}: ").split("; ")) == mine
            told += bool(mine) and words == "its run takes"
    assert told


def test_claims_that_nobody_looked_into_are_said_to_be_such(page: Page) -> None:
    found = page.evaluate(KNOWN, [0, [str(ONE.flow.events[0])]])
    for claim, (_, is_known) in zip(ONE.claims, found, strict=True):
        assert is_known == isinstance(claim, Always | Step | StuckOnly | Sometimes), claim.id
    page.evaluate("session.view = 'whatif', show()")
    fold = page.locator("details[data-fold=unknown]")
    assert f"not looked into: {sum(not known for _, known in found)} claims" in fold.inner_text()
    fold.locator("summary").click()
    assert "not of what" in fold.inner_text()


def test_a_claim_that_says_something_else_in_a_reading_is_listed(
    look: Callable[..., Seen], tmp_path: Path
) -> None:
    one, page, told = loaded("css"), look().open(written("css", tmp_path)), 0
    for number, reading in enumerate((r for r in one.readings if r.flow), 1):
        assert page.evaluate(f"PAGE.flow.versions[{number}].name") == reading.name
        said = page.evaluate(KNOWN, [number, []])
        assert reading.flow is not None
        touched = page.evaluate("[...new Consequences(centre).touched()]")
        assert {name for name in touched if name.startswith("duty ")} == {
            f"duty '{duty.name}'"
            for duty in one.flow.duties
            if not any(duty is other for other in reading.flow.duties)
        }
        for claim, (lines, _) in zip(one.claims, said, strict=True):
            if not isinstance(claim, Mirrors):
                is_other = repr(claim.of(one.flow)) != repr(claim.of(reading.flow))
                assert ("what it says is otherwise here" in lines) == is_other, claim.id
                told += is_other
    assert told
