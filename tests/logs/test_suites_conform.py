"""`conform` accepts the runs of suites, and of their mutants rejects what the flow cannot show.

That is decided by a search of the flow that knows no automaton (`tests/interface_of_css.py`).
"""

from collections.abc import Sequence
from functools import cache

import pytest

from properties.analyses.monitor.monitor import Letter, Monitor
from properties.analyses.suites.suite import Suite
from switchproof.logs.judge import judge
from tests.analyses.test_suites import SECONDS, covering, smalls
from tests.analyses.test_suites import Plain as Walks
from tests.interface_of_css import FACTS, first_impossible
from tests.suite_mutants import Mutant, facts_of, log, mutants

CSS = ("css", 0)


@cache
def suites() -> tuple[Suite, ...]:
    at = covering(*CSS)
    return at.transitions(SECONDS), at.pairs(), at.refusals()


def said(words: Sequence[Sequence[Letter]], monitor: Monitor) -> list[tuple[str, int | None]]:
    """The verdict on each word as a case of a log, and at which row it departs."""
    parties = dict.fromkeys(letter.actor for letter in monitor.letters)
    table, basis, _ = log(words, monitor.letters, tuple(parties))
    rows = {one["case"]: one for one in judge(table, monitor, basis).to_pylist()}
    return [(rows[case]["verdict"], rows[case]["bad_index"]) for case in sorted(rows)]


def mutants_of_css() -> list[Mutant]:
    every = covering(*CSS).letters
    return [m for run in suites()[0].runs for m in mutants(run.letters, every) if m.letters]


def impossible(words: Sequence[Sequence[Letter]], every: Sequence[Letter]) -> list[int | None]:
    _, _, rows = log(words, every, ())
    facts = [
        [tuple(bool(here[name]) for name in FACTS) for here in some]
        for some in facts_of(words, every)
    ]
    return [first_impossible(*one) for one in zip(rows, facts, strict=True)]


@pytest.mark.parametrize("number", range(3))
def test_each_run_conforms(number: int) -> None:
    runs, at = [run.letters for run in suites()[number].runs], covering(*CSS)
    verdicts = said(runs, at.monitor)
    assert {verdict for verdict, _ in verdicts} <= {"conforms", "open"}
    assert impossible(runs, at.letters) == [None] * len(runs)


def test_what_is_tried_departs_just_there() -> None:
    """A log names a supplier for the first time by any name: then it may be read as the other."""
    at, words = covering(*CSS), list[tuple[Letter, ...]]()
    for run in suites()[2].runs:
        for n, step in enumerate(run.steps):
            words += [(*run.letters[:n], one.letter) for one in step.tried]
    verdicts = said(words, at.monitor)
    assert len(words) == 1050
    for word, verdict in zip(words, verdicts, strict=True):
        named = {one.member for one in word[:-1]} | {None}
        assert verdict == ("departs", len(word) - 1) or word[-1].member not in named
    assert sum(verdict == "departs" for verdict, _ in verdicts) == 1049
    assert [at for _, at in verdicts] == impossible(words, at.letters)


def test_just_those_mutants_are_rejected_that_the_flow_cannot_show() -> None:
    at, found = covering(*CSS), mutants_of_css()
    words = [one.letters for one in found]
    wanted = impossible(words, at.letters)
    assert [at for _, at in said(words, at.monitor)] == wanted
    allowed = {one.kind for one, where in zip(found, wanted, strict=True) if where is None}
    assert {one.kind for one in found} == {"drop", "repeat", "swap", "other event", "wrong actor"}
    assert "wrong actor" not in allowed
    assert {"drop", "repeat", "swap"} <= allowed


def test_of_small_flows_too_as_plain_walks_have_it() -> None:
    rejected = accepted = 0
    for at in smalls().values():
        walks, every = Walks(at), {(x.event, x.actor, x.member) for x in at.letters}
        for run in at.transitions(SECONDS).runs:
            for one in list(mutants(run.letters, at.letters))[:40]:
                known = all((x.event, x.actor, x.member) in every for x in one.letters)
                fits = known and walks.shows(one.letters)
                word = [at.letters.index(x) if x in at.letters else -1 for x in one.letters]
                shown = -1 not in word and at.shown.shows(word) is not None
                assert shown == fits, one.said
                rejected, accepted = rejected + (not fits), accepted + fits
    assert rejected > 50
    assert accepted > 50


if __name__ == "__main__":
    cases = mutants_of_css()
    for case, where in zip(
        cases, impossible([c.letters for c in cases], covering(*CSS).letters), strict=True
    ):
        if where is None:
            print(case.said)
