"""What a claim takes from beside the rules: its phrases, duties, ties, who performs an event."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from model.language.claims import Claim
from model.language.expressions import FALSE, TRUE, Apply, Expression, Named
from model.language.flow import Flow
from model.language.parties import Party
from model.language.words import under_names
from properties.analyses.mutation.mutants import Mutant, by_another

Changed = tuple[str, tuple[str, ...], Flow]  # in words, what cites it, the flow without it


Phrase = tuple[str, tuple[str, ...], Expression]  # the same, and what is said then


def phrases(body: Expression) -> Iterator[Phrase]:
    """Yield each phrase that cites something, said always or never instead."""
    for phrase in dict.fromkeys(_cited_phrases(body)):
        for value, said in ((FALSE, "never"), (TRUE, "always")):
            says = f"the claim: reads '{phrase.words}' as {said} so"
            yield says, tuple(phrase.cites.split()), _with(body, phrase, value)


def _cited_phrases(node: Expression) -> Iterator[Named]:
    match node:
        case Named():
            if node.cites:
                yield node
            yield from _cited_phrases(node.body)
        case Apply():
            for argument in node.arguments:
                yield from _cited_phrases(argument)


def _with(node: Expression, old: Expression, new: Expression) -> Expression:
    if node is old:
        return new
    if isinstance(node, Named):
        return replace(node, body=_with(node.body, old, new))
    if isinstance(node, Apply):
        return replace(node, arguments=tuple(_with(a, old, new) for a in node.arguments))
    return node


def around(flow: Flow, claim: Claim) -> Iterator[Changed]:
    """Yield what a claim that is made for a flow takes from it beside its rules."""
    if isinstance(claim.body, Expression):
        return
    said = under_names(claim.of(flow))
    for changed in (*_owing(flow), *_actors(flow, claim)):
        if under_names(claim.of(changed[2])) != said:
            yield changed


@lru_cache(maxsize=4)
def _owing(flow: Flow) -> tuple[Changed, ...]:
    """Return what any claim may take from the duties and ties of a flow, made once."""
    return (*_duties(flow), *_ties(flow))


def _duties(flow: Flow) -> Iterator[Changed]:
    for duty in flow.duties:
        never = replace(duty, in_force=FALSE)
        duties = tuple(never if one is duty else one for one in flow.duties)
        says = f"duty '{duty.name}': is never in force"
        yield says, tuple(duty.cites.split()), flow.but(duties=duties)


def _ties(flow: Flow) -> Iterator[Changed]:
    for party in flow.parties:
        for tie in party.ties:
            others = tuple(one for one in party.ties if one is not tie)
            loose = replace(party, name=f"{party}, less bound", ties=others)
            says = f"{party}: is not tied to the {tie.instrument} {tie.via.value}"
            yield says, tuple(tie.cites.split()), _with_party(flow, party, loose)


def _with_party(flow: Flow, old: Party, new: Party) -> Flow:
    """Return the flow whose duties are owed by and to another in place of a party.

    Who acts and who performs is as before.
    """

    def instead(party: Party) -> Party:
        return new if party is old else party

    duties = tuple(
        replace(duty, obligor=instead(duty.obligor), beneficiary=instead(duty.beneficiary))
        for duty in flow.duties
    )
    return flow.but(duties=duties, parties=(*flow.parties, new))


def _actors(flow: Flow, claim: Claim) -> Iterator[Changed]:
    """Yield the flow with each event done by another.

    The event itself cites nothing; one of the sources of its rules will do.
    """
    cited = set(claim.cites.split())
    for sources, mutant in _done_by_another(flow):
        mine = [id_ for id_ in sources if id_ in cited] or list(sources[:1])
        yield mutant.wrong.says, tuple(mine), mutant.flow


@lru_cache(maxsize=4)
def _done_by_another(flow: Flow) -> tuple[tuple[tuple[str, ...], Mutant], ...]:
    """Return the flow with each event done by another, each with the sources of its rules."""
    found = []
    for event in flow.events:
        of_it = [rule.cites.split() for _, rule in flow.rules() if rule.event == event]
        sources = tuple(dict.fromkeys(id_ for cites in of_it for id_ in cites))
        found += [(sources, mutant) for mutant in by_another(flow, event)]
    return tuple(found)
