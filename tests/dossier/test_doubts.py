"""Doubts: each is two readings or more, what each costs is pinned, and moot ones stay moot."""

import json

import pytest

from model.css import entry as e
from model.css import hub as h
from model.css import messages as m
from model.css import registration as r
from model.css.whole_point import WHOLE_POINT, next_
from model.current.authority import copy
from model.language import IllFormed
from model.language.claims import Claim
from model.language.doubts import Doubt, Reading
from model.parties import Supplier
from model.register import REGISTER
from model.walk import Walk
from properties.analyses.reuse import carries, evidence
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from switchproof.dossier.doubts.weighing import Parting, unlike_the_pinned
from switchproof.dossier.secas_2019.doubts import (
    DOUBTS,
    naming,
    parts_of_the_table,
    parts_of_the_text,
)
from tests.walking import take

A, B = Supplier.A, Supplier.B
CHANGING = [(d, x) for d in DOUBTS for x in d.others if x.flow is not None]
NAMES = [f"{doubt.id}-{reading.name}" for doubt, reading in CHANGING]


def claim(flow: str, name: str) -> Claim:
    return loaded(flow).claim(name)


def doubt_called(name: str) -> Doubt:
    return {doubt.id: doubt for doubt in DOUBTS}[name]


def test_each_doubt_is_raised_by_something_that_is_there() -> None:
    missing = [c for d in DOUBTS for c in d.clauses.split() if c not in REGISTER]
    cited = [
        c
        for d in DOUBTS
        for x in (*d.claims, *(o for r in d.readings for o in r.own))
        for c in x.cites.split()
    ]

    assert missing == []
    assert set(cited) <= set(REGISTER)
    assert len({doubt.id for doubt in DOUBTS}) == len(DOUBTS)


def test_the_first_reading_is_the_flow_as_it_stands() -> None:
    for doubt in DOUBTS:
        chosen = doubt.chosen.flow
        assert chosen is None or chosen is loaded(chosen.name).flow
        assert all(reading.flow is not chosen or chosen is None for reading in doubt.others)


@pytest.mark.parametrize(("doubt", "reading"), CHANGING, ids=NAMES)
def test_what_a_reading_costs_is_pinned_among_the_variants(doubt: Doubt, reading: Reading) -> None:
    assert reading.flow is not None
    variants = [v for v in loaded(reading.flow.name).variants if v.flow is reading.flow]
    pinned = {claim: steps for v in variants for claim, steps in v.breaks.items()}

    assert {c: n for c, n in pinned.items() if c in reading.costs} == dict(reading.costs)
    assert doubt.others


def test_what_is_moot_is_known() -> None:
    assert [doubt.id for doubt in DOUBTS if doubt.moot] == []
    assert [x.name for _, x in CHANGING if not x.costs and not x.gains] == []


@pytest.mark.parametrize("doubt", [d for d in DOUBTS if d.claims], ids=lambda doubt: doubt.id)
def test_a_claim_of_a_doubt_fails_as_the_flow_stands_and_holds_where_it_is_gained(
    doubt: Doubt,
) -> None:
    for one in doubt.claims:
        for reading in doubt.readings:
            assert reading.flow is not None
            wanted = Verdict.PROVED if one.id in reading.gains else Verdict.REFUTED
            assert decide(reading.flow, one).verdict is wanted


@pytest.mark.parametrize(
    ("reading", "own"),
    [(reading, own) for _, reading in CHANGING for own in reading.own],
    ids=lambda given: getattr(given, "id", ""),
)
def test_what_a_reading_says_of_itself_holds(reading: Reading, own: Claim) -> None:
    assert reading.flow is not None
    assert decide(reading.flow, own).verdict is Verdict.PROVED


def switched_ahead() -> Walk:
    """A switch to B is secured, and its message loaded before midnight."""
    walk = Walk(WHOLE_POINT)
    return take(
        walk, r.SUBMIT[B], r.MAKE_PENDING[B], r.CLOSE_WINDOW[B], r.CLOSE_GATE[B], m.SEND, m.ACCEPT
    )


def test_with_securing_as_the_trigger_the_dsp_moves_at_midnight_by_itself() -> None:
    walk = take(switched_ahead(), m.LOAD)
    assert (walk.read(copy), walk.read(next_)) == (A, B)
    take(walk, r.MIDNIGHT[B])
    assert (walk.read(copy), walk.read(next_)) == (B, Supplier.NOBODY)


