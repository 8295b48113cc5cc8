"""Faults of encoder, closure and the rest of the engine."""

from tests.sown.fault import sown_in
from tests.sown.watching import COMPARED, FACTS, JUDGE, MARK, MIRROR, STILL, STRESS, WHOLE

FAULTS = (
    *sown_in(
        "properties/engine/verdict.py",
        JUDGE,
        (
            "emptiness: never",
            'return ("empty",) if any(isinstance(one, Invariant) for one in arising) else ()',
            "return ()",
        ),
    ),
    *sown_in(
        "properties/engine/evidence.py",
        JUDGE,
        ("settle: not the shortest run", "run = min(runs, key=", "run = max(runs, key="),
    ),
    *sown_in(
        "properties/engine/settle.py",
        WHOLE,
        (
            "settle: a part that is not known hides one that is refuted",
            "return shortest(answers) or together(parts[0].flow, answers, budget)",
            "return together(parts[0].flow, answers, budget) and shortest(answers)",
        ),
        (
            "settle: a part may starve the others",
            "budget.share(min(most, 1 / (len(left) - done)))",
            "budget.share(1 - done)",
        ),
    ),
    *sown_in(
        "properties/engine/evidence.py",
        WHOLE,
        ("settle: the shortest for sure", "shortest=run.shortest and known)", "shortest=True)"),
    ),
    *sown_in(
        "properties/engine/instances.py",
        WHOLE,
        (
            "instances: a search that was stopped was finished",
            'left_open.append((points, f"was not finished ({why})"))',
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/free.py",
        WHOLE,
        (
            "free: a doubt that is not known hides one that comes true",
            "run = next((answer for answer in answers if isinstance(answer, Run)), None)",
            "run = proved(answers, budget) and None",
        ),
    ),
    *sown_in(
        "properties/engine/reaching.py",
        WHOLE,
        ("sometimes: what was not searched is not", "            known = False\n", ""),
        (
            "sometimes: fewer points are not known",
            "first if points == sum(first.shape) else first.shortest",
            "first if points == sum(first.shape) else False",
        ),
        ("sometimes: only what grows is found", "grown or _searched(", "grown or not _searched("),
    ),
    *sown_in(
        "properties/engine/vacuous.py",
        WHOLE,
        (
            "emptiness: a situation is seen from its own places",
            "parts_of(flow, ~one, of_situation(whole, one))",
            "parts_of(flow, ~one)",
        ),
        (
            "emptiness: a limit passes",
            "except (Undecided, Spent, Disagreement) as why:",
            "except Undecided as why:",
        ),
    ),
    *sown_in(
        "properties/engine/budget.py",
        ("tests/engine/test_prove.py",),
        ("budget: views are not counted", "if held > self.views:", "if False:"),
        (
            "budget: time is not counted",
            "if self.clock() - self.start > self.seconds:",
            "if False:",
        ),
    ),
    *sown_in(
        "properties/engine/comparing.py",
        COMPARED,
        ("actors: one is as good as another", "if str(rule.actor) != wanted", "if not wanted"),
        ("actors: of no rule", "if not rows:", "if False:"),
    ),
    *sown_in(
        "properties/engine/mirror.py",
        MIRROR,
        ("mirror: the order of rows", "if not found and there != here:", "if False:"),
        ("mirror: the sorts", '"holds or reads other values": _sorts, ', ""),
        ("mirror: the homes", ', "sees events": _homes', ""),
        (
            "mirror: the scope",
            "if mirror.scope.name != renamed(original.scope.name, new):",
            "if False:",
        ),
    ),
    *sown_in(
        "properties/engine/suspect.py",
        MARK,
        ("suspect: rules are not looked at", "for rule in _rules(result):", "for rule in ():"),
        (
            "suspect: no mark",
            "return replace(result, marks=(*result.marks, SUSPECT))",
            "return result",
        ),
    ),
    *sown_in(
        "properties/engine/suspect.py",
        COMPARED,
        ("suspect: nor those of actors", " or str(rule.event) in named", ""),
    ),
    *sown_in(
        "properties/engine/budget.py",
        STRESS,
        (
            "interrupt: it is not seen",
            'where one waits."""\n        if waiting:',
            'where one waits."""\n        if False:',
        ),
    ),
    *sown_in(
        "properties/engine/free.py",
        ("tests/engine/test_limits.py::test_no_phase_looks_away_for_long",),
        ("time: the free claims forget it", "    budget.check()\n    at = ", "    at = "),
    ),
    *sown_in(
        "properties/engine/signals.py",
        STRESS,
        ("interrupt: Z3 is left anywhere", "if not _is_within_z3(frame):", "if frame:"),
        ("signal: which one is forgotten", "else Ended(number)", "else Ended(0)"),
        ("signal: what is ignored is heeded", "if signal.getsignal(n) is default", "if n"),
    ),
    *sown_in(
        "properties/engine/memory.py",
        STRESS,
        ("memory: no limit is told of", "    if reached:  # only", "    if False:  # only"),
        (
            "memory: the limit is beyond what is taken",
            "most = megabytes * MEGABYTE",
            "most = (megabytes + megabytes_taken()) * MEGABYTE",
        ),
        (
            "memory: the limit stays",
            "resource.setrlimit(resource.RLIMIT_AS, before)",
            "pass",
        ),
    ),
    *sown_in(
        "properties/engine/dive.py",
        ("tests/engine/test_portfolio.py",),
        ("dive: any step breaks it", "if not world.holds(part.body, where, *seen):", "if True:"),
        ("dive: the last move is forgotten", "for one, _ in way), move)", "for one, _ in way),)"),
    ),
    *sown_in(
        "properties/engine/settle.py",
        ("tests/engine/test_portfolio.py",),
        (
            "portfolio: the search backwards is not asked",
            "return dive(part, budget) or prove_part(part, budget)",
            "raise Unserved(part.flow.name)",
        ),
        ("portfolio: shares are in vain", "budget.of_slices(FIELDS, VIEWS, BOXES)", "budget"),
    ),
    *sown_in(
        "properties/engine/prove.py",
        STILL,
        (
            "stuck: what asks others is decided",
            "if isinstance(claim, StuckOnly) and (asking := asking_way(flow, claim)):",
            "if asking := isinstance(claim, StuckOnly) and asking_way(flow, claim) and False:",
        ),
    ),
    *sown_in(
        "properties/engine/prove.py",
        FACTS,
        (
            "given: what is not proved is a fact",
            "if one.verdict is not Verdict.PROVED or one.points != ANY:",
            "if one.verdict is None or one.points != ANY:",
        ),
        (
            "given: what is proved of one point is a fact",
            "if one.verdict is not Verdict.PROVED or one.points != ANY:",
            "if one.verdict is not Verdict.PROVED:",
        ),
        (
            "given: what is given and not proved does not matter",
            "    raise Undecided(why)\n",
            "    return found\n",
        ),
        (
            "given: nothing is refuted without it",
            "if found.verdict is Verdict.REFUTED:",
            "if found.verdict is None:",
        ),
    ),
    *sown_in(
        "properties/engine/facts.py",
        FACTS,
        (
            "facts: what a claim rules out is what it says",
            "slot_of, wanted=False)",
            "slot_of, wanted=True)",
        ),
        ("facts: not is no negation", "wanted=wanted is not sign)", "wanted=wanted)"),
        ("facts: and is or", '(bare.operator == "and") is wanted', "wanted"),
        ("facts: what cannot be is met", "if all(box.values())]", "if box]"),
        (
            "facts: only the claim, and nothing that it rests on",
            "mine = (*proof.boxes[shape], *_ruled_out(flow, proof))",
            "mine = tuple(_ruled_out(flow, proof))",
        ),
        (
            "facts: a fact on a provider is on one of them",
            "for who in embeddings(narrow, wide):",
            "for who in list(embeddings(narrow, wide))[:1]:",
        ),
    ),
)
