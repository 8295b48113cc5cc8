"""Duties before and after: which goes on as which, and in what it is not the same.

A duty goes on as the one that succeeds it, whatever that is called, and as the one of its name;
of the others one goes on as another where they alone are of one matter about one thing. One that
has ended is no duty of a flow.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from model.language.duties import Consequence, Duty
from model.language.flow import Flow
from properties.engine.packets.export import tree
from switchproof.diff.format import DutySideRow, OwingRow
from switchproof.diff.recourse import recourse

SUCCEEDS, BY_NAME, BY_MATTER = "it succeeds it", "by name", "by matter"
KEPT, MOVED, CHANGED, NEW, GONE = "kept", "moved", "changed", "new", "gone"
OBLIGOR = "obligor"
Told = Callable[[Duty], object]


class GoesOn(NamedTuple):
    """A duty before and after; nothing stands where there is none."""

    before: Duty | None
    after: Duty | None
    matched: str | None = None


def standard(duty: Duty) -> str:
    """Return what the obligor has to do about it, and what excuses it."""
    excused = "whatever stands in the way" if duty.strict else "unless it is barred"
    return f"{duty.how.value}, {excused}"


def agent(duty: Duty) -> str | None:
    """Return who performs it for the obligor, if anybody does."""
    return duty.performer.name if duty.by_agent else None


WHO: Mapping[str, Told] = {
    OBLIGOR: lambda duty: duty.obligor.name,
    "standard": standard,
    "agent": agent,
    "beneficiary": lambda duty: duty.beneficiary.name,
    "instrument": lambda duty: duty.instrument,
    "matter": lambda duty: (duty.matter, duty.about),
    "recipient": lambda duty: duty.delivered_to,
}
WHEN: Mapping[str, Told] = {
    "when it is in force": lambda duty: tree(duty.in_force),
    "when something is owed": lambda duty: tree(duty.outstanding),
    "what performs it": lambda duty: (_names(duty.performed_by), tree(duty.performed_when)),
    "what breaks it": lambda duty: _names(duty.breached_by),
    "its deadline": lambda duty: str(duty.deadline),
    "what bars or suspends it": lambda duty: (tree(duty.barred), tree(duty.suspended_while)),
    "what follows a breach": lambda duty: _following(duty.consequence),
    "its clauses": lambda duty: duty.cites.split(),
}


def pairs(before: Flow, after: Flow) -> list[GoesOn]:
    """Return each duty before with what it goes on as, and then what is new."""
    old, new = ([d for d in flow.duties if not d.ends] for flow in (before, after))
    heirs = _heirs(old, new) | {(o, n) for n, o in _heirs(new, old)}
    found = [GoesOn(o, n, how) for o in old for n in new if (how := _linked(o, n, heirs))]
    found += _by_matter(_without(old, found), _without(new, found))
    found += [GoesOn(o, None) for o in _without(old, found)]
    places = {id(duty): n for n, duty in enumerate(old)}
    found.sort(key=lambda pair: places[id(pair.before)])
    return [*found, *(GoesOn(None, n) for n in _without(new, found))]


def _heirs(here: Sequence[Duty], there: Sequence[Duty]) -> set[tuple[str, str]]:
    """Return by name who succeeds a duty there; one that is here as well goes on as itself."""
    mine = {duty.name for duty in here}
    new = [duty for duty in there if duty.name not in mine]
    return {(duty.succeeds.name, duty.name) for duty in new if duty.succeeds}


def _linked(old: Duty, new: Duty, heirs: set[tuple[str, str]]) -> str | None:
    if (old.name, new.name) in heirs:
        return SUCCEEDS
    return BY_NAME if old.name == new.name else None


def _by_matter(old: Sequence[Duty], new: Sequence[Duty]) -> list[GoesOn]:
    def of(duties: Sequence[Duty], like: Duty) -> list[Duty]:
        return [d for d in duties if (d.matter, d.about) == (like.matter, like.about)]

    alone = [one for one in old if len(of(old, one)) == len(of(new, one)) == 1]
    return [GoesOn(one, of(new, one)[0], BY_MATTER) for one in alone]


def _without(duties: Sequence[Duty], found: Sequence[GoesOn]) -> list[Duty]:
    there = [duty for pair in found for duty in pair[:2]]
    return [duty for duty in duties if not any(duty is one for one in there)]


def owing_rows(before: Flow, after: Flow) -> Iterator[OwingRow]:
    """Yield each duty before and after, with who may act on its breach."""
    ended = {d.name: d.ends.split() for d in (*before.duties, *after.duties) if d.ends}
    for pair in pairs(before, after):
        was, now, _ = pair
        changed = [name for name, told in WHO.items() if was and now and told(was) != told(now)]
        others = [name for name, told in WHEN.items() if was and now and told(was) != told(now)]
        yield {
            "verdict": _verdict(pair, changed),
            "before": owed_row(was) if was else None,
            "after": owed_row(now) if now else None,
            "matched": pair.matched,
            "changed": changed,
            "otherwise": others,
            "ended": ended.get(was.name, []) if was else [],
            "recourse": recourse(was, now),
        }


def _verdict(pair: GoesOn, changed: Sequence[str]) -> str:
    if pair.before is None:
        return NEW
    if pair.after is None:
        return GONE
    return MOVED if OBLIGOR in changed else CHANGED if changed else KEPT


def owed_row(duty: Duty) -> DutySideRow:
    """Return a duty as a row."""
    return {
        "name": duty.name,
        "matter": duty.matter,
        "about": duty.about,
        "obligor": duty.obligor.name,
        "standard": standard(duty),
        "agent": agent(duty),
        "beneficiary": duty.beneficiary.name,
        "instrument": duty.instrument,
        "delivered_to": duty.delivered_to or None,
        "cites": duty.cites.split(),
    }


def _names(events: Sequence[object]) -> list[str]:
    return [str(event) for event in events]


def _following(what: Consequence | None) -> object:
    return what and (str(what.power), what.duty, what.unread)
