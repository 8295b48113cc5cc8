"""A paper as a small tree, from which the PDF and the Word file are both made.

Numbers of sections, paragraphs, figures and tables are part of the tree, so that they are the same
in both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias
from xml.etree import ElementTree as ET

from diagrams.canvas import NAMESPACE


class Manner(Enum):
    """How words stand; what is added or removed is a change tracked in Word."""

    PLAIN = "plain"
    BOLD = "bold"
    SOFT = "soft"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in one way."""

    words: str
    manner: Manner = Manner.PLAIN


Text: TypeAlias = str | Sequence[str | Piece]


def runs(text: Text) -> tuple[Piece, ...]:
    """Return a text as runs."""
    parts = (text,) if isinstance(text, str) else text
    return tuple(part if isinstance(part, Piece) else Piece(part) for part in parts)


def bold(words: str) -> Piece:
    """Return the words in bold."""
    return Piece(words, Manner.BOLD)


@dataclass(frozen=True)
class Heading:
    """A heading; `level` is 1 or 2, and a second level has its own number in its words."""

    words: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, numbered where it may be referred to."""

    text: Text
    number: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: Sequence[Text]


@dataclass(frozen=True)
class Head:
    """The head of a column, and how wide it is in mm."""

    head: str
    wide: float


@dataclass(frozen=True)
class PaperTable:
    """A table, with its caption above."""

    caption: str
    columns: Sequence[Head]
    rows: Sequence[Sequence[Text]]
    number: str = ""


@dataclass(frozen=True)
class PaperFigure:
    """A picture with its caption below; what it shows is told in words by the picture itself."""

    svg: str
    caption: str
    number: str = ""

    @property
    def alt(self) -> str:
        """Return what it shows, in words."""
        return ET.fromstring(self.svg).findtext(f"{{{NAMESPACE}}}desc", "")  # noqa: S314  # our own


@dataclass(frozen=True)
class Amendment:
    """Words to be written, with what of them is added and what goes."""

    text: Text


@dataclass(frozen=True)
class Break:
    """A new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | PaperTable | PaperFigure | Amendment | Break


@dataclass(frozen=True)
class Paper:
    """A whole paper: what stands over its title, its title, what it says of itself, its blocks.

    `name` stands at the head of each page but the first, and `status` at the foot of each; it is
    `dated` by the last of its sources.
    """

    over: str
    title: str
    facts: Sequence[tuple[str, str]]
    blocks: Sequence[Block]
    name: str
    status: str
    dated: date


@dataclass
class Numbering:
    """Gives sections, paragraphs, figures and tables their numbers, in order."""

    letters: bool = False
    section: int = 0
    paragraph: int = 0
    counts: dict[str, int] = field(default_factory=lambda: {"Figure": 0, "Table": 0})

    def numbered(self, blocks: Sequence[Block]) -> list[Block]:
        """Return the blocks with numbers; a paragraph that begins with none is left as it is."""
        return [self._one(block) for block in blocks]

    def _one(self, block: Block) -> Block:
        match block:
            case Heading(words, 1):
                self.section, self.paragraph = self.section + 1, 0
                return Heading(words, 1, self._here)
            case Paragraph(text):
                self.paragraph += 1
                return Paragraph(text, f"{self._here}.{self.paragraph}")
            case PaperFigure(svg, caption):
                return PaperFigure(svg, caption, self._next("Figure"))
            case PaperTable(caption, columns, rows):
                return PaperTable(caption, columns, rows, self._next("Table"))
        return block

    @property
    def _here(self) -> str:
        return chr(ord("A") + self.section - 1) if self.letters else str(self.section)

    def _next(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{kind} {self.counts[kind]}"
