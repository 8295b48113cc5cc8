"""`dossier paper`: what it says, its tags, its tracked changes, and that it is the same each time.

What the cures do is made up here, and other findings are left out; `make soak` has all of it.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from switchproof.cli import main
from switchproof.deciding.decide import Task
from switchproof.deciding.keeping import kept_in
from switchproof.dossier.document import FINDINGS, ON_TEXT
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.findings.words import Instruction
from switchproof.dossier.paper import run, typeset, word
from switchproof.dossier.paper.front import FOR_DECISION, NOBODY, Issued
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.gathered import gathered as decided
from switchproof.dossier.paper.telling import amended
from switchproof.dossier.paper.tree import (
    Amendment,
    Block,
    Bullets,
    Head,
    Heading,
    Manner,
    Numbering,
    Paper,
    PaperFigure,
    PaperTable,
    Paragraph,
    Piece,
    bold,
    runs,
)
from switchproof.dossier.paper.whole import brief, whole
from switchproof.terminal.exits import AS_EXPECTED, WRONG
from switchproof.terminal.progress import Progress
from tests.dossier.papers import gathered
from tests.drawing.tags import Tag, tags
from tests.verdicts import FOLDER, row_of

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90pt" height="30pt" viewBox="0 0 90 30">'
    "<title>A line</title><desc>A line from A to B.</desc>"
    '<line x1="2" y1="9" x2="80" y2="9" stroke="#1A1F24"/></svg>'
)
NEW = ("new", Manner.ADDED)
ANNEX = "\nA The other findings"
MAIN_PAGES, BRIEF_PAGES = 12, 2


def small() -> Paper:
    blocks: list[Block] = [
        Heading("First"),
        Paragraph(["One, ", bold("two"), "."]),
        Bullets(["a", ["b ", bold("c")]]),
        PaperTable("Rows.", [Head("A", 30), Head("B", 130)], [["x", "y"], ["1", [bold("z")]]]),
        Heading("Within", 2),
        Amendment(["where ", Piece("old", Manner.REMOVED), " ", Piece("new", Manner.ADDED)]),
        PaperFigure(PICTURE, "A line."),
    ]
    facts = (("Paper", "7"), ("For", "decision"))
    made = Numbering().numbered(blocks)
    return Paper("Over", "A small paper", facts, made, "7", "status", date(2022, 7, 18))


@cache
def paper() -> Paper:
    return whole(gathered(), Issued())


@cache
def as_pdf() -> bytes:
    return typeset.pdf(paper())


@cache
def as_word() -> bytes:
    return word.docx(paper())


def tree(made: bytes) -> Tag:
    return tags(PdfReader(BytesIO(made)))


def bare(text: str) -> str:
    """Return a text without its spaces, and without the dots of lists."""
    return re.sub(r"[\s•]+", "", text)


def words_of(made: bytes) -> str:
    body = docx.Document(BytesIO(made)).element.body
    return "".join(one.text or "" for one in body.iter(qn("w:t"), qn("w:delText")))


class TestTags:
    def test_it_has_a_title_a_language_and_the_date_of_its_sources(self) -> None:
        reader = PdfReader(BytesIO(as_pdf()))

        assert reader.metadata is not None
        assert reader.metadata.title == paper().title
        assert reader.metadata.creation_date is not None
        assert reader.metadata.creation_date.date() == paper().dated
        root = reader.root_object
        assert str(root["/Lang"]) == "en-GB"
        for part, told in (("/MarkInfo", "/Marked"), ("/ViewerPreferences", "/DisplayDocTitle")):
            assert cast("DictionaryObject", root[part])[told]

    def test_each_figure_says_in_words_what_it_shows(self) -> None:
        alts = [one.alt for one in tree(as_pdf()).every() if one.name == "Figure"]

        assert alts == [one.alt for one in paper().blocks if isinstance(one, PaperFigure)]
        assert all(alts)

    def test_no_level_of_headings_is_left_out(self) -> None:
        names = [one.name for one in tree(as_pdf()).every()]
        levels = [int(name[1]) for name in names if re.fullmatch(r"H\d", name)]

        assert levels[0] == 1
        assert all(now - was <= 1 for was, now in pairwise(levels))
        assert len(levels) == sum(isinstance(one, Heading) for one in paper().blocks)

    def test_each_table_has_a_head_over_each_column(self) -> None:
        told = [one for one in tree(as_pdf()).every() if one.name == "Table"]
        shown = [one for one in paper().blocks if isinstance(one, PaperTable)]

        for tag, table in zip(told, shown, strict=True):
            heads = [one.text() for one in tag.every() if one.name == "TH"]
            assert heads == [column.head for column in table.columns]
            rows = [one for one in tag.every() if one.name == "TR"]
            assert len(rows) == len(table.rows) + 1

    def test_what_the_standard_does_not_allow_is_refused(self) -> None:
        with pytest.raises(Exception, match="alt"):
            typeset.pdf(
                whole_but(small(), PaperFigure(PICTURE.replace("A line from A to B.", ""), ""))
            )


def whole_but(one: Paper, last: PaperFigure) -> Paper:
    return Paper(
        one.over, one.title, one.facts, [*one.blocks, last], one.name, one.status, one.dated
    )


class TestWord:
    def test_it_has_the_text_of_the_pdf_in_the_order_in_which_that_is_read(self) -> None:
        assert bare(words_of(as_word())) == bare(tree(as_pdf()).text(without="Figure"))

    def test_each_figure_says_in_words_what_it_shows(self) -> None:
        body = docx.Document(BytesIO(as_word())).element.body
        alts = [one.get("descr") for one in body.iter(qn("wp:docPr"))]

        assert alts == [one.alt for one in paper().blocks if isinstance(one, PaperFigure)]

    def test_cures_are_tracked_changes_that_can_be_accepted_or_rejected(self) -> None:
        body = docx.Document(BytesIO(as_word())).element.body
        changes = [*body.iter(qn("w:ins")), *body.iter(qn("w:del"))]
        added = [
            one
            for block in paper().blocks
            if isinstance(block, Amendment)
            for one in runs(block.text)
            if one.manner is Manner.ADDED
        ]

        assert len({one.get(qn("w:id")) for one in changes}) == len(changes)
        inserted = ["".join(t.text for t in one.iter(qn("w:t"))) for one in body.iter(qn("w:ins"))]
        assert inserted == [one.words for one in added]
        assert len(inserted) >= FOR_DECISION

    def test_the_first_row_of_each_table_is_its_head(self) -> None:
        tables = docx.Document(BytesIO(as_word())).tables[1:]  # the first is no table of rows

        assert len(tables) == sum(isinstance(one, PaperTable) for one in paper().blocks)
        for table in tables:
            assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")

    def test_libreoffice_opens_it_and_finds_the_same_text(self, tmp_path: Path) -> None:
        office = shutil.which("soffice")
        if office is None:
            pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer")
        (tmp_path / "paper.docx").write_bytes(as_word())
        asked = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "paper.docx"]
        home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
        subprocess.run([office, home, *asked], cwd=tmp_path, check=True, capture_output=True)

        converted = (tmp_path / "paper.txt").read_text(encoding="utf-8-sig")
        assert bare(converted) == bare(words_of(as_word()))


class TestTheSameEachTime:
    def test_the_same_bytes_come_of_it_twice(self) -> None:
        assert typeset.pdf(whole(gathered(), Issued())) == as_pdf()
        assert word.docx(whole(gathered(), Issued())) == as_word()

    def test_and_in_another_folder_another_zone_and_with_other_hashes(self, tmp_path: Path) -> None:
        made = (typeset.pdf(small()), word.docx(small()))
        script = (
            "import hashlib, time; time.time = lambda: 4e9\n"
            "from tests.dossier.test_paper import small, typeset, word\n"
            "for one in (typeset.pdf(small()), word.docx(small())):\n"
            "    print(hashlib.sha256(one).hexdigest())"
        )
        house = str(Path(__file__).parents[2])
        given = {"PYTHONPATH": house, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "HOME": "/"}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env=given | {"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        )

        assert done.stdout.split() == [hashlib.sha256(one).hexdigest() for one in made]

    def test_one_font_is_in_it_and_no_time_of_the_clock(self) -> None:
        fonts = {
            font.get_object()["/BaseFont"].partition("+")[2].partition("-")[0]
            for page in PdfReader(BytesIO(as_pdf())).pages
            for font in cast("Any", page["/Resources"])["/Font"].values()
        }
        assert fonts == {"Arimo"}
        with ZipFile(BytesIO(as_word())) as held:
            assert {one.date_time for one in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}


class TestPages:
    def test_the_main_part_has_at_most_twelve(self) -> None:
        pages = [page.extract_text() for page in PdfReader(BytesIO(as_pdf())).pages]
        annex = next(n for n, text in enumerate(pages) if ANNEX in text)

        assert annex <= MAIN_PAGES

    def test_the_first_page_has_the_whole_decision(self) -> None:
        first = PdfReader(BytesIO(as_pdf())).pages[0].extract_text()

        for words in (
            "If nothing is done.",
            "How sure this is.",
            "What would change that.",
            "NOTE",
            "AGREE",
            "undecided",
            "Table 1.",
        ):
            assert words in first
        assert "section 7).\n" in first

    def test_what_is_left_open_is_said_on_it(self) -> None:
        left_open = row_of(Task("frozen", "a-freeze-can-still-end-in-the-change"))
        assert left_open["verdict"] is None
        flows = deepcopy(list(gathered().flows))
        flows[0]["claims"].append(left_open)
        found = replace(gathered(), flows=flows)

        for said, given in ((True, found), (False, gathered())):
            text = tree(typeset.pdf(brief(given, Issued()))).text()
            assert (left_open["sentence"].removesuffix(".") in text) is said

    def test_in_brief_it_has_two(self) -> None:
        made = brief(gathered(), Issued())

        assert len(PdfReader(BytesIO(typeset.pdf(made))).pages) == BRIEF_PAGES


class TestWhatItSays:
    def test_by_default_nobody_issues_it(self) -> None:
        text = tree(as_pdf()).text()

        assert text.startswith(NOBODY.capitalize())
        assert "none given" in text

    def test_what_whoever_issues_it_says_stands_in_it(self) -> None:
        issued = Issued("SECP_1", "1 December 2026", "the SEC Panel", "Green")
        text = tree(typeset.pdf(brief(gathered(), issued))).text()

        for said in ("SECP_1", "1 December 2026", "the SEC Panel is asked", "Green"):
            assert said in text or said.replace("the", "The") in text
        assert NOBODY not in text

    @pytest.mark.parametrize("word_", ["conformant", "conforms", "compliant with PDF", "certified"])
    def test_it_never_calls_itself_conformant(self, word_: str) -> None:
        assert word_ not in words_of(as_word())

    def test_each_finding_for_decision_is_told_with_its_run_and_its_cure(self) -> None:
        text = words_of(as_word())
        sequences = [
            one
            for one in paper().blocks
            if isinstance(one, PaperFigure) and "step by step" in one.caption
        ]

        told = [one for one in gathered().findings.told if one.runs]
        assert {one.caption.partition(":")[0] for one in sequences} == {
            title(one.finding.id) for one in told
        }
        for name in list(gathered().findings.numbers)[:FOR_DECISION]:
            assert f"{title(name)}" in text


class TestAmended:
    @pytest.mark.parametrize(
        ("replaces", "words", "looks"),
        [
            ("", "new", [NEW]),
            (
                "'old' (2.1)",
                "new",
                [("old", Manner.REMOVED), (" ", Manner.PLAIN), ("new", Manner.ADDED)],
            ),
            ("'old'", "old and new", [("old", Manner.PLAIN), (" and new", Manner.ADDED)]),
            ("'one' and 'two'", "new", [NEW]),
            ("the definition", "new", [NEW]),
        ],
    )
    def test_what_is_quoted_goes_and_what_is_new_comes(
        self, replaces: str, words: str, looks: list[tuple[str, Manner]]
    ) -> None:
        found = amended(Instruction("somewhere", words, replaces))

        assert [(run.words, run.manner) for run in runs(found)] == looks

    def test_accepted_the_words_are_those_of_the_cure(self) -> None:
        words = [cure.words for one in FINDINGS for cure in one.cures]
        words += [one.cure for one in ON_TEXT]

        for one in words:
            left = [run.words for run in runs(amended(one)) if run.manner is not Manner.REMOVED]
            assert "".join(left).strip() == one.words


class TestCommand:
    @pytest.fixture(autouse=True)
    def _found(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.chdir(tmp_path)
        found = gathered()
        monkeypatch.setattr("switchproof.dossier.paper.gathered.gathered", lambda *_, **__: found)

    def test_it_writes_both_files_and_says_where(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["dossier", "paper", "--brief", "--no-cache"])

        assert capsys.readouterr().out.split() == ["paper/paper.pdf", "paper/paper.docx"]
        assert Path("paper/paper.pdf").read_bytes() == typeset.pdf(brief(gathered(), Issued()))

    def test_where_one_cannot_be_made_none_is_written(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(_: Paper) -> bytes:
            raise KeyboardInterrupt

        monkeypatch.setattr("switchproof.dossier.paper.word.docx", fails)

        assert main(["dossier", "paper", "--brief", "--no-cache"]) != AS_EXPECTED
        assert not Path("paper").exists()

    def test_where_one_cannot_be_written_the_other_stays_as_it_was(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("paper/paper.docx").mkdir(parents=True)
        Path("paper/paper.pdf").write_text("as it was")

        assert main(["dossier", "paper", "--brief", "--no-cache"]) == WRONG
        assert Path("paper/paper.pdf").read_text() == "as it was"
        assert sorted(path.name for path in Path("paper").iterdir()) == ["paper.docx", "paper.pdf"]
        assert capsys.readouterr().err.count("\n") == 1

    def test_a_file_is_no_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("there").write_text("")

        assert main(["dossier", "paper", "--out", "there"]) == WRONG
        assert capsys.readouterr().err == "switchproof: there: is no folder; give another --out\n"

    @pytest.mark.parametrize(("module", "extra"), run.NEEDED.items())
    def test_without_its_extras_it_says_what_to_type(
        self,
        module: str,
        extra: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(run, "find_spec", lambda name: None if name == module else name)

        assert main(["dossier", "paper"]) == WRONG
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert f"extra '{extra}'" in said
        assert "pip install" in said


@pytest.fixture(scope="module")
def found() -> Gathered:
    with Progress("deciding") as progress, kept_in(FOLDER) as kept:
        return decided(600, progress, kept)


@pytest.mark.soak
class TestAllOfIt:
    """The paper as the command makes it."""

    def test_it_is_as_expected_and_fits(self, found: Gathered) -> None:
        made = typeset.pdf(whole(found, Issued()))
        pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]

        assert found.status == AS_EXPECTED
        assert next(n for n, text in enumerate(pages) if ANNEX in text) <= MAIN_PAGES
        assert "section 7).\n" in pages[0]
        assert len(PdfReader(BytesIO(typeset.pdf(brief(found, Issued())))).pages) == BRIEF_PAGES

    def test_word_has_the_text_of_the_pdf(self, found: Gathered) -> None:
        every = whole(found, Issued())

        assert bare(words_of(word.docx(every))) == bare(
            tree(typeset.pdf(every)).text(without="Figure")
        )

    def test_its_findings_have_the_numbers_of_the_kept_ones(self, found: Gathered) -> None:
        kept = re.findall(r"^## (\d+)\. (.*)$", Path("FINDINGS.md").read_text(), re.MULTILINE)
        told = re.findall(r"^Finding (\d+)\. (.*)$", "\n".join(headings(found)), re.MULTILINE)

        assert told == kept


def headings(found: Gathered) -> list[str]:
    blocks = whole(found, Issued()).blocks
    return [block.words for block in blocks if isinstance(block, Heading)]
