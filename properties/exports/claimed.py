"""Claims of an instance, each as what must hold of every reachable state.

A claim on steps holds of a state if every step from it keeps the claim. That something can happen
is written as that it never does: another tool refutes that with the run that shows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import Always, Claim, Sometimes, Step, speaks_of_a_step
from model.language.conditions import all_of, any_of
from model.language.errors import IllFormed
from model.language.events import Happens, Scope
from model.language.expressions import FALSE, TRUE, Expression, Field, Whose, reads
from model.language.flow import Flow
from model.language.meaning import Where, World
from properties.exports.instance import Act, Instance
from properties.exports.shorter import shorter


@dataclass(frozen=True, eq=False)
class StateClaim:
    """What may hold of every reachable state; `expected` says whether the claim is that it does."""

    id: str
    sentence: str
    body: Expression
    expected: bool


def exportable(claim: Claim) -> bool:
    """Tell whether a claim is on states or on steps: the languages here are asked no other."""
    return isinstance(claim, Always | Step | Sometimes)


def state_claim(instance: Instance, claim: Claim) -> StateClaim:
    """Return a claim as an invariant of an instance; raises IllFormed."""
    if not exportable(claim):
        message = f"claim '{claim.id}' ({claim.kind}) is not of states or steps"
        raise IllFormed(f"{message}: it is not exported", None)
    flow, wanted = instance.world.flow, not isinstance(claim, Sometimes)
    said = claim.of(flow) if wanted else ~claim.of(flow)
    of_steps = isinstance(claim, Step) or speaks_of_a_step(said)
    parts = (
        part
        for here in places(instance.world, flow, said)
        for part in (_of_steps(instance, said, here) if of_steps else _of(instance, said, here))
    )
    return StateClaim(claim.id, claim.sentence, shorter(all_of(TRUE, *parts)), wanted)


def _of(instance: Instance, said: Expression, here: Where) -> Iterator[Expression]:
    yield instance.claimed(said, here, None)


def _of_steps(instance: Instance, said: Expression, here: Where) -> Iterator[Expression]:
    """Yield what each step must keep; those of which nothing is seen are taken together."""
    later = {_field(instance, r.field, r.whose, here) for r in reads(said) if r.after}
    named = {event for leaf in said.leaves if isinstance(leaf, Happens) for event in leaf.events}
    unseen: list[Act] = []
    for act in instance.acts:
        if later.isdisjoint(act.after) and act.move.event not in named:
            unseen.append(act)
        else:
            yield act.possible.implies(instance.claimed(said, here, act))
    if unseen:
        some = any_of(FALSE, *(act.possible for act in unseen))
        yield some.implies(instance.claimed(said, here, unseen[0]))


def _field(instance: Instance, field: Field, whose: Whose, here: Where) -> Field:
    scope = instance.world.flow.scope_of(field)
    return instance.fields[field, instance.world.seen(here, whose, scope)]


def places(world: World, flow: Flow, said: Expression) -> Iterator[Where]:
    """Yield from where a claim is seen in an instance: from everybody of whom it speaks."""
    points, provider, other = _spoken_of(flow, said)
    for mine in world.owners(Scope.PROVIDER) if points or provider or other else [-1]:
        for q in _others(len(world.shape), mine) if other else [-1]:
            if not points:
                yield Where(provider=mine, other_provider=q)
            for point in world.points_of(mine) if points else []:
                for y in _others(len(world.provider_of), point) if points > 1 else [-1]:
                    yield Where(point, y, mine, q)


def _others(count: int, me: int) -> list[int]:
    return [one for one in range(count) if one != me]


def _spoken_of(flow: Flow, said: Expression) -> tuple[int, bool, bool]:
    """Return of how many points a claim speaks, whether of a provider, and of another."""
    happen = {e.scope for leaf in said.leaves if isinstance(leaf, Happens) for e in leaf.events}
    mine = happen | {flow.scope_of(r.field) for r in reads(said) if r.whose is Whose.OWN}
    whose = {read.whose for read in reads(said)}
    points = 2 if Whose.OTHER_POINT in whose else int(Scope.POINT in mine)
    return points, Scope.PROVIDER in mine, Whose.OTHER_PROVIDER in whose
