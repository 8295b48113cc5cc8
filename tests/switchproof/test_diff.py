"""What one flow has otherwise than another: duties, who may act, rules, claims and behaviour."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Availability,
    Claim,
    Clause,
    Duty,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Remedy,
    Tie,
    Transition,
    Via,
)
from model.language.expressions import TRUE, Expression
from switchproof.cli import main
from switchproof.deciding import keeping
from switchproof.deciding.load import Loaded
from switchproof.diff.acting import how_many, is_shifted, on_a_screen
from switchproof.diff.behaviours import seen_rows
from switchproof.diff.claims import claim_rows
from switchproof.diff.duties import owing_rows
from switchproof.diff.format import OwingRow, SeenRow
from switchproof.diff.rules import machine_rows
from switchproof.diff.sentences import verdicts
from switchproof.terminal.progress import Progress
from tests.toys import At

OPEN, SHUT, UNREAD = Availability


def party(name: str, *remedies: Remedy) -> Party:
    return Party(name, (Tie("code", Via.ACCESSION, "1-a", remedies=remedies),))


NETWORK = party("network", Remedy("default", "the panel", OPEN, "1-a"))
AGENT, PANEL = party("agent"), party("panel")
STATION = party("station", Remedy("default", "the panel", SHUT, "1-b"))
PARTIES = (NETWORK, AGENT, PANEL, STATION)
CLAUSES = (
    Clause("1-a", "The network sends.", "modelled"),
    Clause("1-b", "The station sends.", "modelled"),
)
SENDS = Duty("duty to send", "sending", NETWORK, NETWORK, PANEL, "code", TRUE, "1-a")

stage = Field("stage", At, At.NOT_YET)
GO, BACK = Event("go", POINT), Event("go back", POINT)
FORTH = Transition(GO, At.NOT_YET, At.DONE, by=PANEL, cites="1-a")
RULES = (FORTH, Transition(BACK, At.DONE, At.NOT_YET, by=PANEL, cites="1-b"))


def flow(
    *duties: Duty,
    rules: Sequence[Transition] = RULES,
    state: Field = stage,
    name: str = "stages",
) -> Flow:
    machines = [Machine(name, POINT, state, rules)]
    owing = [who for duty in duties for who in (duty.obligor, duty.performer, duty.beneficiary)]
    others = {one.name: one for one in PARTIES if one.name not in {who.name for who in owing}}
    parties = list({who.name: who for who in owing}.values()) + list(others.values())
    return Flow("toy", "A toy", machines, parties, sources=CLAUSES, duties=duties)


def owing(before: Sequence[Duty], after: Sequence[Duty]) -> list[OwingRow]:
    return list(owing_rows(flow(*before), flow(*after)))


def verdicts_on(before: Sequence[Duty], after: Sequence[Duty]) -> list[str]:
    return [row["verdict"] for row in owing(before, after)]


class TestDuties:
    @pytest.mark.parametrize(
        ("change", "verdict", "named"),
        [
            ({}, "kept", []),
            ({"obligor": STATION, "performer": STATION}, "moved", ["obligor"]),
            ({"performer": AGENT}, "changed", ["standard", "agent"]),
            ({"strict": False}, "changed", ["standard"]),
            ({"beneficiary": AGENT}, "changed", ["beneficiary"]),
            ({"instrument": "another code"}, "changed", ["instrument"]),
            ({"about": "each file"}, "changed", ["matter"]),
            ({"delivered_to": "panel"}, "changed", ["recipient"]),
        ],
        ids=lambda one: "-".join(one) if isinstance(one, dict) else "",
    )
    def test_it_is_said_in_what_a_duty_of_one_name_changes(
        self, change: dict[str, object], verdict: str, named: list[str]
    ) -> None:
        (row,) = owing([SENDS], [replace(SENDS, **change)])  # type: ignore[arg-type]

        assert (row["verdict"], row["changed"], row["otherwise"]) == (verdict, named, [])

    @pytest.mark.parametrize(
        ("change", "what"),
        [
            ({"in_force": stage.is_(At.DONE)}, "when it is in force"),
            ({"outstanding": stage.is_(At.DONE)}, "when something is owed"),
            ({"performed_by": (GO,)}, "what performs it"),
            ({"performed_when": stage.is_(At.DONE)}, "what performs it"),
            ({"deadline": GO}, "its deadline"),
            ({"barred": stage.is_(At.DONE)}, "what bars or suspends it"),
            ({"suspended_while": stage.is_(At.DONE)}, "what bars or suspends it"),
            ({"cites": "1-b"}, "its clauses"),
        ],
        ids=lambda one: "-".join(one) if isinstance(one, dict) else "",
    )
    def test_a_duty_that_is_kept_says_what_else_is_otherwise(
        self, change: dict[str, object], what: str
    ) -> None:
        (row,) = owing([SENDS], [replace(SENDS, **change)])  # type: ignore[arg-type]

        assert (row["verdict"], row["otherwise"]) == ("kept", [what])

    def test_a_duty_goes_on_as_the_one_that_succeeds_it_whatever_that_is_called(self) -> None:
        heir = replace(SENDS, name="another", matter="data", obligor=STATION, succeeds=SENDS)
        ended = SENDS.bare("1-b")
        (row,) = owing([SENDS], [ended, heir])

        assert row["verdict"] == "moved"
        assert row["after"]
        assert row["after"]["name"] == "another"
        assert row["matched"] == "it succeeds it"
        assert row["ended"] == ["1-b"]

    def test_the_way_back_is_found_by_the_same_succession(self) -> None:
        heir = replace(SENDS, name="another", obligor=STATION, succeeds=SENDS)

        assert verdicts_on([heir], [SENDS]) == ["moved"]

    def test_a_succession_within_both_flows_moves_nothing(self) -> None:
        heir = replace(SENDS, name="another", obligor=STATION, succeeds=SENDS)

        assert verdicts_on([SENDS, heir], [SENDS, heir]) == ["kept", "kept"]

    def test_one_that_stays_and_one_that_succeeds_it_are_both_told(self) -> None:
        heir = replace(SENDS, name="another", obligor=STATION, succeeds=SENDS)

        assert verdicts_on([SENDS], [SENDS, heir]) == ["kept", "moved"]

    def test_the_only_two_of_a_matter_are_one_duty(self) -> None:
        other = replace(SENDS, name="another", obligor=STATION)
        (row,) = owing([SENDS], [other])

        assert (row["verdict"], row["matched"]) == ("moved", "by matter")

    def test_of_several_of_a_matter_none_is_guessed(self) -> None:
        others = [replace(SENDS, name=name, obligor=STATION) for name in ("one", "two")]

        assert verdicts_on([SENDS], others) == ["gone", "new", "new"]
        assert verdicts_on(others, [SENDS]) == ["gone", "gone", "new"]

    def test_a_duty_that_has_ended_is_none(self) -> None:
        (row,) = owing([SENDS], [SENDS.bare("1-b")])

        assert (row["verdict"], row["ended"]) == ("gone", ["1-b"])
        assert verdicts_on([SENDS.bare("1-b")], [SENDS]) == ["new"]


class TestActing:
    def test_who_may_act_is_told_before_and_after(self) -> None:
        rows = owing([SENDS], [replace(SENDS, obligor=STATION, performer=STATION)])
        (one,) = rows[0]["recourse"]

        assert is_shifted(rows[0])
        assert [one["before"][0]["availability"], one["after"][0]["availability"]] == [
            "open",
            "shut",
        ]
        assert list(on_a_screen(rows)) == [
            "duty to send: default, by the panel: open -> shut (1-a, 1-b)"
        ]

    def test_it_is_as_it_was_of_a_duty_that_is_kept(self) -> None:
        rows = owing([SENDS], [SENDS])

        assert not is_shifted(rows[0])
        assert list(on_a_screen(rows)) == []

    def test_where_no_duty_goes_on_nothing_is_said_to_be_as_it_was(self) -> None:
        assert how_many(owing([SENDS], [])) == "no duty goes on"
        assert how_many(owing([SENDS], [SENDS])) == "as it was for 1 of the 1 duties that go on"

    def test_a_remedy_that_is_named_no_more_is_told(self) -> None:
        rows = owing([SENDS], [replace(SENDS, obligor=AGENT, performer=AGENT)])

        assert is_shifted(rows[0])
        assert "open -> not named" in next(iter(on_a_screen(rows)))

    def test_a_condition_of_a_remedy_alone_is_a_shift(self) -> None:
        tie = replace(NETWORK.ties[0], while_=stage.is_(At.DONE))
        kept = replace(NETWORK, ties=(tie,))
        rows = owing([SENDS], [replace(SENDS, obligor=kept, performer=kept)])

        assert is_shifted(rows[0])

    def test_of_what_is_new_it_is_told_how_many_can_be_acted_on(self) -> None:
        new = [SENDS, replace(SENDS, name="another", obligor=STATION)]

        assert list(on_a_screen(owing([], new))) == [
            "of the 2 new duties, default: open of 1, shut of 1"
        ]


class TestRules:
    def test_a_copy_of_a_flow_is_unchanged(self) -> None:
        (row,) = machine_rows(flow(), flow(state=Field("stage", At, At.NOT_YET)))

        assert (row["unchanged"], row["rules"], row["fields"], row["recited"]) == (2, [], [], 0)

    @pytest.mark.parametrize(
        ("changed", "what"),
        [
            (replace(FORTH, target=STAYS), "to"),
            (replace(FORTH, when=stage.is_(At.NOT_YET)), "when"),
            (replace(FORTH, by=AGENT), "by"),
            (replace(FORTH, breaches="duty to send"), "breaches"),
        ],
        ids=["to", "when", "by", "breaches"],
    )
    def test_a_rule_is_changed_in_what_differs(self, changed: Transition, what: str) -> None:
        (row,) = machine_rows(flow(SENDS), flow(SENDS, rules=(changed, RULES[1])))
        (rule,) = row["rules"]

        assert (rule["verdict"], rule["event"], rule["changed"]) == ("changed", "go", [what])
        assert row["unchanged"] == 1

    def test_that_a_rule_is_to_no_effect_is_a_change(self) -> None:
        stays = replace(FORTH, target=STAYS)
        powerless = replace(stays, powerless="no power is given")
        (row,) = machine_rows(flow(rules=(stays,)), flow(rules=(powerless,)))

        assert [rule["changed"] for rule in row["rules"]] == [["to no effect"]]

    def test_that_an_event_is_of_the_whole_industry_is_a_change(self) -> None:
        wide = replace(FORTH, event=Event("go", INDUSTRY))
        (row,) = machine_rows(flow(rules=(FORTH,)), flow(rules=(wide,)))

        assert [rule["changed"] for rule in row["rules"]] == [["scope"]]

    def test_names_of_conditions_hide_no_change(self) -> None:
        """Two conditions that are called the same and say otherwise are a change."""
        one, other = (
            replace(FORTH, when=Named("it may", condition, cites="1-a"))
            for condition in (stage.is_(At.NOT_YET), stage.is_(At.DONE))
        )
        (row,) = machine_rows(flow(rules=(one,)), flow(rules=(other,)))

        assert [rule["changed"] for rule in row["rules"]] == [["when"]]

    def test_rules_are_added_and_removed(self) -> None:
        found = [
            [rule["verdict"] for row in machine_rows(*sides) for rule in row["rules"]]
            for sides in ((flow(), flow(rules=(FORTH,))), (flow(rules=(FORTH,)), flow()))
        ]
        assert found == [["removed"], ["added"]]

    def test_of_two_rules_that_are_the_same_one_can_be_gone(self) -> None:
        twice = (FORTH, replace(FORTH, cites="1-b"))
        (row,) = machine_rows(flow(rules=twice), flow(rules=(FORTH,)))

        assert (row["unchanged"], [rule["verdict"] for rule in row["rules"]]) == (1, ["removed"])

    def test_a_rule_that_only_cites_otherwise_is_unchanged_and_counted(self) -> None:
        (row,) = machine_rows(flow(), flow(rules=(replace(FORTH, cites="1-b"), RULES[1])))

        assert (row["unchanged"], row["recited"], row["rules"]) == (2, 1, [])

    def test_a_field_that_starts_otherwise_is_told(self) -> None:
        (row,) = machine_rows(flow(), flow(state=Field("stage", At, At.DONE)))

        assert row["fields"] == ["stage"]

    def test_a_machine_of_another_name_is_another(self) -> None:
        rows = machine_rows(flow(), flow(name="steps"))

        assert [(row["machine"], row["where"]) for row in rows] == [
            ("stages", "before"),
            ("steps", "after"),
        ]


def claim(name: str, body: Expression, sentence: str = "It is so.") -> Claim:
    return Always(name, sentence, body, "1-a")


def with_claims(*claims: Claim) -> Loaded:
    return Loaded("toy", flow(), claims, ())


class TestClaims:
    done, not_yet = stage.is_(At.DONE), stage.is_(At.NOT_YET)

    def test_claims_are_matched_by_id_and_else_by_sentence(self) -> None:
        before = with_claims(claim("a", self.done), claim("b", self.done, "B."))
        after = with_claims(claim("a", self.done), claim("c", self.done, "B."))
        rows = claim_rows(before, after)

        assert [(row["id"], row["was"], row["where"]) for row in rows] == [
            ("a", None, "both"),
            ("c", "b", "both"),
        ]

    def test_a_claim_of_one_id_that_says_something_else_is_told(self) -> None:
        before = with_claims(claim("a", self.done))
        (body,) = claim_rows(before, with_claims(claim("a", self.not_yet)))
        (words,) = claim_rows(before, with_claims(claim("a", self.done, "It is otherwise.")))

        assert body["changed"] == ["what it says of the state"]
        assert words["changed"] == ["sentence"]

    def test_what_is_in_one_alone_is_told(self) -> None:
        rows = claim_rows(with_claims(claim("a", self.done)), with_claims())
        rows += claim_rows(with_claims(), with_claims(claim("a", self.done)))

        assert [row["where"] for row in rows] == ["before", "after"]

    def test_without_a_kept_verdict_it_is_undecided_here(self) -> None:
        rows = claim_rows(with_claims(claim("a", self.done)), with_claims(claim("a", self.done)))
        rows[0]["before"] = "proved"

        assert any(said.startswith("undecided here") and ": 1 (" in said for said in verdicts(rows))
        assert not any("proved" in said for said in verdicts(rows))

    def test_another_verdict_is_told(self) -> None:
        rows = claim_rows(with_claims(claim("a", self.done)), with_claims(claim("a", self.done)))
        rows[0]["before"], rows[0]["after"] = "proved", "refuted"

        assert "a: proved -> refuted" in verdicts(rows)


def seen(before: Flow, after: Flow) -> list[SeenRow]:
    return list(seen_rows(before, after, 60, Progress("")))


class TestBehaviour:
    def test_a_flow_and_its_copy_are_alike(self) -> None:
        (row,) = seen(flow(), flow(state=Field("stage", At, At.NOT_YET)))

        assert (row["verdict"], row["machines"], row["seen"]) == (
            "alike",
            ["stages"],
            ["go", "go back"],
        )

    def test_flows_are_parted_where_one_lets_more_happen(self) -> None:
        again = replace(FORTH, source=(At.NOT_YET, At.DONE))
        (row,) = seen(flow(), flow(rules=(again, RULES[1])))

        assert row["verdict"] == "parted"
        assert row["differences"] == ["after 'go' only after the change 'go' can be seen next"]

    def test_events_of_machines_that_only_one_has_are_compared_too(self) -> None:
        (row,) = seen(flow(), flow(name="steps"))

        assert (row["verdict"], row["machines"]) == ("alike", ["machines that only one has"])

    def test_an_event_of_another_scope_is_not_compared(self) -> None:
        wide = Event("go", INDUSTRY, PANEL)
        other = Flow(
            "toy",
            "A toy",
            [Machine("stages", INDUSTRY, stage, [Transition(wide, At.NOT_YET, At.DONE)])],
            PARTIES,
            sources=CLAUSES,
        )
        (row,) = seen(flow(rules=(FORTH,)), other)

        assert (row["verdict"], row["seen"]) == ("not compared", ["go"])
        assert row["reason"] == "of one scope before and of another after"

    def test_where_no_event_has_one_name_nothing_is_compared(self) -> None:
        other = flow(rules=(Transition(Event("jump", POINT, PANEL), At.NOT_YET, At.DONE),))
        (row,) = seen(flow(), other)

        assert (row["verdict"], row["seen"]) == ("not compared", [])


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two flow files, of which the second loses no parcel, and leaves the duty with the shop."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "first"]) == 0
    text = Path("first.py").read_text(encoding="utf-8")
    lost = '        Transition(LOSE, Parcel.WITH_CARRIER, Parcel.LOST, cites="T3"),\n'
    assert text.count(lost) == 1
    Path("second.py").write_text(
        text.replace(lost, "").replace(
            '"delivery",\n    obligor=CARRIER', '"delivery",\n    obligor=SHOP'
        ),
        encoding="utf-8",
    )
    return "first.py", "second.py"


class TestTheCommand:
    def test_own_files_are_compared_and_written(
        self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        capsys.readouterr()
        written = [word for name in ("d.md", "d.json", "d.svg") for word in ("--write", name)]
        status = main(["diff", *files, *written])
        said = capsys.readouterr().out
        found = json.loads(Path("d.json").read_text(encoding="utf-8"))

        assert status == found["exit"] == 0
        assert "1 moved, 0 changed, 0 new, 0 gone, 1 kept" in " ".join(said.split())
        assert [r["event"] for m in found["machines"] for r in m["rules"]] == ["lose"]
        assert "| moved |" in Path("d.md").read_text(encoding="utf-8")
        assert "<svg" in Path("d.svg").read_text(encoding="utf-8")

    def test_all_says_each_rule_and_claim(
        self, files: tuple[str, str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        capsys.readouterr()
        main(["diff", *files, "--all"])
        said = capsys.readouterr().out

        assert "    removed: lose\n" in said
        assert "  in both, delivered-at-last" in said

    def test_verdicts_are_those_that_are_kept(
        self,
        files: tuple[str, str],
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(keeping, "FOLDER", ".switchproof")
        main(["diff", *files])
        before = " ".join(capsys.readouterr().out.split())
        assert "kept verdicts: 0 the same" in before
        assert not Path(".switchproof").exists()
        main(["verify", files[0], "--jobs", "1"])
        capsys.readouterr()
        main(["diff", *files, "--format", "json"])
        out, err = capsys.readouterr()
        rows = {row["id"]: row for row in json.loads(out)["claims"]}

        assert rows["handed-over-packed"]["before"] == "proved"
        assert rows["handed-over-packed"]["after"] == "proved"  # the checker accepts it there too
        assert rows["somebody-owes"]["after"] is None
        assert err == ""

    @pytest.mark.parametrize(
        ("asked", "says"),
        [
            (["first.py", "first.py"], "'first.py' is compared with itself"),
            (["first.py", "./first.py"], "'./first.py' is compared with itself"),
            (["css", "css"], "'css' is compared with itself"),
            (["css", "nowhere"], "no flow is called 'nowhere'"),
            (["first.py", "second.py", "--write", "d.txt"], "name a file that ends in .md"),
            (["first.py", "second.py", "--write", "no/d.md"], "its folder is not there"),
        ],
        ids=lambda one: "-".join(one) if isinstance(one, list) else "",
    )
    def test_what_cannot_be_compared_is_refused_in_one_line(
        self,
        files: tuple[str, str],
        asked: list[str],
        says: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        capsys.readouterr()
        assert files
        assert main(["diff", *asked]) == 2
        out, err = capsys.readouterr()

        assert out == ""
        assert says in err
        assert err.count("\n") == 1
        assert not Path("d.txt").exists()

    def test_what_is_undecided_does_not_end_as_compared(
        self, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("properties.engine.interfaces.settle.VIEWS", 1)
        monkeypatch.setattr("properties.engine.interfaces.settle._same_machines", lambda _: None)

        assert main(["diff", *files]) == 3


def test_the_change_of_the_paper_moves_two_duties_to_the_crs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["diff", "current", "css", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    of = {row["verdict"] for row in found["duties"]}
    moved = [row for row in found["duties"] if row["verdict"] == "moved"]
    alike = [row for row in found["behaviours"] if row["verdict"] == "alike"]

    assert of == {"kept", "moved", "changed", "new"}
    assert [row["after"]["obligor"] for row in moved] == ["CRS", "CRS"]
    assert [row["before"]["name"] for row in found["duties"] if is_shifted(row)] == [
        "the Networks' duty to send",
        "the Networks' duty to send a full set",
    ]
    assert ["status flag"] in [row["machines"] for row in alike]
    assert found["exit"] == 3  # authority takes more views than one comparison may
