"""Decide a handful of claims with a seed for the solver, and print verdicts and witnesses as JSON.

Run as `python -m tests.seeded SEED`, in an interpreter of its own, which seeds its hashes.
"""

import json
import sys
from collections.abc import Iterator

import z3

from model.language import Flow
from model.language.claims import Claim
from properties.engine.prove import decide
from properties.engine.verdict import Result
from switchproof.deciding.load import load
from tests.flows_for_tests import CLAIMS, SWITCH, VARIANTS
from tests.trials import CLASSES, trial

ORACLES = ("two_phase_commit", "simple_allocator", "peterson")


def results() -> Iterator[Result]:
    """Yield the results of the claims of some flows, hand-made and random."""
    yield from (decide(flow, claim) for flow, claim in _claims())
    for kind, providers in CLASSES:
        found = trial(1, kind, providers=providers)
        assert found is not None
        yield found.result


def _claims() -> Iterator[tuple[Flow, Claim]]:
    yield from ((SWITCH, claim) for claim in CLAIMS)
    by_id = {claim.id: claim for claim in CLAIMS}
    yield from ((v.flow, by_id[broken]) for v in VARIANTS for broken in v.breaks)
    for name in ORACLES:
        loaded = load(f"tests/oracles/{name}.py")
        yield from ((loaded.flow, claim) for claim in loaded.claims)


def line(result: Result) -> str:
    """Return a verdict and its runs as a line of text."""
    runs = [(run.shape, str(run.first), list(map(str, run.moves))) for run in result.runs]
    word = result.verdict.value if result.verdict else "pending"
    return f"{result.flow.name}, {result.claim.id}: {word}, {result.marks}, {runs}"


if __name__ == "__main__":
    for parameter in ("smt.random_seed", "sat.random_seed"):
        z3.set_param(parameter, int(sys.argv[1]))
    print(json.dumps([line(result) for result in results()]))
