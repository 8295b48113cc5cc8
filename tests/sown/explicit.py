"""Faults of the search state by state."""

from tests.sown.fault import sown_in
from tests.sown.watching import EXPLICIT, IN_C

FAULTS = (
    *sown_in(
        "properties/engine/explicit/moves.py",
        EXPLICIT,
        ("explicit: a follower never stays", "held if follows else None", "None"),
        ("explicit: nothing leaves its sort", "within |= _limits(slot, field, rules)", "pass"),
        (
            "explicit: others with oneself",
            "if kind is not Quantifier.ALL_OTHER_POINTS or o != me",
            "",
        ),
        ("explicit: all as some", '"and" if kind.is_universal else "or"', '"or"'),
        (
            "explicit: all points are mine",
            "world.points_of(me) if kind is Quantifier.ALL_MY_POINTS else world.owners(scope)",
            "world.owners(scope)",
        ),
        (
            "explicit: a broadcast reaches everybody",
            "world.below(event, move.home, machine.scope)",
            "world.owners(machine.scope)",
        ),
        (
            "explicit: a rule writes nothing besides",
            "if field in rule.then:\n            return",
            "if False:\n            return",
        ),
    ),
    *sown_in(
        "properties/engine/explicit/python_text.py",
        EXPLICIT,
        ("explicit: what was held stays", "cleared |= at.ones << at.shift", "pass"),
    ),
    *sown_in(
        "properties/engine/explicit/blocks.py",
        EXPLICIT,
        (
            "explicit: a slot is read too late",
            "known = held | here",
            "known = held | here | needed.keys()",
        ),
    ),
    *sown_in(
        "properties/engine/explicit/asked.py",
        EXPLICIT,
        (
            "explicit: after is before",
            'f"n{slot[1:]}" if at.after and isinstance(slot, str) else slot',
            "slot",
        ),
        ("explicit: it happens to everybody", "and world.concerns(move, here)", ""),
        (
            "explicit: another point comes later",
            "[n for n in points if n != point]",
            "[n for n in points if n > point]",
        ),
    ),
    *sown_in(
        "properties/engine/explicit/by_python.py",
        EXPLICIT,
        ("explicit: first states are not asked", "self._look(self._order, [])", "pass"),
    ),
    *sown_in(
        "properties/engine/explicit/ends.py",
        EXPLICIT,
        (
            "explicit: a run need not replay",
            "or (move and world.outcome(before, move).after != after)",
            "",
        ),
    ),
    *sown_in(
        "properties/engine/explicit/search.py",
        EXPLICIT,
        ("explicit: a part is the whole", "stopped = ANSWERED", "pass"),
        ("explicit: no limit is told", "stopped = str(limit)", "pass"),
    ),
    *sown_in(
        "properties/engine/explicit/packing.py",
        IN_C,
        ("explicit: a slot lies across words", "if shift % WORD + bits > WORD:", "if False:"),
    ),
    *sown_in(
        "properties/engine/explicit/c_text.py",
        IN_C,
        ("explicit in C: no steps are counted", "s->successors++; ", ""),
        (
            "explicit in C: states of one word",
            "!memcmp(at(s, *n - 1), t, sizeof(word) * WORDS)",
            "at(s, *n - 1)[0] == t[0]",
        ),
        (
            "explicit in C: what was met is forgotten",
            "for (uint64_t n = 0; n < s->states; n++) *find(s, at(s, n)) = n + 1;",
            "",
        ),
        ("explicit in C: the last end counts", "if (e->state >= 0) return;", ""),
    ),
    *sown_in(
        "properties/engine/explicit/by_c.py",
        IN_C,
        (
            "explicit in C: the compiler goes on",
            "os.killpg(going.pid, signal.SIGKILL)",
            "going.kill()",
        ),
    ),
)
