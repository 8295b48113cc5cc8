"""A monitor as data: letters, a table from state to state, and words for what is wrong.

It accepts all that a metering point can show at the interface, with any number of points and
providers; what it refuses, no point can show. States and letters are numbers from 0; a table has
a row for each state with an entry for each letter.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

NONE = -1  # no state, or no refusal
EQUALS = "equals the flow of one point"
ACCEPTS_MORE = "accepts all that one point can show in every number, and more"


@dataclass(frozen=True)
class Letter:
    """What a row must be to be this letter: event, acting party, member, and facts at its time.

    Of a family `member` says whose event it is. `facts` holds each dated fact, or attribute of
    the row, that the event asks, with its value in words or as a truth.
    """

    event: str
    actor: str
    member: str | None = None
    facts: tuple[tuple[str, bool | str], ...] = ()
    scope: str = "point"


@dataclass(frozen=True)
class OwedDuty:
    """A duty with who owes it, who performs it, and its clauses.

    `deadline` is the event at which it is late, and `reading` says how the text is read. `certain`
    tells whether it is so in every view that a state stands for, or else only in some.
    """

    duty: str
    party: str
    performer: str
    clause: str
    reading: str
    deadline: str = ""
    certain: bool = True


@dataclass(frozen=True)
class RefusedLetter:
    """Why a letter cannot happen: each guard that refuses, in words, and each duty in question.

    All duties are listed, and none is picked. Where there is none, `duties` is empty: the rules
    refuse it, and no duty that is read forbids it.
    """

    guards: tuple[str, ...]
    duties: tuple[OwedDuty, ...] = ()


@dataclass(frozen=True)
class StateMeaning:
    """The views that a state stands for: some of them in words, and how many there are."""

    count: int
    views: tuple[str, ...]


@dataclass(frozen=True)
class Monitor:
    """An automaton with its letters, and for each state what it means.

    A life that is seen from its beginning starts at `first`; one that began before the log, at
    each of `starts`. `refused` has for each state and letter the number of the refusal in
    `refusals`, or -1 where the letter can happen; `breaches` has for a letter the duties that
    it breaches though it can happen. `dropped` says what the automaton does not see. `namings`
    are the orders in which the members of a case may be named as they appear (`naming.py`), of a
    life seen from its beginning, and of one that began before.
    """

    flow: str
    interface: str
    letters: tuple[Letter, ...]
    table: tuple[tuple[int, ...], ...]
    first: int
    starts: tuple[int, ...]
    members: tuple[StateMeaning, ...]
    refusals: tuple[RefusedLetter, ...]
    refused: tuple[tuple[int, ...], ...]
    waits: tuple[tuple[OwedDuty, ...], ...]
    breaches: tuple[tuple[OwedDuty, ...], ...]
    dropped: tuple[str, ...]
    all_numbers: str
    namings: tuple[tuple[str, ...], ...] = ((),)
    namings_begun: tuple[tuple[str, ...], ...] = ((),)

    @cached_property
    def expected(self) -> tuple[tuple[int, ...], ...]:
        """Return for each state the letters that can happen next."""
        return tuple(tuple(n for n, to in enumerate(row) if to != NONE) for row in self.table)

    @cached_property
    def digest(self) -> str:
        """Return the hash of all that the monitor says."""
        return sha256(self.to_json().encode()).hexdigest()

    def refusal(self, state: int, letter: int) -> RefusedLetter | None:
        """Return why a letter cannot happen in a state, or None where it can."""
        number = self.refused[state][letter]
        return None if number == NONE else self.refusals[number]

    def accepts(self, word: Sequence[int], *, began_before: bool = False) -> bool:
        """Tell whether letters can be seen in this order; of a life that may have begun before."""
        states = set(self.starts) if began_before else {self.first}
        for letter in word:
            states = {self.table[state][letter] for state in states} - {NONE}
        return bool(states)

    def to_json(self) -> str:
        """Return it as text, the same for the same monitor."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Monitor":
        """Return the monitor of a text; raises ValueError where it is none."""
        try:
            return cls(**_read(json.loads(text)))
        except (KeyError, TypeError, AttributeError) as wrong:
            raise ValueError(f"this is no monitor ({wrong})") from wrong


def _read(told: dict[str, Any]) -> dict[str, Any]:
    facts = [tuple((name, value) for name, value in one["facts"]) for one in told["letters"]]
    letters = zip(told["letters"], facts, strict=True)
    return {
        **told,
        "letters": tuple(Letter(**{**one, "facts": some}) for one, some in letters),
        "table": tuple(map(tuple, told["table"])),
        "starts": tuple(told["starts"]),
        "members": tuple(
            StateMeaning(one["count"], tuple(one["views"])) for one in told["members"]
        ),
        "refusals": tuple(
            RefusedLetter(tuple(one["guards"]), _owed(one["duties"])) for one in told["refusals"]
        ),
        "refused": tuple(map(tuple, told["refused"])),
        "waits": tuple(map(_owed, told["waits"])),
        "breaches": tuple(map(_owed, told["breaches"])),
        "dropped": tuple(told["dropped"]),
        "namings": tuple(map(tuple, told["namings"])),
        "namings_begun": tuple(map(tuple, told["namings_begun"])),
    }


def _owed(told: list[dict[str, Any]]) -> tuple[OwedDuty, ...]:
    return tuple(OwedDuty(**one) for one in told)
