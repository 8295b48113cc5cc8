"""On which rules and duties proofs of claims rest, as far as `switchproof why --keep` looked."""

from collections.abc import Iterator

from model.language.machines import Machine
from model.language.transitions import Transition
from properties.analyses.mutation.mutants import REMOVED, parts_of
from switchproof.deciding.load import Loaded
from switchproof.why.grounds import Grounds, fits, kept


def rule_named(machine: Machine, rule: Transition) -> str:
    """Return a rule as what is kept of claims calls it."""
    told, _, _ = next(parts_of(machine, rule, (REMOVED,)))
    return told


def resting(one: Loaded) -> list[list[str] | None]:
    """Return for each claim the rules and duties that it rests on; nothing where none are known."""
    rows = kept().get(one.source, {})
    parts = {rule_named(machine, rule) for machine, rule in one.flow.rules()}
    parts |= {f"duty '{duty.name}'" for duty in one.flow.duties}
    found: list[list[str] | None] = []
    for claim in one.claims:
        row = rows.get(claim.id)
        found.append(
            sorted(parts & set(_said(row))) if row and fits(one.flow, claim, row) else None
        )
    return found


def _said(row: Grounds) -> Iterator[str]:
    """Yield the parts of which something cannot be left out, or only not together with another."""
    pairs = [element for pair in row["together"] for element in pair]
    kinds = (row["bearing"], row["order"], row["by_source"], row["clashing"], row["unknown"])
    for element in (*(one for kind in kinds for one in kind), *pairs):
        parts = element["says"].split(": ")
        yield from (": ".join(parts[:number]) for number in range(1, len(parts)))
