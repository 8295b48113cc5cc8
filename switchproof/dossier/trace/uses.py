"""What cites what: every rule, duty, tie, claim, variant and doubt of some flows.

All of it is read from the definitions: nobody lists by hand what a statement makes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from model.language import Duty, Flow, Party, Transition
from model.language.checks import named_cites
from model.language.doubts import Doubt
from model.language.errors import Place
from switchproof.deciding.load import Loaded


class Citing(Enum):
    """What cites."""

    RULE = "rule"
    DUTY = "duty"
    TIE = "tie"
    CLAIM = "claim"
    FREE = "claim that comes with every flow"
    VARIANT = "variant"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Use:
    """Something that cites: `of` is its machine, matter, instrument, or the claim it breaks.

    `flow` is the source that loads its flow, and empty for a doubt, which may be about several.
    """

    kind: Citing
    flow: str
    name: str
    of: str
    cites: tuple[str, ...]
    place: Place
    says: str = ""
    pending: bool = False


def uses(flows: Iterable[Loaded], doubts: Iterable[Doubt] = ()) -> tuple[Use, ...]:
    """Return all that may cite, in the order of definition, each once."""
    found = [use for one in flows for use in _of_flow(one)]
    found += [
        Use(Citing.DOUBT, "", d.id, "", _split(d.clauses), d.place, d.question) for d in doubts
    ]
    return tuple(dict.fromkeys(found))  # a machine for each supplier has the same lines


def _of_flow(one: Loaded) -> Iterator[Use]:
    """Yield what cites; and not what cites in a flow elsewhere as well."""
    flow, theirs = one.flow, [duty for part in one.flow.elsewhere for duty in part.duties]
    for machine, rule in flow.rules():
        if rule in flow.own_rules:
            cites, of = cited_by_rule(rule), machine.name
            yield Use(Citing.RULE, one.source, rule.event.name, of, cites, rule.place)
    for duty in (duty for duty in flow.duties if duty not in theirs):
        cites, says = cited_by_duty(duty), duty.matter
        yield Use(Citing.DUTY, one.source, duty.name, duty.matter, cites, duty.place, says)
    for party in flow.parties if not flow.elsewhere else ():
        yield from _ties(one.source, flow, party)
    for claim in one.all_claims:
        kind = Citing.CLAIM if claim in one.claims else Citing.FREE
        where = (claim.place, claim.sentence, bool(claim.pending))
        yield Use(kind, one.source, claim.id, claim.kind, _split(claim.cites), *where)
    for variant in one.variants:
        for broken in variant.breaks:
            claim = one.claim(broken)
            where = (variant.place, variant.why, bool(claim.pending))
            cites = _split(claim.cites)
            yield Use(Citing.VARIANT, one.source, variant.name, broken, cites, *where)


def _ties(source: str, flow: Flow, party: Party) -> Iterator[Use]:
    for tie in party.ties:
        cites = _split(tie.cites, *named_cites(tie.while_))
        says = f"{tie.instrument}, {tie.via.value}"
        yield Use(Citing.TIE, source, party.name, tie.instrument, cites, flow.place, says)


def cited_by_rule(rule: Transition) -> tuple[str, ...]:
    """Return the ids that a transition cites, also by the named conditions of its guard."""
    return _split(rule.cites, *named_cites(rule.when))


def cited_by_duty(duty: Duty) -> tuple[str, ...]:
    """Return the ids that a duty cites: for what creates and ends it, and what a breach brings."""
    follows = duty.consequence.cites if duty.consequence else ""
    remedies = (remedy.cites for _, remedy in duty.remedies)
    return _split(duty.cites, duty.ends, follows, *remedies, *named_cites(duty.in_force))


def _split(*cites: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for one in cites for id_ in one.split()))
