import json

import pytest

from model.language.errors import here
from model.language.sources import Assumption, Clause, Fact, Force, register
from model.register import REGISTER
from model.register.secas_2019.questions import QUESTIONS
from model.register.secas_2019.texts import AUTHORS, NO_TEXT, TEXTS
from model.register.unread import OpenQuestion, Text, settled_by, to_settle
from switchproof.cli import main
from switchproof.dossier.questions.hanging import Cited, Unsettled
from switchproof.dossier.questions.run import unsettled
from switchproof.dossier.trace.uses import Citing, Use

BOOK = Text("a book", "its author", "A* F.read", ("E",))
LETTER = Text("a letter", "its writer", "A-dusk F.x", ("X",))
SOURCES = register(
    Assumption("A-dusk", "It is dark."),
    Assumption("A-oil", "It burns."),
    Fact("F.read", "R", "It is so."),
    Fact("F.x", "gap", "It was not found."),
    Fact("F.sure", "H", "It was read.", "a book"),
    Clause("5-E", "It lights.", "claimed"),
    Clause("2-a", "It is assumed.", "assumed", force=Force.ASSUMPTION),
)


def use(kind: Citing, name: str, cites: str) -> Use:
    return Use(kind, "lights", name, "", tuple(cites.split()), here())


USES = (
    use(Citing.CLAIM, "lit", "5-E A-oil"),
    use(Citing.CLAIM, "sure", "5-E F.sure"),
    use(Citing.CLAIM, "dark", "A-dusk A-oil"),
    use(Citing.DOUBT, "which-lamp", "5-E"),
    use(Citing.DOUBT, "whose", "1-a"),
)
OPEN = (
    OpenQuestion("oil", "Whose oil?", "1-a", "the keeper's", "A-oil"),
    OpenQuestion("part", "Which part?", "5-E", "any", part="X"),
    OpenQuestion("none", "Why?", "1-a", "for no reason"),
)
PARTS = {"E": ["5-E"]}
MADE_UP = Unsettled(
    SOURCES,
    PARTS,
    (LETTER, BOOK, AUTHORS),
    USES,
    (Cited("blind", ("F.x",)),),
    OPEN,
    AUTHORS,
    NO_TEXT,
)


class TestTheRegister:
    def test_whatever_was_not_read_is_settled_by_one_text_and_every_text_settles_or_answers(
        self,
    ) -> None:
        texts = settled_by(to_settle(REGISTER.values()), TEXTS)
        assert {id_: len(found) for id_, found in texts.items() if len(found) != 1} == {}

        idle = [t for t in TEXTS if not t.parts and not any(t in found for found in texts.values())]
        assert idle == []

    def test_every_name_of_a_text_names_something(self) -> None:
        for text in TEXTS:
            for name in text.settles.split():
                assert name in REGISTER or any(
                    id_.startswith(name.removesuffix("*")) for id_ in REGISTER if "*" in name
                ), name

    @pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.id)
    def test_a_question_is_about_what_is_there_and_says_what_is_taken_meanwhile(
        self, one: OpenQuestion
    ) -> None:
        assert one.about
        assert one.asks.endswith("?")
        assert one.meanwhile
        assert set(f"{one.about} {one.assumed}".split()) <= set(REGISTER)
        assert all(isinstance(REGISTER[id_], Assumption) for id_ in one.assumed.split())

    def test_every_question_and_every_doubt_is_asked_of_somebody(self) -> None:
        every = unsettled().hanging()
        doubts = {use.name for use in unsettled().uses if use.kind is Citing.DOUBT}

        assert sorted(q.id for one in every for q in one.questions) == sorted(
            q.id for q in QUESTIONS
        )
        assert {name for one in every for name in one.doubts} == doubts

    def test_that_on_which_most_hangs_stands_first_and_the_form_of_the_model_last(self) -> None:
        every = unsettled().hanging()
        weights = [one.weight for one in every[:-1]]

        assert weights == sorted(weights, reverse=True)
        assert every[-1].text == NO_TEXT

    def test_the_command_prints_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["dossier", "questions"]) == 0
        shown = capsys.readouterr().out
        assert "question whose-gateway: Whose gateway may the DCC control" in shown

        assert main(["dossier", "questions", "--format", "json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert [row["text"] for row in said["texts"]] == [
            one.text.name for one in unsettled().hanging()
        ]


class TestHanging:
    def test_a_whole_name_goes_before_a_star(self) -> None:
        found = settled_by(["A-dusk", "A-oil", "F.none"], (BOOK, LETTER))

        assert found == {"A-dusk": [LETTER], "A-oil": [BOOK], "F.none": []}

    def test_what_is_sure_has_nothing_to_settle(self) -> None:
        assert to_settle(SOURCES.values()) == ("A-dusk", "A-oil", "F.read", "F.x", "2-a")

    def test_claims_doubts_and_findings_hang_on_what_they_cite(self) -> None:
        book, letter, authors = (
            next(one for one in MADE_UP.hanging() if one.text == text)
            for text in (BOOK, LETTER, AUTHORS)
        )

        assert (book.assumed, book.facts, book.claims) == (
            ("A-oil",),
            ("F.read",),
            ("lights lit", "lights dark"),
        )
        assert (letter.assumed, letter.claims, letter.findings) == (
            ("A-dusk",),
            ("lights dark",),
            ("blind",),
        )
        assert (book.doubts, authors.doubts) == (("lights which-lamp",), ("lights whose",))
        assert MADE_UP.hanging()[0] == book

    def test_a_question_is_asked_where_its_part_or_its_assumption_is_settled(self) -> None:
        assert [MADE_UP.asked_in(one) for one in OPEN] == [BOOK, LETTER, AUTHORS]
