"""What a rule, duty or claim may cite: clauses, facts and assumptions, each with one id.

An id holds no space, since citations are written as ids with spaces between them, and it
names one source alone: `register` refuses anything else. A source is only words; what the
words mean is said by the rules that cite them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

TAGS = {
    "H": "read in a primary source or one near to it",
    "M": "read at second hand only",
    "R": "recalled, not verified",
    "D": "derived from other facts",
    "gap": "looked for and not found, or not read",
}
TREATMENTS = ("modelled", "recorded", "assumed", "claimed")

_ID = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose statements are clauses."""

    title: str
    year: int
    publisher: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement of the governing document; `treat` holds treatments, `note` says how or why."""

    id: str
    says: str
    treat: str
    note: str = ""

    @property
    def label(self) -> str:
        """Return how the clause is printed: its id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the domain, tagged with how well it is known (a key of `TAGS`)."""

    id: str
    tag: str
    says: str
    source: str = ""

    @property
    def label(self) -> str:
        """Return how the fact is printed: its id and tag."""
        return f"{self.id} [{self.tag}]"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken to hold that no text read says."""

    id: str
    says: str

    @property
    def label(self) -> str:
        """Return how the assumption is printed: its id."""
        return self.id


Source = Clause | Fact | Assumption


def register(*sources: Source) -> Mapping[str, Source]:
    """Return the sources by id; raise ValueError, naming it, for an id unfit or given twice."""
    found: dict[str, Source] = {}
    for source in sources:
        if not _ID.fullmatch(source.id):
            raise ValueError(f"'{source.id}' cannot be cited: letters and digits, joined by . or -")
        if source.id in found:
            raise ValueError(f"the register has '{source.id}' twice")
        found[source.id] = source
    return MappingProxyType(found)
