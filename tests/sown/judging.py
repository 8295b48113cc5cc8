"""Faults of the judge of packets."""

from tests.sown.fault import sown_in
from tests.sown.watching import ENCODER, FACTS, JUDGE, LISTED, STILL, STRESS, WHOLE

FAULTS = (
    *sown_in(
        "properties/engine/judging/encode.py",
        ENCODER,
        ("encoder: frame", "either(chosen, value, term), True", "value, True"),
        ("encoder: guard", "return all_hold(sources, condition)", "return sources"),
        ("encoder: effect", "elif field in rule.then:", "elif False:"),
        (
            "encoder: shared event",
            "return [mine] if mine in owners else []",
            "return [mine] if machine.scope == move.event.scope else []",
        ),
        (
            "encoder: a follower always stays",
            "stays = [negated(one_holds(*fits))] if follows else []",
            "stays = [constant(1, bool)] if follows else []",
        ),
        (
            "encoder: broadcast",
            "return [p for p in owners if self.world.provider_of[p] == move.home]",
            "return []",
        ),
        (
            "encoder: all as some",
            "return all_hold(*bodies) if kind.is_universal else one_holds(*bodies)",
            "return one_holds(*bodies)",
        ),
        (
            "encoder: others with oneself",
            "owners = [point for point in owners if point != owner]",
            "pass",
        ),
        (
            "encoder: a step may leave a sort",
            "conditions += [in_sort(term, field.sort) for (field, _), term in after.items()]",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/judging/inquiry.py",
        JUDGE,
        (
            "judge: any first state",
            "self.solver.suppose(self.encoding.among(term, field.sort, first))",
            "pass",
        ),
        (
            "judge: fewer first states",
            "for v in self.encoding.flow.initials(field))",
            "for v in self.encoding.flow.initials(field)[:1])",
        ),
        (
            "judge: what was asked is forgotten",
            "before = [] if self.pending is None else [self.pending]",
            "before: list[Term] = []",
        ),
    ),
    *sown_in(
        "properties/engine/judging/solver.py",
        JUDGE,
        ("judge: Z3 may take for ever", "if left < PUNCTUAL * self.limit:", "if not left:"),
        ("judge: unknown as unsat", "if answer == z3.unsat:", "if answer != z3.sat:"),
        ("judge: believes anything", "if answer == z3.unsat:", "if True:"),
    ),
    *sown_in(
        "properties/engine/judging/claim_terms.py",
        JUDGE,
        (
            "encoder: after the step as before it",
            "return after.get(slot, now) if at.after or not self.of_steps else now",
            "return now",
        ),
        (
            "judge: a claim keeps what a step changes",
            "self.still if changed.isdisjoint(by) else moved",
            "self.still",
        ),
        (
            "judge: a claim keeps whether its event happens",
            "changed = {None, *written}",
            "changed = {*written}",
        ),
        (
            "judge: a claim keeps what is read after a step",
            "by = frozenset({bare.field} if bare.after or not self.of_steps else ())",
            "by = frozenset()",
        ),
    ),
    *sown_in(
        "properties/engine/judging/obligations.py",
        JUDGE,
        (
            "judge: the claim is not asked of what it sees written",
            "in part.events or not part.flow.writes[move.event].isdisjoint(part.later)",
            "in part.events",
        ),
        (
            "judge: the claim is not asked of what it names",
            "return move.event in part.events or not",
            "return not",
        ),
        (
            "obligations: first states",
            "yield Obligation(shape, shape, here, None, of_states, first=True)",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/judging/solver.py",
        ("tests/engine/test_same_bytes.py",),
        ("judge: any state", "while state[slot] > lowest:", "while False:"),
    ),
    *sown_in(
        "properties/engine/judging/obligations.py",
        WHOLE,
        (
            "obligations: where nothing changes",
            "yield from () if each else [Obligation(shape, shape, here, None, of_steps)]",
            "pass",
        ),
        (
            "obligations: where nothing changes, though each step is asked about",
            "yield from () if each else [",
            "yield from [",
        ),
    ),
    *sown_in(
        "properties/engine/judging/obligations.py",
        WHOLE,
        ("judge: not each step is asked about", "if matter.each:", "if False:"),
    ),
    *sown_in(
        "properties/engine/judging/solver.py",
        STRESS,
        ("interrupt: Z3 keeps it for itself", 'solver.set("ctrl_c", False)', "pass"),
    ),
    *sown_in(
        "properties/engine/judging/pairs.py",
        ("tests/engine/test_judge.py", "tests/engine/test_portfolio.py"),
        ("judge: pairs that were met", "if not bits & theirs)", "if theirs)"),
    ),
    *sown_in(
        "properties/engine/judging/inquiry.py",
        STILL,
        (
            "still: a trap holds with points exchanged",
            "by_itself = self.first or self.matter.alone",
            "by_itself = self.first",
        ),
    ),
    *sown_in(
        "properties/engine/judging/boxes.py",
        FACTS,
        ("facts: Z3 is not told", "self.found += map(self.coded, known)", "pass"),
    ),
    *sown_in(
        "properties/engine/judging/listed.py",
        LISTED,
        ("listed: the claim is not asked", "if one.places:", "if False:"),
        (
            "listed: steps lead anywhere",
            "zip(self.slots, now, strict=True)]\n        wrong",
            "zip(self.slots, now, strict=True)]\n        then = now\n        wrong",
        ),
    ),
)
