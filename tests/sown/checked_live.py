"""Faults of leads-to and what can still happen, in the checker."""

from tests.sown.fault import sown_in
from tests.sown.watching import AT_INTERFACE, FACTS, LED, STILL, WHOLE

FAULTS = (
    *sown_in(
        "properties/checker/arising.py",
        WHOLE,
        (
            "checker: a situation is seen from its own places",
            'by = situation if claim["kind"] in AHEAD else seen_by(flow, claim)',
            "by = situation",
        ),
    ),
    *sown_in(
        "properties/checker/ranks.py",
        ("tests/engine/test_ranks.py",),
        ("checker: a rank may stay", "same if below[0] < level[0]", "same if below[0] <= level[0]"),
        (
            "checker: the helper may occur",
            "and not any(event in self.taken[n] for n in until if n != HARMLESS)",
            "and until is not None",
        ),
        (
            "checker: the helper may be off",
            "yield Question(words, at, [here, self._now(wrong)], known)",
            "pass",
        ),
        (
            "checker: it may arise without a rank",
            'yield Question("it arises where there is no rank", at, unranked, known)',
            "pass",
        ),
        ("checker: any fairness counts", "need(known <= set(counted),", "need(True,"),
        (
            "checker: the goal before the step",
            "wanted = read(self.at, self.aim.outside, self.place)",
            "wanted = set[Slot]()",
        ),
    ),
    *sown_in(
        "properties/checker/lemmas.py",
        ("tests/engine/test_ranks.py",),
        ("checker: no lemma is missed", "need(((1,), demand.shared) in shown,", "need(True,"),
        (
            "checker: nor one on providers without points",
            "need(((0,), demand.shared) in shown,",
            "need(True,",
        ),
        (
            "checker: a lemma supposes more than both see",
            "same = known and flow.events[known[0]] >= scope",
            "same = known",
        ),
    ),
    *sown_in(
        "properties/checker/lassos.py",
        ("tests/engine/test_ranks.py",),
        ("checker: a lasso need not come back", "need(states[back] == states[-1],", "need(True,"),
        (
            "checker: a lasso may meet the goal",
            'need(not any(holds(claim["to"], state) for state in later),',
            "need(True,",
        ),
        (
            "checker: a lasso need not be fair",
            'need(all(off) if kind == "strong" else any(off),',
            "need(True,",
        ),
        (
            "checker: strong as weak on a lasso",
            'need(all(off) if kind == "strong" else any(off),',
            "need(any(off),",
        ),
    ),
    *sown_in(
        "properties/checker/still.py",
        STILL,
        (
            "checker: a rung may ask others",
            "[here, refuses]",
            "[here, refuses, False]",
        ),
        ("checker: a rung may lead nowhere", '["rank"] < rank]', '["rank"] <= rank]'),
        ("checker: no rung is needed", "away, *off]", "away, *off, False]"),
        ("checker: a rung is always open", '[here, ("not", may)]', '[here, ("not", may), False]'),
        (
            "checker: a run may end beside its trap",
            'need(not compute(out({}), end), "the run does not end in the trap")',
            "pass",
        ),
        (
            "checker: a trap that one leaves",
            "[*conditions, out(after)]",
            "[*conditions, out(after), False]",
        ),
        (
            "checker: in a trap that nobody is in",
            'need(compute(claimed(at, claim["body"], place), end)',
            "need(compute(True, end)",
        ),
    ),
    *sown_in(
        "properties/checker/still.py",
        FACTS,
        (
            "checker: what is given may begin elsewhere",
            'need not begin there", at, [claimed(at, away, place)]',
            'need not begin there", at, [claimed(at, away, place), False]',
        ),
        (
            "checker: what is given may end elsewhere",
            'need not end there", at, [claimed(at, away, place)]',
            'need not end there", at, [claimed(at, away, place), False]',
        ),
        (
            "checker: the next begins where the first does",
            'there = flow.claims[leg]["to"]',
            'there = flow.claims[leg]["body"]',
        ),
        (
            "checker: any kind of claim is on the way",
            'need(flow.claims[leg]["kind"] == claim["kind"],',
            "need(True,",
        ),
        ("checker: what is given need not be a claim", "need_claim(flow, leg)", "pass"),
    ),
    *sown_in(
        "properties/checker/led.py",
        LED,
        (
            "checker: a rule that asks others asks nobody",
            'return ["and", not follows, *(["not", ["and", *given]] for given in asks)]',
            'return ["and", not follows]',
        ),
        ("checker: a follower refuses nothing", '["and", not follows, *', '["and", *'),
        (
            "checker: a lemma on anything leads all",
            "all(who in shown for who in asked if",
            "all(True for who in asked if",
        ),
        (
            "checker: anybody's step leads one",
            "need(flow.events[event] == whose,",
            "need(True or whose,",
        ),
        (
            "checker: a step that leads may write more",
            "need(not wider or not any(map(moves, rules))",
            "need(not wider or rules",
        ),
        (
            "checker: the one who is seen may refuse",
            "for d in mine if not d.of_others)]",
            "for d in mine if d is None)]",
        ),
        (
            "checker: one is led to a part of what it is asked",
            "d.shared >= shared",
            "d.shared == shared",
        ),
        (
            "checker: who is led is taken for who asks",
            "if sees(flow, g, shared)]",
            "if sees(flow, g, POINT)]",
        ),
        (
            "checker: a lemma may suppose what not all see",
            "need(shared, ",
            "need(True, ",
        ),
    ),
    *sown_in(
        "properties/checker/stuck.py",
        STILL,
        (
            "checker: a way on may ask others",
            "        need(asks_nobody(flow, event), f\"'{event}' asks something of others\")\n",
            "        pass\n",
        ),
        (
            "checker: stuck where a way is open",
            "need(not _may(at, end, event, home), f\"'{event}' is possible there\")",
            "del home",
        ),
    ),
    *sown_in(
        "properties/checker/behind.py",
        AT_INTERFACE,
        ("behind: they read anything", "need(read <= own,", "need(True,"),
        ("behind: others refuse", "if scope >= flow.events[event]:", "if False:"),
        ("behind: others leave sorts", "yield Question(told, at, [fit, outside], [])", "pass"),
        (
            "behind: what asks others fits",
            "fits += [fit] if len(plain) == len(parts) else []",
            "fits += [fit]",
        ),
        ("behind: the seen do not count", "for rule in rules), *seen]", "for rule in rules)]"),
    ),
)
