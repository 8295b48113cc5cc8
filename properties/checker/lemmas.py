"""The rankings of a claim, and those of the lemmas by which an event that asks others is fair."""

from collections.abc import Iterator

from .fairness import Fairness, demands, refused, sees, shared
from .kernel.claims import leaves
from .kernel.flow import INDUSTRY, POINT, PROVIDER, SCOPES, Data, Flow, Shape, Tree
from .kernel.need import need
from .places import has_providers
from .ranks import Aim, Ranking


def rankings_of(flow: Flow, packet: Data) -> Iterator[Ranking]:
    """Yield the ranking of each lemma and of the claim, each with what it is for."""
    claim = flow.claims[packet["claim"]]
    supposed, goal, fair = claim["body"], claim["to"], Fairness(flow, claim)
    for lemma in packet["lemmas"]:
        yield from _of_lemma(flow, goal, lemma, fair)
        fair.counted[lemma["fair"]] = lemma["known"]
    aim = Aim(["and", supposed, ["not", goal]], goal)
    ranking = Ranking(flow, packet["ranking"], fair, aim)
    scopes = {flow.scope[leaf[1]] for leaf in (*leaves(supposed), *leaves(goal))}
    needed: Shape = (0,) if PROVIDER in scopes and POINT not in scopes else (1,)
    need(ranking.shape == needed, "it is not seen from everywhere")
    yield ranking


def _of_lemma(flow: Flow, goal: Tree, lemma: Data, fair: Fairness) -> Iterator[Ranking]:
    """Yield the rankings of a lemma; reject it unless there is one for all who may be asked."""
    known = lemma["known"]
    need(set(known) <= set(fair.events[lemma["fair"]]), "a lemma on what is not fair")
    shown = set()
    for data in lemma["rankings"]:
        ranking = Ranking(flow, data, fair, _aim_of_lemma(flow, goal, lemma, data, fair))
        shown.add((ranking.shape, SCOPES[data["shared"]]))
        yield ranking
    for demand in (one for event in known for one in demands(flow, event)):
        need(((1,), demand.shared) in shown, "no lemma on those who are asked")
        if demand.whom == PROVIDER and has_providers(flow):
            need(((0,), demand.shared) in shown, "no lemma on providers without points")


def _aim_of_lemma(flow: Flow, goal: Tree, lemma: Data, data: Data, fair: Fairness) -> Aim:
    number, known, scope = lemma["fair"], lemma["known"], SCOPES[data["shared"]]
    ends = _any_part(flow, goal)
    if not fair.strong[number]:
        ends = ["or", ends, ["not", shared(flow, known, scope)]]
    bad = refused(flow, known, tuple(data["shape"]), scope)
    same = known and flow.events[known[0]] >= scope
    return Aim(["not", ends], ends, bad, frozenset(fair.events[number] if same else ()))


def _any_part(flow: Flow, goal: Tree) -> Tree:
    """Return what of a goal joined by `or` reads the industry alone."""
    if isinstance(goal, list) and goal[0] == "or":
        return ["or", *(_any_part(flow, part) for part in goal[1:])]
    return goal if sees(flow, goal, INDUSTRY) else False
