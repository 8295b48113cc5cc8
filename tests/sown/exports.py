"""Faults of the exports."""

from tests.sown.fault import sown_in
from tests.sown.watching import EXPORTS

FAULTS = (
    *sown_in(
        "properties/exports/instance.py",
        EXPORTS,
        (
            "export: no follower moves",
            "for machine in flow.following(event):",
            "for machine in ():",
        ),
        ("export: a sum may leave its sort", "*needed, *inside)", "*needed)"),
        ("export: the last rule that fits", "in reversed(rules):", "in rules:"),
        ("export: others are oneself too", "owners.remove(owner)", "owners.count(owner)"),
        (
            "export: after is before",
            "if act and at.after else Read(field)",
            "if False else Read(field)",
        ),
    ),
    *sown_in(
        "properties/exports/claimed.py",
        EXPORTS,
        ("export: an impossible step breaks", "act.possible.implies(", "(TRUE).implies("),
        (
            "export: one point alone",
            "for point in world.points_of(mine) if points else []:",
            "for point in world.points_of(mine)[:1]:",
        ),
    ),
    *sown_in(
        "properties/exports/aiger.py",
        EXPORTS,
        (
            "export: what is not possible",
            "c.both(chosen, signals(c, act.possible, self.now)[True])",
            "chosen",
        ),
        (
            "export: one first state",
            "for first, signal in pairs if first == value",
            "for first, signal in list(pairs)[:1] if first == value",
        ),
    ),
    *sown_in(
        "properties/exports/shorter.py",
        EXPORTS,
        ("export: a constant joins", 'decides = operator == "or"', 'decides = operator == "and"'),
    ),
    *sown_in(
        "properties/exports/bits.py",
        EXPORTS,
        ("export: strictly less", "if holds(m, n)", "if holds(n, m)"),
    ),
)
