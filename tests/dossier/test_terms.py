import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from model.language.sources import Clause, Sentence
from model.register import REGISTER
from model.register.secas_2019.clauses import CLAUSES
from model.register.secas_2019.questions import QUESTIONS
from model.register.secas_2019.sending import SENDINGS
from model.register.secas_2019.terms import TERMS
from model.register.sending import THEN, TODAY, Sending
from model.register.terms import Meaning, Sense, Term, named
from switchproof.cli import main
from switchproof.dossier.secas_2019.doubts import DOUBTS
from switchproof.dossier.secas_2019.findings import FINDINGS, ON_TEXT
from switchproof.dossier.secas_2019.judged import JUDGED
from switchproof.dossier.terms.comparing import Candidate, candidates, unlike
from switchproof.dossier.terms.judging import unjudged

BODY, SYSTEM = Sense.BODY, Sense.SYSTEM


def clause(id_: str, says: str = "It is so.", *qualifiers: str) -> Clause:
    return Clause(id_, says, "claimed", sentences=(Sentence(id_, "1", qualifiers=qualifiers),))


def kinds(*terms: Term) -> list[tuple[str, str]]:
    return [(one.kind, one.about) for one in candidates(terms, (), ())]


def of_sending(*said: Sending, clauses: tuple[Clause, ...]) -> dict[str, Candidate]:
    return {one.kind: one for one in candidates((), said, clauses)}


class TestTheRegister:
    def test_every_term_that_a_caption_names_has_a_sense_there_and_no_other(self) -> None:
        assert list(unlike(TERMS, CLAUSES)) == []

    def test_what_a_meaning_cites_is_in_the_register(self) -> None:
        cited = {id_ for t in TERMS for one in t.meanings for id_ in one.cites.split()}
        assert cited <= set(REGISTER)
        assert {one.id for one in SENDINGS} <= {c.id for c in CLAUSES}

    def test_the_comparison_shows_what_readers_found(self) -> None:
        found = {(one.kind, one.about) for one in candidates(TERMS, SENDINGS, CLAUSES)}

        assert {("several things", name) for name in ("CRS", "CSS", "RDP")} <= found
        assert {
            ("one of two", "CRS/CSS"),
            ("circular", "DCC/CRS"),
            ("no longer met", "RDP"),
        } <= found
        assert {("recipient", "the duty to send then"), ("never used", "REL")} <= found

    def test_the_command_lists_terms_and_candidates(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["dossier", "terms"]) == 0
        assert "candidate doubt, several things: CRS: " in capsys.readouterr().out

        assert main(["dossier", "terms", "--format", "json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert [row["term"] for row in said["terms"]] == [term.name for term in TERMS]
        assert said["faults"] == []

    def test_what_tells_a_candidate_is_a_finding_a_doubt_or_a_question_or_it_says_why(self) -> None:
        known = {one.id for many in (FINDINGS, ON_TEXT, DOUBTS, QUESTIONS) for one in many}

        assert all(set(one.ids.split()) <= known for one in JUDGED.values())
        assert all(bool(one.ids) != bool(one.why) for one in JUDGED.values())

    def test_what_nobody_judged_is_named_and_so_is_a_judgement_of_nothing(self) -> None:
        found = candidates(TERMS, SENDINGS, CLAUSES)
        odd = Candidate("circular", "candidate finding", "LAMP", "It is.", ("1-a",))
        without = tuple(one for one in found if one.about != "REL")

        assert unjudged(found, JUDGED) == []
        assert unjudged((*without, odd), JUDGED) == [
            "circular, LAMP: nobody has judged it",
            "never used, REL: judged, and not found",
        ]


class TestComparing:
    def test_plurals_and_strokes_are_read_as_they_are_meant(self) -> None:
        assert named("RDPs and the DCC/CRS tell the CRS.") == ("RDP", "DCC/CRS", "CRS")

    def test_a_caption_without_a_sense_and_a_sense_without_a_caption_are_named(self) -> None:
        terms = (Term("RDP", {BODY: "1-a 1-b"}),)

        assert list(
            unlike(terms, [clause("1-b"), clause("1-c", "An RDP."), clause("1-a", "RDPs.")])
        ) == [
            "the caption of 1-c names RDP, of which no sense is kept there",
            "a sense of RDP is kept for 1-b, whose caption does not name it",
        ]

    @pytest.mark.parametrize(
        ("uses", "found"),
        [
            ({BODY: "1-a 1-b"}, []),
            ({BODY: "1-a", SYSTEM: "1-b"}, [("several things", "LAMP")]),
            ({BODY: "1-a"}, [("never used", "LAMP")]),
        ],
    )
    def test_a_term_is_one_thing_and_used(
        self, uses: Mapping[Sense, str], found: list[tuple[str, str]]
    ) -> None:
        assert kinds(Term("LAMP", uses)) == found

    def test_a_stroke_between_two_bodies_is_named(self) -> None:
        assert kinds(Term("LAMP/MAST", {BODY: "1-a 1-b"})) == [("one of two", "LAMP/MAST")]

    def test_terms_that_tell_each_other_are_circular_and_a_chain_is_not(self) -> None:
        used = {BODY: "1-a 1-b"}
        lamp = Term("LAMP", used, (Meaning("1-a", "what stands on a mast", by=("MAST",)),))
        mast = Term("MAST", used, (Meaning("1-b", "what bears a lamp", by=("LAMP",)),))

        assert kinds(lamp, mast) == [("circular", "LAMP"), ("circular", "MAST")]
        assert kinds(lamp, replace(mast, meanings=())) == []

    def test_whoever_no_longer_meets_a_meaning_is_named_with_what_is_lacking(self) -> None:
        meaning = Meaning("1-a", "one that sends and receives", does=("sends", "receives"))
        bearers = {"the keeper": ("sends", "receives"), "the watch": ("receives",)}
        (found,) = candidates([Term("POST", {BODY: "1-a 1-b"}, (meaning,), bearers)], (), ())

        assert (found.kind, found.cites) == ("no longer met", ("1-a",))
        assert found.says.endswith("the watch is then not one that sends")


class TestSending:
    FIRST, SECOND = Sending("1-a", THEN, "A", "send", "X"), Sending("1-b", THEN, "A", "send", "X")

    def test_statements_that_agree_show_nothing(self) -> None:
        assert of_sending(self.FIRST, self.SECOND, clauses=(clause("1-a"), clause("1-b"))) == {}

    def test_each_way_in_which_they_differ_is_shown(self) -> None:
        other = Sending("1-b", THEN, "B", "give", "Y")
        clauses = (clause("1-a", "So.", "ensure", "correct"), clause("1-b", "So.", "relevant"))
        found = of_sending(self.FIRST, other, clauses=clauses)

        assert set(found) == {"recipient", "owed by", "verb", "standard", "manner"}
        assert found["recipient"].says == "X in 1-a; Y in 1-b"
        assert found["standard"].says == "correct in 1-a; relevant in 1-b"

    def test_today_is_not_compared_with_then_and_what_is_unsaid_with_nothing(self) -> None:
        today = replace(self.SECOND, when=TODAY, to="Y")
        unsaid = Sending("1-c", THEN, "A", "send")
        clauses = (clause("1-a"), clause("1-b"), clause("1-c"))

        assert of_sending(self.FIRST, today, unsaid, clauses=clauses) == {}
