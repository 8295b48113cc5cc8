"""What a claim rests on, as a row that can be kept, and as it is told; and whether it cites that.

Of a claim that is proved on states or steps it is kept in `grounds.json` beside this file, written
by `switchproof why --keep`: to find it takes minutes, to see whether it still fits takes none.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from model.language.claims import Always, Claim, Step, StuckOnly
from model.language.flow import Flow
from model.language.sources import Assumption, Fact
from model.language.words import counted
from properties.analyses.provenance.core import Element, Provenance, why
from properties.analyses.provenance.elements import asked_of
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant, Undecided
from switchproof.deciding.load import Loaded
from switchproof.terminal.errors import BadInput

KEPT = Path(__file__).parent / "grounds.json"
SHOWN = 3


class Bearing(TypedDict):
    """Something without which a claim fails: in words, what cites it, in how many steps."""

    says: str
    cites: list[str]
    steps: int


class Grounds(TypedDict):
    """What a claim cannot do without and what it can; `asked` is a fingerprint of what was asked.

    `order` is the states from which rules must lead, `clashing` what no flow can do without.
    `idle` counts what it can do without, `such_as` is some of it, and `idle_sources` is what only
    such things cite. `proved_anew` is how many obligations Z3 judged of the flow without its idle
    conditions, if it did.
    """

    asked: str
    over: list[str]
    bearing: list[Bearing]
    order: list[Bearing]
    by_source: list[Bearing]
    together: list[list[Bearing]]
    idle: int
    such_as: list[str]
    idle_sources: list[str]
    clashing: list[Bearing]
    unknown: list[Bearing]
    proved_anew: int | None


Kept = dict[str, dict[str, Grounds]]  # by flow and by claim


def rests_on_rules(claim: Claim) -> bool:
    """Tell whether a claim is one of which it can be asked what it rests on."""
    return isinstance(claim, Always | Step | StuckOnly) and not claim.pending


def grounds_of(flow: Flow, found: Provenance) -> Grounds:
    """Return what was found of a claim as a row."""
    bearing, order, by_source = (
        [_bearing(element) for element in elements]
        for elements in (found.bearing, found.order, found.by_source)
    )
    idle = {cited for element in found.idle for cited in element.cites}
    return {
        "asked": asked_of(flow, found.claim, found.over),
        "over": sorted(field.name for field in found.over),
        "bearing": bearing,
        "order": order,
        "by_source": by_source,
        "together": [[_bearing(one), _bearing(two)] for one, two in found.together],
        "idle": len(found.idle),
        "such_as": [element.says for element in found.idle[:SHOWN]],
        "idle_sources": sorted(idle - _cited((*bearing, *order, *by_source))),
        "clashing": [_bearing(element) for element in found.clashing],
        "unknown": [_bearing(element) for element in found.unknown],
        "proved_anew": found.core.obligations if isinstance(found.core, Invariant) else None,
    }


def _bearing(element: Element) -> Bearing:
    steps = len(element.run) if element.run else 0
    return {"says": element.says, "cites": list(element.cites), "steps": steps}


def kept() -> Kept:
    """Return what is kept of every flow."""
    return read_kept(KEPT)


def read_kept(path: Path) -> Kept:
    """Return what a file keeps, which is nothing where there is none; raises BadInput."""
    try:
        found: Kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError) as wrong:
        raise BadInput(f"{path}: cannot be read ({wrong}); name another file") from wrong
    return found


def fits(flow: Flow, claim: Claim, row: Grounds | None) -> bool:
    """Tell whether a row answers what would be asked of a claim today."""
    if row is None:
        return False
    over = frozenset(field for field in flow.fields if field.name in row["over"])
    return asked_of(flow, claim, over) == row["asked"]


def grounds_today(one: Loaded, claim: Claim, seconds: float) -> Grounds | None:
    """Return what is kept of a claim if it fits, or else what is found in so many seconds."""
    row = kept().get(one.source, {}).get(claim.id)
    if fits(one.flow, claim, row):
        return row
    try:
        return grounds_of(one.flow, why(one.flow, claim, Budget(seconds=seconds)))
    except (Spent, Undecided):
        return None


def needed(row: Grounds) -> frozenset[str]:
    """Return the ids without any one of which the claim fails, apart from the order of steps."""
    return _cited(row["bearing"])


def unwanted(flow: Flow, claim: Claim, row: Grounds) -> frozenset[str]:
    """Return the ids that a claim cites and nothing that bears it does, alone or together.

    A fact that is derived may be what the claim says, and is borne by the claim.
    """
    pairs = (one for pair in row["together"] for one in pair)
    jointly = _cited((*row["order"], *row["by_source"], *pairs, *row["clashing"], *row["unknown"]))
    cited = frozenset(id_ for id_ in claim.cites.split() if not _is_derived(flow, id_))
    return cited - needed(row) - jointly


def _is_derived(flow: Flow, cited: str) -> bool:
    source = flow.source(cited)
    return isinstance(source, Fact) and source.tag == "D"


def missing(claim: Claim, row: Grounds) -> frozenset[str]:
    """Return the ids that a claim cannot do without and does not cite."""
    return needed(row) - frozenset(claim.cites.split())


def _cited(rows: Iterable[Bearing]) -> frozenset[str]:
    return frozenset(cited for row in rows for cited in row["cites"])


def borne_by(flow: Flow, row: Grounds) -> str:
    """Say in a sentence or two without what a claim fails."""
    assert isinstance(flow.sources, Mapping)
    assumed = {s.id for s in flow.sources.values() if isinstance(s, Assumption)}
    bearing = needed(row)
    said = {"It rests on": bearing - assumed, "It assumes": bearing & assumed}
    told = [
        f"{how} {_ids(ids)}: without any one of these it fails." for how, ids in said.items() if ids
    ]
    none = "No single rule, effect or condition bears it: it still holds without each."
    return " ".join(told) or none


def summed_up(flow: Flow, row: Grounds) -> Iterator[str]:
    """Yield in a few sentences what a claim rests on, assumes, and holds without."""
    yield borne_by(flow, row)
    if row["order"]:
        yield f"It needs that steps keep the order of {_ids(_cited(row['order']))}."
    if row["by_source"]:
        yield f"It needs one or another rule of {_ids(_cited(row['by_source']))}."
    if row["idle"]:
        yield f"{row['idle']} changes to other rules, one at a time, make no difference."


def told(flow: Flow, claim: Claim, row: Grounds) -> Iterator[str]:
    """Yield all of what a claim rests on, and which of its citations do not fit."""
    yield from (f"  {line}" for line in summed_up(flow, row))
    if row["idle_sources"]:
        yield f"  Nothing that bears it cites {_ids(row['idle_sources'])}."
    yield from (f"    bears it: {_failing(one)}" for one in _bearing_it(row))
    yield from (f"    idle, such as: {says}" for says in row["such_as"])
    for first, second in row["together"]:
        yield f"  Two that fail only together: {first['says']}; and {second['says']}"
    yield "  Such pairs were sought among a few only: there may be more."
    if row["proved_anew"] is not None:
        asked = row["proved_anew"]
        yield f"  What is left without its idle conditions was proved anew: {asked} obligations."
    if row["clashing"]:
        yield "  These cannot be left out, since two rules of one event then fit at once:"
    for one in row["clashing"]:
        yield f"    {one['says']} ({_ids(one['cites'])}), {_after(one['steps'])}"
    yield from (f"  not known: {one['says']}" for one in row["unknown"])
    if idle := unwanted(flow, claim, row):
        yield f"  Cited, and nothing that bears it cites it: {_ids(idle)}."
    if missing(claim, row):
        yield f"  Needed, and not cited: {_ids(missing(claim, row))}."


def _bearing_it(row: Grounds) -> tuple[Bearing, ...]:
    return (*row["bearing"], *row["order"], *row["by_source"])


def _failing(one: Bearing) -> str:
    steps = counted(one["steps"], "step")
    return f"{one['says']} ({_ids(one['cites'])}): fails in {steps}"


def _after(steps: int) -> str:
    if not steps:
        return "at the start"
    return f"after {steps} step{'s' if steps > 1 else ''}"


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))
