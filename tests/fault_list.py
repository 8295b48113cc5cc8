"""Faults of the engine, each a text of one of its files and what a mistake would put in its place.

Every text stands exactly once in its file. The tests that should notice come first.
"""

from dataclasses import dataclass

from tests.fault_list_of_page import IN_PAGE, WEB

# The small flows of these files, without what is random in them.
QUICK = (
    "tests/engine/test_prove.py"
    " tests/engine/test_judge.py::test_what_only_others_do_is_judged"
    " tests/engine/test_judge.py::test_a_first_state_that_was_forgotten_is_noticed"
    " tests/engine/test_judge.py::test_a_false_claim_on_steps_is_not_accepted"
    " tests/engine/test_judge.py::test_two_others_may_be_the_two_that_a_guard_asks_for"
    " tests/engine/test_agreement.py::test_z3_agrees_on_a_flow_with_every_construct"
)
JUDGE = (QUICK, "tests/engine/test_stress.py::TestUndecided", "tests/engine/test_judge.py")
ENCODER = (QUICK, "tests/engine/test_agreement.py", "tests/engine/test_judge.py")
REPLAY = ("tests/engine/test_unnoticed.py", "tests/engine/test_steps.py", *JUDGE)
CLOSURE = (
    QUICK,
    "tests/engine/test_agreement.py",
    "tests/engine/test_closure.py",
    "tests/engine/test_soundness.py",
)
MEANING = (QUICK, "tests/model/test_run.py", "tests/engine/test_agreement.py")
NARROWED = ("tests/engine/test_narrowed.py",)
LISTED = ("tests/engine/test_listed.py",)
IN_POINTS = ("tests/engine/test_whole_points.py",)
LIVE = (
    "tests/engine/test_live_traps.py",
    "tests/engine/test_live.py",
    "tests/engine/test_live_random.py",
)
CORRUPTED = (
    "tests/engine/test_unnoticed.py"
    " tests/engine/test_ranks.py"
    " tests/engine/test_live.py::test_a_lasso_is_replayed_and_its_fairness_judged"
)
SIMULATED = ("tests/logs/test_simulate.py",)
JUDGED_LOGS = ("tests/logs/test_judge.py",)
WHOLE_LOGS = ("tests/logs/test_conform.py",)
COMPOSING = ("tests/language/test_composing.py tests/language/test_renaming.py",)
RANKS = (
    CORRUPTED,
    "tests/engine/test_live_traps.py",
    "tests/engine/test_live.py",
    "tests/engine/test_live_random.py",
)
CHECKER = (
    "tests/checker/test_checker.py",
    "tests/engine/test_unnoticed.py",
    "tests/checker/test_packets.py",
)
FOLDER = (
    "tests/checker/test_malformed.py tests/checker/test_manifest.py",
    "tests/checker/test_packets.py",
    "tests/checker/test_checker.py",
)
LIST = ("tests/checker/test_questions.py -k excludes", "tests/checker/test_forgeries.py -k passes")
LED = ("tests/engine/test_still_led.py",)
STILL = ("tests/engine/test_still.py -k not(forge)", "tests/engine/test_still.py -k forge")
FACTS = ("tests/engine/test_given.py", "tests/engine/test_facts.py")
STRESS = tuple(
    f"tests/engine/test_stress.py::Test{what}"
    for what in ("Memory", "Killed", "Interrupted", "Full")
)
KEPT = ("tests/switchproof/test_kept.py",)
MARK = ("tests/dossier/test_coverage.py", "tests/engine/test_prove.py")
FAMILIES = ("tests/language/test_families.py", "tests/language/test_family_misuse.py")
EXPORTS = ("tests/exports",)
IDLE = (
    "tests/analyses/test_idle.py::test_a_rule_that_only_seems_to_fit_is_not_said_to_be_taken",
    "tests/analyses/test_idle.py::test_a_condition_that_is_not_alone_is_not_said_to_stop",
)
COMPARED = ("tests/engine/test_comparing.py",)
WHOLE = ("tests/engine/test_whole.py tests/engine/test_steps.py tests/engine/test_reaching.py",)
MUTANTS = ("tests/analyses/test_mutants.py", "tests/switchproof/test_why.py")
MIRROR = ("tests/engine/test_mirror.py", "tests/checker/test_packets.py")
ARGUMENTS = ("tests/language/test_wrong_arguments.py",)
GIVEN = ("tests/language/test_given.py", "tests/engine/test_live.py")
NOTHING = ("tests/switchproof/test_nothing_checked.py",)
EXPLICIT = ("tests/engine/test_explicit.py",)
IN_C = ("tests/engine/test_explicit_in_c.py",)
PDR = ("tests/engine/test_pdr_clauses.py", "tests/engine/test_pdr.py")
DIFF = ("tests/switchproof/test_diff.py -k not(paper)", "tests/dossier/test_impacts.py")
CAUGHT = ("tests/analyses/test_caught.py", "tests/dossier/test_table.py")
AT_INTERFACE = ("tests/checker/test_interfaces.py", "tests/engine/test_interfaces.py")
IN_LOGS = ("tests/checker/test_monitors.py", "tests/engine/test_accepting.py")
SUITES = ("tests/analyses/test_tours.py", "tests/analyses/test_suites.py")
MONITORS = ("tests/analyses/test_monitor.py -k not(walk)",)


@dataclass(frozen=True)
class Fault:
    """One mistake: the text that is right, the one that is wrong, and who should notice.

    Tests that stand in one string run together.
    """

    name: str
    file: str
    right: str
    wrong: str
    tests: tuple[str, ...]


def _in(file: str, tests: tuple[str, ...], *rows: tuple[str, str, str]) -> tuple[Fault, ...]:
    return tuple(Fault(name, file, right, wrong, tests) for name, right, wrong in rows)


