"""Faults of leads-to."""

from tests.sown.fault import sown_in
from tests.sown.watching import LIVE, NARROWED, RANKS

FAULTS = (
    *sown_in(
        "properties/engine/live/ranker.py",
        LIVE,
        ("ranks: two blocks on one level", "below if joins else below + 1", "below"),
        (
            "stuttering: where nothing happens all is well",
            "if not any(self.bad[n] for n in component):",
            "if len(component) == 1 or not any(self.bad[n] for n in component):",
        ),
        (
            "fairness: taken inside and yet helping",
            "if not taken.isdisjoint(one.moves):",
            "if False:",
        ),
        (
            "fairness: weak as strong",
            "if any(enabled) if one.strong else all(enabled):",
            "if any(enabled):",
        ),
        (
            "fairness: strong as weak",
            "if any(enabled) if one.strong else all(enabled):",
            "if all(enabled):",
        ),
    ),
    *sown_in(
        "properties/engine/live/cycle.py",
        LIVE,
        (
            "fairness: judged on the component and not on the cycle",
            "return weak == self.all_weak and not enabled & ~taken",
            "return True",
        ),
        (
            "stuttering: it is no cycle",
            "if self._is_fair(first):\n            return Cycle()",
            "if False:\n            return Cycle()",
        ),
    ),
    *sown_in(
        "properties/engine/live/lasso.py",
        RANKS,
        ("lasso: strong as weak", "elif off and not fair.strong:", "elif off:"),
        (
            "lasso: the goal may be met",
            "return arises and not any(holds(goal, state) for state in later)",
            "return arises",
        ),
        (
            "lasso: it need not replay",
            " or went.back != lasso.back or went.moves != lasso.moves:",
            ":",
        ),
        (
            "lasso: it may begin anywhere",
            "if not all(value in world.flow.initials(field) for (field, _), value in first):",
            "if False:",
        ),
        ("lasso: it may be unfair", "    if unfair:\n", "    if False:\n"),
    ),
    *sown_in(
        "properties/engine/live/judged.py",
        RANKS,
        ("rank judge: no lemma is missed", "_need_all_asked(flow, lemmas)\n", "pass\n"),
        ("rank judge: any fairness counts", "need(counts, f", "need(True, f"),
        (
            "rank judge: a weak level goes on",
            "need(not final or n == len(levels) - 1,",
            "need(True,",
        ),
    ),
    *sown_in(
        "properties/engine/live/blocks.py",
        RANKS,
        (
            "rank judge: a rank may stay",
            "here = self._below(levels[:n], rank)",
            "here = self._below(levels[:n], rank + 1)",
        ),
        (
            "rank judge: the helper may occur",
            "spoken |= dict.fromkeys(self.helpers[helper].fair.events)",
            "pass",
        ),
        (
            "rank judge: the helper may be off",
            "kept = ~purpose.bad if last == HARMLESS else enabled(flow, helpers[last].known)",
            "kept = TRUE",
        ),
        (
            "rank judge: a step may leave",
            "goes_on.implies(outside | then.may_follow(block.levels))",
            "goes_on.implies(TRUE)",
        ),
        (
            "rank judge: a view may have no rank",
            "parts = [purpose.supposed.implies(any_of(happens(), *(block.now for block in of)))]",
            "parts = [happens().implies(purpose.supposed)]",
        ),
    ),
    *sown_in(
        "properties/engine/live/narrowed.py",
        NARROWED,
        (
            "narrowed: a run shows that it never occurs",
            "return found if isinstance(found, Invariant) else None",
            "return found if isinstance(found, Invariant) else Invariant((), {shape: ()}, 0, ())",
        ),
    ),
    *sown_in(
        "properties/engine/live/judged.py",
        NARROWED,
        (
            "narrowed: ranks that a run breaks are right",
            "if isinstance(invariant, Run):",
            "if False:",
        ),
    ),
)
