"""What a term is: its uses, each in a sense, and what a text says of its meaning; and a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Sense(Enum):
    """As what a term is used."""

    BODY = "body"
    SERVICE = "service"
    SYSTEM = "system"
    DOCUMENT = "document"
    ROLE = "role"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says of what a term means, and the terms that it says it by.

    `does` is what whoever bears the term must be or do, where the meaning asks for that.
    """

    cites: str
    says: str
    by: tuple[str, ...] = ()
    does: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its uses: for each sense the statements that use it so.

    `bearers` are those that it should cover after the change, each with what it then is and does.
    """

    name: str
    uses: Mapping[Sense, str]
    meanings: tuple[Meaning, ...] = ()
    bearers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the statements that use it, in whichever sense."""
        return tuple(dict.fromkeys(id_ for ids in self.uses.values() for id_ in ids.split()))


@dataclass(frozen=True, slots=True)
class Word:
    """An abbreviation, or a name that needs one: what it stands for, and a sentence on it.

    `tag` is how well it is known (a key of `TAGS`), `cites` the ids of the register that say it,
    and `source` a text that does; where neither does, it is recalled.
    """

    name: str
    long: str
    says: str
    tag: str
    cites: str = ""
    source: str = ""


_NAME = re.compile(r"[A-Z]{3,}(?:/[A-Z]{3,})?(?=s?\b)")


def named(says: str) -> tuple[str, ...]:
    """Return the capital terms that a caption names, each once, of one number."""
    return tuple(dict.fromkeys(_NAME.findall(says)))
