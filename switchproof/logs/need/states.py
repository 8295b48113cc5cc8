"""A monitor as it is printed: what it does not see, its letters, and what each state means."""

from collections.abc import Iterator
from textwrap import wrap

from model.language.words import counted
from properties.analyses.monitor.compiled import Compiled
from properties.analyses.monitor.monitor import Letter, Monitor, OwedDuty

WIDTH = 100


def states(made: Compiled) -> Iterator[str]:
    """Yield the lines of a monitor."""
    said = made.monitor
    size = f"{counted(len(said.table), 'state')} and {counted(len(said.letters), 'letter')}"
    yield f"\nThe monitor has {size}. It {said.all_numbers}."
    yield from _wrapped("  ", [made.more] if made.more else [])
    yield f"  Its digest is {said.digest}."
    yield "\nIt does not see:"
    for one in said.dropped:
        yield from _wrapped("  ", [one])
    yield "\nLetters:"
    for number, letter in enumerate(said.letters):
        yield from _wrapped(f"  {number}: ", [in_words(letter)])
    yield "\nStates; each stands for all views in which the point may then be:"
    for number in range(len(said.table)):
        yield from _state(said, number)


def in_words(letter: Letter) -> str:
    """Return a letter as one line."""
    whose = f" ({letter.member})" if letter.member else ""
    facts = [name if value is True else f"{name}: {_value(value)}" for name, value in letter.facts]
    told = f", while {'; '.join(facts)}" if facts else ""
    return f"{letter.event}{whose}, by {letter.actor}{told}"


def _value(value: bool | str) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"


def _state(said: Monitor, number: int) -> Iterator[str]:
    means, owed = said.members[number], dict.fromkeys(map(_owed, said.waits[number]))
    first = ", where a life begins" if number == said.first else ""
    begun = ", where one began before the log" if number in said.starts else ""
    yield f"  {number}{first}{begun}: {counted(means.count, 'view')}, such as"
    yield from _wrapped("    ", means.views[:1])
    after = [f"{n} to {said.table[number][n]}" for n in said.expected[number]]
    yield from _wrapped("    letters: ", after or ["none"])
    yield from _wrapped("    owed: ", list(owed))


def _owed(one: OwedDuty) -> str:
    return one.duty if one.certain else f"{one.duty} (in some of them)"


def _wrapped(first: str, words: list[str] | tuple[str, ...]) -> Iterator[str]:
    yield from wrap("; ".join(words), WIDTH, initial_indent=first, subsequent_indent=" " * 6)
