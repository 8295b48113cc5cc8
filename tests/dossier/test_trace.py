import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest

from model.language.sources import Clause, Document, Force, Sentence
from model.register import REGISTER
from model.register.placing import resting
from model.register.reading import fingerprint, read
from model.register.secas_2019.clauses import CLAUSES, DOCUMENT
from model.register.secas_2019.sentences import SENTENCES
from switchproof.cli import main
from switchproof.deciding.decide import Task
from switchproof.deciding.format import ClaimRow
from switchproof.dossier.trace.again import to_read_again
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.edition import compare
from switchproof.dossier.trace.entries import entries_of, entry_of_source
from switchproof.dossier.trace.format import TraceReport
from switchproof.dossier.trace.page import page
from switchproof.dossier.trace.project import covered_by_all
from switchproof.dossier.trace.rows import report_on, source_row, table_row
from switchproof.dossier.trace.text import text
from switchproof.dossier.trace.verdicts import resting as rows_resting

LIGHTHOUSE = """\
Keeping of lights

1. Summary

The keeper must light the lamp at dusk. The harbour \u2013 which owns
the lamp \u2013 will pay for oil.



Page 1 of 2



2. Table

The table follows:

Part\tChanges
Part A - Lamp\t Add duty to clean glass Remove duty of the watch
Part B - Boats\tAdd duty to clean glass
"""
IDS = {"keeper": "1-a", "harbour": "1-b", "Remove": "2-A", "clean": "2-B"}
KEPT = tuple(
    Sentence(
        one.fingerprint,
        one.place,
        next((id_ for word, id_ in IDS.items() if word in one.text), ""),
        normative=one.normative,
        page=one.page,
        qualifiers=one.qualifiers,
    )
    for one in read(LIGHTHOUSE)
)
PAPER = Document("Keeping of lights", 1890, "nobody", "first")
LIGHTS = resting((Clause(id_, "It is so.", "modelled") for id_ in IDS.values()), PAPER, KEPT)


@pytest.fixture(scope="module")
def covered() -> Coverage:
    return covered_by_all()


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return run


Said = Callable[..., tuple[int, str, str]]


class TestReading:
    def test_sentences_headings_and_items_of_a_table_have_their_places(self) -> None:
        assert [(one.place, one.text) for one in read(LIGHTHOUSE)][1:] == [
            ("1, heading", "1. Summary"),
            ("1, paragraph 1, sentence 1", "The keeper must light the lamp at dusk."),
            (
                "1, paragraph 1, sentence 2",
                "The harbour \u2013 which owns the lamp \u2013 will pay for oil.",
            ),
            ("2, heading", "2. Table"),
            ("2, paragraph 1, sentence 1", "The table follows:"),
            ("2, Part, item 1", "Changes"),
            ("2, Part A, item 1", "Add duty to clean glass"),
            ("2, Part A, item 2", "Remove duty of the watch"),
            ("2, Part B, item 1", "Add duty to clean glass"),
        ]

    def test_what_says_what_is_to_be_is_normative(self) -> None:
        normative = {one.place for one in read(LIGHTHOUSE) if one.normative}

        assert {"1, paragraph 1, sentence 1", "1, paragraph 1, sentence 2"} <= normative
        assert not {"1, heading", "2, paragraph 1, sentence 1"} & normative

    def test_a_page_ends_where_several_lines_have_no_words(self) -> None:
        assert {one.place[0]: one.page for one in read(LIGHTHOUSE)} == {"t": 1, "1": 1, "2": 2}

    def test_a_paragraph_that_a_page_cuts_is_of_the_page_where_it_begins(self) -> None:
        cut = "1. Lamp\n\nThe keeper lights\n\n\n\nPage 1 of 2\n\n\nthe lamp.\n\nIt is lit.\n"

        assert [(one.text, one.page) for one in read(cut)][1:] == [
            ("The keeper lights the lamp.", 1),
            ("It is lit.", 2),
        ]

    def test_what_narrows_a_sentence_is_found_however_it_is_said(self) -> None:
        (_, one) = read(
            "1. Lamp\n\nThe keeper has to make sure that the Required lamp is lit only."
        )

        assert one.qualifiers == ("ensure", "need", "only", "required")

    @pytest.mark.parametrize(
        "same",
        ["the LAMP  is 'lit'", "The\nlamp is lit", "The lamp \u2013 is lit", "The la-mp is lit"],
    )
    def test_layout_is_not_in_a_fingerprint(self, same: str) -> None:
        assert fingerprint(same) == fingerprint("The lamp is lit")

    @pytest.mark.parametrize(
        "other", ["The lamp is not lit", "The lamp is lit.", "The lamps is lit"]
    )
    def test_words_and_stops_are_in_a_fingerprint(self, other: str) -> None:
        assert fingerprint(other) != fingerprint("The lamp is lit")

    def test_the_same_words_in_two_rows_are_two_sentences(self) -> None:
        first, second = (one for one in read(LIGHTHOUSE) if one.text == "Add duty to clean glass")

        assert first.fingerprint != second.fingerprint


