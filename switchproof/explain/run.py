"""`switchproof explain`: a claim, its sources, its verdict, and what that rests on."""

from argparse import Namespace
from pathlib import Path

from model.flows import FLOWS
from model.language.claims import LeadsTo, Variant
from properties.analyses.fairness import needs
from properties.analyses.vacuity.situations import situations_of
from properties.engine.budget import Budget
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.change import change_of, what_if
from switchproof.deciding.decide import decide_checked
from switchproof.deciding.load import Loaded, load, no_claim
from switchproof.deciding.rows import claim_row
from switchproof.draw.run import draw
from switchproof.explain.as_pictures import as_pictures
from switchproof.explain.as_test import as_test
from switchproof.explain.explanation import Background, explanation
from switchproof.telling.never import reason_of
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.verify.status import status
from switchproof.why.grounds import grounds_today, rests_on_rules


def run(asked: Namespace) -> int:
    """Explain the claim in each flow that has it, and return the exit status."""
    if asked.as_test:
        return _as_tests(asked)
    if asked.draw is not None:
        return _drawn(asked)
    rows, lines = [], []
    for one, variant in _having(asked):
        with Progress(f"deciding {asked.claim}"):
            result = decide_checked(one, variant, one.claim(asked.claim), asked.timeout)
            known = _known(one, result, asked.timeout) if variant is None else Background()
            lines += [*explanation(one, variant, result, known), ""]
        rows.append(claim_row(one, variant, result))
    print("\n".join(lines[:-1]))
    return status(rows)


def _as_tests(asked: Namespace) -> int:
    """Print the runs that break the claim as tests; raises BadInput where none does."""
    if asked.without or asked.reading:
        raise BadInput("--as-test is of the flow or of a variant; leave out the change")
    found = []
    for one, variant in _having(asked):
        with Progress(f"deciding {asked.claim}"):
            result = decide_checked(one, variant, one.claim(asked.claim), asked.timeout)
        found.append(as_test(one, variant, result))
    print("\n\n\n".join(found))
    return AS_EXPECTED


def _drawn(asked: Namespace) -> int:
    """Draw the runs, and print the paths; raises BadInput where there is none to draw."""
    found, nothing = [], []
    for one, variant in _having(asked):
        with Progress(f"deciding {asked.claim}"):
            result = decide_checked(one, variant, one.claim(asked.claim), asked.timeout)
            try:
                found += as_pictures(one, variant, result)
            except BadInput as none:
                nothing.append(none)
    if not found:
        raise nothing[0]
    print("".join(f"{path}\n" for path in draw(found, Path(asked.draw))), end="")
    return AS_EXPECTED


def _known(one: Loaded, result: Result, seconds: float) -> Background:
    """Return what a claim that was proved rests on, and how it matters."""
    claim = result.claim
    if result.verdict is Verdict.PROVED and isinstance(claim, LeadsTo):
        return Background(needs=tuple(needs(result.flow, claim)))
    if result.verdict is not Verdict.PROVED or not rests_on_rules(claim):
        return Background()
    row = grounds_today(one, claim, seconds)
    reason = reason_of(one.flow, claim, Budget(seconds=seconds), result.invariant)
    return Background(row, tuple(situations_of(one.flow, claim, seconds)), reason)


def _having(asked: Namespace) -> list[tuple[Loaded, Variant | None]]:
    """Return the flows that have the claim, each with the variant asked for."""
    flows = [load(source) for source in ([asked.flow] if asked.flow else FLOWS)]
    having = [one for one in flows if asked.claim in {claim.id for claim in one.all_claims}]
    if not having:
        raise no_claim(asked.claim, flows)
    if change := change_of(asked):
        if asked.variant is not None:
            raise BadInput("--variant is a change already; leave out --without and --reading")
        return [(one, what_if(one, change)) for one in having]
    if asked.variant is None:
        return [(one, None) for one in having]
    found = [(one, v) for one in having for v in one.variants if v.name == asked.variant]
    if not found:
        raise unknown("variant", asked.variant, (v.name for one in having for v in one.variants))
    return list(found)
