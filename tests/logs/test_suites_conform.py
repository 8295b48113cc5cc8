"""`conform` accepts the runs of suites, and of their mutants rejects what the flow cannot show.

That is decided by a search of the flow that knows no automaton (`tests/interface_search.py`).
"""

from collections.abc import Sequence
from functools import cache

import pytest

from model.language.claims import Variant
from properties.analyses.monitor.monitor import Letter, Monitor
from properties.analyses.suites.covering import Covering
from properties.analyses.suites.suite import Suite, SuiteRun
from properties.analyses.suites.telling import variants_told
from properties.css import VARIANTS as OF_CSS
from properties.current import VARIANTS as OF_TODAY
from switchproof.logs.judge import judge
from tests.analyses.test_suites import SECONDS, covering, smalls
from tests.analyses.test_suites import Plain as Walks
from tests.interface_of_css import CSS
from tests.interface_search import Searched
from tests.interfaces_of_current import DSP, RDP, RDP_FOLLOWED
from tests.suite_mutants import Mutant, facts_of, log, mutants

Word = tuple[Letter, ...]
INTERFACES: dict[str, tuple[str, int, Searched]] = {
    "CSS to DSP": ("css", 0, CSS),
    "RDP to DSP": ("current", 0, RDP),
    "DSP to RDP": ("current", 1, DSP),
}
EXACT = {"RDP to DSP": RDP_FOLLOWED}  # where facts that can never be so are told
TRIED = {"CSS to DSP": (1050, 1049), "RDP to DSP": (900, 896), "DSP to RDP": (153, 153)}
KINDS = {"drop", "repeat", "swap", "other event", "wrong actor"}
every_interface = pytest.mark.parametrize("which", INTERFACES)


def of(which: str) -> Covering:
    flow, number, _ = INTERFACES[which]
    return covering(flow, number)


@cache
def suites(which: str) -> tuple[Suite, ...]:
    at = of(which)
    return at.transitions(SECONDS), at.pairs(), at.refusals()


def said(words: Sequence[Sequence[Letter]], monitor: Monitor) -> list[tuple[str, int | None]]:
    """The verdict on each word as a case of a log, and at which row it departs."""
    parties = dict.fromkeys(letter.actor for letter in monitor.letters)
    table, basis, _ = log(words, monitor.letters, tuple(parties))
    rows = {one["case"]: one for one in judge(table, monitor, basis).to_pylist()}
    return [(rows[case]["verdict"], rows[case]["bad_index"]) for case in sorted(rows)]


def mutants_of(which: str) -> list[Mutant]:
    every = of(which).letters
    return [m for run in suites(which)[0].runs for m in mutants(run.letters, every) if m.letters]


def impossible(words: Sequence[Sequence[Letter]], which: str) -> list[int | None]:
    """Where the flow cannot show each word, with the facts at each row that its log has."""
    every, (*_, searched) = of(which).letters, INTERFACES[which]
    facts = [[frozenset(here.items()) for here in some] for some in facts_of(words, every)]
    rows = log(words, every, ())[2]
    return [searched.first_impossible(*one) for one in zip(rows, facts, strict=True)]


def tried_in(runs: Sequence[SuiteRun]) -> list[Word]:
    """What each run shows until something is tried, and that."""
    return [
        (*run.letters[:n], one.letter)
        for run in runs
        for n, step in enumerate(run.steps)
        for one in step.tried
    ]


@every_interface
@pytest.mark.parametrize("number", range(3))
def test_each_run_conforms(which: str, number: int) -> None:
    conforms([run.letters for run in suites(which)[number].runs], which)


def conforms(runs: Sequence[Word], which: str) -> None:
    runs = [run for run in runs if run]  # of no letter there is no row
    verdicts = said(runs, of(which).monitor)
    assert {verdict for verdict, _ in verdicts} <= {"conforms", "open"}
    assert impossible(runs, which) == [None] * len(runs)


@every_interface
def test_what_is_tried_departs_just_there(which: str) -> None:
    """A log names a supplier for the first time by any name: then it may be read as the other."""
    words = tried_in(suites(which)[2].runs)
    verdicts = said(words, of(which).monitor)
    for word, verdict in zip(words, verdicts, strict=True):
        named = {one.member for one in word[:-1]} | {None}
        assert verdict == ("departs", len(word) - 1) or word[-1].member not in named
    assert (len(words), sum(verdict == "departs" for verdict, _ in verdicts)) == TRIED[which]
    assert [at for _, at in verdicts] == impossible(words, which)


@every_interface
def test_what_can_be_seen_next_is_what_the_flow_can_show(which: str) -> None:
    """So no run can take a transition that a suite lists as out of reach."""
    at, searched = of(which), EXACT.get(which, INTERFACES[which][2])
    before, waiting = {0: Word()}, [0]
    for state in waiting:  # which grows
        new = {to: number for number, to in at.row(state).items() if to not in before}
        before |= {to: (*before[state], at.letters[number]) for to, number in new.items()}
        waiting += new
    every = list(enumerate(at.letters))
    goals = [
        (state, number, (*word, one)) for state, word in before.items() for number, one in every
    ]
    rows = log([word for *_, word in goals], at.letters, ())[2]
    for (state, number, word), some in zip(goals, rows, strict=True):
        told = [frozenset(letter.facts) for letter in word]
        if searched.first_impossible(some, told) is not None:
            assert number not in at.row(state), word
        elif number not in at.row(state):  # by the other name, as above
            assert word[-1].member not in {one.member for one in word[:-1]} | {None}
    assert len(before) == len(at.shown.reached)


@every_interface
def test_just_those_mutants_are_rejected_that_the_flow_cannot_show(which: str) -> None:
    found = mutants_of(which)
    words = [one.letters for one in found]
    wanted = impossible(words, which)
    assert [where for _, where in said(words, of(which).monitor)] == wanted
    allowed = {one.kind for one, where in zip(found, wanted, strict=True) if where is None}
    assert {one.kind for one in found} == KINDS
    assert "wrong actor" not in allowed
    assert {"drop", "repeat"} <= allowed


@pytest.mark.soak
@pytest.mark.parametrize(
    ("which", "variants"),
    [("CSS to DSP", OF_CSS), ("RDP to DSP", OF_TODAY), ("DSP to RDP", OF_TODAY)],
)
def test_each_variant_is_told_by_what_the_flow_shows_or_refuses(
    which: str, variants: tuple[Variant, ...]
) -> None:
    suite = variants_told(of(which), variants, SECONDS)
    conforms([run.letters for run in suite.runs], which)
    words = tried_in(suite.runs)
    assert [where for _, where in said(words, of(which).monitor)] == impossible(words, which)
    exact, rows = EXACT.get(which, INTERFACES[which][2]), log(words, of(which).letters, ())[2]
    for word, some in zip(words, rows, strict=True):
        told_here = [frozenset(letter.facts) for letter in word]
        named = {one.member for one in word[:-1]} | {None}
        where = exact.first_impossible(some, told_here)
        assert where == len(word) - 1 or word[-1].member not in named
    told = [name for run in suite.runs for name in run.tells]
    assert sorted([*told, *(x.what for x in suite.never)]) == sorted(v.name for v in variants)
    assert not suite.undecided
    assert 0 < suite.size.bound <= suite.size.cost == len(suite.runs)


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
    for name in INTERFACES:
        cases = mutants_of(name)
        allowed = impossible([case.letters for case in cases], name)
        for case, where in zip(cases, allowed, strict=True):
            if where is None:
                print(f"{name}: {case.said}")