def unbroken(shown: str) -> str:
    return " ".join(shown.split())


def differing(surprise: str | None = None) -> TraceReport:
    """Return the report on a text in which one word differs, with two verdicts that rest on it."""
    made = [
        {"id": i, "flow": "lights", "rests_on": ["1-a"], "surprise": surprise}
        for i in ("lit", "on")
    ]
    rows = cast("list[ClaimRow]", [{**row, "verdict": None} for row in made])
    covered = Coverage(LIGHTS, KEPT, [])
    report = report_on(PAPER, covered)
    found = compare(LIGHTHOUSE.replace("must light", "may light"), KEPT)
    again = to_read_again(found, covered, rows, {"unlit": ["1-a"], "other": ["1-b"]})
    report["source"] = source_row("new.txt", found, again, [])
    return report


class TestEditions:
    def test_a_text_agrees_with_itself_however_it_is_laid_out(self) -> None:
        relaid = LIGHTHOUSE.replace(" \u2013 ", " - ").replace("must light", "must  LIGHT")

        assert compare(LIGHTHOUSE, KEPT).agrees
        assert compare(relaid.replace("Page 1 of 2", "Page 9 of 9"), KEPT).agrees

    def test_a_changed_sentence_makes_its_clauses_suspect_and_no_other(self) -> None:
        found = compare(LIGHTHOUSE.replace("must light", "may light"), KEPT)

        assert found.suspect == ("1-a",)
        assert [one.place for one in found.gone] == ["1, paragraph 1, sentence 1"]
        assert [one.place for one in found.new] == ["1, paragraph 1, sentence 1"]
        assert found.moved == ()

    def test_what_stands_for_a_changed_sentence_is_not_what_was_put_before_it(self) -> None:
        put = "It is dark at sea. The keeper must light every lamp"
        found = compare(LIGHTHOUSE.replace("The keeper must light the lamp", put), KEPT)

        assert found.new[0].text == "It is dark at sea."
        ((was, now),) = found.changed.items()
        assert was.place == "1, paragraph 1, sentence 1"
        assert now.text == "The keeper must light every lamp at dusk."

    def test_what_is_put_elsewhere_and_says_nothing_alike_stands_for_nothing(self) -> None:
        later = LIGHTHOUSE.replace("The keeper must light the lamp at dusk. ", "")
        found = compare(later.replace("for oil.", "for oil. It is dark at sea."), KEPT)

        assert found.suspect == ("1-a",)
        assert found.changed == {}

    def test_a_dropped_sentence_makes_its_clauses_suspect(self) -> None:
        found = compare(LIGHTHOUSE.replace("Remove duty of the watch", ""), KEPT)

        assert (found.suspect, found.new, found.moved) == (("2-A",), (), ())

    def test_an_added_sentence_that_is_normative_is_unanswered(self) -> None:
        added = "at dusk. The keeper must count the ships. It is dark then."
        found = compare(LIGHTHOUSE.replace("at dusk.", added), KEPT)

        assert (found.suspect, found.gone) == ((), ())
        assert [one.text for one in found.unanswered] == ["The keeper must count the ships."]
        assert [one.text for one in found.new][1:] == ["It is dark then."]

    def test_a_sentence_that_moved_is_neither_new_nor_gone(self) -> None:
        sentence = "The keeper must light the lamp at dusk. "
        later = LIGHTHOUSE.replace(sentence, "").replace("for oil.", f"for oil. {sentence}")
        found = compare(later, KEPT)

        assert (found.new, found.gone, found.suspect) == ((), (), ())
        ((was, now),) = found.moved
        assert {was.place, now.place} == {
            "1, paragraph 1, sentence 1",
            "1, paragraph 1, sentence 2",
        }
        assert not found.agrees

    def test_a_sentence_in_which_other_qualifiers_are_found_is_named(self) -> None:
        bare = replace(KEPT[2], qualifiers=())
        found = compare(LIGHTHOUSE, (*KEPT[:2], bare, *KEPT[3:]))

        assert found.requalified == (bare,)
        assert not found.agrees

    def test_a_sentence_told_apart_otherwise_is_named(self) -> None:
        turned = tuple(replace(s, normative=not s.normative) for s in KEPT[:3])

        assert compare(LIGHTHOUSE, (*turned, *KEPT[3:])).unread == turned

    def test_the_verdicts_that_rest_on_what_is_gone_are_named(self) -> None:
        row: ClaimRow = {"id": "lit", "flow": "lights", "rests_on": ["1-b", "1-a"]}  # type: ignore[typeddict-item]
        apart: ClaimRow = {"id": "dark", "flow": "lights", "rests_on": ["1-b"]}  # type: ignore[typeddict-item]
        rows = {Task("lights", "lit"): row, Task("lights", "dark"): apart}
        found = compare(LIGHTHOUSE.replace("must light", "may light"), KEPT)

        assert rows_resting(rows, found.suspect) == [row]

    def test_what_differs_is_told(self) -> None:
        for shown in (unbroken(text(differing())), unbroken(page(differing()))):
            assert "1, paragraph 1, sentence 1 is now" in shown
            assert "The keeper may light the lamp at dusk." in shown
            assert "no longer said: must; newly said: may" in shown

    def test_what_a_change_makes_suspect_is_told_as_what_to_read_again(self) -> None:
        source = differing()["source"]
        assert source is not None
        (row,) = source["read_again"]

        assert (row["id"], row["verdicts"], row["surprises"]) == ("1-a", {"lights": 2}, [])
        assert row["findings"] == ["unlit"]
        shown = unbroken(text(differing()))
        assert "suspect until then: 2 of lights; each is as it was" in shown
        assert "lights, lit" not in shown

    def test_a_verdict_that_is_not_as_it_was_is_named(self) -> None:
        assert "no longer as expected: lights, lit" in unbroken(text(differing("it fails")))

    def test_what_weighs_more_is_read_again_first(self) -> None:
        forces = {"1-a": Force.REASON, "1-b": Force.RULE, "2-A": Force.REASON, "2-B": Force.PLAN}
        clauses = [replace(clause, force=forces[clause.id]) for clause in LIGHTS]
        rows = to_read_again(compare("", KEPT), Coverage(clauses, KEPT, []), [], {"x": ["2-A"]})

        assert [row["id"] for row in rows] == ["1-b", "2-B", "2-A", "1-a"]
        assert [one["words"] for one in rows[0]["changed"]] == [None]

    def test_a_text_of_another_kind_makes_every_clause_suspect(self) -> None:
        assert set(compare(LIGHTHOUSE, SENTENCES).suspect) == {clause.id for clause in CLAUSES}

    @pytest.mark.parametrize("wrong", ["there-is-none.txt", "."])
    def test_a_file_that_cannot_be_read_is_said_in_one_line(self, said: Said, wrong: str) -> None:
        status, out, err = said("dossier", "trace", "--source", wrong)

        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert "cannot be read" in err

    def test_a_text_that_is_not_one_is_said_in_one_line(self, said: Said, tmp_path: Path) -> None:
        file = tmp_path / "paper.docx"
        file.write_bytes(b"PK\x03\x04\xff\xfe")

        status, _, err = said("dossier", "trace", "--source", str(file))

        assert status == 2
        assert "plain text" in err


