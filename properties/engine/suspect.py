"""What a verdict rests on: the sources of its claim and of the rules that its proof or run uses.

A proof, or a trap, uses the rules that write a field which it keeps (all of them, where it asks
of each step by itself), a run those of its events, a mirror those of both its machines, a table
of actors those of the events that it names. Where one of their clauses has changed since
somebody read it, the verdict is suspect.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from model.language.checks import named_cites
from model.language.claims import Claim, DoneBy, Mirrors
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sources import Clause
from model.language.transitions import Transition
from properties.engine.still.evidence import Ladder, Legs, Trap
from properties.engine.verdict import Result

SUSPECT = "suspect"
Still = Ladder | Legs | Trap


def rests_on(result: Result) -> tuple[str, ...]:
    """Return the ids of the sources that a verdict rests on, in the order in which they come."""
    found = [result.claim.cites, *named_cites(result.claim.of(result.flow))]
    for rule in _rules(result):
        found += [rule.cites, *named_cites(rule.when)]
    return tuple(dict.fromkeys(cited for cites in found for cited in cites.split()))


def marked(result: Result) -> Result:
    """Return the verdict with the mark that it is suspect, where a clause under it has changed."""
    sources = result.flow.sources
    assert isinstance(sources, Mapping)
    changed = {s.id for s in sources.values() if isinstance(s, Clause) and s.suspect}
    if changed.isdisjoint(rests_on(result) if changed else ()):
        return result
    return replace(result, marks=(*result.marks, SUSPECT))


def _rules(result: Result) -> Iterator[Transition]:
    kept = set(result.invariant.kept) if result.invariant else set[Field]()
    kept |= {f for one in (result.ranks, result.run) if isinstance(one, Still) for f in one.kept}
    each = any(proof.each for proof in result.invariant.proofs) if result.invariant else False
    events = {move.event for run in result.runs for move in run.moves}
    mirrored = _mirrored(result.flow, result.claim)
    named = result.claim.by_event if isinstance(result.claim, DoneBy) else ()
    for machine, rule in result.flow.rules():
        written = set(rule.then) | ({machine.state} if rule.target is not None else set())
        used = rule.event in events or str(rule.event) in named or machine in mirrored
        if each or used or written & kept:
            yield rule
    for machine in mirrored:
        yield from machine.transitions


def _mirrored(flow: Flow, claim: Claim) -> list[Machine]:
    if not isinstance(claim, Mirrors):
        return []
    return [claim.original, *(m for m in flow.machines if str(m) == claim.machine)]
