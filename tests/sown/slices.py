"""Faults of slices of a flow."""

from tests.sown.fault import sown_in
from tests.sown.watching import CLOSURE, FACTS, JUDGE, REPLAY, STILL, WHOLE

FAULTS = (
    *sown_in(
        "properties/engine/slices/shapes.py",
        JUDGE,
        (
            "shapes: empty provider",
            "yield Extension((*shape, 0), everyone, Embedding((len(shape),), ()))",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/slices/steps.py",
        CLOSURE,
        (
            "closure: a table forgets what a move reads",
            "bits = self.layout.bits(local.touched)",
            "bits = self.layout.bits(local.written)",
        ),
        (
            "closure: a step back leads nowhere",
            "in reversed(steps) if added}",
            "in reversed(steps) if added > 0}",
        ),
        (
            "closure: a table is of another move",
            "Numbered(number, bits, _shared(local, rooms))",
            "Numbered(number, bits, _shared(self.locals[0], rooms))",
        ),
        (
            "closure: new witnesses change nothing",
            "self.witnesses.update(witnesses)",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/slices/layout.py",
        CLOSURE,
        ("closure: first states", "for v in flow.initials(f)]", "for v in flow.initials(f)[:1]]"),
        (
            "closure: two values look the same",
            "min(values)).bit_length()",
            "min(values)).bit_length() - 1",
        ),
    ),
    *sown_in(
        "properties/engine/slices/moves.py",
        CLOSURE,
        (
            "closure: shared event",
            "for machine in world.flow.taking_part(event):",
            "for machine in world.flow.taking_part(event)[:1]:",
        ),
        (
            "closure: broadcast",
            "for owner in world.below(event, move.home, machine.scope):",
            "for owner in world.below(event, move.home, machine.scope)[:1]:",
        ),
    ),
    *sown_in(
        "properties/engine/slices/move_text.py",
        CLOSURE,
        (
            "closure: a step may leave a sort",
            "for n, s in sorts.items() if isinstance(s, range)]",
            "for n, s in sorts.items() if False]",
        ),
        ("closure: frame", "new.get(n, f'v{n}')", "new.get(n, '0')"),
    ),
    *sown_in(
        "properties/engine/slices/watch.py",
        CLOSURE,
        (
            "closure: a step is judged by where it leads alone",
            "_Watched(table, table.bits | self.bits)",
            "_Watched(table, self.bits)",
        ),
        (
            "closure: a view is judged by the one before",
            "self.bits, self.good = at.bits(mine)",
            "self.bits, self.good = at.bits(())",
        ),
    ),
    *sown_in(
        "properties/engine/slices/cases.py",
        CLOSURE,
        (
            "closure: guard",
            "return all_of(machine.state.in_(*rule.source), rule.when)",
            "return all_of(machine.state.in_(*rule.source))",
        ),
        (
            "closure: effect",
            "effects = [(f, node) for f, node in rule.then.items() if (f, owner) in self.at.slots]",
            "effects = []",
        ),
        (
            "closure: a follower's stay",
            "nothing = ~any_of(*(guard(machine, rule) for rule in rules))",
            "nothing = any_of(*(guard(machine, rule) for rule in rules))",
        ),
        (
            "closure: projection of a value",
            "        for known in valuations:\n",
            "        for known in valuations[:1]:\n",
        ),
        (
            "closure: chain",
            "return touched <= self.at.kept and exclusive(machine, event)",
            "return exclusive(machine, event)",
        ),
        (
            "closure: exclusion",
            "touched <= self.at.kept and exclusive(machine, event)",
            "True",
        ),
        ("closure: memory", "key = (what, roles, touched & self.at.kept)", "key = (what, roles)"),
    ),
    *sown_in(
        "properties/engine/slices/owner.py",
        CLOSURE,
        (
            "closure: projection of a negation",
            'join("or", [0, *(self.see(node, known) for known in valuations)])',
            'join("and", [1, *(self.see(node, known) for known in valuations)])',
        ),
    ),
    *sown_in(
        "properties/engine/slices/replay.py",
        REPLAY,
        (
            "replay: believes anything",
            "return not world.holds(claim, at, trail.states[-1], None, trail.states[-1])",
            "return True",
        ),
        (
            "replay: a refused step is passed",
            "if trail.refused is not None or (of_steps and not moves):",
            "if of_steps and not moves:",
        ),
    ),
    *sown_in(
        "properties/engine/slices/seen.py",
        JUDGE,
        (
            "settle: the last of what is joined is left out",
            "for one in joined(body)]",
            "for one in joined(body)[:1]]",
        ),
    ),
    *sown_in(
        "properties/engine/slices/seen.py",
        WHOLE,
        (
            "settle: a part is seen from its own places",
            "seen = tuple(sights(flow, whole))",
            "seen = tuple(sights(flow, outlook(flow, body)))",
        ),
        (
            "outlook: a claim on steps that names none is one on states",
            "of_steps=found.of_steps or isinstance(claim, Step)",
            "of_steps=found.of_steps",
        ),
    ),
    *sown_in(
        "properties/engine/slices/watch.py",
        WHOLE,
        (
            "watch: where nothing changes is asked though each step is",
            "if not self.each and view & bits not in good:",
            "if view & bits not in good:",
        ),
    ),
    *sown_in(
        "properties/engine/slices/replay.py",
        WHOLE,
        (
            "refine: where nothing happens is a run",
            "return _next_step(at.world, trail, moves, part.body, bad.where) or set[Field]()",
            "return Run(at.world.shape, trail.states[0], tuple(moves), bad.where)",
        ),
    ),
    *sown_in(
        "properties/engine/slices/truth.py",
        WHOLE,
        ("watch: not each step is asked about", "if not (each or told):", "if not told:"),
    ),
    *sown_in(
        "properties/engine/slices/seen.py",
        STILL,
        (
            "stuck: whose event it is does not matter",
            "points, provider = max(found.points, Scope.POINT in at), ",
            "points, provider = found.points, ",
        ),
    ),
    *sown_in(
        "properties/engine/slices/reach.py",
        FACTS,
        (
            "facts: the closure goes where nothing goes",
            "and not (barred and self.is_barred(after)):",
            "and True:",
        ),
        (
            "facts: one field of a box is enough",
            "all(view >> shift & ones in values",
            "any(view >> shift & ones in values",
        ),
        (
            "facts: what is not kept does not matter",
            "if box.keys() <= at.slots.keys():",
            "if box.keys() & at.slots.keys():",
        ),
    ),
)