class TestTrace:
    def test_a_statement_leads_to_what_rests_on_it_with_verdicts(self, said: Said) -> None:
        status, out, _ = said("dossier", "trace", "2.1-e")

        assert status == 0, out
        assert "treatment: modelled, claimed" in out
        assert "place: page 2: 2.1, paragraph 3, sentence 1; " in out
        assert "qualifiers: must, need, this stage" in out
        assert re.search(r"css +CRS +SEC, through a licence", out)
        assert re.search(r"proved +css +only-the-bound-owe", out)
        assert re.search(r"fails as it should +css +only-the-bound-owe", out)

    def test_a_rule_leads_to_its_statements_and_pictures(self, said: Said) -> None:
        status, out, _ = said("dossier", "trace", "split the licence")

        assert status == 0
        assert "2.1-f  It is assumed that, if the CRS were parted from the licence" in out
        assert re.search(r"css +licence +split the licence +model/css/licence.py:\d+", out)
        assert "css-licence.svg" in out

    def test_a_claim_leads_to_its_statements(self, said: Said) -> None:
        status, out, _ = said("dossier", "trace", "point-data-has-a-giver", "--format", "json")
        (entry,) = json.loads(out)["entries"]

        assert status == 0
        assert [statement["id"] for statement in entry["statements"]] == ["2.3-b", "S0.7"]
        assert [claim["verdict"] for claim in entry["claims"]] == ["proved"]
        assert "2.3-b" in entry["claims"][0]["rests_on"]

    def test_a_duty_leads_to_its_statements(self, covered: Coverage) -> None:
        duty = next(u for u in covered.uses if u.kind.value == "duty" and u.flow == "css")
        (entry,) = [e for e in entries_of(duty.name, covered, REGISTER) if e["kind"] == "duty"]

        assert {s["id"] for s in entry["statements"]} >= set(duty.cites)

    def test_tensions_go_both_ways(self, covered: Coverage) -> None:
        one, other = (entries_of(id_, covered, REGISTER)[0] for id_ in ("2.1-c", "5-Y2"))

        assert "5-Y2" in one["tensions"]
        assert "2.1-c" in other["tensions"]

    def test_without_a_name_each_statement_stands_with_its_words(self, said: Said) -> None:
        _, out, _ = said("dossier", "trace")
        told = " ".join(out.split())

        assert [c.id for c in CLAUSES if " ".join(c.says.split()) not in told] == []

    def test_an_unknown_name_is_said_with_the_nearest(self, said: Said) -> None:
        status, _, err = said("dossier", "trace", "split the license")

        assert status == 2
        assert err.count("\n") == 1
        assert "did you mean 'split the licence'" in err

    def test_without_an_id_every_clause_is_in_the_table(self, said: Said) -> None:
        status, out, _ = said("dossier", "trace")

        assert status == 0, out
        assert all(re.search(rf"^{re.escape(c.id)} ", out, re.MULTILINE) for c in CLAUSES)
        assert "0 without treatment" in out

    def test_an_id_and_a_source_are_not_asked_at_once(self, said: Said) -> None:
        assert said("dossier", "trace", "1-a", "--source", "x")[0] == 2


