"""The table of impacts beside what differs between the flows before and after.

A statement of the table is explained by the duties, rules and claims that differ and cite it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from switchproof.deciding.load import Loaded
from switchproof.diff.acting import is_shifted
from switchproof.diff.claims import claim_rows
from switchproof.diff.duties import KEPT, owing_rows
from switchproof.diff.format import OwingRow
from switchproof.diff.rules import BOTH, machine_rows
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.format_compared import DifferingRow, ImpactRow, ImpactsRow
from switchproof.dossier.trace.uses import Citing

EXPLAINED, SAME = "explained", "the same in both"
ELSEWHERE, NOTHING = "in other flows", "no behaviour"
ORDER = (EXPLAINED, SAME, ELSEWHERE, NOTHING)
OF_DUTIES = ("duties", "acting")
BEHAVIOUR = (Citing.RULE, Citing.DUTY, Citing.TIE, Citing.CLAIM)


class Differing(NamedTuple):
    """Something that differs, and what it cites; a rule has the name of its machine."""

    kind: str
    name: str
    cites: tuple[str, ...]


def against_diff(
    table: Mapping[str, Sequence[str]], before: Loaded, after: Loaded, covered: Coverage
) -> ImpactsRow:
    """Return each statement of the table with what explains it, and what none of them explains."""
    found = list(differing(before, after))
    of_table = {id_ for clauses in table.values() for id_ in clauses}
    sides = (before.source, after.source)
    clauses = {clause.id for clause in covered.clauses}
    rows = [_row(part, id_, found, sides, covered) for part, ids in table.items() for id_ in ids]
    return {
        "before": before.source,
        "after": after.source,
        "rows": sorted(rows, key=lambda row: ORDER.index(row["verdict"])),
        "lacking": _by_kind((one for one in found if of_table.isdisjoint(one.cites)), clauses),
    }


def differing(before: Loaded, after: Loaded) -> Iterator[Differing]:
    """Yield each duty, rule and claim that is not the same before and after."""
    for row in owing_rows(before.flow, after.flow):
        if row["verdict"] != KEPT or row["otherwise"]:
            yield Differing("duties", f"{_name(row)} ({_how(row)})", (*_cited(row),))
        if is_shifted(row):
            cites = (id_ for one in row["recourse"] for id_ in one["cites"])
            yield Differing("acting", _name(row), (*dict.fromkeys(cites),))
    for machine in machine_rows(before.flow, after.flow):
        for rule in machine["rules"]:
            yield Differing("rules", machine["machine"], (*rule["cites"],))
    for claim in claim_rows(before, after):
        if claim["where"] != BOTH or claim["changed"]:
            yield Differing("claims", claim["id"], (*claim["cites"],))


def _name(row: OwingRow) -> str:
    names = dict.fromkeys(one["name"] for one in (row["before"], row["after"]) if one)
    return " -> ".join(names)


def _how(row: OwingRow) -> str:
    return row["verdict"] if row["verdict"] != KEPT else "kept, with other events or conditions"


def _cited(row: OwingRow) -> dict[str, None]:
    cites = [id_ for side in (row["before"], row["after"]) if side for id_ in side["cites"]]
    return dict.fromkeys([*cites, *row["ended"]])


def _row(
    part: str, id_: str, found: Sequence[Differing], sides: tuple[str, str], covered: Coverage
) -> ImpactRow:
    clause = next(one for one in covered.clauses if one.id == id_)
    by = [one for one in found if id_ in one.cites]
    flows = list(dict.fromkeys(use.flow for use in covered.of(id_, *BEHAVIOUR)))
    verdict = EXPLAINED if by else ELSEWHERE if flows else NOTHING
    if not by and not set(flows).isdisjoint(sides):
        verdict = SAME
    return {
        "part": part,
        "clause": id_,
        "says": clause.says,
        "verdict": verdict,
        "by": _by_kind(by),
        "flows": flows,
        "note": "" if by else clause.note,
    }


def _by_kind(found: Iterable[Differing], clauses: Container[str] = ()) -> DifferingRow:
    """Return what differs, by name; of duties also where the paper speaks of them, if asked."""
    told: dict[str, dict[str, int]] = {"duties": {}, "acting": {}, "rules": {}, "claims": {}}
    for one in found:
        where = f", {_said(one, clauses)}" if clauses and one.kind in OF_DUTIES else ""
        name = f"{one.name}{where}"
        told[one.kind][name] = told[one.kind].get(name, 0) + 1
    return {
        "duties": [*told["duties"]],
        "acting": [*told["acting"]],
        "rules": [f"{name} ({count})" for name, count in told["rules"].items()],
        "claims": [*told["claims"]],
    }


def _said(one: Differing, clauses: Container[str]) -> str:
    where = [id_ for id_ in one.cites if id_ in clauses]
    return f"said in {', '.join(where)}" if where else "said nowhere in the paper"
