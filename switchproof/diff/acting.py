"""Who may act on a breach, in words: with what holds meanwhile, or only how it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from model.language.remedies import Availability
from switchproof.diff.duties import NEW
from switchproof.diff.format import OwingRow, RecourseRow, StandRow

UNKNOWN = Availability.UNREAD.value
NONE, NO_DUTY = "not named", "no duty"


def is_shifted(row: OwingRow) -> bool:
    """Tell whether who may act on a breach is not as it was, of a duty that is in both."""
    both = row["before"] and row["after"]
    return bool(both) and any(one["before"] != one["after"] for one in row["recourse"])


def how_many(rows: Sequence[OwingRow]) -> str:
    """Return of how many duties who may act is as it was."""
    on = [row for row in rows if row["before"] and row["after"]]
    same = sum(not is_shifted(row) for row in on)
    if not on:
        return "no duty goes on"
    return f"as it was for {same} of the {len(on)} duties that go on"


def on_a_screen(rows: Sequence[OwingRow]) -> Iterator[str]:
    """Yield what shifts where a duty goes on, and how it stands with the new ones."""
    shifted = [row for row in rows if is_shifted(row)]
    groups: dict[tuple[str, ...], list[str]] = {}
    for row in shifted:
        told = [_short(one) for one in row["recourse"] if _in_short(one, "before", "after")]
        groups.setdefault(tuple(told), []).append(_name(row))
    for lines, names in groups.items():
        yield f"{'; '.join(names)}: {'; '.join(lines) or 'only while what holds'}"
    yield from _of_new([row for row in rows if row["verdict"] == NEW])


def _of_new(rows: Sequence[OwingRow]) -> Iterator[str]:
    found: dict[str, Counter[str]] = {}
    for row in rows:
        for one in row["recourse"]:
            found.setdefault(one["name"], Counter())[_stands(one["after"])] += 1
    told = [
        f"{name}: {', '.join(f'{how} of {count}' for how, count in of.items())}"
        for name, of in found.items()
        if set(of) != {UNKNOWN}
    ]
    if told:
        yield f"of the {len(rows)} new duties, {'; '.join(told)}"


def in_full(rows: Iterable[OwingRow]) -> dict[str, list[str]]:
    """Return how each remedy stands before and after, with the duties of which it is so."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for one in row["recourse"]:
            found.setdefault(_whole(row, one), []).append(_name(row))
    return found


def _name(row: OwingRow) -> str:
    last = row["after"] or row["before"]
    assert last is not None
    return last["name"]


def _in_short(one: RecourseRow, *sides: str) -> bool:
    """Tell whether it stands otherwise, whatever holds meanwhile."""
    return len({_stands(one[side]) for side in sides}) > 1  # type: ignore[literal-required]


def _short(one: RecourseRow) -> str:
    stands = f"{_stands(one['before'])} -> {_stands(one['after'])}"
    return f"{one['name']}, by {one['by']}: {stands} ({', '.join(one['cites'])})"


def _stands(found: Sequence[StandRow]) -> str:
    return " or ".join(dict.fromkeys(one["availability"] for one in found)) or NONE


def _whole(row: OwingRow, one: RecourseRow) -> str:
    was = _while(one["before"]) if row["before"] else NO_DUTY
    now = _while(one["after"]) if row["after"] else NO_DUTY
    stands = was if was == now else f"{was} -> {now}"
    return f"{one['name']}, by {one['by']}: {stands} ({', '.join(one['cites'])})"


def _while(found: Sequence[StandRow]) -> str:
    told = []
    for one in found:
        meanwhile = f" while {one['while_']}" if one["while_"] else ""
        why = f", since {one['why']}" if one["why"] else ""
        told.append(f"{one['availability']}{meanwhile}{why}")
    return "; ".join(dict.fromkeys(told)) or NONE