HELD = Coverage(LIGHTS, KEPT, [], held={"1-a": "lit is a rule", "A-dusk": "seldom"})


class TestHeldByTheTable:
    @pytest.mark.parametrize("show", [text, page])
    def test_what_the_table_alone_holds_is_shown_and_counted(
        self, show: Callable[[TraceReport], str]
    ) -> None:
        report = report_on(PAPER, HELD)
        report["table"] = [table_row(clause, HELD) for clause in LIGHTS]
        shown = show(report)

        assert "2 statements held by the table of rules only" in shown
        assert "held by the table only: lit is a rule" in shown
        assert re.search(r"^(<p>| *)1-a: lit is a rule", shown, re.MULTILINE)
        assert "A-dusk: seldom" in shown

    def test_its_rows_say_so(self) -> None:
        held = {clause.id: table_row(clause, HELD)["held"] for clause in LIGHTS}

        assert held == {"1-a": "lit is a rule", "1-b": "", "2-A": "", "2-B": ""}
        assert report_on(PAPER, HELD)["held"] == [
            {"id": "1-a", "why": "lit is a rule"},
            {"id": "A-dusk", "why": "seldom"},
        ]

    def test_its_entry_says_so(self) -> None:
        said = {"what": "held by the table only", "words": "lit is a rule"}
        told = {clause.id: entry_of_source(clause, HELD)["about"] for clause in LIGHTS}

        assert [id_ for id_, about in told.items() if said in about] == ["1-a"]

    def test_the_help_names_them(self, said: Said) -> None:
        status, out, _ = said("dossier", "trace", "--help")

        assert status == 0
        assert '"held":' in out


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def whole(covered: Coverage) -> TraceReport:
    report = report_on(DOCUMENT, covered)
    report["table"] = [table_row(clause, covered) for clause in CLAUSES]
    report["entries"] = [entry_of_source(source, covered) for source in REGISTER.values()]
    return report


class TestPage:
    def test_every_link_leads_somewhere_and_every_anchor_is_one(self, whole: TraceReport) -> None:
        shown = _Page()
        shown.feed(page(whole))

        assert shown.open == []
        assert len(shown.ids) == len(set(shown.ids))
        assert {link.removeprefix("#") for link in shown.links} <= set(shown.ids)
        assert set(shown.links) >= {f"#clause-{clause.id}" for clause in CLAUSES}

    def test_the_page_needs_no_other_file(self, whole: TraceReport) -> None:
        assert not re.search(r"<(script|link|img|iframe)|https?://|@import|url\(", page(whole))
