"""Faults of what can still happen."""

from tests.sown.fault import sown_in
from tests.sown.watching import FACTS, LED, STILL

FAULTS = (
    *sown_in(
        "properties/engine/still/glance.py",
        (*LED, *STILL),
        (
            "still: what asks others helps",
            "return lambda view: may(view) and test(view)",
            "return may",
        ),
        ("still: others are led nowhere", "free(view) or all(", "free(view) or not all("),
        (
            "still: what is forgotten allows a move",
            "decided = deciding_fields(self.flow, event) <= self.kept",
            "decided = True",
        ),
    ),
    *sown_in(
        "properties/engine/still/climb.py",
        STILL,
        (
            "still: one of the views to which a move leads is enough",
            "if left[n, move] or n in reached or",
            "if n in reached or",
        ),
    ),
    *sown_in(
        "properties/engine/still/asked.py",
        LED,
        (
            "still: a rule that asks others asks nobody",
            "return all_of(*(~all_of(*demand.given) for demand in demands(flow, event)))",
            "return all_of(*(~demand.body for demand in demands(flow, event)))",
        ),
        (
            "still: providers need not be led",
            "        elif flow.has_providers:\n            yield NO_POINT, demand.shared\n",
            "",
        ),
        (
            "still: points of one provider are led like all",
            "            yield ONE_POINT, demand.shared\n",
            "            yield ONE_POINT, Scope.INDUSTRY\n",
        ),
        (
            "still: the one who is seen may refuse",
            "and (any(shape) or demand.whom is Scope.PROVIDER)",
            "and demand is None",
        ),
        (
            "still: all others are all",
            "demand.quantifier is not Quantifier.ALL_OTHER_POINTS",
            "demand.quantifier is not None",
        ),
        (
            "still: one is led to a part of what it is asked",
            "d.shared >= shared",
            "d.shared == shared",
        ),
        (
            "still: who is led is taken for who asks",
            "if read_from(flow, shared, atom)",
            "if read_from(flow, Scope.POINT, atom)",
        ),
        ("still: anybody's step leads one", "return mine and not any(", "return not any("),
        (
            "still: a step that leads may write more",
            "return mine and not any(m.writes(event) for m in wider)",
            "return mine",
        ),
    ),
    *sown_in(
        "properties/engine/still/ladder.py",
        (*LED, *STILL),
        (
            "still: nobody asks whether a way is open",
            "yield rung.now.implies(possible(flow, rung.event))",
            "pass",
        ),
        (
            "still: nobody asks where a way leads",
            "happens(rung.event)).implies(nearer)",
            "happens()).implies(nearer)",
        ),
        (
            "still: nobody asks for a lemma",
            "and led.issuperset(who_is_led(flow, rung.event))",
            "and (mine or not led)",
        ),
        (
            "still: nobody asks what a lemma supposes",
            "all_of(agrees(flow, rung.event, graph.shape), *supposed)",
            "all_of(agrees(flow, rung.event, graph.shape))",
        ),
        (
            "still: nobody asks whether steps that lead ask others",
            "said += [rung.now.implies(asks_nobody(flow, rung.event)) for rung in rungs]",
            "pass",
        ),
        (
            "still: nobody asks whether all are led",
            "_said(flow, inside(boxes), is_led(",
            "_said(flow, inside(()), is_led(",
        ),
    ),
    *sown_in(
        "properties/engine/still/trap.py",
        STILL,
        (
            "still: the first trap is the nearest",
            "known = all(n in glance.climb.rungs for n in glance.region if n < end)",
            "known = True",
        ),
    ),
    *sown_in(
        "properties/engine/still/chain.py",
        FACTS,
        (
            "given: what leads on is not asked",
            "return solver.can_be(negated(said))",
            "return False",
        ),
        (
            "given: fields hold anything",
            "solver.suppose(encoded.sorts[slot])",
            "pass",
        ),
        (
            "given: points are seen from where none is",
            "if outlook_of(flow, leg).points and not any(sight[0]):",
            "if False:",
        ),
        (
            "given: the goal may be left again",
            "there.implies(begins | goal)",
            "there.implies(begins)",
        ),
    ),
    *sown_in(
        "properties/engine/still/stuck.py",
        STILL,
        (
            "stuck: one is stuck while a way is open",
            "if fails and all(world.outcome(state, move).after is None for move in ways):",
            "if fails:",
        ),
        ("stuck: anybody's way is one's own", "if world.concerns(move, where)]", "if move]"),
        ("stuck: the deepest first", "waiting.popleft()", "waiting.pop()"),
    ),
)