def test_with_securing_as_the_trigger_a_message_loaded_after_midnight_is_about_today() -> None:
    walk = take(switched_ahead(), r.MIDNIGHT[B])
    assert walk.read(copy) is A
    take(walk, m.LOAD)
    assert (walk.read(copy), walk.read(next_)) == (B, Supplier.NOBODY)


def test_the_flow_with_that_trigger_is_deletion_closed() -> None:
    assert WHOLE_POINT.obstacles == ()


def test_a_verdict_that_is_carried_over_is_the_one_that_is_decided() -> None:
    reading = doubt_called("one-request-today").others[0]
    base = loaded("current").flow
    assert reading.flow is not None
    carried = []
    for one in loaded("current").claims:
        if one.pending:
            continue
        found = evidence(decide(base, one))
        if carries(base, one, found, reading.flow):
            carried.append(one.id)
            assert decide(reading.flow, one).verdict is found.verdict

    assert "one-open-request" not in carried
    assert {"live-has-passed-all", "a-flag-goes-to-an-incident"} <= set(carried)


def test_a_verdict_is_not_carried_where_its_rules_or_its_start_changed() -> None:
    base, one = loaded("handover").flow, claim("handover", "live-has-passed-all")
    found = evidence(decide(base, one))
    variants = {v.name: v.flow for v in loaded("handover").variants}

    assert carries(base, one, found, variants["the right is not withdrawn"])
    assert not carries(base, one, found, variants["live without tests"])
    assert not carries(base, one, found, base.starting(e.css_entry, e.CssEntry.LIVE))


def test_a_run_is_not_carried_where_it_does_not_replay() -> None:
    base, one = loaded("css").flow, claim("css", "a-removed-hub-stays")
    found = evidence(decide(base, one))
    variants = {v.name: v.flow for v in loaded("css").variants}

    assert carries(base, one, found, variants["the tie at 17:00"])
    assert not carries(base, one, found, base.but(h.HUB.without(h.REMOVE_HUB)))


def test_a_wrong_pin_is_a_surprise() -> None:
    open_request, lodged = claim("css", "one-open-request"), claim("css", "lodged-objection-stops")
    found = [Parting(lodged, holds=False, steps=4), Parting(open_request, holds=True, steps=None)]

    def surprises(costs: dict[str, int], gains: tuple[str, ...] = ()) -> list[str]:
        reading = Reading("the gate", "It goes first.", costs=costs, gains=gains)
        return list(unlike_the_pinned(reading, found))

    gained = (open_request.id,)
    assert surprises({"lodged-objection-stops": 4}, gained) == []
    assert "in 5 steps, and does in 4" in surprises({"lodged-objection-stops": 5}, gained)[0]
    assert "costs lodged-objection-stops as well" in surprises({}, gained)[0]
    more = {"lodged-objection-stops": 4, "secured-pairs": 5}
    assert "should cost secured-pairs, and does not" in surprises(more, gained)[0]
    assert "should not gain one-open-request" in surprises({"lodged-objection-stops": 4})[0]


def test_a_doubt_that_is_none_is_refused() -> None:
    flow = loaded("css").flow
    one, mute = Reading("one", "It is so.", flow), Reading("two", "It is not.")

    with pytest.raises(IllFormed, match="fewer than two readings"):
        Doubt("d", "Is it?", "1-a", (one,), why="it is")
    with pytest.raises(IllFormed, match="say why in 'unsaid'"):
        Doubt("d", "Is it?", "1-a", (one, mute), why="it is")


def test_what_the_register_shows_of_a_doubt_is_computed_from_it() -> None:
    left_out = [part for part in parts_of_the_table() if part not in parts_of_the_text()]

    assert parts_of_the_text() == ("E", "X", "Y", "AG")
    assert left_out == ["A", "B", "F", "G", "H", "K", "L", "Schedule 1", "Schedule 5"]
    assert not any(clause.startswith("5-") for clause in naming("UNC"))
    assert {"5-A", "5-K"} <= set(naming("MRA"))


def test_the_command_tells_a_doubt_and_what_it_costs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "doubts", "one-request-today", "--jobs", "1"]) == 0
    told = " ".join(capsys.readouterr().out.split())

    assert "Has a point one open request at a time in electricity" in told
    assert "fails in 4 steps: one-open-request" in told


def test_the_command_gives_a_doubt_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "doubts", "the-unc", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)

    assert row["moot"] is None
    assert row["unsaid"]
    assert [reading["chosen"] for reading in row["readings"]] == [True, False]


def test_an_unknown_doubt_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "doubts", "the-tyre"]) == 2
    assert "did you mean 'the-tie'" in capsys.readouterr().err
