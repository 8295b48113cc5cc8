"""Faults of the other engines, and what is kept of them."""

from tests.sown.fault import sown_in
from tests.sown.watching import (
    CLOSURE,
    FACTS,
    FOLDER,
    IN_POINTS,
    JUDGE,
    KEPT,
    LIVE,
    PDR,
    STRESS,
    WHOLE,
)

FAULTS = (
    *sown_in(
        "properties/engine/others/obligations.py",
        JUDGE,
        (
            "obligations: witness",
            "for further in others.extensions(one.wide):",
            "for further in ():",
        ),
        ("obligations: ghost", "if others.possible or others.asked:", "if False:"),
    ),
    *sown_in(
        "properties/engine/others/ghosts.py",
        CLOSURE,
        ("closure: ghost", "bool(self.events or self.flow.somes)", "bool(self.flow.somes)"),
        (
            "closure: empty provider",
            "return ((1,), (0,)) if self.flow.has_providers else ((1,),)",
            "return ((1,),)",
        ),
    ),
    *sown_in(
        "properties/engine/others/quantified.py",
        CLOSURE,
        (
            "closure: witness",
            'return join("or", [0, *answers, witness])',
            'return join("or", [0, *answers])',
        ),
        (
            "closure: all as some",
            'return join("and", [1, *answers])',
            'return join("or", [0, *answers])',
        ),
        ("closure: others with oneself", "owners.remove(owner)", "pass"),
    ),
    *sown_in(
        "properties/engine/others/ghosts.py",
        WHOLE,
        (
            "ghosts: a step of another that changes nothing is not asked about",
            "return frozenset(own) if self.each else self.events",
            "return self.events",
        ),
    ),
    *sown_in(
        "properties/engine/others/lemmas.py",
        LIVE,
        (
            "lemma: supposes of a guard what the other does not see",
            "waiting = graph.chances.holds(shared(self.flow, waits.known, scope), scope)",
            "waiting = graph.chances.here(waits.known, 0)",
        ),
        ("lemma: not taken, whoever is seen", "same = waits.fair.scope >= scope", "same = True"),
        (
            "lemma: what is asked of others counts from the first",
            "return not demands(self.flow, event)",
            "return True",
        ),
    ),
    *sown_in(
        "properties/engine/packets/accept.py",
        FOLDER,
        (
            "checker: its no is not heard",
            'reason = f"the checker does not accept the proof: {why}"',
            "del why",
        ),
    ),
    *sown_in(
        "properties/engine/packets/kept.py",
        KEPT,
        ("kept: the checker is not asked", "check(there.flow, packet, budget.check)", "pass"),
        (
            "kept: what was accepted once serves whatever stands there now",
            "known = self.sound.get(name) == asked",
            "known = name in self.sound",
        ),
        (
            "kept: a run outlives what it was sought in",
            'need(not runs or entry["seal"] == _seal(entry, there), CHANGED)',
            "del runs",
        ),
        ("kept: a run is of any rules", '"rules": there.rules', '"rules": ""'),
        ("kept: a run is of any engine", '"made with": made_with()', '"made with": ""'),
        (
            "kept: another claim's packet serves",
            'need(packet.get("claim") == claim.id, "it is of another claim")',
            "pass",
        ),
        (
            "kept: a claim may say something else",
            'need(entry["claim"] == there.said(claim.id), "the claim has changed")',
            "pass",
        ),
        ("kept: what is open still", "return bool(result.unknown) or (", "return False and ("),
        ("kept: why not is not said", "self.refused[_in_words(why)] += 1", "del why"),
    ),
    *sown_in(
        "properties/engine/packets/unpack.py",
        KEPT,
        ("kept: an empty claim is not marked", "marks=marks_of(arising)", "marks=()"),
        (
            "kept: a first state is another",
            "_value(field, next(values[field.name]))",
            "flow.initials(field)[-1]",
        ),
        ("kept: a run goes round elsewhere", "since=since, back=back", "since=since, back=0"),
        ("kept: a rung is of another rank", 'Rung(rung["rank"], ', "Rung(0, "),
        ("kept: a trap outlives its search", '"lasso", "trap")', '"lasso")'),
    ),
    *sown_in(
        "properties/engine/packets/store.py",
        STRESS,
        (
            "packets: what others have half written is taken away",
            'glob(f"*.{self.mark}{HALF}")',
            'glob(f"*{HALF}")',
        ),
    ),
    *sown_in(
        "properties/engine/pdr/flow_clauses.py",
        PDR,
        ("pdr: frame", "self.after[slot][value], changes)", "self.after[slot][value])"),
        (
            "pdr: the first rule is taken",
            "rules = machine.rules_of(move.event)",
            "rules = machine.rules_of(move.event)[:1]",
        ),
        (
            "pdr: a value leaves its sort",
            "self.clauses.add(-self.strict, -self.outside[slot])",
            "pass",
        ),
        ("pdr: a follower takes part", "if may_stay else []", "if False else []"),
    ),
    *sown_in(
        "properties/engine/pdr/clauses.py",
        PDR,
        ("pdr: two values at once", "self.at_most_one(every)", "pass"),
    ),
    *sown_in(
        "properties/engine/pdr/problem.py",
        PDR,
        ("pdr: nobody else steps", "if asked.of_steps and not asked.alone:", "if False:"),
    ),
    *sown_in(
        "properties/engine/pdr/questions.py",
        PDR,
        ("pdr: lifting", ", *(-c.fits for c in chosen)]", "]"),
        (
            "pdr: a first state is any",
            "self.sat.add(-self.frames[0], *(-one for one in sorted(firsts)))",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/pdr/search.py",
        PDR,
        (
            "pdr: initiation",
            "if barred is None or not self.space.meets_first(barred):",
            "if barred is None or barred:",
        ),
        (
            "pdr: pushed too far",
            "(barred := self._barred(cube, level + 1)):\n            cube, level",
            "(barred := self._barred(cube, level + 1) or cube):\n            cube, level",
        ),
        (
            "pdr: generalisation weakened",
            "return self._barred(smaller, level) or cube",
            "return self._barred(smaller, level) or smaller",
        ),
    ),
    *sown_in(
        "properties/engine/pdr/shrink.py",
        PDR,
        ("pdr: all boxes are kept", "if self._prove(kept - {number}):", "if False:"),
    ),
    *sown_in(
        "properties/engine/pdr/pairs.py",
        ("tests/engine/test_pdr_pairs.py",),
        ("pdr: pairs that meet after a step", "return pairs.kept()", "return pairs.cubes"),
        (
            "pdr: pairs that meet at first",
            "(cube for cube in both if not space.meets_first(cube))",
            "both",
        ),
    ),
    *sown_in(
        "properties/engine/pdr/shortest.py",
        PDR,
        ("pdr: a shortest run is any", "range(1, below)", "range(below - 1, below)"),
        ("pdr: any of those that compete", "mine[:n]", "mine[:0]"),
    ),
    *sown_in(
        "properties/engine/pdr/prove.py",
        FACTS,
        (
            "facts: the search backwards is not told",
            "part.facts.at(self.flow, shape))",
            "())",
        ),
    ),
    *sown_in(
        "properties/engine/whole/points.py",
        IN_POINTS,
        (
            "whole: no provider is empty",
            "sharings(flow, points, EMPTY)",
            "sharings(flow, points, 0)",
        ),
        (
            "whole: a search that was stopped was finished",
            "Standing.UNFINISHED if stopped else Standing.HOLDS",
            "Standing.HOLDS",
        ),
        (
            "whole: what is seen from nowhere holds",
            "if not any(one.seen[number] for one in instances):",
            "if False:",
        ),
    ),
    *sown_in(
        "properties/engine/whole/points.py",
        ("tests/engine/test_whole_points.py",),
        ("points: a slice holds of itself", "    if found:\n", "    if found is not None:\n"),
    ),
)
