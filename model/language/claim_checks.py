"""What a claim must satisfy on the flow of which it is said; a refusal names line and cure."""

from collections.abc import Mapping, Sequence
from functools import partial

from model.language.checks import Wrong, check_cites, check_depth, named_cites
from model.language.claims import Claim, Mirrors
from model.language.errors import IllFormed, Place
from model.language.events import Happens, Scope
from model.language.expressions import Read, Whose, reads
from model.language.flow import Flow


def check_claim(flow: Flow, claim: Claim) -> None:
    """Refuse a claim that speaks of what the flow does not have, or sees what nobody can."""
    check_readings(flow, claim)
    wrong = partial(_of, f"claim '{claim.id}'", claim.place)
    parts = claim.parts(flow)
    for cites in (claim.cites, *(c for part in parts for c in named_cites(part))):
        check_cites(flow, cites, wrong)
    happening = [leaf for part in parts for leaf in part.leaves if isinstance(leaf, Happens)]
    if not all(leaf.events for leaf in happening):
        raise wrong(" says happens() of no event; name one or several")
    for event in (*(event for leaf in happening for event in leaf.events), *claim.events):
        if event not in flow.events:
            raise wrong(f" speaks of '{event}', an event of no machine of the flow")
    if isinstance(claim, Mirrors) and claim.machine not in map(str, flow.machines):
        raise wrong(f": flow '{flow.name}' has no machine '{claim.machine}' to mirror another")


def check_readings(flow: Flow, claim: Claim) -> None:
    """Refuse a claim that reads what cannot be read in the flow, which may be a variant."""
    wrong = partial(_of, f"claim '{claim.id}'", claim.place)
    for part in claim.parts(flow):
        check_depth(part, wrong)
        for read in reads(part):
            _check_reading(flow, read, wrong)


def check_given(claims: Sequence[Claim]) -> None:
    """Refuse claims that are given what is not claimed of the flow, or each other in a circle."""
    known = {claim.id: claim for claim in claims}
    for claim in claims:
        for number, one in enumerate(claim.given):
            place = claim.place.at(claim, "given", number)
            if one.id not in known:
                message = f"claim '{claim.id}' is given '{one.id}', which is not among CLAIMS"
                raise IllFormed(f"{message}; add it there", place)
            if back := _way_back(claim.id, (one.id,), known):
                told = ", which is given ".join(f"'{name}'" for name in back)
                message = f"claim '{claim.id}' is given {told}: a circle proves nothing"
                raise IllFormed(f"{message}; leave one of them out", place)


def _way_back(to: str, trail: tuple[str, ...], known: Mapping[str, Claim]) -> tuple[str, ...]:
    """Return by which claims what is given leads back to a claim; nothing where it does not."""
    if trail[-1] == to:
        return trail
    last = known.get(trail[-1])
    more = (one.id for one in last.given if one.id not in trail) if last else ()
    ways = (_way_back(to, (*trail, name), known) for name in more)
    return next(filter(None, ways), ())


def _check_reading(flow: Flow, read: Read, wrong: Wrong) -> None:
    name = read.field.name
    if read.field not in flow.machine_of:
        raise wrong(f" reads '{name}', a field of no machine of the flow")
    scope = flow.scope_of(read.field)
    if read.whose is Whose.OTHER_PROVIDER and scope is not Scope.PROVIDER:
        cure = "only what is a provider's own can be another provider's"
        raise wrong(f" reads '{name}' at another provider, and it is of {scope.name}; {cure}")
    if read.whose is Whose.OTHER_POINT and scope is Scope.INDUSTRY:
        raise wrong(f" reads '{name}' at another point, and there is one; read it as it is")


def _of(where: str, place: Place, message: str) -> IllFormed:
    return IllFormed(f"{where}{message}", place)
