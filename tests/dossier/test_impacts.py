"""The table of impacts beside what differs: by ids that duties, rules and claims cite."""

import json

import pytest

from model.language import (
    POINT,
    Always,
    Clause,
    Duty,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Tie,
    Transition,
    Via,
)
from model.language.expressions import TRUE
from switchproof.cli import main
from switchproof.deciding.load import Loaded
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.format_compared import ImpactsRow
from switchproof.dossier.trace.impact_lines import impact_lines
from switchproof.dossier.trace.impacts import against_diff
from tests.toys import At

IDS = ("1-a", "5-A", "5-B", "5-D", "5-E", "5-F")
CLAUSES = tuple(Clause(id_, f"What {id_} says.", "modelled", note=f"Note {id_}.") for id_ in IDS)
ONE, OTHER = (Party(name, (Tie("code", Via.ACCESSION, "5-F"),)) for name in ("one", "other"))
stage = Field("stage", At, At.NOT_YET)
GO, BACK = Event("go", POINT), Event("back", POINT)
STAYS_AS_IT_IS = Transition(GO, At.NOT_YET, At.DONE, by=ONE, cites="5-B")
NEW_RULE = Transition(BACK, At.DONE, At.NOT_YET, by=ONE, cites="5-A")
SENDS = Duty("to send", "sending", ONE, ONE, OTHER, "code", TRUE, "1-a")
HEIR = Duty("to have it sent", "sending", OTHER, OTHER, ONE, "code", TRUE, "1-a", succeeds=SENDS)
TOLD = Always("told", "It is so.", stage.in_(At.NOT_YET, At.DONE), "5-E")
TABLE = {"A": ["5-A"], "B": ["5-B"], "D": ["5-D"], "E": ["5-E"], "F": ["5-F"]}


def loaded(
    source: str,
    duty: Duty,
    *rules: Transition,
    claims: tuple[Always, ...] = (),
) -> Loaded:
    machine = Machine("stages", POINT, stage, rules)
    flow = Flow(source, "A toy", [machine], [ONE, OTHER], sources=CLAUSES, duties=(duty,))
    return Loaded(source, flow, claims, ())


BEFORE = loaded("before", SENDS, STAYS_AS_IT_IS)
AFTER = loaded("after", HEIR, STAYS_AS_IT_IS, NEW_RULE, claims=(TOLD,))
THIRD = loaded("third", SENDS, Transition(GO, At.NOT_YET, At.DONE, by=ONE, cites="5-D"))


def found(before: Loaded = BEFORE, after: Loaded = AFTER) -> ImpactsRow:
    covered = Coverage(CLAUSES, (), (before, after, THIRD))
    return against_diff(TABLE, before, after, covered)


def of(told: ImpactsRow, clause: str) -> tuple[str, list[str], list[str], list[str]]:
    row = next(row for row in told["rows"] if row["clause"] == clause)
    return row["verdict"], row["by"]["duties"], row["by"]["rules"], row["by"]["claims"]


@pytest.mark.parametrize(
    ("clause", "by"),
    [
        ("5-A", ("explained", [], ["stages (1)"], [])),
        ("5-B", ("the same in both", [], [], [])),
        ("5-D", ("in other flows", [], [], [])),
        ("5-E", ("explained", [], [], ["told"])),
        ("5-F", ("the same in both", [], [], [])),
    ],
)
def test_a_statement_is_explained_by_what_differs_and_cites_it(
    clause: str, by: tuple[str, list[str], list[str], list[str]]
) -> None:
    assert of(found(), clause) == by


def test_what_nothing_cites_has_no_behaviour_and_the_register_says_why() -> None:
    covered = Coverage(CLAUSES, (), (BEFORE, AFTER))
    told = against_diff(TABLE, BEFORE, AFTER, covered)
    row = next(row for row in told["rows"] if row["clause"] == "5-D")

    assert (row["verdict"], row["note"]) == ("no behaviour", "Note 5-D.")


def test_a_duty_that_moves_explains_what_it_cites() -> None:
    after = loaded("after", Duty("to send", "sending", OTHER, OTHER, ONE, "code", TRUE, "5-A"))

    assert of(found(after=after), "5-A")[1] == ["to send (moved)"]


def test_what_differs_and_no_statement_is_cited_for_is_told_with_where_the_paper_has_it() -> None:
    assert found()["lacking"] == {
        "duties": ["to send -> to have it sent (moved), said in 1-a"],
        "acting": [],
        "rules": [],
        "claims": [],
    }


def test_a_flow_beside_its_copy_explains_nothing() -> None:
    told = found(BEFORE, loaded("copy", SENDS, STAYS_AS_IT_IS))

    assert "explained" not in [row["verdict"] for row in told["rows"]]
    assert not any(told["lacking"].values())


def test_the_lines_have_every_statement_once() -> None:
    lines = list(impact_lines(found()))

    assert [sum(f"    {id_}, Section" in line for line in lines) for id_ in IDS[1:]] == [1] * 5


def test_of_the_paper_the_table_lacks_who_may_act_and_ten_rows_have_no_behaviour(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dossier", "trace", "--against", "diff", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["impacts"]
    verdicts = {row["clause"]: row["verdict"] for row in told["rows"]}
    without = {clause for clause, verdict in verdicts.items() if verdict == "no behaviour"}

    assert without == {
        *("5-A", "5-F", "5-H0", "5-K", "5-X1", "5-X4", "5-Y1", "5-AG2", "5-S1", "5-S5")
    }
    assert [clause for clause, verdict in verdicts.items() if verdict == "in other flows"] == [
        "5-B"
    ]
    assert [said.rpartition(", said in ")[2] for said in told["lacking"]["acting"]] == [
        "2.1-e, 2.1-f",
        "2.1-e, 2.1-f",
    ]