FAULTS = (
    *(one for file, tests, rows in IN_PAGE for one in _in(f"{WEB}/{file}", tests, *rows)),
    *_in(
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
    *_in(
        "properties/engine/explicit/python_text.py",
        EXPLICIT,
        ("explicit: what was held stays", "cleared |= at.ones << at.shift", "pass"),
    ),
    *_in(
        "properties/engine/explicit/blocks.py",
        EXPLICIT,
        (
            "explicit: a slot is read too late",
            "known = held | here",
            "known = held | here | needed.keys()",
        ),
    ),
    *_in(
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
    *_in(
        "properties/engine/explicit/by_python.py",
        EXPLICIT,
        ("explicit: first states are not asked", "self._look(self._order, [])", "pass"),
    ),
    *_in(
        "properties/engine/explicit/ends.py",
        EXPLICIT,
        (
            "explicit: a run need not replay",
            "or (move and world.outcome(before, move).after != after)",
            "",
        ),
    ),
    *_in(
        "properties/engine/explicit/search.py",
        EXPLICIT,
        ("explicit: a part is the whole", "stopped = ANSWERED", "pass"),
        ("explicit: no limit is told", "stopped = str(limit)", "pass"),
    ),
    *_in(
        "properties/engine/explicit/packing.py",
        IN_C,
        ("explicit: a slot lies across words", "if shift % WORD + bits > WORD:", "if False:"),
    ),
    *_in(
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
    *_in(
        "properties/engine/explicit/by_c.py",
        IN_C,
        (
            "explicit in C: the compiler goes on",
            "os.killpg(going.pid, signal.SIGKILL)",
            "going.kill()",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/judging/solver.py",
        JUDGE,
        ("judge: Z3 may take for ever", "if left < PUNCTUAL * self.limit:", "if not left:"),
        ("judge: unknown as unsat", "if answer == z3.unsat:", "if answer != z3.sat:"),
        ("judge: believes anything", "if answer == z3.unsat:", "if True:"),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/judging/solver.py",
        ("tests/engine/test_same_bytes.py",),
        ("judge: any state", "while state[slot] > lowest:", "while False:"),
    ),
    *_in(
        "properties/engine/others/obligations.py",
        JUDGE,
        (
            "obligations: witness",
            "for further in others.extensions(one.wide):",
            "for further in ():",
        ),
        ("obligations: ghost", "if others.possible or others.asked:", "if False:"),
    ),
    *_in(
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
    *_in(
        "properties/engine/slices/shapes.py",
        JUDGE,
        (
            "shapes: empty provider",
            "yield Extension((*shape, 0), everyone, Embedding((len(shape),), ()))",
            "pass",
        ),
    ),
    *_in(
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
    *_in(
        "properties/engine/slices/layout.py",
        CLOSURE,
        ("closure: first states", "for v in flow.initials(f)]", "for v in flow.initials(f)[:1]]"),
        (
            "closure: two values look the same",
            "min(values)).bit_length()",
            "min(values)).bit_length() - 1",
        ),
    ),
    *_in(
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
    *_in(
        "properties/engine/slices/move_text.py",
        CLOSURE,
        (
            "closure: a step may leave a sort",
            "for n, s in sorts.items() if isinstance(s, range)]",
            "for n, s in sorts.items() if False]",
        ),
        ("closure: frame", "new.get(n, f'v{n}')", "new.get(n, '0')"),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/slices/owner.py",
        CLOSURE,
        (
            "closure: projection of a negation",
            'join("or", [0, *(self.see(node, known) for known in valuations)])',
            'join("and", [1, *(self.see(node, known) for known in valuations)])',
        ),
    ),
    *_in(
        "properties/engine/others/ghosts.py",
        CLOSURE,
        ("closure: ghost", "bool(self.events or self.flow.somes)", "bool(self.flow.somes)"),
        (
            "closure: empty provider",
            "return ((1,), (0,)) if self.flow.has_providers else ((1,),)",
            "return ((1,),)",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "model/language/meaning.py",
        MEANING,
        (
            "meaning: happens anywhere",
            "return move.home == self.seen(here, Whose.OWN, move.event.scope)",
            "return True",
        ),
        (
            "meaning: effects in sequence",
            "value = self.compute(node, state, machine.scope, owner)\n                after",
            "value = self.compute(node, tuple(after), machine.scope, owner)\n                after",
        ),
        (
            "meaning: broadcast",
            "taken += [Taken(machine, owner, rule)] if rule else []",
            "pass",
        ),
        (
            "meaning: shared event",
            "refusals += self._why_not(machine, owner, event, state)",
            "pass",
        ),
    ),
    *_in(
        "properties/engine/verdict.py",
        JUDGE,
        (
            "emptiness: never",
            'return ("empty",) if any(isinstance(one, Invariant) for one in arising) else ()',
            "return ()",
        ),
    ),
    *_in(
        "properties/engine/slices/seen.py",
        JUDGE,
        (
            "settle: the last of what is joined is left out",
            "for one in joined(body)]",
            "for one in joined(body)[:1]]",
        ),
    ),
    *_in(
        "properties/engine/evidence.py",
        JUDGE,
        ("settle: not the shortest run", "run = min(runs, key=", "run = max(runs, key="),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/evidence.py",
        WHOLE,
        ("settle: the shortest for sure", "shortest=run.shortest and known)", "shortest=True)"),
    ),
    *_in(
        "properties/engine/instances.py",
        WHOLE,
        (
            "instances: a search that was stopped was finished",
            'left_open.append((points, f"was not finished ({why})"))',
            "pass",
        ),
    ),
    *_in(
        "properties/engine/free.py",
        WHOLE,
        (
            "free: a doubt that is not known hides one that comes true",
            "run = next((answer for answer in answers if isinstance(answer, Run)), None)",
            "run = proved(answers, budget) and None",
        ),
    ),
    *_in(
        "properties/engine/slices/watch.py",
        WHOLE,
        (
            "watch: where nothing changes is asked though each step is",
            "if not self.each and view & bits not in good:",
            "if view & bits not in good:",
        ),
    ),
    *_in(
        "properties/engine/slices/replay.py",
        WHOLE,
        (
            "refine: where nothing happens is a run",
            "return _next_step(at.world, trail, moves, part.body, bad.where) or set[Field]()",
            "return Run(at.world.shape, trail.states[0], tuple(moves), bad.where)",
        ),
    ),
    *_in(
        "properties/engine/slices/truth.py",
        WHOLE,
        ("watch: not each step is asked about", "if not (each or told):", "if not told:"),
    ),
    *_in(
        "properties/engine/others/ghosts.py",
        WHOLE,
        (
            "ghosts: a step of another that changes nothing is not asked about",
            "return frozenset(own) if self.each else self.events",
            "return self.events",
        ),
    ),
    *_in(
        "properties/engine/judging/obligations.py",
        WHOLE,
        ("judge: not each step is asked about", "if matter.each:", "if False:"),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/budget.py",
        ("tests/engine/test_prove.py",),
        ("budget: views are not counted", "if held > self.views:", "if False:"),
        (
            "budget: time is not counted",
            "if self.clock() - self.start > self.seconds:",
            "if False:",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
        "properties/checker/kernel/flow.py",
        CHECKER,
        ("checker: some is closed", "somes(rule) or (SCOPES", "(SCOPES"),
        ("checker: what moves others is closed", "and moves(rule))", "and False)"),
    ),
    *_in(
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
    *_in(
        "properties/checker/others.py",
        CHECKER,
        ("checker: ghost", "found += [(more, len(at.of)) for more in wider]", "pass"),
        (
            "checker: empty provider who acts",
            "found.append((world(flow, at.providers + 1, at.of), at.providers))",
            "pass",
        ),
        (
            "checker: empty provider who is asked",
            "found.append(world(flow, count + 1, of))",
            "pass",
        ),
        ("checker: witness", "for _ in range(witnesses(flow, event)):", "for _ in range(0):"),
        ("checker: seen from somewhere is enough", "need(everywhere,", "need(True,"),
        (
            "checker: a box of a shape may hold a first state",
            'at, [("or", *wrong)], first(at))',
            "at, [False], first(at))",
        ),
        (
            "checker: boxes of shapes need not cover the claim",
            'yield "breaks it", ("not", holds)',
            "pass",
        ),
    ),
    *_in(
        "properties/checker/kernel/runs.py",
        CHECKER,
        ("checker: a refused step of a run", "need(fit or follows,", "need(True,"),
        (
            "checker: a run may begin anywhere",
            "need(begins and all(v in flow.starts[name] for v in values),",
            "need(True,",
        ),
    ),
    *_in(
        "properties/checker/kinds.py",
        CHECKER,
        ("checker: a run may end anywhere", "need(as_it_must,", "need(True,"),
        (
            "checker: packets of an earlier form",
            'need(packet.get("format") == FORMAT,',
            "need(True,",
        ),
    ),
    *_in(
        "properties/checker/proofs.py",
        WHOLE,
        (
            "checker: a part is seen from its own places",
            "yield proof_of(flow, part, proof, seen_by, stepwise=stepwise)",
            "yield proof_of(flow, part, proof, part, stepwise=stepwise)",
        ),
    ),
    *_in(
        "properties/checker/kernel/invariant.py",
        WHOLE,
        (
            "checker: where nothing changes is not asked of one view",
            'yield Question("a step that changes nothing breaks it", at, [still], known)',
            "del still",
        ),
    ),
    *_in(
        "properties/checker/arising.py",
        WHOLE,
        (
            "checker: a situation is seen from its own places",
            'by = situation if claim["kind"] in AHEAD else seen_by(flow, claim)',
            "by = situation",
        ),
    ),
    *_in(
        "properties/checker/kernel/runs.py",
        WHOLE,
        (
            "checker: a run of no steps is one",
            'if not run["moves"]:\n            return False',
            'if not run["moves"]:\n            return True',
        ),
    ),
    *_in(
        "properties/checker/others.py",
        WHOLE,
        (
            "checker: where nothing changes is not asked",
            "yield from () if each else (still,)",
            "yield from ()",
        ),
        (
            "checker: not each event is asked about",
            "if after or each or event in named:",
            "if after or event in named:",
        ),
    ),
    *_in(
        "properties/checker/kernel/claims.py",
        WHOLE,
        (
            "checker: a claim on steps that names none is one on states",
            'return kind == "step" or any(',
            "return any(",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
        "properties/checker/others.py",
        LIST,
        (
            "checker: a step may lead into a box of a shape",
            "            if box.keys() & after.keys():\n                yield",
            "            if False:\n                yield",
        ),
        (
            "checker: no step of another provider",
            "found.append((world(flow, at.providers + 1, at.of), at.providers))",
            "del flow",
        ),
    ),
    *_in(
        "properties/checker/places.py",
        LIST,
        (
            "checker: a point more of one provider alone",
            "for p in range(len(shape)):\n            before",
            "for p in range(min(1, len(shape))):\n            before",
        ),
    ),
    *_in(
        "switchproof/check/known.py",
        FOLDER,
        (
            "check: a flow of the project is any of that name",
            'if digest_of(source, variant) != packet["sha256"]:',
            "if False:",
        ),
        (
            "check: what looks alike is another",
            "other = looks_like(name, self.sources)",
            'other = ""',
        ),
    ),
    *_in(
        "switchproof/verify/run.py",
        FOLDER,
        ("packets: no run is under way", "            begin(store)\n", "            pass\n"),
    ),
    *_in(
        "properties/checker/kernel/claims.py",
        FOLDER,
        (
            "checker: a place names more than its claim",
            "need(place.keys() == named,",
            "need(place.keys() >= named,",
        ),
    ),
    *_in(
        "properties/checker/forms.py",
        FOLDER,
        (
            "checker: what is read may have more parts",
            "return thing.keys() == form.keys() and all(",
            "return thing.keys() >= form.keys() and all(",
        ),
        (
            "checker: a truth is a number",
            "return type(thing) is int and thing in form",
            "return thing in form",
        ),
    ),
    *_in(
        "properties/checker/sorts.py",
        FOLDER,
        (
            "checker: a condition of any sort",
            'need(_kind(flow, body, whom) == TRUTH, f"{where}: its condition is none")',
            "pass",
        ),
    ),
    *_in(
        "properties/checker/folder.py",
        FOLDER,
        (
            "checker: a key may stand twice",
            'need(len({key for key, _ in pairs}) == len(pairs), "a key stands there twice")',
            "pass",
        ),
        ("checker: hash", "need(sha256(text).hexdigest() == digest,", "need(True,"),
    ),
    *_in(
        "properties/checker/manifest.py",
        FOLDER,
        ("checker: a run that did not end has a manifest", 'if not listed["ended"]:', "if False:"),
        ("checker: a packet may be gone", "elif name not in there:", "elif False:"),
        (
            "checker: a packet may be more",
            'if name not in named] if listed["ended"] else []',
            "if False]",
        ),
    ),
    *_in(
        "properties/checker/comparisons.py",
        FOLDER,
        (
            "checker: rows of a mirror",
            'need(same is (packet["verdict"] == "proved"), "the rules',
            'need(True, "the rules',
        ),
    ),
    *_in(
        "properties/checker/comparisons.py",
        COMPARED,
        (
            "checker: another acts as well",
            "found[event] in ([], [party]) for",
            "party in (found[event] or [party]) for",
        ),
        ("checker: actors of no rule", "same = any(found.values()) and all(", "same = all("),
        ("checker: actors in the packet", 'need(packet["actors"] == found,', "need(True,"),
        (
            "checker: an event of two parties",
            "need(len(dict(wanted)) == len(wanted) > 0,",
            "need(True,",
        ),
    ),
    *_in(
        "properties/engine/comparing.py",
        COMPARED,
        ("actors: one is as good as another", "if str(rule.actor) != wanted", "if not wanted"),
        ("actors: of no rule", "if not rows:", "if False:"),
    ),
    *_in(
        "properties/analyses/pinned.py",
        ("tests/model/test_pinned.py",),
        ("pinned: order and doubles", "if before != lines:", "if gone or new:"),
    ),
    *_in(
        "model/language/lines.py",
        ("tests/model/test_pinned.py tests/language/test_list.py",),
        ("pinned: who acts", ", by {by}", ""),
        ("pinned: for whom", "machine.for_whom(rule)", "str()"),
        ("lines: a family is each member", "machine.template or machine", "machine"),
    ),
    *_in(
        "model/language/words.py",
        ("tests/model/test_pinned.py",),
        (
            "pinned: names over a quantifier",
            "return replace(node, body=_bare(body))",
            "return node",
        ),
    ),
    *_in(
        "properties/checker/comparisons.py",
        MIRROR,
        (
            "checker: a mirror makes two names one",
            "for names in (*kinds, reads, *sorts):",
            "for names in ():",
        ),
        (
            "checker: the order of rows of a mirror",
            "fields, at, foreign, rows]",
            "fields, at, foreign, sorted(map(str, rows))]",
        ),
        (
            "checker: the sorts of a mirror",
            'return given if given == "truth" else [new.of(value) for value in given]',
            "return []",
        ),
        ("checker: the homes of a mirror", "(home > scope) - (home < scope)", "0"),
        ("checker: the scope of a mirror", 'new.of(machine["scope"].upper())', '""'),
    ),
    *_in(
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
    *_in(
        "model/language/composing/common.py",
        COMPOSING,
        (
            "composing: what is one object is shared unasked",
            "same is thing and may(thing)",
            "same is thing",
        ),
        (
            "composing: what is listed may be two things",
            "same is thing and may(thing)",
            "may(thing)",
        ),
        (
            "composing: events are not looked at",
            'self._refuse("event", lambda flow: flow.events, self._may_meet)',
            "pass",
        ),
        (
            "composing: an event of a shared machine is shared with all",
            "or event not in self._own_events",
            "or event in self._own_events",
        ),
        (
            "composing: fields are not looked at",
            'self._refuse("field", self._fields, lambda _: False)',
            "pass",
        ),
        (
            "composing: what is joined stands nowhere",
            "[instead.get(str(m), m) for m in part.machines]",
            "part.machines",
        ),
    ),
    *_in(
        "model/language/composing/compose.py",
        COMPOSING,
        (
            "composing: no condition is laid",
            "[laid(machine, conditions) for machine in common.machines(parts)]",
            "list(common.machines(parts))",
        ),
        (
            "composing: a condition is the first member's",
            "return condition.at(event.member)",
            "return condition.values()[0] if condition.of else condition",
        ),
        (
            "composing: first values are forgotten",
            "return replace(found, starts=_starts(where, flows, found))",
            "return found",
        ),
    ),
    *_in(
        "model/language/composing/rules.py",
        COMPOSING,
        (
            "composing: a union has the rules of the first",
            "dict.fromkeys(rule for machine in machines for rule in machine.transitions)",
            "first.transitions",
        ),
        (
            "composing: a condition replaces another",
            "conditions[rule.event]) & rule.when",
            "conditions[rule.event])",
        ),
    ),
    *_in(
        "model/language/composing/renaming.py",
        COMPOSING,
        (
            "renaming: what was made is made again",
            "self._made[id(made)] = made, made",
            "pass",
        ),
        (
            "renaming: a member is no more its family's",
            "return self.of(template)[member]",
            "pass",
        ),
        (
            "renaming: a breach names a duty that is gone",
            'REFERENCES = ("breaches", "duty", "machine")',
            'REFERENCES = ("duty", "machine")',
        ),
        ("renaming: what a flow makes is not renamed", '("say", "body")', "()"),
    ),
    *_in(
        "model/language/renaming.py",
        MIRROR,
        (
            "mirror: two names become one",
            "for kind, names in names_of(machine).items():",
            "for kind, names in ():",
        ),
    ),
    *_in(
        "model/language/claims/ahead.py",
        GIVEN,
        (
            "language: fairness is looked at only once",
            "object.__setattr__(self, name, fair)",
            "tuple(fair)",
        ),
    ),
    *_in(
        "model/language/arguments.py",
        ARGUMENTS,
        ("language: an argument by position is lost", "call.args[at] if at <", "None if at <"),
        ("language: a tuple by a name is not followed", "isinstance(value, ast.Name)", "not value"),
    ),
    *_in(
        "model/language/given.py",
        ARGUMENTS,
        (
            "language: a kind is not looked at",
            "if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):",
            "if kind is int:",
        ),
    ),
    *_in(
        "model/language/expressions.py",
        ARGUMENTS,
        (
            "language: the place of a condition is lost",
            "(place or here()).at(thing, name))",
            "place)",
        ),
    ),
    *_in(
        "switchproof/deciding/running.py",
        ("tests/switchproof/test_several_files.py",),
        (
            "load: what was compiled before an edit is taken",
            "raise OSError(path)",
            "return dict(super().path_stats(path))",
        ),
        ("load: what was loaded beside a flow is taken again", "del sys.modules[old]", "pass"),
    ),
    *_in(
        "properties/analyses/provenance/core.py",
        ("tests/switchproof/test_why.py",),
        (
            "why: a clash is not known",
            "return found if isinstance(found, Run) else None",
            "return None",
        ),
    ),
    *_in(
        "switchproof/telling/story.py",
        ("tests/switchproof/test_unbound.py",),
        (
            "story: who is not bound owes as any other",
            'but = "" if bound else',
            'but = "" if True else',
        ),
    ),
    *_in(
        "switchproof/verify/status.py",
        NOTHING,
        (
            "verify: what comes free counts as theirs",
            "return WRONG if unchecked and found != SURPRISE else found",
            "return found",
        ),
    ),
    *_in(
        "switchproof/verify/run.py",
        NOTHING,
        (
            "verify: none of theirs is enough",
            "if not only and not one.claims and not one.variants:",
            "if False:",
        ),
    ),
    *_in(
        "properties/engine/packets/accept.py",
        FOLDER,
        (
            "checker: its no is not heard",
            'reason = f"the checker does not accept the proof: {why}"',
            "del why",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "switchproof/check/run.py",
        FOLDER,
        ("solvers: their no is not heard", 'if answer == "sat":', "if False:"),
    ),
    *_in(
        "properties/engine/suspect.py",
        MARK,
        ("suspect: rules are not looked at", "for rule in _rules(result):", "for rule in ():"),
        (
            "suspect: no mark",
            "return replace(result, marks=(*result.marks, SUSPECT))",
            "return result",
        ),
    ),
    *_in(
        "properties/engine/suspect.py",
        COMPARED,
        ("suspect: nor those of actors", " or str(rule.event) in named", ""),
    ),
    *_in(
        "model/language/sources.py",
        MARK,
        (
            "suspect: no text has changed",
            "return bool(self.sentences) and self.reviewed != self.fingerprint",
            "return False",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
        "properties/analyses/vacuity/rules.py",
        IDLE,
        ("idle: taken by another rule", "any(one.rule is question.rule for one in taken)", "True"),
        (
            "idle: others are not asked",
            "world.compute(question.stopped,",
            "True or world.compute(question.stopped,",
        ),
    ),
    *_in(
        "properties/analyses/mutation/broken.py",
        MUTANTS,
        (
            "mutants: no claim is touched",
            "return bool(written & held.kept) or watched or held.each or not closed",
            "return False",
        ),
    ),
    *_in(
        "properties/engine/budget.py",
        STRESS,
        (
            "interrupt: it is not seen",
            'where one waits."""\n        if waiting:',
            'where one waits."""\n        if False:',
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/free.py",
        ("tests/engine/test_limits.py::test_no_phase_looks_away_for_long",),
        ("time: the free claims forget it", "    budget.check()\n    at = ", "    at = "),
    ),
    *_in(
        "properties/engine/signals.py",
        STRESS,
        ("interrupt: Z3 is left anywhere", "if not _is_within_z3(frame):", "if frame:"),
        ("signal: which one is forgotten", "else Ended(number)", "else Ended(0)"),
        ("signal: what is ignored is heeded", "if signal.getsignal(n) is default", "if n"),
    ),
    *_in(
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
    *_in(
        "switchproof/deciding/spread.py",
        STRESS,
        (
            "processes: what was open is lost",
            "else list(_ended(work, [item], 1))",
            "else [future]",
        ),
        (
            "processes: one outlives the one that started it",
            "    os._exit(1)",
            "    del parent",
        ),
        (
            "processes: a signal ends the first only",
            "                child.terminate()",
            "                continue",
        ),
        (
            "processes: that nobody reads is not seen",
            "if any(event & select.POLLERR",
            "if any(event & 0",
        ),
    ),
    *_in(
        "properties/engine/packets/store.py",
        STRESS,
        (
            "packets: what others have half written is taken away",
            'glob(f"*.{self.mark}{HALF}")',
            'glob(f"*{HALF}")',
        ),
    ),
    *_in(
        "properties/engine/judging/solver.py",
        STRESS,
        ("interrupt: Z3 keeps it for itself", 'solver.set("ctrl_c", False)', "pass"),
    ),
    *_in(
        "switchproof/verify/run.py",
        STRESS,
        (
            "interrupt: what was reached is lost",
            "if len(left) == len(tasks):",
            "if left:",
        ),
        (
            "packets: that none is kept is not said",
            "return _unkept(store, reasons[0]) if store and reasons else None",
            "return None",
        ),
    ),
    *_in(
        "model/language/families.py",
        FAMILIES,
        (
            "families: a member is among the others",
            "return tuple(one for one in of if one is not member)",
            "return of",
        ),
        (
            "families: two in one are not seen",
            "if len(found) > 1:\n        kinds",
            "if False:\n        kinds",
        ),
        (
            "families: nobody asks whose",
            'if thing.of:\n        raise IllFormed(f"{what}: {which',
            'if False:\n        raise IllFormed(f"{what}: {which',
        ),
        (
            "families: a member that is not of it",
            "if member not in self.of:",
            "if not self.of:",
        ),
    ),
    *_in(
        "model/language/rivals.py",
        FAMILIES,
        (
            "rivals: no other is not all others",
            'return _of_others("no other", condition, _none_of)',
            'return _of_others("no other", condition, lambda *things: ~all_of(*things))',
        ),
        (
            "rivals: some other is every other",
            'return _of_others("some other", condition, any_of)',
            'return _of_others("some other", condition, all_of)',
        ),
        (
            "rivals: exactly one is at least one",
            'return _of_others("exactly one other", condition, exactly_one)',
            'return _of_others("exactly one other", condition, any_of)',
        ),
    ),
    *_in(
        "model/language/each.py",
        FAMILIES,
        (
            "each: a guard of the first member",
            "when=rule.when.at(member)",
            "when=rule.when.at(rule.when.of[0] if rule.when.of else member)",
        ),
        (
            "each: the groups are in another order",
            "for member in of for one in for_member(rules, member)",
            "for rule in rules for member in of for one in for_member([rule], member)",
        ),
    ),
    *_in(
        "model/language/machines.py",
        FAMILIES,
        (
            "machines: a bare family passes",
            "if rule.of and not machine.of:",
            "if False:",
        ),
        (
            "machines: a rule of another family passes",
            "if rule.of not in ((), machine.of):",
            "if False:",
        ),
    ),
    *_in(
        "model/language/claims/states.py",
        FAMILIES,
        (
            "claims: for each is for the first",
            "return all_of(*node.values()) if node.of else node",
            "return node[node.of[0]] if node.of else node",
        ),
    ),
    *_in(
        "model/language/claims/comparing.py",
        FAMILIES,
        (
            "claims: nobody asks whose act",
            "            no_family(event, told, at)\n",
            "",
        ),
        (
            "claims: nobody asks by whom",
            "        no_family(party, f\"claim '{self.id}': who acts\", at)\n",
            "",
        ),
    ),
    *_in(
        "model/language/phrases.py",
        FAMILIES,
        ("phrases: a pattern is no name", "words == node.template.words", "False"),
    ),
    *_in(
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
    *_in(
        "properties/engine/pdr/clauses.py",
        PDR,
        ("pdr: two values at once", "self.at_most_one(every)", "pass"),
    ),
    *_in(
        "properties/engine/pdr/problem.py",
        PDR,
        ("pdr: nobody else steps", "if asked.of_steps and not asked.alone:", "if False:"),
    ),
    *_in(
        "properties/engine/pdr/questions.py",
        PDR,
        ("pdr: lifting", ", *(-c.fits for c in chosen)]", "]"),
        (
            "pdr: a first state is any",
            "self.sat.add(-self.frames[0], *(-one for one in sorted(firsts)))",
            "pass",
        ),
    ),
    *_in(
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
    *_in(
        "properties/engine/pdr/shrink.py",
        PDR,
        ("pdr: all boxes are kept", "if self._prove(kept - {number}):", "if False:"),
    ),
    *_in(
        "properties/engine/pdr/pairs.py",
        ("tests/engine/test_pdr_pairs.py",),
        ("pdr: pairs that meet after a step", "return pairs.kept()", "return pairs.cubes"),
        (
            "pdr: pairs that meet at first",
            "(cube for cube in both if not space.meets_first(cube))",
            "both",
        ),
    ),
    *_in(
        "properties/engine/pdr/shortest.py",
        PDR,
        ("pdr: a shortest run is any", "range(1, below)", "range(below - 1, below)"),
        ("pdr: any of those that compete", "mine[:n]", "mine[:0]"),
    ),
    *_in(
        "properties/engine/dive.py",
        ("tests/engine/test_portfolio.py",),
        ("dive: any step breaks it", "if not world.holds(part.body, where, *seen):", "if True:"),
        ("dive: the last move is forgotten", "for one, _ in way), move)", "for one, _ in way),)"),
    ),
    *_in(
        "properties/engine/settle.py",
        ("tests/engine/test_portfolio.py",),
        (
            "portfolio: the search backwards is not asked",
            "return dive(part, budget) or prove_part(part, budget)",
            "raise Unserved(part.flow.name)",
        ),
        ("portfolio: shares are in vain", "budget.of_slices(FIELDS, VIEWS, BOXES)", "budget"),
    ),
    *_in(
        "properties/engine/judging/pairs.py",
        ("tests/engine/test_judge.py", "tests/engine/test_portfolio.py"),
        ("judge: pairs that were met", "if not bits & theirs)", "if theirs)"),
    ),
    *_in(
        "properties/engine/still/glance.py",
        (*LED, *STILL),
        (
            "still: what asks others helps",
            "return lambda view: may(view) and test(view)",
            "return may",
        ),
        ("still: others are led nowhere", "free(view) or all(", "free(view) or not all("),
        (
            "still: what is forgotten allows a move",
            "decided = deciding_fields(self.flow, event) <= self.kept",
            "decided = True",
        ),
    ),
    *_in(
        "properties/engine/still/climb.py",
        STILL,
        (
            "still: one of the views to which a move leads is enough",
            "if left[n, move] or n in reached or",
            "if n in reached or",
        ),
    ),
    *_in(
        "properties/engine/still/asked.py",
        LED,
        (
            "still: a rule that asks others asks nobody",
            "return all_of(*(~all_of(*demand.given) for demand in demands(flow, event)))",
            "return all_of(*(~demand.body for demand in demands(flow, event)))",
        ),
        (
            "still: providers need not be led",
            "        elif flow.has_providers:\n            yield NO_POINT, demand.shared\n",
            "",
        ),
        (
            "still: points of one provider are led like all",
            "            yield ONE_POINT, demand.shared\n",
            "            yield ONE_POINT, Scope.INDUSTRY\n",
        ),
        (
            "still: the one who is seen may refuse",
            "and (any(shape) or demand.whom is Scope.PROVIDER)",
            "and demand is None",
        ),
        (
            "still: all others are all",
            "demand.quantifier is not Quantifier.ALL_OTHER_POINTS",
            "demand.quantifier is not None",
        ),
        (
            "still: one is led to a part of what it is asked",
            "d.shared >= shared",
            "d.shared == shared",
        ),
        (
            "still: who is led is taken for who asks",
            "if read_from(flow, shared, atom)",
            "if read_from(flow, Scope.POINT, atom)",
        ),
        ("still: anybody's step leads one", "return mine and not any(", "return not any("),
        (
            "still: a step that leads may write more",
            "return mine and not any(m.writes(event) for m in wider)",
            "return mine",
        ),
    ),
    *_in(
        "properties/engine/still/ladder.py",
        (*LED, *STILL),
        (
            "still: nobody asks whether a way is open",
            "yield rung.now.implies(possible(flow, rung.event))",
            "pass",
        ),
        (
            "still: nobody asks where a way leads",
            "happens(rung.event)).implies(nearer)",
            "happens()).implies(nearer)",
        ),
        (
            "still: nobody asks for a lemma",
            "and led.issuperset(who_is_led(flow, rung.event))",
            "and (mine or not led)",
        ),
        (
            "still: nobody asks what a lemma supposes",
            "all_of(agrees(flow, rung.event, graph.shape), *supposed)",
            "all_of(agrees(flow, rung.event, graph.shape))",
        ),
        (
            "still: nobody asks whether steps that lead ask others",
            "said += [rung.now.implies(asks_nobody(flow, rung.event)) for rung in rungs]",
            "pass",
        ),
        (
            "still: nobody asks whether all are led",
            "_said(flow, inside(boxes), is_led(",
            "_said(flow, inside(()), is_led(",
        ),
    ),
    *_in(
        "properties/engine/still/trap.py",
        STILL,
        (
            "still: the first trap is the nearest",
            "known = all(n in glance.climb.rungs for n in glance.region if n < end)",
            "known = True",
        ),
    ),
    *_in(
        "properties/engine/judging/inquiry.py",
        STILL,
        (
            "still: a trap holds with points exchanged",
            "by_itself = self.first or self.matter.alone",
            "by_itself = self.first",
        ),
    ),
    *_in(
        "properties/engine/prove.py",
        STILL,
        (
            "stuck: what asks others is decided",
            "if isinstance(claim, StuckOnly) and (asking := asking_way(flow, claim)):",
            "if asking := isinstance(claim, StuckOnly) and asking_way(flow, claim) and False:",
        ),
    ),
    *_in(
        "properties/engine/slices/seen.py",
        STILL,
        (
            "stuck: whose event it is does not matter",
            "points, provider = max(found.points, Scope.POINT in at), ",
            "points, provider = found.points, ",
        ),
    ),
    *_in(
        "model/language/claims/states.py",
        STILL,
        ("stuck: what asks others is possible", " and not demands(flow, e)", ""),
    ),
    *_in(
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
    *_in(
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
    *_in(
        "properties/checker/kinds.py",
        FACTS,
        (
            "checker: the first that is given is enough",
            'for leg in packet["legs"]:',
            'for leg in packet["legs"][:1]:',
        ),
        (
            "checker: what leads on is not asked",
            "yield from still.on_the_way(flow, packet)",
            "yield from ()",
        ),
    ),
    *_in(
        "properties/engine/still/chain.py",
        FACTS,
        (
            "given: what leads on is not asked",
            "return solver.can_be(negated(said))",
            "return False",
        ),
        (
            "given: fields hold anything",
            "solver.suppose(encoded.sorts[slot])",
            "pass",
        ),
        (
            "given: points are seen from where none is",
            "if outlook_of(flow, leg).points and not any(sight[0]):",
            "if False:",
        ),
        (
            "given: the goal may be left again",
            "there.implies(begins | goal)",
            "there.implies(begins)",
        ),
    ),
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
        "properties/engine/judging/boxes.py",
        FACTS,
        ("facts: Z3 is not told", "self.found += map(self.coded, known)", "pass"),
    ),
    *_in(
        "properties/engine/pdr/prove.py",
        FACTS,
        (
            "facts: the search backwards is not told",
            "part.facts.at(self.flow, shape))",
            "())",
        ),
    ),
    *_in(
        "model/language/claim_checks.py",
        ("tests/language/test_errors.py",),
        (
            "given: in a circle",
            "if back := _way_back(claim.id, (one.id,), known):",
            "if back := ():",
        ),
        ("given: what is not claimed", "if one.id not in known:", "if not known:"),
    ),
    *_in(
        "model/language/claims/claim.py",
        ("tests/language/test_errors.py",),
        ("given: any kind of claim", "if one.kind not in self.takes:", "if not self.takes:"),
        ("given: to any kind of claim", "if not self.takes:\n", "if False:\n"),
        ("given: twice", "if self.given.count(one) > 1:", "if False:"),
    ),
    *_in(
        "properties/engine/still/stuck.py",
        STILL,
        (
            "stuck: one is stuck while a way is open",
            "if fails and all(world.outcome(state, move).after is None for move in ways):",
            "if fails:",
        ),
        ("stuck: anybody's way is one's own", "if world.concerns(move, where)]", "if move]"),
        ("stuck: the deepest first", "waiting.popleft()", "waiting.pop()"),
    ),
    *_in(
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
    *_in(
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
    *_in(
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
    *_in(
        "properties/checker/listed.py",
        LISTED,
        (
            "checker, listed: what a point writes",
            "need(written.isdisjoint(self.names)",
            "need(True",
        ),
        ("checker, listed: a guard asks for some", "need(not somes(rule)", "need(True"),
        ("checker, listed: first states", "first in self.states for first", "True for first"),
        ("checker, listed: steps", "if later not in self.states or not", "if not"),
        (
            "checker, listed: a claim on steps",
            "(after, event, 0)) if self.stepwise else True\n        for",
            "(after, event, 0)) if False else True\n        for",
        ),
        ("checker, listed: a claim on a point", "need(not roles(flow, claim)", "need(True"),
    ),
    *_in(
        "properties/engine/judging/listed.py",
        LISTED,
        ("listed: the claim is not asked", "if one.places:", "if False:"),
        (
            "listed: steps lead anywhere",
            "zip(self.slots, now, strict=True)]\n        wrong",
            "zip(self.slots, now, strict=True)]\n        then = now\n        wrong",
        ),
    ),
    *_in(
        "properties/engine/live/narrowed.py",
        NARROWED,
        (
            "narrowed: a run shows that it never occurs",
            "return found if isinstance(found, Invariant) else None",
            "return found if isinstance(found, Invariant) else Invariant((), {shape: ()}, 0, ())",
        ),
    ),
    *_in(
        "properties/engine/live/judged.py",
        NARROWED,
        (
            "narrowed: ranks that a run breaks are right",
            "if isinstance(invariant, Run):",
            "if False:",
        ),
    ),
    *_in(
        "properties/engine/whole/points.py",
        ("tests/engine/test_whole_points.py",),
        ("points: a slice holds of itself", "    if found:\n", "    if found is not None:\n"),
    ),
    *_in(
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
    *_in(
        "properties/exports/claimed.py",
        EXPORTS,
        ("export: an impossible step breaks", "act.possible.implies(", "(TRUE).implies("),
        (
            "export: one point alone",
            "for point in world.points_of(mine) if points else []:",
            "for point in world.points_of(mine)[:1]:",
        ),
    ),
    *_in(
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
    *_in(
        "properties/exports/shorter.py",
        EXPORTS,
        ("export: a constant joins", 'decides = operator == "or"', 'decides = operator == "and"'),
    ),
    *_in(
        "properties/exports/bits.py",
        EXPORTS,
        ("export: strictly less", "if holds(m, n)", "if holds(n, m)"),
    ),
    *_in(
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
    *_in(
        "properties/checker/interfaces.py",
        AT_INTERFACE,
        (
            "interface: beyond is a node",
            "nodes = [node_name(n) for n in range(len(edges))]",
            "nodes = [OFF, *map(node_name, range(len(edges)))]",
        ),
        ("interface: all of a state", "if slot[0] in names}", "}"),
        (
            "interface: nothing to answer",
            "need(asked <= answered,",
            "need(True,",
        ),
        ("interface: seen otherwise", "need(self.word(side, moves) == [name],", "need(True,"),
        (
            "interface: it leads anywhere",
            "need(_covered(",
            "need(True or _covered(",
        ),
        ("interface: any machines", "dumps(mine, sort_keys=True) ==", "dumps(mine) is not"),
        (
            "interface: another scope",
            "need(all(one.events[e] ==",
            "need(all(one.events[e] is not None or",
        ),
        ("interface: the other may", "and not _allows(lacks", "or not _allows(lacks"),
        (
            "interface: it always carries",
            "carried = carried or all(",
            "carried = any((True,)) or all(",
        ),
        ("interface: a word is not looked at", "need(word == [*one", "need(word or [*one"),
        ("interface: empty as it says", 'packet["empty"] is empty', "True"),
        ("interface: of any number", 'need(packet["points"] == "1"', 'need(packet["points"]'),
    ),
    *_in(
        "properties/engine/interfaces/automaton.py",
        AT_INTERFACE,
        (
            "interface: nothing is unseen",
            "own | _join(found[c] for c in self._led_to(number))",
            "own",
        ),
        ("interface: nodes are one", "frozenset((s, block[to]) for", "frozenset((s, 0) for"),
    ),
    *_in(
        "properties/engine/interfaces/cone.py",
        AT_INTERFACE,
        ("interface: nobody refuses", "yield from asked(flow, event)", "yield from ()"),
        ("interface: effects read nothing", "if field in wanted or machine in refusing:", "if 0:"),
    ),
    *_in(
        "properties/engine/interfaces/parting.py",
        AT_INTERFACE,
        ("interface: one side alone", "int(label in other)", "int(label in one)"),
    ),
    *_in(
        "properties/checker/monitors.py",
        IN_LOGS,
        (
            "monitor: beyond is a node",
            "*map(node_name, range(len(edges)))]",
            "*map(node_name, range(len(edges))), OFF]",
        ),
        ("monitor: no letter need fit", 'none = ["not", ["or", *fits]]', "none = False"),
        ("monitor: one letter fits all", '"to": to, "when": one["when"]}', '"to": to}'),
        (
            "monitor: begun anywhere",
            "for name, to in edges[node].items():",
            "for name, to in ():",
        ),
        ("monitor: facts are not asked", "need(holds, ", "need(True, "),
        ("monitor: seen more than once", "need(seen == 1, ", "need(seen, "),
        ("monitor: facts that nobody holds", "need(read <= own, ", "need(True, "),
        ("monitor: of one point", 'need(packet["points"] == "any"', 'need(packet["points"]'),
    ),
    *_in(
        "properties/engine/interfaces/begun.py",
        IN_LOGS,
        (
            "monitor: begun at the first",
            "frozenset(range(len(automaton)))",
            "frozenset([0])",
        ),
    ),
    *_in(
        "properties/engine/interfaces/letters.py",
        MONITORS,
        (
            "monitor: effects ask no facts",
            "for node in (rule.when, *rule.then.values())]",
            "for node in (rule.when,)]",
        ),
    ),
    *_in(
        "properties/engine/interfaces/split.py",
        MONITORS,
        ("monitor: a follower may stay", "rule.event.scope <= machine", "machine"),
    ),
    *_in(
        "properties/analyses/monitor/naming.py",
        MONITORS,
        ("monitor: all namings are alike", "if (after[0] == NONE) != (after[1] == NONE):", "if 0:"),
        ("monitor: anybody comes first", "if to != NONE and letter.member is not None", "if True"),
    ),
    *_in(
        "properties/analyses/monitor/owing.py",
        MONITORS,
        ("monitor: all is certain", "certain=answers == {True}", "certain=True"),
        ("monitor: one reading", "!= (duty.obligor, duty.performer)", "== ()"),
    ),
    *_in(
        "properties/analyses/monitor/refusing.py",
        MONITORS,
        ("monitor: facts refuse nothing", "all_of(part, symbol.when) if spoken else part", "part"),
    ),
    *_in(
        "properties/analyses/monitor/compiled.py",
        MONITORS,
        ("monitor: nothing is a breach", "if fits and not machine.observer and", "if 0 and"),
    ),
    *_in(
        "properties/engine/interfaces/settle.py",
        AT_INTERFACE,
        ("interface: any names", "or seen[0] != seen[1]", ""),
        ("interface: not closed", "for why in flow.obstacles[:1]:", "for why in ():"),
    ),
    *_in(
        "switchproof/diff/duties.py",
        DIFF,
        ("diff: what has ended is owed", "if not d.ends]", "]"),
        ("diff: nothing succeeds", "if (old.name, new.name) in heirs:", "if False:"),
        (
            "diff: an heir in both flows",
            "[duty for duty in there if duty.name not in mine]",
            "[*there]",
        ),
        (
            "diff: a matter is guessed",
            "if len(of(old, one)) == len(of(new, one)) == 1",
            "if of(new, one)",
        ),
        ("diff: who owes is no move", "MOVED if OBLIGOR in changed else", ""),
        ("diff: kept is all the same", "told in WHEN.items()", "told in {}.items()"),
    ),
    *_in(
        "switchproof/diff/recourse.py",
        DIFF,
        ("diff: remedies of before alone", "in (*was, *now))", "in was)"),
        ("diff: what holds meanwhile", "None if while_ is TRUE else words(while_)", "None"),
    ),
    *_in(
        "switchproof/diff/rules.py",
        DIFF,
        ("diff: an event is the same rule", "lambda data: data)", 'lambda data: data["event"])'),
        ("diff: one rule for two", "left.remove(other)", "pass"),
        ("diff: fields are the same", "fields[0].get(field) != fields[1].get(field)", "False"),
    ),
    *_in(
        "switchproof/diff/claims.py",
        DIFF,
        ("diff: a claim says the same", "bodies[0] != bodies[1]", "False"),
        (
            "diff: a verdict of the other flow",
            '_verdict(after, row["id"]',
            '_verdict(before, row["id"]',
        ),
    ),
    *_in(
        "switchproof/diff/sentences.py",
        DIFF,
        (
            "diff: undecided as the same",
            'if row["before"] and row["after"]]',
            'if row["before"] or row["after"]]',
        ),
    ),
    *_in(
        "switchproof/diff/behaviours.py",
        DIFF,
        ("diff: whatever the scope", "if was[name].scope is now[name].scope", ""),
        ("diff: some events unseen", "if event not in met", "if event in met"),
    ),
    *_in(
        "switchproof/diff/run.py",
        DIFF,
        ("diff: undecided as compared", "UNDECIDED if undecided else AS_EXPECTED", "AS_EXPECTED"),
        ("diff: a flow with itself", "asked.before == asked.after or _same_file", "_same_file"),
    ),
    *_in(
        "switchproof/dossier/trace/impacts.py",
        DIFF,
        (
            "impacts: what is cited explains",
            "EXPLAINED if by else ELSEWHERE if flows",
            "EXPLAINED if flows",
        ),
        ("impacts: all of it is lacking", "if of_table.isdisjoint(one.cites)", ""),
        (
            "impacts: what is kept differs",
            'if row["verdict"] != KEPT or row["otherwise"]:',
            "if 1:",
        ),
    ),
    *_in(
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
    *_in(
        "properties/analyses/caught/before.py",
        CAUGHT,
        (
            "caught: all stays as at first",
            "if rule.event != event and rule.when is not FALSE:",
            "if False:",
        ),
        ("caught: only the first condition", "if not all(fits(one)", "if not any(fits(one)"),
    ),
    *_in(
        "properties/analyses/caught/options.py",
        CAUGHT,
        (
            "caught: a proof keeps nothing",
            "return follows and not kept and plain",
            "return follows",
        ),
        ("caught: it is taken over", "yield rule if len(kept) ==", "yield rule if len(kept) !="),
    ),
    *_in(
        "properties/analyses/caught/rulings.py",
        CAUGHT,
        (
            "caught: another value does as well",
            "if not any(may_hold(one, {field: v}) for v in _but(field, value)))",
            ")",
        ),
        ("caught: whatever it was", "return not all(may_hold(", "return any(may_hold("),
    ),
    *_in(
        "switchproof/logs/simulate/lives.py",
        SIMULATED,
        (
            "simulated: a wide step reaches no point",
            "self._take(step.move.event, own, points, around)",
            "pass",
        ),
        (
            "simulated: a guard is forgotten",
            "return (state if holds is True else state & holds)",
            "return state",
        ),
    ),
    *_in(
        "switchproof/logs/simulate/rows.py",
        SIMULATED,
        ("simulated: lives differ in any order", " | place.astype(np.uint64)", ""),
    ),
    *_in(
        "switchproof/logs/simulate/surroundings.py",
        SIMULATED,
        ("simulated: points may ask of others", "if has_quantifier(rule.when):", "if False:"),
    ),
    *_in(
        "switchproof/logs/simulate/silence.py",
        SIMULATED,
        ("simulated: silence takes its event, too", "<= last[case]", "< last[case]"),
    ),
    *_in(
        "switchproof/logs/flat.py",
        JUDGED_LOGS,
        ("logs: order is assumed", "if not last and at < before:", "if 0:"),
        (
            "logs: late at the very instant",
            "if by < min(at, due[case]):",
            "if by <= min(at, due[case]):",
        ),
    ),
    *_in(
        "switchproof/logs/sweep.py",
        JUDGED_LOGS,
        ("logs: order is assumed where all is well", "back |= at < before", "back |= False"),
        (
            "logs: what names nobody is of the second",
            "column = NOBODYS if mine < 0 else column",
            "column = min(column, TOO_MANY)",
        ),
        ("logs: a third member is the second", "(two < 0) & other", "other"),
    ),
    *_in(
        "switchproof/logs/spilled.py",
        ("tests/logs/test_spilled.py",),
        ("logs: a case is in many parts", 'hash("case") %', 'hash("time") %'),
        ("logs: a new word is the first", "- 1, {FEW})", "- 1, 0)"),
    ),
    *_in(
        "switchproof/logs/ties.py",
        JUDGED_LOGS,
        ("logs: one order of a tie", "if done >> number & 1:", "if done >> number:"),
    ),
    *_in(
        "switchproof/logs/stepper.py",
        JUDGED_LOGS,
        (
            "logs: a breach goes on",
            "tuple(sorted(ends)) if not monitor.breaches[letter] else ()",
            "tuple(sorted(ends))",
        ),
    ),
    *_in(
        "switchproof/logs/kinds.py",
        JUDGED_LOGS,
        (
            "logs: a fact holds at its end",
            "time[rows] < ends[latest]",
            "time[rows] <= ends[latest]",
        ),
        (
            "logs: of one party's facts those of all count",
            "    spans = sorted(spans, key=lambda one: one.start)",
            "    spans = [s for s in spans if not s.party or all(t.party for t in spans)]",
        ),
    ),
    *_in(
        "switchproof/logs/native.py",
        JUDGED_LOGS,
        (
            "logs: a fact holds at its end, made native",
            "time[row] < ends[low - 1]",
            "time[row] <= ends[low - 1]",
        ),
        ("logs: of one instant is late", "if time[row] < at:", "if time[row] <= at:"),
    ),
    *_in(
        "switchproof/logs/need/trying.py",
        ("tests/switchproof/test_need.py",),
        ("logs: a word that nothing maps is let be", "not in known]", "not in words]"),
    ),
    *_in(
        "switchproof/logs/rows.py",
        JUDGED_LOGS,
        ("logs: equal rows count twice", "keep[places] = False", "keep[places] = True"),
    ),
    *_in(
        "switchproof/logs/since.py",
        WHOLE_LOGS,
        ("logs: what was left out stays so", "if earlier.as_of is not None:", "if 0:"),
        ("logs: what is open is never late", "if setting.basis.deadlines:", "if 0:"),
    ),
    *_in(
        "switchproof/logs/outcome.py",
        WHOLE_LOGS,
        ("logs: a digest of duplicates", 'OF_FILES = {"duplicates", "late"}', "OF_FILES = {}"),
    ),
    *_in(
        "switchproof/logs/survey.py",
        WHOLE_LOGS,
        ("logs: what is amiss is let be", "if table.num_rows > allow:", "if 0:"),
        ("logs: a clock that is not named is let be", "systems - told.ahead.keys()", "set()"),
        ("logs: facts of nobody are let be", "if none := sorted(told - known):", "if none := []:"),
    ),
    *_in(
        "switchproof/logs/reading.py",
        WHOLE_LOGS,
        (
            "logs: a case departs for want of a row kept apart",
            'f\'WHERE "case" IS NOT NULL AND',
            "f'WHERE {whole} AND",
        ),
    ),
    *_in(
        "switchproof/logs/mapping.py",
        WHOLE_LOGS,
        (
            "logs: an order is of any events",
            "(*told.events.values(), *told.order)",
            "told.events.values()",
        ),
        ("logs: the last of two deadlines counts", "if late.count(one) > 1]", "if 0]"),
    ),
    *_in(
        "switchproof/logs/setting.py",
        WHOLE_LOGS,
        ("logs: need names a deadline that no map may give", "if one.deadline}", "if one.certain}"),
    ),
    *_in(
        "switchproof/logs/reasons.py",
        WHOLE_LOGS,
        ("logs: nobody is one too many", "and not all(whose)", "and not whose"),
    ),
    *_in(
        "switchproof/logs/explain/telling.py",
        ("tests/logs/test_logs_commands.py",),
        (
            "logs: what is ambiguous departs",
            '"it departs" if said["verdict"] == DEPARTS',
            '"it departs" if said["verdict"] != OPEN',
        ),
    ),
    *_in(
        "switchproof/logs/place.py",
        WHOLE_LOGS,
        ("logs: half a file is left", "beside.unlink(missing_ok=True)", "pass"),
    ),
    *_in(
        "properties/analyses/suites/tours.py",
        SUITES,
        ("suites: any prices will do", "if prices[root] != 0 or min", "if False and min"),
        (
            "suites: what hangs apart is left out",
            "while (start := left",
            "while False and (start := left",
        ),
        ("suites: a cut begins anywhere", "(*ways[arcs[walk[start]][0]], *walk", "(*(), *walk"),
    ),
    *_in(
        "properties/analyses/suites/exact.py",
        SUITES,
        ("suites: a monitor is exact", 'if of_monitor["exactly"] is not None:', "if True:"),
        (
            "suites: facts are not looked at",
            "if fits and world.compute(",
            "if fits or world.compute(",
        ),
    ),
    *_in(
        "properties/analyses/suites/parted.py",
        SUITES,
        (
            "suites: all machines are the same",
            "return {id(m) for m in one} ==",
            "return True or {} ==",
        ),
    ),
)
