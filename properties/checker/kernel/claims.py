"""A claim, as seen from a place of a world: the one or two points and providers that it names."""

from typing import TypeAlias

from .flow import INDUSTRY, POINT, PROVIDER, Flow, Tree
from .need import need
from .world import OPERATORS, After, World

Place: TypeAlias = dict[str, int]  # who has each role
Step: TypeAlias = tuple[After, str | None, int]  # what is written, by which event at which home
STILL: Step = ({}, None, 0)  # nothing happens


def leaves(tree: Tree) -> list[Tree]:
    """Return the readings and events of a claim."""
    if not isinstance(tree, list):
        return []
    if tree[0] in ("read", "happens"):
        return [tree]
    return [leaf for part in tree[1:] for leaf in leaves(part)]


def events_of(claim: Tree) -> set[str]:
    """Return the events that a claim names."""
    return {event for leaf in leaves(claim) if leaf[0] == "happens" for event in leaf[1:]}


def whose(leaf: Tree) -> tuple[str, bool]:
    """Return whose field is read, and whether after the step."""
    name, *more = leaf[1:]
    need(len(more) in (0, 2), f"'{name}' is read otherwise")
    owner, moment = more or ("own", "before")
    need(owner in ("own", "other point", "other provider"), f"'{name}' of {owner}")
    need(moment in ("before", "after"), f"'{name}' {moment}")
    return owner, moment == "after"


def of_steps(kind: str, body: Tree) -> bool:
    """Tell whether a claim is asked of steps: by its kind, or by what it says."""
    return kind == "step" or any(r[0] == "happens" or whose(r)[1] for r in leaves(body))


def roles(flow: Flow, claim: Tree) -> set[str]:
    """Return whom a place of a claim names: no fewer, and nobody of whom it does not speak."""
    reads = [leaf for leaf in leaves(claim) if leaf[0] == "read"]
    others = {whose(read)[0] for read in reads} - {"own"}
    scopes = {flow.scope[read[1]] for read in reads if whose(read)[0] == "own"}
    scopes |= {flow.events[event] for event in events_of(claim)}
    if POINT in scopes or "other point" in others:
        return {"point", *others}
    return {"provider", *others} if PROVIDER in scopes or others else set()


def need_place(at: World, place: Place, named: set[str]) -> None:
    """Reject a place of other roles, where somebody is not there, or is another and the same."""
    need(place.keys() == named, "a place names others than the claim does")
    points = [place[role] for role in ("point", "other point") if role in place]
    providers = [place[role] for role in ("provider", "other provider") if role in place]
    providers += [at.of[p] for p in points[:1] if "other provider" in place and p < len(at.of)]
    for some, scope in ((points, POINT), (providers, PROVIDER)):
        need(len(some) == len(set(some)) and set(some) <= set(at.owners(scope)), "a place")


def owner_of(at: World, place: Place, owner: str, scope: int) -> int:
    """Return whose field a claim reads from a place."""
    if scope == INDUSTRY:
        return 0
    if owner == "other provider":
        return place["other provider"]
    if scope == PROVIDER and "point" not in place:
        return place["provider"]
    point = place["other point" if owner == "other point" else "point"]
    return point if scope == POINT else at.of[point]


def claimed(
    at: World, tree: Tree, place: Place, step: Step = STILL, *, later: bool = False
) -> Tree:
    """Return a claim as seen from a place; `later` reads everything after the step."""
    if not isinstance(tree, list):
        return tree
    after, event, home = step
    if tree[0] == "happens":
        scope = at.flow.events.get(event or "", INDUSTRY)
        return event in tree[1:] and owner_of(at, place, "own", scope) == home
    if tree[0] == "read":
        owner, is_after = whose(tree)
        slot = (tree[1], owner_of(at, place, owner, at.flow.scope[tree[1]]))
        return after.get(slot, at.slots[slot]) if later or is_after else at.slots[slot]
    need(tree[0] in OPERATORS, f"'{tree[0]}' may not stand in a claim")
    return (tree[0], *(claimed(at, part, place, step, later=later) for part in tree[1:]))
