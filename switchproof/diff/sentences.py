"""What the screen, the whole text and the Markdown say in the same words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from switchproof.diff.behaviours import ALIKE, LEFT_OUT, PARTED
from switchproof.diff.duties import CHANGED, GONE, KEPT, MOVED, NEW
from switchproof.diff.format import (
    ClaimChangeRow,
    DiffReport,
    DutySideRow,
    MachineChangeRow,
    OwingRow,
    SeenRow,
)
from switchproof.diff.rules import AFTER, BEFORE, BOTH

OF_DUTIES = (MOVED, CHANGED, NEW, GONE, KEPT)
IN = {  # what a change of a duty is called, and where its row says it
    "obligor": "obligor",
    "standard": "standard",
    "agent": "agent",
    "beneficiary": "beneficiary",
    "instrument": "instrument",
    "recipient": "delivered_to",
}


def headings(report: DiffReport) -> dict[str, str]:
    """Return the answer in a line for each part."""
    was, now = report["before"], report["after"]
    duties = Counter(row["verdict"] for row in report["duties"])
    others = Counter(rule["verdict"] for row in report["machines"] for rule in row["rules"])
    same = sum(row["unchanged"] for row in report["machines"])
    claims = Counter(row["where"] for row in report["claims"])
    seen = Counter(row["verdict"] for row in report["behaviours"])
    names = {event for row in report["behaviours"] for event in row["seen"]}
    counted = ", ".join(f"{duties[verdict]} {verdict}" for verdict in OF_DUTIES)
    rules = ", ".join(f"{others[one]} {one}" for one in ("changed", "added", "removed"))
    in_both = f"{claims[BOTH]} in both"
    alone = f"{claims[BEFORE]} only before, {claims[AFTER]} only after"
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(seen.items()))
    return {
        "duties": f"{_sides('Duties', was['duties'], now['duties'])}: {counted}",
        "rules": f"{_sides('Rules', was['rules'], now['rules'])}: {same} unchanged, {rules}",
        "claims": f"{_sides('Claims', was['claims'], now['claims'])}: {in_both}, {alone}",
        "behaviours": f"Behaviour where the {len(names)} events that both have are seen: {told}",
    }


def _sides(what: str, was: int, now: int) -> str:
    return f"{what}, {was} before and {now} after"


def owing(row: OwingRow) -> str:
    """Return a duty with its clauses, and all that is not the same."""
    was, now = row["before"], row["after"]
    changes = "; ".join(differing(row))
    if not (was and now):
        changes = " ".join(who(one) for one in (was, now) if one)
    others = f"not the same: {', '.join(row['otherwise'])}" if row["otherwise"] else ""
    told = "; ".join(filter(None, (changes, others)))
    return f"{named(row)}{': ' if told else ''}{told}"


def named(row: OwingRow) -> str:
    """Return a duty, and as what it goes on, with its clauses."""
    was, now = row["before"], row["after"]
    last = now or was
    assert last is not None
    goes_on = was and now and was["name"] != now["name"]
    name = f"{was['name']} -> {last['name']}" if was and goes_on else last["name"]
    ended = f"; ended by {', '.join(row['ended'])}" if row["ended"] else ""
    return f"{name} ({', '.join(last['cites'])}{ended})"


def differing(row: OwingRow) -> Iterator[str]:
    """Yield each answer that is not the same, before and after."""
    was, now = row["before"], row["after"]
    for name in row["changed"] if was and now else ():
        sides = [_answer(side, name) for side in (was, now) if side]
        yield f"{name} {' -> '.join(sides)}"


def _answer(side: DutySideRow, name: str) -> str:
    if name == "matter":
        return f"{side['matter']}, {side['about']}"
    return str(side[IN[name]] or "none")  # type: ignore[literal-required]


def who(row: DutySideRow) -> str:
    """Return who owes what to whom, and how."""
    through = f" through {row['agent']}" if row["agent"] else ""
    return (
        f"{row['obligor']} to {row['beneficiary']}{through}, under {row['instrument']}: "
        f"{row['matter']}, {row['about']}"
    )


def counted(row: MachineChangeRow) -> str:
    """Return a machine with how many of its rules are what."""
    of = Counter(rule["verdict"] for rule in row["rules"])
    told = [f"{count} {verdict}" for verdict, count in sorted(of.items())]
    fields = len(row["fields"])
    told += [f"{fields} field{'s' if fields > 1 else ''} otherwise"] if fields else []
    return f"{row['machine']} ({', '.join(told)})" if told else row["machine"]


def is_same(row: MachineChangeRow) -> bool:
    """Tell whether a machine is the same before and after."""
    return row["where"] == BOTH and not row["rules"] and not row["fields"]


def found_there(row: SeenRow) -> str:
    """Return what was found at an interface, and for how many points."""
    number = {"any": ", for any number of points", "1": ", with one point; not said of more"}
    told = row["verdict"] + number.get(row["points"] or "", "")
    return f"{told} ({row['reason']})" if row["reason"] else told


def whose(row: SeenRow) -> str:
    """Return whose events are seen."""
    if row["verdict"] == LEFT_OUT:
        return ", ".join(row["seen"]) or "nothing"
    empty = " (empty: it does not depend on what was seen before)" if row["empty"] else ""
    return f"{' and '.join(row['machines'])}{empty}"


def by_finding(rows: Iterable[SeenRow]) -> dict[str, list[SeenRow]]:
    """Return the interfaces by what was found, those that part first and the alike last."""
    order = (PARTED, LEFT_OUT, ALIKE)
    found: dict[str, list[SeenRow]] = {}
    for row in sorted(
        rows, key=lambda r: order.index(r["verdict"]) if r["verdict"] in order else 1
    ):
        found.setdefault(found_there(row), []).append(row)
    return found


def verdicts(rows: Sequence[ClaimChangeRow]) -> Iterator[str]:
    """Yield what is known of the verdicts on the claims that are in both."""
    known = [row for row in rows if row["before"] and row["after"]]
    same = sum(row["before"] == row["after"] for row in known)
    open_ = len(rows) - len(known)
    yield f"kept verdicts: {same} the same before and after, {len(known) - same} not the same"
    if open_:
        yield f"undecided here, as no verdict of both sides is kept: {open_} (switchproof verify)"
    for row in known:
        if row["before"] != row["after"]:
            yield f"{row['id']}: {row['before']} -> {row['after']}"
