"""Ranks: what Z3 and the checker that knows no solver accept of them, and all that they reject."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from random import Random

import pytest

from model.flows import flow as flow_of
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Field,
    Flow,
    LeadsTo,
    Scope,
    Transition,
    all_providers,
)
from properties.checker import flow_of as read_flow
from properties.current.living import FLAG_ARRIVES
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement
from properties.engine.live.fair import Fair, fair_events
from properties.engine.live.judged import judged
from properties.engine.live.ranks import Helper, Ranking, Ranks
from properties.engine.packets.smt import text_of
from properties.engine.packets.solvers import solvers
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.verdict import Verdict
from tests.engine.test_live_traps import (
    BACK,
    CUT,
    GO,
    IN_THE_WAY,
    LEAVE,
    MIDNIGHT,
    NIGHT,
    ONE,
    PREPARE,
    STEP,
    THREE,
    TWO,
    WAITING,
    ZERO,
    At,
    X,
    event,
    g,
    m,
    machine,
    q,
)
from tests.engine.test_live_traps import flow as flow_with
from tests.packet_format import Data, arising, by_run, of_ranks, ranking, rejected
from tests.packing import packed

WAY = flow_with(machine(m, POINT, Transition(GO, ZERO, ONE), Transition(BACK, ONE, TWO)))
TO_TWO = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO, BACK))
OF_NIGHT = LeadsTo("c", "C.", m.is_(ONE), to=g.is_(ONE), weak=(MIDNIGHT, PREPARE))


def closed(flow: Flow, claim: LeadsTo, ranks: Ranks) -> Closure:
    """The views that ranks are about."""
    shapes = dict.fromkeys(ranking.shape for ranking in ranks.all())
    closure = Closure(flow, frozenset(ranks.kept), shapes, Budget(), watched=claim.events)
    closure.close()
    return closure


def found(flow: Flow, claim: LeadsTo) -> tuple[Ranks, Closure]:
    ranks = decide(flow, claim).ranks
    assert isinstance(ranks, Ranks)
    closure = closed(flow, claim, ranks)
    assert judged(flow, claim, ranks, closure, Budget())
    return ranks, closure


def refused(flow: Flow, claim: LeadsTo, ranks: Ranks, closure: Closure) -> bool:
    """Whether Z3, or what is looked at beside it, rejects ranks."""
    try:
        judged(flow, claim, ranks, closure, Budget())
    except Disagreement:
        return True
    return False


# --- As they are found ----------------------------------------------------------------------------


def drop_a_view(ranking: Ranking, random: Random) -> Ranking:
    gone = random.choice(list(ranking.levels))
    return replace(ranking, levels={v: each for v, each in ranking.levels.items() if v != gone})


def change(ranking: Ranking, random: Random, how: Callable[[int, int], tuple[int, int]]) -> Ranking:
    view = random.choice(list(ranking.levels))
    levels = list(ranking.levels[view])
    at = random.randrange(len(levels))
    levels[at] = how(*levels[at])
    return replace(ranking, levels={**ranking.levels, view: tuple(levels)})


def another_helper(ranking: Ranking, random: Random) -> Ranking:
    def other(rank: int, helper: int) -> tuple[int, int]:
        number = len(ranking.helpers)
        return rank, (helper + 1 + random.randrange(number - 1)) % number

    return change(ranking, random, other)


def a_level_less(ranking: Ranking, random: Random) -> Ranking:
    view = random.choice(list(ranking.levels))
    return replace(ranking, levels={**ranking.levels, view: ranking.levels[view][:-1]})


def a_last_level_again(ranking: Ranking, random: Random) -> Ranking:
    weak = [
        view
        for view, levels in ranking.levels.items()
        if not ranking.helpers[levels[-1][1]].fair.strong
    ]
    view = random.choice(weak)
    levels = ranking.levels[view]
    return replace(ranking, levels={**ranking.levels, view: (*levels, levels[-1])})


WRONG = [drop_a_view, another_helper, a_level_less, a_last_level_again]


@pytest.mark.parametrize("corrupt", WRONG)
def test_a_corrupted_ranking_is_rejected(corrupt: Callable[[Ranking, Random], Ranking]) -> None:
    mine, random = flow_of("current"), Random(7)
    ranks, closure = found(mine, FLAG_ARRIVES)
    (ranking,) = ranks.rankings
    for _ in range(3):
        broken = replace(ranks, rankings=(corrupt(ranking, random),))
        assert refused(mine, FLAG_ARRIVES, broken, closure)


def test_ranks_that_end_before_the_goal_are_rejected() -> None:
    """What is supposed holds at 0 alone; 1 lies on the way to 2 and needs a rank as well."""
    ranks, closure = found(WAY, TO_TWO)
    (ranking,) = ranks.rankings
    short = {view: each for view, each in ranking.levels.items() if list(view) == [0]}

    assert len(ranking.levels) == 2
    broken = replace(ranks, rankings=(replace(ranking, levels=short),))
    assert refused(WAY, TO_TWO, broken, closure)


def test_a_proof_without_its_lemmas_is_rejected() -> None:
    ranks, closure = found(NIGHT, OF_NIGHT)

    assert ranks.lemmas
    assert refused(NIGHT, OF_NIGHT, replace(ranks, lemmas=()), closure)
    assert refused(NIGHT, OF_NIGHT, replace(ranks, rankings=()), closure)
    assert refused(NIGHT, replace(OF_NIGHT, weak=(MIDNIGHT,)), ranks, closure)


ROUND = flow_with(machine(m, POINT, Transition(GO, ZERO, ONE), Transition(GO, ONE, ZERO)))


@pytest.mark.parametrize(
    ("flow", "ranks"), [(ROUND, (0, 0)), (STEP, (1, 0)), (STEP, ())], ids=["occurs", "off", "none"]
)
def test_forged_ranks_of_a_false_claim_are_rejected(flow: Flow, ranks: tuple[int, ...]) -> None:
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO,))
    assert decide(flow, claim).verdict is Verdict.REFUTED
    (fair,) = fair_events(flow, claim)
    closure = closed(flow, claim, Ranks((m,), (Ranking((1,), {}, ()),), ()))
    views = closure.reaches[1,].order
    levels = {view: ((rank, 0),) for view, rank in zip(views, ranks, strict=False)}
    forged = Ranks((m,), (Ranking((1,), levels, (Helper(fair, (GO,)),)),), ())
    assert refused(flow, claim, forged, closure)


READY = event("get ready", PROVIDER)
ALL_READY = flow_with(
    machine(g, INDUSTRY, Transition(CUT, ZERO, ONE, all_providers(q.is_(ONE)))),
    machine(q, PROVIDER, Transition(READY, ZERO, ONE)),
    machine(m, POINT, Transition(GO, ZERO, ONE)),
)
OF_CUT = LeadsTo("c", "C.", m.is_(ONE), to=g.is_(ONE), weak=(CUT, READY))


def test_a_lemma_is_needed_for_providers_with_points_and_for_those_without() -> None:
    ranks, closure = found(ALL_READY, OF_CUT)
    assert {lemma.ranking.shape for lemma in ranks.lemmas} == {(1,), (0,)}
    for lemma in ranks.lemmas:
        assert refused(ALL_READY, OF_CUT, replace(ranks, lemmas=(lemma,)), closure)


# --- As packets -----------------------------------------------------------------------------------


def levels_of(made: Data) -> list[list[list[int]]]:
    return [block["levels"] for block in made["ranking"]["blocks"]]


def a_block_less(made: Data, random: Random) -> None:
    blocks = made["ranking"]["blocks"]
    del blocks[random.randrange(len(blocks))]


def a_rank_lowered(made: Data, random: Random) -> None:
    levels = random.choice([each for each in levels_of(made) if each[0][0] > 1])
    levels[0][0] = 0


def a_helper_changed(made: Data, random: Random) -> None:
    level = random.choice(random.choice(levels_of(made)))
    number = len(made["ranking"]["helpers"])
    level[1] = (level[1] + 1 + random.randrange(number - 1)) % number


def a_last_level_less(made: Data, random: Random) -> None:
    random.choice(levels_of(made)).pop()


def a_box_less(made: Data, random: Random) -> None:
    random.choice(made["ranking"]["blocks"])["boxes"].pop()


def a_weak_level_continued(made: Data, random: Random) -> None:
    levels = random.choice(levels_of(made))
    levels.append(levels[-1])


def a_helper_unknown(made: Data, random: Random) -> None:
    random.choice(made["ranking"]["helpers"])["known"] = ["no such event"]


CORRUPTIONS = [
    a_block_less,
    a_rank_lowered,
    a_helper_changed,
    a_last_level_less,
    a_box_less,
    a_weak_level_continued,
    a_helper_unknown,
]


@pytest.fixture(scope="module")
def flags() -> tuple[Data, Data]:
    return packed(flow_of("current"), FLAG_ARRIVES)


@pytest.mark.parametrize("corrupt", CORRUPTIONS, ids=lambda how: how.__name__)
def test_a_corrupted_packet_is_rejected(
    corrupt: Callable[[Data, Random], None], flags: tuple[Data, Data]
) -> None:
    flow, made = flags
    assert rejected(flow, made) == ""
    for seed in range(6):
        broken = deepcopy(made)
        corrupt(broken, Random(seed))
        assert rejected(flow, broken), seed


def forged(flow: Flow, claim: LeadsTo, blocks: list[Data], known: list[str]) -> tuple[Data, Data]:
    """The packet of a false claim whose blocks have no step that falls."""
    told, lasso = packed(flow, claim)
    made: Data = {key: lasso[key] for key in ("format", "flow", "variant", "claim")}
    never = [[[m.name, 0, ["TWO", "THREE"]]]]
    made |= {"verdict": "proved", "points": "any"} | of_ranks(ranking(blocks, known, never))
    made |= arising([by_run({**lasso["run"], "moves": []})], empty=False)
    return told, made


def test_a_helper_that_happens_for_ever_is_no_help() -> None:
    """Round and round: the event is fair, possible and taken, and nothing falls."""
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO,))
    blocks = [{"levels": [[0, 0]], "boxes": [[[m.name, 0, ["ZERO", "ONE"]]]]}]
    assert rejected(*forged(ROUND, claim, blocks, ["go"])) == "'go' leads on for ever"


def test_a_rank_that_stays_while_another_helps_is_no_rank() -> None:
    """There and back: each block has its own helper, which leads to the other."""
    there = Transition(GO, ZERO, ONE), Transition(BACK, ONE, ZERO)
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO, BACK))
    blocks = [
        {"levels": [[0, n]], "boxes": [[[m.name, 0, [at]]]]} for n, at in enumerate(("ZERO", "ONE"))
    ]
    made = forged(flow_with(machine(m, POINT, *there)), claim, blocks, ["go", "back"])
    assert "leads on for ever" in rejected(*made)


def test_a_changed_flow_or_claim_takes_the_proof_away(flags: tuple[Data, Data]) -> None:
    flow, made = flags
    claim = flow["claims"][made["claim"]]
    for kind in ("weak", "strong"):
        for n in range(len(claim[kind])):
            less = {**claim, kind: [[] if k == n else one for k, one in enumerate(claim[kind])]}
            assert rejected({**flow, "claims": {made["claim"]: less}}, made)
    never = {**claim, "to": False}
    assert rejected({**flow, "claims": {made["claim"]: never}}, made)
    assert rejected(flow, {**made, "verdict": "refuted"})
    assert rejected(flow, {**made, "points": "1"})


def test_lemmas_are_part_of_a_packet() -> None:
    flow, made = packed(NIGHT, OF_NIGHT)
    assert made["lemmas"]
    assert rejected(flow, made) == ""
    assert rejected(flow, {**made, "lemmas": []}) == "a fairness does not count"
    for one in made["lemmas"][0]["rankings"]:
        short = {**one, "blocks": one["blocks"][1:]}
        lemma = {**made["lemmas"][0], "rankings": [short]}
        assert rejected(flow, {**made, "lemmas": [lemma]})
    flow, made = packed(ALL_READY, OF_CUT)
    assert rejected(flow, made) == ""
    (lemma,) = made["lemmas"]
    for n in range(len(lemma["rankings"])):
        less = [one for k, one in enumerate(lemma["rankings"]) if k != n]
        assert "no lemma" in rejected(flow, {**made, "lemmas": [{**lemma, "rankings": less}]})


def test_the_solvers_find_what_the_checker_finds() -> None:
    flow, made = packed(WAY, TO_TWO)
    for packet_, expected in ((made, "unsat"), (without_a_block(made), "sat")):
        text = text_of(read_flow(flow), packet_)
        assert {ask(text) for ask in solvers().values()} == {expected}


def without_a_block(made: Data) -> Data:
    broken = deepcopy(made)
    a_block_less(broken, Random(1))
    return broken


def test_the_goal_is_looked_at_after_the_step() -> None:
    """It reads a field that no rank speaks of, and that the step changes in another machine."""
    k = Field("of another machine", At, ZERO)
    steps = (machine(each, POINT, Transition(GO, ZERO, ONE)) for each in (m, k))
    flow, made = packed(
        flow_with(*steps), LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(ONE), weak=(GO,))
    )
    assert rejected(flow, made) == ""
    said = flow["claims"]["c"]
    said["to"] = ["and", said["to"], ["is", ["read", k.name], "ZERO"]]
    assert rejected(flow, made) == "'go' leads on for ever"


LASSOS: dict[str, Callable[[Data], object]] = {
    "a step less": lambda made: made["run"]["moves"].pop(),
    "back elsewhere": lambda made: made.update(back=made["back"] + 1),
    "it arises later": lambda made: made.update(since=99),
    "another place": lambda made: made["run"]["where"].update(point=7),
    "another first state": lambda made: made["run"]["first"].clear(),
    "for more points": lambda made: made.update(points="2"),
    "proved": lambda made: made.update(verdict="proved"),
}


@pytest.mark.parametrize("wrong", LASSOS.values(), ids=LASSOS)
def test_a_corrupted_lasso_is_rejected(wrong: Callable[[Data], object]) -> None:
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO,))
    flow, made = packed(ROUND, claim)
    assert made["kind"] == "lasso"
    assert rejected(flow, made) == ""
    wrong(made)
    assert rejected(flow, made)


def test_a_lasso_must_be_fair_and_never_meet_the_goal() -> None:
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(ONE))
    flow, made = packed(STEP, claim)
    assert rejected(flow, made) == ""
    said = flow["claims"]["c"]
    for kind in ("weak", "strong"):
        unfair = {**flow, "claims": {"c": {**said, kind: [["go"]]}}}
        assert rejected(unfair, made) == "it is not fair to 'go'"
    met = {**flow, "claims": {"c": {**said, "to": said["body"]}}}
    assert rejected(met, made) == "the goal is met"


def test_a_lasso_is_off_all_the_time_where_fairness_is_strong() -> None:
    on_and_off = flow_with(
        machine(m, POINT, Transition(GO, ZERO, ONE), Transition(BACK, ONE, ZERO))
    )
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(BACK,))
    flow, made = packed(on_and_off, claim)
    assert rejected(flow, made) == ""
    made["run"]["moves"], made["back"], made["since"] = [["go", 0], ["back", 0]], 0, 0
    said = flow["claims"]["c"]
    spin = [{"event": "spin", "from": ["ONE"], "to": "TWO", "when": True, "then": []}]
    flow["events"]["spin"] = "point"
    flow["machines"][0]["rules"] += [{**rule, "by": "b", "breaches": ""} for rule in spin]
    assert rejected({**flow, "claims": {"c": {**said, "weak": [["spin"]]}}}, made) == ""
    strong = {**said, "weak": [], "strong": [["spin"]]}
    assert rejected({**flow, "claims": {"c": strong}}, made) == "it is not fair to 'spin'"


def test_a_lemma_that_supposes_that_others_wait_is_rejected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Blockers take their own event: as if all had but one instance, the claim seems to hold."""
    claim = LeadsTo("c", "C.", WAITING.is_(TWO), to=WAITING.is_(THREE), weak=(X, LEAVE))
    monkeypatch.setattr(Fair, "scope", property(lambda _: Scope.INDUSTRY))
    flow, made = packed(IN_THE_WAY, claim)
    assert made["verdict"] == "proved"
    assert rejected(flow, made)
