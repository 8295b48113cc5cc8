import re
from pathlib import Path

import pytest

from model.language.sources import TAGS, TREATMENTS, Assumption, Clause, Fact, Source, register
from model.register import REGISTER
from model.register.assumptions import ASSUMPTIONS
from model.register.facts import FACTS
from model.register.qualifiers import QUALIFIERS
from model.register.secas_2019.clauses import CLAUSES, DOCUMENT
from model.register.secas_2019.sentences import SENTENCES

PAPER = "secas_2019"
SOURCES: tuple[Source, ...] = (*CLAUSES, *FACTS, *ASSUMPTIONS)


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and not re.search(r"[.!?]\s|\s\s|^\s", text)


def test_the_register_holds_every_source_once() -> None:
    assert list(REGISTER) == [source.id for source in SOURCES]
    assert len({source.id.lower() for source in SOURCES}) == len(SOURCES)


def test_an_id_that_is_given_twice_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'A-load' twice"):
        register(Assumption("A-load", "One."), Assumption("A-load", "Two."))


@pytest.mark.parametrize("unfit", ["", "A 1", "A2[H]", "A2.", "-load"])
def test_an_id_that_no_citation_can_hold_is_refused(unfit: str) -> None:
    with pytest.raises(ValueError, match="cannot be cited"):
        register(Assumption(unfit, "One."))


def test_only_what_joins_the_paper_to_the_rest_knows_which_paper_it_is() -> None:
    house = Path(__file__).parents[2]
    files = [
        f for top in ("model", "properties", "switchproof") for f in (house / top).rglob("*.py")
    ]
    knowing = {
        file.relative_to(house).as_posix()
        for file in files
        if file.parent.name != PAPER and f".{PAPER}" in file.read_text()
    }

    assert knowing == {
        "model/register/__init__.py",
        "model/register/facts.py",
        "switchproof/dossier/document.py",
    }


def test_the_document_has_67_statements() -> None:
    assert len(CLAUSES) == 67
    assert (DOCUMENT.year, DOCUMENT.publisher) == (2019, "SECAS")


def test_the_id_of_a_clause_begins_with_its_section() -> None:
    for clause in CLAUSES:
        assert re.fullmatch(r"[1-6](\.[1-3])?-([a-j]|[A-Z]{1,2}\d?)", clause.id), clause.id


def test_every_clause_has_known_treatments() -> None:
    for clause in CLAUSES:
        treatments = clause.treat.split(", ")
        assert set(treatments) <= set(TREATMENTS), clause.id
        assert len(set(treatments)) == len(treatments), clause.id


def test_a_clause_that_is_only_recorded_or_assumed_says_why() -> None:
    assert all(clause.note for clause in CLAUSES if clause.treat in {"recorded", "assumed"})


def test_every_sentence_that_bears_something_has_its_page_and_known_qualifiers() -> None:
    for sentence in SENTENCES:
        assert 1 <= sentence.page <= 5, sentence.place
        assert set(sentence.qualifiers) <= set(QUALIFIERS), sentence.place


def test_every_fact_has_a_known_tag() -> None:
    assert {fact.tag for fact in FACTS} == set(TAGS)


def test_a_fact_that_was_read_names_where_and_a_recalled_one_cannot() -> None:
    for fact in FACTS:
        assert bool(fact.source) or fact.tag in {"R", "gap"}, fact.id
        assert not (fact.source and fact.tag == "R"), fact.id


def test_what_a_fact_is_derived_from_is_in_the_register() -> None:
    for fact in FACTS:
        for cited in re.findall(r"\b[A-S]\d[\w.-]*", fact.source) if fact.tag == "D" else ():
            assert cited in REGISTER, fact.id


def test_assumptions_and_nothing_else_are_marked_by_their_id() -> None:
    for source in SOURCES:
        assert source.id.startswith("A-") == isinstance(source, Assumption), source.id


def test_every_source_says_one_sentence() -> None:
    for source in SOURCES:
        assert is_one_sentence(source.says), source.id


def test_every_note_on_a_clause_is_one_sentence() -> None:
    for clause in CLAUSES:
        assert not clause.note or is_one_sentence(clause.note), clause.id


def test_only_a_fact_is_printed_with_a_tag() -> None:
    assert Clause("1-a", "One.", "claimed").label == "1-a"
    assert Fact("A2", "H", "One.").label == "A2 [H]"
    assert Assumption("A-load", "One.").label == "A-load"
