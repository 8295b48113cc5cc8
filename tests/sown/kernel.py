"""Faults of the checker's kernel."""

from tests.sown.fault import sown_in
from tests.sown.watching import CHECKER, FOLDER, WHOLE

FAULTS = (
    *sown_in(
        "properties/checker/kernel/invariant.py",
        CHECKER,
        (
            "checker: a step may lead into a box",
            "            if box.keys() & after.keys():\n                yield",
            "            if False:\n                yield",
        ),
        (
            "checker: a box may hold a first state",
            'yield Question("a first state is in a box, or breaks it", at, [wrong], first(at))',
            "pass",
        ),
        (
            "checker: boxes need not cover the claim",
            'yield "breaks it", ("not", claimed(',
            'yield "breaks it", ("and", later, False, claimed(',
        ),
        (
            "checker: effect",
            "now = ((after.get(slot, at.slots[slot]), values) for",
            "now = ((at.slots[slot], values) for",
        ),
        (
            "checker: one view where points interact",
            'need(flow.closed, "points interact: one view is not enough")',
            "pass",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/flow.py",
        CHECKER,
        ("checker: some is closed", "somes(rule) or (SCOPES", "(SCOPES"),
        ("checker: what moves others is closed", "and moves(rule))", "and False)"),
    ),
    *sown_in(
        "properties/checker/kernel/world.py",
        CHECKER,
        (
            "checker: frame",
            "others = [o for o, writes, follows in parts if not (follows or writes & wanted)]",
            "others: list[list[Option]] = []",
        ),
        (
            "checker: guard",
            "options.append(([fit, *self.within(after)], after))",
            "options.append((self.within(after), after))",
        ),
        (
            "checker: a follower never stays",
            'options.append(([("not", fit) for (fit, *_), _ in options], {}))',
            "pass",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/runs.py",
        CHECKER,
        ("checker: a refused step of a run", "need(fit or follows,", "need(True,"),
        (
            "checker: a run may begin anywhere",
            "need(begins and all(v in flow.starts[name] for v in values),",
            "need(True,",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/invariant.py",
        WHOLE,
        (
            "checker: where nothing changes is not asked of one view",
            'yield Question("a step that changes nothing breaks it", at, [still], known)',
            "del still",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/runs.py",
        WHOLE,
        (
            "checker: a run of no steps is one",
            'if not run["moves"]:\n            return False',
            'if not run["moves"]:\n            return True',
        ),
    ),
    *sown_in(
        "properties/checker/kernel/claims.py",
        WHOLE,
        (
            "checker: a claim on steps that names none is one on states",
            'return kind == "step" or any(',
            "return any(",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/claims.py",
        FOLDER,
        (
            "checker: a place names more than its claim",
            "need(place.keys() == named,",
            "need(place.keys() >= named,",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/search.py",
        ("tests/engine/test_limits.py::TestTicks",),
        (
            "time: the checker forgets it in comparisons",
            "    tick()\n    if not open_:",
            "    if not open_:",
        ),
        (
            "time: the checker forgets it in its search",
            "    while True:\n        tick()\n",
            "    while True:\n",
        ),
    ),
    *sown_in(
        "properties/checker/kernel/world.py",
        ("tests/engine/test_limits.py::TestTicks",),
        (
            "time: the checker forgets it where ways are multiplied",
            "        for combination in product(*chosen):\n            tick()",
            "        for combination in product(*chosen):",
        ),
        (
            "packets: half an event is remembered",
            "self.known[event, home] = list(self._options(event, home))",
            "self.known.setdefault((event, home), []).extend(self._options(event, home))",
        ),
    ),
)
