"""Faults of the analyses."""

from tests.sown.fault import sown_in
from tests.sown.watching import CAUGHT, IDLE, MUTANTS

FAULTS = (
    *sown_in(
        "properties/analyses/pinned.py",
        ("tests/model/test_pinned.py",),
        ("pinned: order and doubles", "if before != lines:", "if gone or new:"),
    ),
    *sown_in(
        "properties/analyses/provenance/core.py",
        ("tests/switchproof/test_why.py",),
        (
            "why: a clash is not known",
            "return found if isinstance(found, Run) else None",
            "return None",
        ),
    ),
    *sown_in(
        "properties/analyses/mutation/alike.py",
        MUTANTS,
        (
            "mutants: all are equivalent",
            "set(before.successors(view)) == set(after.successors(view)) for",
            "True for",
        ),
        (
            "mutants: another actor is equivalent",
            "so = mutant.wrong.kind != ACTOR and _same(",
            "so = _same(",
        ),
        (
            "mutants: what asks for less is equivalent",
            "isinstance(first_answer(one, budget), Holds)",
            "True",
        ),
        (
            "mutants: the last rule of an event is never missed",
            "gone = mutant.wrong.kind == REMOVED and mutant.event in machine.events",
            "gone = mutant.wrong.kind == REMOVED",
        ),
    ),
    *sown_in(
        "properties/analyses/mutation/alike.py",
        ("tests/analyses/test_alike.py",),
        (
            "mutants: nobody else is there",
            "Closure(flow, kept, [shape], budget)",
            "Closure(flow, kept, [shape], budget, ghosts=False)",
        ),
        ("mutants: nobody else is asked", "if any(has_quantifier(r.when) for m", "if any(0 for m"),
        (
            "mutants: each provider has a point",
            "return (0,) if narrowest is Scope.PROVIDER else (1,)",
            "return (1,)",
        ),
        ("mutants: nobody else waits", "steps.learn(reach.steps.witnesses)", "pass"),
    ),
    *sown_in(
        "properties/analyses/mutation/noticed.py",
        MUTANTS,
        (
            "mutants: the table is not asked",
            "expanded(flow) == expanded(mutant.flow)",
            "mutant is None",
        ),
        (
            "mutants: no table is compared",
            "if differences(mutant.flow, claim)[1]:",
            "if mutant is None:",
        ),
    ),
    *sown_in(
        "properties/analyses/vacuity/rules.py",
        IDLE,
        ("idle: taken by another rule", "any(one.rule is question.rule for one in taken)", "True"),
        (
            "idle: others are not asked",
            "world.compute(question.stopped,",
            "True or world.compute(question.stopped,",
        ),
    ),
    *sown_in(
        "properties/analyses/mutation/broken.py",
        MUTANTS,
        (
            "mutants: no claim is touched",
            "return bool(written & held.kept) or watched or held.each or not closed",
            "return False",
        ),
    ),
    *sown_in(
        "properties/analyses/caught/search.py",
        CAUGHT,
        (
            "caught: every run is shortest",
            "not moves or self._is_apart(part.flow, at.kept)",
            "True",
        ),
        (
            "caught: it happens once",
            "if field in self.way.kept or not self._happens_once:",
            "if 0:",
        ),
    ),
    *sown_in(
        "properties/analyses/caught/before.py",
        CAUGHT,
        (
            "caught: all stays as at first",
            "if rule.event != event and rule.when is not FALSE:",
            "if False:",
        ),
        ("caught: only the first condition", "if not all(fits(one)", "if not any(fits(one)"),
    ),
    *sown_in(
        "properties/analyses/caught/options.py",
        CAUGHT,
        (
            "caught: a proof keeps nothing",
            "return follows and not kept and plain",
            "return follows",
        ),
        ("caught: it is taken over", "yield rule if len(kept) ==", "yield rule if len(kept) !="),
    ),
    *sown_in(
        "properties/analyses/caught/rulings.py",
        CAUGHT,
        (
            "caught: another value does as well",
            "if not any(may_hold(one, {field: v}) for v in _but(field, value)))",
            ")",
        ),
        ("caught: whatever it was", "return not all(may_hold(", "return any(may_hold("),
    ),
)
