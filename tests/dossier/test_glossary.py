"""The glossary tells what readers meet, is no surer than its sources, and trace tells it."""

import re
from pathlib import Path

import pytest

from model.flows import FLOWS
from model.language.sources import TAGS, Assumption, Clause, Fact
from model.register import REGISTER
from model.register.glossary import GLOSSARY, WORDS, words_in
from model.register.terms import Word
from switchproof.cli import main
from switchproof.deciding.load import load
from switchproof.dossier.trace.entries import NAMED
from switchproof.dossier.trace.glossary import PAGE, glossary
from switchproof.dossier.trace.project import covered_by_all

SUREST = ("H", "M", "D", "R", "gap")
CAPITALS = re.compile(r"\b[A-Z]{2,}[A-Za-z]*[A-Z](?=s?\b)|\b[A-Z][A-Z](?=s?\b)|\bMPxN\b")
# Parts of the SEC and files by their letters, companies, and what is of no one domain.
ELSEWHERE = {"AG", "AL", "DI", "DXI", "ELEXON", "ID", "UK", "TLS", "FTPS", "LPG", "NTS"}


def says_all() -> list[str]:
    """Return the sentences that readers are shown: of the register, claims and parties."""
    loaded = [load(name) for name in FLOWS]
    claims = [claim.sentence for one in loaded for claim in one.claims]
    parties = [party.name for one in loaded for party in one.flow.parties]
    return [*(one.says for one in REGISTER.values()), *claims, *parties]


def tag_of(id_: str) -> str:
    match REGISTER[id_]:
        case Clause():
            return "H"
        case Fact(tag=tag):
            return tag
        case Assumption():
            return "R"


def test_what_readers_meet_in_capitals_is_in_it() -> None:
    met = {word for says in says_all() for word in CAPITALS.findall(says)}

    assert {"DSP", "MPAS", "TABASC", "MPxN"} <= met
    assert met - ELSEWHERE - set(GLOSSARY) == set()
    assert met >= ELSEWHERE  # none is excused that nobody meets


def test_it_has_each_word_once() -> None:
    assert len(GLOSSARY) == len(WORDS)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.name)
def test_a_word_is_no_surer_than_what_says_it(word: Word) -> None:
    assert word.tag in TAGS
    assert set(SUREST) == set(TAGS)
    assert set(word.cites.split()) <= set(REGISTER)
    if not word.source:
        surest = min((tag_of(id_) for id_ in word.cites.split()), key=SUREST.index, default="R")
        assert SUREST.index(word.tag) >= SUREST.index(surest)


def test_the_page_is_written_from_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == glossary()
    assert Path(__file__).parents[2] / "GLOSSARY.md" == PAGE


def test_words_are_found_whole_and_in_the_plural() -> None:
    assert words_in("RDPs, the DSP's CSS; RECs and a RELIC, and the DSP") == (
        *("RDP", "DSP", "CSS", "REC"),
    )
    assert words_in("Network Parties, or a Network Party") == ("Network Party",)


def test_trace_tells_a_term_and_which_statements_name_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["dossier", "trace", "MPAS"])
    out = capsys.readouterr().out

    assert status == 0
    assert out.startswith("term MPAS: Metering Point Administration Service.")
    assert "B1.service Each distributor runs one MPAS" in " ".join(out.split())


def test_what_trace_tells_leads_to_the_terms_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["dossier", "trace", "B1.service"])

    assert "terms: MPAS, MRA; told by 'switchproof dossier trace MPAS'" in " ".join(
        capsys.readouterr().out.split()
    )


def test_a_term_is_never_taken_for_something_else_that_trace_names() -> None:
    kinds = {kind for kinds in NAMED.values() for kind in kinds}
    names = {use.name for use in covered_by_all().uses if use.kind in kinds}

    assert names
    assert not set(GLOSSARY) & {*names, *REGISTER}
