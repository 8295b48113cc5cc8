"""Under which names the members of a family in a log are read: suppliers of a case, as A and B.

A log knows suppliers by any names; a case has those of its own. They are taken in the order in
which they appear, and called as the members of the flow in some order. A case conforms if it does
under one of the orders that a monitor names: others are read as the same, or as nothing at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from properties.analyses.monitor.monitor import NONE, Letter

Table = Sequence[Sequence[int]]
Names = tuple[str, ...]


def members_of(letters: Sequence[Letter]) -> Names:
    """Return the members whose letters there are, in the order of the letters."""
    return tuple(dict.fromkeys(one.member for one in letters if one.member is not None))


def namings(letters: Sequence[Letter], table: Table, start: int) -> tuple[Names, ...]:
    """Return in which orders members may be named as they appear, from a state on."""
    members, found = members_of(letters), list[Names]()
    for order in permutations(members):
        alike = any(_same(letters, table, start, _swap(one, order)) for one in found)
        if not alike and (not members or order[0] in _first_named(letters, table, start)):
            found.append(order)
    return tuple(found) or ((),)


def _swap(one: Names, other: Names) -> Mapping[str | None, str | None]:
    return {None: None, **dict(zip(one, other, strict=True))}


def _same(
    letters: Sequence[Letter], table: Table, start: int, new: Mapping[str | None, str | None]
) -> bool:
    """Tell whether the same is accepted from a state where members have other names."""
    numbers = {letter: n for n, letter in enumerate(letters)}
    swapped = [numbers.get(_renamed(letter, new), NONE) for letter in letters]
    if NONE in swapped:
        return False
    met, waiting = {(start, start)}, [(start, start)]
    while waiting:
        one, other = waiting.pop()
        for letter, there in enumerate(swapped):
            after = table[one][letter], table[other][there]
            if (after[0] == NONE) != (after[1] == NONE):
                return False
            if NONE not in after and after not in met:
                met.add(after)
                waiting.append(after)
    return True


def _renamed(letter: Letter, new: Mapping[str | None, str | None]) -> Letter:
    facts = tuple((name, new.get(v, v) if isinstance(v, str) else v) for name, v in letter.facts)
    return Letter(letter.event, letter.actor, new[letter.member], facts, letter.scope)  # type: ignore[arg-type]


def _first_named(letters: Sequence[Letter], table: Table, start: int) -> set[str]:
    """Return the members of whom something can be seen before it is of any other."""
    met, waiting, found = {start}, [start], set[str]()
    while waiting:
        row = table[waiting.pop()]
        for letter, to in zip(letters, row, strict=True):
            if to != NONE and letter.member is not None:
                found.add(letter.member)
            elif to != NONE and to not in met:
                met.add(to)
                waiting.append(to)
    return found


def renamed_in(case: Sequence[str], order: Names) -> Iterator[str]:
    """Yield the member that each of a case's own names is; raises KeyError where it has more."""
    known: dict[str, str] = {}
    for name in case:
        if name not in known:
            if len(known) == len(order):
                raise KeyError(name)
            known[name] = order[len(known)]
        yield known[name]
