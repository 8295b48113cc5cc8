"""What a rule, duty or claim may cite: clauses, facts and assumptions, each with one id.

An id holds no space, since citations are written as ids with spaces between them, and it
names one source alone: `register` refuses anything else. A source is only words; what the
words mean is said by the rules that cite them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from types import MappingProxyType

from model.language.errors import IllFormed, here
from model.language.given import called, check_texts, shown

TAGS = {
    "H": "read in a primary source or one near to it",
    "M": "read at second hand only",
    "R": "recalled, not verified",
    "D": "derived from other facts",
    "gap": "looked for and not found, or not read",
}
TREATMENTS = ("modelled", "recorded", "assumed", "claimed")

NORMALISER = "n1"  # the version of the rules that a fingerprint is made by
DIGITS = 16

_ID = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")


class Force(Enum):
    """What a statement does, and so what must answer to it in the model."""

    RULE = "rule"
    DEFINITION = "definition"
    REFERENCE = "reference"
    PLAN = "plan"
    REASON = "reason"
    ASSUMPTION = "assumption"


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose statements are clauses."""

    title: str
    year: int
    publisher: str
    edition: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, by fingerprint: the clauses that rest on it, or why none does.

    `normative` tells whether it has a word that says what is to be, and `qualifiers` names the
    words that narrow or weaken it.
    """

    fingerprint: str
    place: str
    ids: str = ""
    skipped: str = ""
    normative: bool = False
    page: int = 0
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement of the governing document; `treat` holds treatments, `note` says how or why.

    `terms` are the words that it brings in, `retired` the codes that it puts out of use, and
    `tensions` the clauses that it does not go well with. `exempt` says why it has not all that
    its force needs. `drops` names qualifiers of its sentences that it leaves out, and after a colon
    says why. `tried` are the claims, each after its flow and a colon, that were looked at before it
    was only recorded. `reviewed` is the fingerprint under which somebody last read the entry.
    """

    id: str
    says: str
    treat: str
    note: str = ""
    force: Force = Force.RULE
    terms: str = ""
    retired: str = ""
    tensions: str = ""
    exempt: str = ""
    drops: str = ""
    tried: str = ""
    reviewed: str = ""
    document: Document | None = None
    sentences: tuple[Sentence, ...] = ()

    def __post_init__(self) -> None:
        where = called("clause", self.id)
        check_texts(self, where, None)
        for word in self.treat.split(", "):
            if word not in TREATMENTS:
                message = f"{where}: '{word}' is no treatment; take of {', '.join(TREATMENTS)}"
                raise IllFormed(message, here().at(self, "treat"))

    @property
    def label(self) -> str:
        """Return how the clause is printed: its id."""
        return self.id

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of its sentences, its force and its treatment together."""
        rests_on = (sentence.fingerprint for sentence in self.sentences)
        return digest(*rests_on, self.force.value, self.treat)

    @property
    def suspect(self) -> bool:
        """Tell whether its text, force or treatment has changed since somebody read it."""
        return bool(self.sentences) and self.reviewed != self.fingerprint


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the domain, tagged with how well it is known (a key of `TAGS`)."""

    id: str
    tag: str
    says: str
    source: str = ""

    def __post_init__(self) -> None:
        where = called("fact", self.id)
        check_texts(self, where, None)
        if self.tag not in TAGS:
            message = f"{where}: its tag is one of {', '.join(TAGS)}, not {shown(self.tag)}"
            raise IllFormed(message, here().at(self, "tag"))

    @property
    def label(self) -> str:
        """Return how the fact is printed: its id and tag."""
        return f"{self.id} [{self.tag}]"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken to hold that no text read says."""

    id: str
    says: str

    def __post_init__(self) -> None:
        check_texts(self, called("assumption", self.id), None)

    @property
    def label(self) -> str:
        """Return how the assumption is printed: its id."""
        return self.id


Source = Clause | Fact | Assumption


def digest(*parts: str) -> str:
    """Return a readable length of the hash of some strings and of the normaliser's version."""
    return sha256("\x1f".join((NORMALISER, *parts)).encode()).hexdigest()[:DIGITS]


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
