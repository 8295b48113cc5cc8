"""`dossier hazards`: the hazards and tensions, each with what the model shows of it.

What it prints are pinned verdicts, which `verify` and `doubts` decide; a row that names what is
not there is refused.
"""

import json
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from model.flows import FLOWS
from model.language.words import counted
from switchproof.deciding.load import Loaded, load
from switchproof.dossier.document import DOUBTS
from switchproof.dossier.hazards.every import HAZARDS, Hazard
from switchproof.dossier.hazards.tensions import TENSIONS, WITHOUT_A_SOURCE
from switchproof.dossier.lines import WIDTH
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED


def run(asked: Namespace) -> int:
    """Print both tables; raises BadInput where a row names what is not there."""
    flows = {name: load(name) for name in FLOWS}
    tables = {"hazards": HAZARDS, "tensions": TENSIONS}
    told = {name: [shown(row, flows) for row in rows] for name, rows in tables.items()}
    if asked.format == "json":
        print(json.dumps({**told, "items_without_a_source": list(WITHOUT_A_SOURCE)}, indent=2))
        return AS_EXPECTED
    for name, rows in told.items():
        print(f"{name}:")
        print("\n".join(line for row in rows for line in _text(row)))
    print(f"\nitems of today's data with no source known: {', '.join(WITHOUT_A_SOURCE)}")
    return AS_EXPECTED


def shown(row: Hazard, flows: dict[str, Loaded]) -> dict[str, object]:
    """Return a row with what each claim, variant and doubt says; raises BadInput."""
    doubts = {doubt.id: doubt for doubt in DOUBTS}
    for name in row.doubts:
        if name not in doubts:
            raise BadInput(f"hazard or tension {row.number}: {unknown('doubt', name, doubts)}")
    if not (row.claims or row.variants or row.doubts or row.unsaid):
        raise BadInput(f"hazard or tension {row.number}: nothing shows it; say why in 'unsaid'")
    return {
        "number": row.number,
        "says": row.says,
        "claims": [_claim(row, flows[flow], name) for flow, name in row.claims],
        "variants": [_variant(row, flows[flow], name) for flow, name in row.variants],
        "doubts": [f"{name}: {doubts[name].question}" for name in row.doubts],
        "unsaid": row.unsaid or None,
    }


def _claim(row: Hazard, one: Loaded, name: str) -> str:
    claims = {claim.id: claim for claim in one.claims}
    if name not in claims:
        raise BadInput(f"hazard or tension {row.number}: {unknown('claim', name, claims)}")
    if claims[name].pending:
        raise BadInput(f"hazard or tension {row.number}: '{name}' is pending and shows nothing")
    verb = "can happen" if claims[name].kind == "sometimes" else "holds"
    return f"{one.source}, {name} {verb}: {claims[name].sentence}"


def _variant(row: Hazard, one: Loaded, name: str) -> str:
    variants = {variant.name: variant for variant in one.variants}
    if name not in variants:
        raise BadInput(f"hazard or tension {row.number}: {unknown('variant', name, variants)}")
    told = ", ".join(_fails(claim, steps) for claim, steps in variants[name].breaks.items())
    return f"{one.source}, if {name}: {told}"


def _fails(claim: str, steps: int) -> str:
    if not steps:
        return f"{claim} fails"
    return f"{claim} fails in {counted(steps, 'step')}"


def _text(row: dict[str, object]) -> Iterator[str]:
    yield from textwrap.wrap(f"{row['number']:>2}. {row['says']}", WIDTH, subsequent_indent="    ")
    for kind in ("claims", "variants", "doubts"):
        for line in row[kind]:  # type: ignore[attr-defined]
            indents = {"initial_indent": "    ", "subsequent_indent": "      "}
            yield from textwrap.wrap(f"{kind[:-1]}: {line}", WIDTH, **indents)  # type: ignore[arg-type]
    if row["unsaid"]:
        yield from textwrap.wrap(
            f"not said: {row['unsaid']}", WIDTH, initial_indent="    ", subsequent_indent="      "
        )
