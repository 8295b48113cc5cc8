"""What a text that was not read would settle, and which question it would answer.

A name of what it settles that ends in a star stands for all that begin so and that no other text
names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.language.sources import Assumption, Clause, Fact, Force, Source

UNVERIFIED = ("R", "M", "gap")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, of whom it can be asked, what it would settle, and the parts of the SEC that it is.

    Of its parts it settles what the table of impacts says of them, and so the doubts on that.
    """

    name: str
    ask: str
    settles: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question, what it is about, and what is taken meanwhile; `assumed` are assumptions.

    `part` names the part of the SEC that would answer it, where what it is about does not tell.
    """

    id: str
    asks: str
    about: str
    meanwhile: str
    assumed: str = ""
    part: str = ""


def to_settle(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return what no text that was read in the original says: facts, assumptions, clauses."""
    found = []
    for one in sources:
        match one:
            case Fact(tag=tag) if tag in UNVERIFIED:
                found.append(one.id)
            case Assumption():
                found.append(one.id)
            case Clause(force=Force.ASSUMPTION):
                found.append(one.id)
    return tuple(found)


def settled_by(ids: Iterable[str], texts: Iterable[Text]) -> Mapping[str, list[Text]]:
    """Return for each id the texts that would settle it; a whole name goes before a star."""
    texts = tuple(texts)
    found = {}
    for id_ in ids:
        whole = [text for text in texts if id_ in text.settles.split()]
        begun = [text for text in texts if any(_begins(id_, n) for n in text.settles.split())]
        found[id_] = whole or begun
    return found


def _begins(id_: str, name: str) -> bool:
    return name.endswith("*") and id_.startswith(name[:-1])
