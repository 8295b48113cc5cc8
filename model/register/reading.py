"""Read a text as numbered sentences with fingerprints, so that an edition is compared unquoted.

A fingerprint is of the sentence without case, spaces, dashes and quotes, so that a new layout
of the same words changes nothing. Furniture of pages is left out. A row of a table is its cells,
each cut into its items and read with the row's label, since two rows may ask for the same thing.
Lines without words, several in a row, are the end of a page. A change of these rules needs a new
`NORMALISER`, which is part of every fingerprint.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from model.language.sources import digest
from model.register.qualifiers import qualifiers

NORMATIVE = re.compile(
    r"\b(must|shall|will|may|should|cannot|can|needs?|needed|oblig\w+|require\w*|ensur\w+|bound"
    r"|binding|compl(y|ies|iance)|responsib\w+|placed?|remains?|assum\w+|intended|treated"
    r"|tie|entitled|permitted|prohibited)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\s*(page \d+ of \d+|administered by|classification:?.*)?\s*", re.IGNORECASE
)
_PAGE_ENDS = 3  # lines without words in a row; between paragraphs there is one
_HEADING = re.compile(r"(\d+(?:\.\d+)*)\.?\s+[^.]{1,80}")
_ENDS = re.compile(r"(?<=[.:?!])\s+(?=[^a-z\s])")
# Words that open an item of a table cell; an edition may have lost its bullets.
_OPENS = re.compile(
    r"\s+(?=(?:Adding|Add|Amend|Creating|Create|Definitions|Detail|Ensure|Introduce|Mirror"
    r"|Obligation|Recognise|References?|Remove|Separate|Transferring|Transfer|Update)\b)"
)
_PART = re.compile(r"\w+ \w+")
_LEFT_OUT = re.compile(r"[\s\u2010-\u2015\u2022\u00ad\uf000-\uf0ff\"'\u2018-\u201f`-]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence as it was read, where it stands, and whether it says what is to be.

    `page` is the one on which its paragraph begins.
    """

    text: str
    place: str
    fingerprint: str
    normative: bool
    page: int

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Return the qualifiers that it has."""
        return qualifiers(self.text)


def fingerprint(*parts: str) -> str:
    """Return the fingerprint of words, whatever their case, spaces, dashes and quotes."""
    return digest(*(_LEFT_OUT.sub("", unicodedata.normalize("NFKC", p).lower()) for p in parts))


def read(text: str) -> tuple[Heard, ...]:
    """Return the sentences of a text in their order, headings and rows of tables among them."""
    found: list[Heard] = []
    section, paragraph = "title", 0
    for page, block in _blocks(text):
        heading = _HEADING.fullmatch(block)
        if "\t" in block:
            found += _row(page, section, block)
        elif heading:
            section, paragraph = heading[1], 0
            mark = fingerprint(block)
            found.append(Heard(block, f"{section}, heading", mark, normative=False, page=page))
        else:
            paragraph += 1
            found += _prose(page, f"{section}, paragraph {paragraph}", block)
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield headings, rows and paragraphs by page; one that a page cuts in two is one paragraph."""
    open_: list[str] = []
    began = 1
    for page, line in _lines(text):
        whole = "\t" in line or _HEADING.fullmatch(line.strip())
        if whole and open_:
            yield began, " ".join(open_)
            open_ = []
        if whole:
            yield page, line.strip()
            continue
        began = began if open_ else page
        open_.append(line.strip())
        if line.rstrip().endswith((".", ":", "?", "!")):
            yield began, " ".join(open_)
            open_ = []
    if open_:
        yield began, " ".join(open_)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that have words, each with its page."""
    page, bare = 1, 0
    for line in text.strip().splitlines():
        if _FURNITURE.fullmatch(line):
            bare += 1
            continue
        page += bare >= _PAGE_ENDS
        bare = 0
        yield page, line


def _prose(page: int, place: str, paragraph: str) -> Iterator[Heard]:
    for number, said in enumerate(_ENDS.split(paragraph), 1):
        normative = bool(NORMATIVE.search(said))
        yield Heard(said, f"{place}, sentence {number}", fingerprint(said), normative, page)


def _row(page: int, section: str, row: str) -> Iterator[Heard]:
    """Yield the items of a row; each says what is to be, since the table lists changes."""
    label, *cells = row.split("\t")
    part = match[0] if (match := _PART.match(label.strip())) else label.strip()
    items = [one for cell in cells for said in _ENDS.split(cell) for one in _OPENS.split(said)]
    for number, said in enumerate(filter(None, map(str.strip, items)), 1):
        place = f"{section}, {part}, item {number}"
        yield Heard(said, place, fingerprint(label, said), normative=True, page=page)
