"""Claims that compare tables of rules: who does each event, and in no rule another."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.flows import WRITTEN
from model.language import (
    POINT,
    Assumption,
    DoneBy,
    Event,
    Field,
    Flow,
    IllFormed,
    Machine,
    Party,
    Transition,
    Variant,
)
from model.language.claim_checks import check_claim
from model.language.claims import Compared
from properties.engine.prove import decide
from properties.engine.suspect import rests_on
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from switchproof.why.grounds import rests_on_rules
from tests.analyses.test_mutants import Stage
from tests.packet_format import Data, rejected
from tests.packing import packed

clerk, keeper, thief = Party("clerk"), Party("keeper"), Party("thief")
state = Field("notice", Stage, Stage.DUE)
SEND, TAKE, KEEP = Event("send", POINT, clerk), Event("take", POINT), Event("keep", POINT, clerk)
TAKES = Transition(TAKE, Stage.SENT, Stage.HELD, by=clerk)
STEALS = Transition(TAKE, Stage.DUE, Stage.HELD, by=thief)


PARTIES = (clerk, keeper, thief)


def flow_with(*rules: Transition) -> Flow:
    return Flow("notice", "A notice", (Machine("notice", POINT, state, rules),), PARTIES)


FLOW = flow_with(Transition(SEND, Stage.DUE, Stage.SENT), TAKES, Transition(KEEP, Stage.HELD, None))
CLAIM = DoneBy("by-clerk", "The clerk alone sends and takes.", actors={clerk: (SEND, TAKE)})
STOLEN = flow_with(TAKES, STEALS)
VARIANTS = (Variant("stolen", "A thief is no clerk.", STOLEN, breaks={"by-clerk": 0}),)
CLAIMS = (CLAIM,)


class TestWhoActs:
    def test_rows_are_compared_and_no_number_of_points_is_spoken_of(self) -> None:
        result = decide(FLOW, CLAIM)

        assert (result.verdict, result.method) == (Verdict.PROVED, "2 rows compared")
        assert (result.points, result.providers, result.invariant) == ("", "", None)

    def test_a_rule_in_which_another_acts_refutes_it_and_is_named(self) -> None:
        result = decide(flow_with(TAKES, STEALS), CLAIM)

        assert (result.verdict, result.run) == (Verdict.REFUTED, None)
        assert result.reason == "notice, 'take' from due: done by thief, not by clerk"

    def test_every_row_that_differs_is_named(self) -> None:
        claim = DoneBy("by-keeper", "The keeper acts.", actors={keeper: (SEND, TAKE)})

        assert decide(FLOW, claim).reason.count("not by keeper") == 2

    def test_what_else_a_party_does_it_does_not_say(self) -> None:
        assert decide(FLOW, CLAIM).verdict is Verdict.PROVED
        assert {str(r.event) for _, r in FLOW.rules() if r.actor is clerk} == {
            "send",
            "take",
            "keep",
        }

    def test_an_event_that_a_variant_has_no_more_is_done_by_nobody_else(self) -> None:
        assert decide(flow_with(TAKES), CLAIM).method == "1 rows compared"

    def test_where_nothing_is_left_to_compare_it_is_refuted(self) -> None:
        result = decide(flow_with(Transition(KEEP, Stage.DUE, Stage.HELD)), CLAIM)

        assert result.verdict is Verdict.REFUTED
        assert result.reason == "no rule of the flow has an event that it names"

    @pytest.mark.parametrize(
        ("actors", "says"),
        [
            ({}, "names no event"),
            ({clerk: ()}, "names no event"),
            ({clerk: (SEND, SEND)}, "names an event twice"),
            ({clerk: (SEND,), keeper: (SEND,)}, "names an event twice"),
        ],
    )
    def test_a_table_that_says_nothing_or_two_things_is_refused(
        self, actors: dict[Party, tuple[Event, ...]], says: str
    ) -> None:
        with pytest.raises(IllFormed, match=says):
            DoneBy("wrong", "Wrong.", actors=actors)

    def test_events_may_be_given_one_by_one(self) -> None:
        def one_by_one() -> Iterator[Event]:
            yield from (SEND, TAKE)

        claim = DoneBy("c", "C.", actors={clerk: one_by_one()})  # type: ignore[dict-item]
        assert (claim.events, claim.events) == ((SEND, TAKE), (SEND, TAKE))

    def test_an_event_that_the_flow_has_not_is_refused(self) -> None:
        with pytest.raises(IllFormed, match="speaks of 'keep', an event of no machine"):
            check_claim(flow_with(TAKES), DoneBy("c", "C.", actors={clerk: (KEEP,)}))

    def test_it_is_not_asked_what_it_rests_on(self) -> None:
        assert not rests_on_rules(CLAIM)

    def test_it_rests_on_the_sources_of_the_rules_that_it_compares(self) -> None:
        sources = [Assumption(f"A-{name}", "So.") for name in ("take", "keep", "claim")]
        rules = (
            Transition(TAKE, Stage.DUE, Stage.HELD, by=clerk, cites="A-take"),
            Transition(KEEP, Stage.HELD, None, cites="A-keep"),
        )
        machine = Machine("notice", POINT, state, rules)
        flow = FLOW.but(machine, sources=sources)
        claim = DoneBy("c", "C.", actors={clerk: (TAKE,)}, cites="A-claim")

        assert rests_on(decide(flow, claim)) == ("A-claim", "A-take")


class TestItsPacket:
    def test_it_holds_the_actors_and_is_accepted(self) -> None:
        flow, made = packed(FLOW, CLAIM)

        assert made["actors"] == {"send": ["clerk"], "take": ["clerk"]}
        assert (made["points"], rejected(flow, made)) == ("", "")

    def test_a_refutation_holds_who_acts_besides(self) -> None:
        flow, made = packed(flow_with(TAKES, STEALS), CLAIM)

        assert made["actors"] == {"send": [], "take": ["clerk", "thief"]}
        assert rejected(flow, made) == ""

    @pytest.mark.parametrize(
        "changed",
        [
            {"verdict": "refuted"},
            {"points": "any"},
            {"actors": {"send": ["clerk"]}},
            {"actors": {"send": ["clerk"], "take": ["thief"]}},
            {"actors": {"send": ["clerk"], "take": ["clerk"], "keep": ["clerk"]}},
            {"kind": "mirror"},
        ],
    )
    def test_a_packet_that_says_otherwise_is_rejected(self, changed: Data) -> None:
        flow, made = packed(FLOW, CLAIM)

        assert rejected(flow, {**made, **changed})

    @pytest.mark.parametrize("rules", [(TAKES, STEALS), (STEALS,), ()])
    def test_no_flow_in_which_another_acts_or_nobody_does_has_a_proof(
        self, rules: tuple[Transition, ...]
    ) -> None:
        flow, _ = packed(flow_with(*rules, Transition(KEEP, Stage.DUE, None)), CLAIM)
        found = {"send": [], "take": sorted({str(rule.actor) for rule in rules})}
        _, made = packed(FLOW, CLAIM)

        assert rejected(flow, {**made, "actors": found}) == "the actors are not as it says"

    @pytest.mark.parametrize("actors", [{}, {"clerk": []}, {"clerk": ["send"], "thief": ["send"]}])
    def test_a_claim_of_no_event_or_of_one_twice_is_rejected(self, actors: Data) -> None:
        flow, made = packed(FLOW, CLAIM)
        flow["claims"][CLAIM.id]["actors"] = actors

        assert "names an event twice" in rejected(flow, made)


@pytest.mark.parametrize("name", WRITTEN)
def test_no_comparison_of_the_project_is_for_any_number_of_points(name: str) -> None:
    one = loaded(name)
    compared = [claim for claim in one.claims if isinstance(claim, Compared)]
    results = [decide(one.flow, claim) for claim in compared]

    assert compared
    assert {(result.verdict, result.points) for result in results} == {(Verdict.PROVED, "")}
    assert all(result.method.endswith(" rows compared") for result in results)


class TestCommands:
    def test_verify_says_compared_and_never_any(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["verify", __file__, "--claim", CLAIM.id]) == 0
        said = capsys.readouterr().out

        assert "fails as it should  compared  " in said
        assert "proved  compared  " in said
        assert "1 proved (1 of them by comparing tables of rules)" in said

    def test_json_gives_no_number(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["verify", __file__, "--claim", CLAIM.id, "--format", "json"]) == 0
        rows = json.loads(capsys.readouterr().out)["flows"][0]["claims"]

        said = [(row["kind"], row["points"], row["providers"]) for row in rows]
        assert said == [("done by", None, None)] * 2

    def test_explain_lists_who_does_what(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", CLAIM.id, "--flow", __file__]) == 0
        said = " ".join(capsys.readouterr().out.split())

        assert "Proved. Rules were compared with a table (2 rows compared)" in said
        assert "In no rule is one of these events done by another:" in said
        assert "clerk: send, take" in said
        assert "any number" not in said

    def test_a_length_pinned_for_what_no_run_shows_is_a_surprise(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        text = Path(__file__).read_text(encoding="utf-8")
        text = text.replace('"by-clerk": 0', '"by-clerk": 3', 1)
        file = tmp_path / "pinned.py"
        file.write_text(text, encoding="utf-8")

        assert main(["verify", str(file)]) == 1
        assert "it should fail in 3 steps, and no run shows it" in capsys.readouterr().out
