"""A finished search as a proof: its states one by one, where boxes would be longer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from random import Random

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Sometimes,
    Step,
    Transition,
    after,
    all_of,
    all_points,
    any_of,
    some_point,
)
from model.language.claims import Claim
from model.language.expressions import TRUE
from model.language.meaning import Move, State, Where, World
from model.language.sorts import members
from properties.checker import Flow as FlowAsData
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement
from properties.engine.judging.listed import judge_listed
from properties.engine.judging.obligations import Matter
from properties.engine.packets.export import flow_data, value
from properties.engine.packets.smt import text_of
from properties.engine.packets.solvers import solvers
from properties.engine.prove import decide
from properties.engine.slices.layout import code, layout
from properties.engine.slices.seen import outlook_of, part_of
from properties.engine.verdict import Verdict
from tests.engine.test_whole import BY, IDLE, VOTE, VOTED, On, stage
from tests.packet_format import Data, head, of_shapes, rejected
from tests.packing import as_read, packed
from tests.strategies import Stage

ON = On.ON


def lamps(number: int, when: Expression = TRUE) -> tuple[Flow, list[Field]]:
    """Lamps of which two neighbours are always switched together."""
    every = [Field(f"lamp {n}", bool, False) for n in range(number)]
    pairs = list(pairwise(every))
    switches = [Event(f"switch {n}", INDUSTRY, BY) for n in range(len(pairs))]
    rules = [
        Transition(event, ON, STAYS, when, then={one: ~one, two: ~two})
        for event, (one, two) in zip(switches, pairs, strict=True)
    ]
    hub = Machine("hub", INDUSTRY, Field("hub", On, ON), rules, tuple(every))
    voter = Machine("voter", POINT, stage, [Transition(VOTE, IDLE, VOTED)])
    return Flow("lamps", "Lamps switched two at a time", [hub, voter], [BY]), every


FLOW, LAMPS = lamps(7)
ALONE = all_of(LAMPS[0], *(~lamp for lamp in LAMPS[1:]))
NEVER_ALONE = Always("c", "C.", ~ALONE)
IN_ORDER = Step("c", "C.", (ALONE | ~after(LAMPS[0])).implies(~ALONE))


@pytest.mark.parametrize("claim", [NEVER_ALONE, IN_ORDER, Sometimes("c", "C.", ALONE)])
def test_states_are_listed_where_boxes_are_longer(claim: Claim) -> None:
    result = decide(FLOW, claim)
    data, made = packed(FLOW, claim)
    (proof,) = made["proofs"]

    wanted = Verdict.REFUTED if isinstance(claim, Sometimes) else Verdict.PROVED
    assert (result.verdict, result.points) == (wanted, "any")
    assert len(proof["states"]) == 64
    assert "64 states listed" in result.method
    assert rejected(data, made) == ""
    assert asked_of_solvers(data, made) == {"unsat"}


def test_what_boxes_say_more_shortly_is_told_by_boxes() -> None:
    _, made = packed(FLOW, Always("c", "C.", LAMPS[0] | ~LAMPS[0]))

    assert made["boxes"] == []


def test_many_lamps_are_not_too_many() -> None:
    """By boxes the same is undecided after a minute."""
    flow, every = lamps(12)
    claim = Always("c", "C.", ~all_of(every[0], *(~lamp for lamp in every[1:])))
    result = decide(flow, claim, Budget(seconds=60))

    assert result.verdict is Verdict.PROVED
    assert "2048 states listed" in result.method


def test_a_guard_may_ask_all_and_not_for_some() -> None:
    for asks, listed in ((all_points, True), (some_point, False)):
        flow, every = lamps(5, asks(stage.is_(VOTED)))
        claim = Always("c", "C.", ~all_of(every[0], *(~lamp for lamp in every[1:])))
        result = decide(flow, claim)

        assert result.verdict is Verdict.PROVED
        assert ("states listed" in result.method) is listed
        assert rejected(*packed(flow, claim)) == ""


def asked_of_solvers(data: Data, made: Data) -> set[str]:
    text = text_of(FlowAsData(data), made)
    return {ask(text) for ask in solvers().values()}


def listing() -> tuple[Data, Data, Data]:
    data, made = packed(FLOW, NEVER_ALONE)
    return data, made, made["proofs"][0]


def test_no_state_can_be_left_out() -> None:
    data, made, proof = listing()
    states = list(proof["states"])
    for one in states:
        proof["states"] = [state for state in states if state != one]
        assert "not listed" in rejected(data, made)
        assert asked_of_solvers(data, made) == {"sat"}


def test_what_is_listed_must_keep_the_claim() -> None:
    data, made, proof = listing()
    proof["states"] = [list(state) for state in product([False, True], repeat=7)]

    assert rejected(data, made).startswith("a listed state breaks it")
    assert asked_of_solvers(data, made) == {"sat"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p: p["fields"].append("lamp 0"), "a field is listed twice"),
        (lambda p: p["fields"].append("stage"), "a field that is listed is none of the industry"),
        (lambda p: p["fields"].append("none"), "a field that is listed is none of the industry"),
        (lambda p: p["fields"].pop(), "the claim reads what is not listed"),
        (lambda p: p["states"][3].pop(), "a state has more values than fields, or fewer"),
        (lambda p: p["states"][3].__setitem__(0, 1), "a value that no field holds"),
        (lambda p: p["states"].clear(), "a state has more values than fields, or fewer"),
    ],
)
def test_a_listing_of_another_form_is_rejected(change: object, words: str) -> None:
    data, made, proof = listing()
    assert callable(change)
    change(proof)

    assert rejected(data, made) == words


def test_what_a_point_writes_cannot_be_listed() -> None:
    data, made, _ = listing()
    hub = next(m for m in data["machines"] if m["name"] == "hub")
    hub["rules"].append({**hub["rules"][0], "event": "vote"})

    assert rejected(data, made) == "'vote' writes what is listed"


def test_what_a_guard_asks_for_some_cannot_be_listed() -> None:
    data, made, _ = listing()
    hub = next(m for m in data["machines"] if m["name"] == "hub")
    hub["rules"][0]["when"] = ["some point", ["is", ["read", "stage"], "VOTED"]]

    assert rejected(data, made) == "a guard asks for some, who may be there or not"


def test_a_claim_on_a_point_is_not_shown_by_what_the_industry_does() -> None:
    claim = Always("c", "C.", stage.is_(IDLE) | ~ALONE)
    data, made = packed(FLOW, claim)
    _, _, proof = listing()
    made = {k: v for k, v in made.items() if k not in ("boxes", "proofs")}
    made |= {"kind": "shapes", "proofs": [proof]}

    assert rejected(data, made) == "the claim speaks of a point or a provider"


class Drawn:
    """A random flow of the industry, a listing of some of its fields, and a claim on them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(f"listed {seed}")
        self.fields = [Field(f"f{n}", bool, self.start()) for n in range(3)]
        self.state = Field("state", Stage, Stage.ONE)
        events = [Event(f"e{n}", INDUSTRY, BY) for n in range(3)]
        rules = [self.rule(self.random.choice(events)) for _ in range(5)]
        other = Field("other", Stage, Stage.ONE)
        beside = [Transition(events[0], self.stages(), self.random.choice(list(Stage)))]
        machines = [
            Machine("one", INDUSTRY, self.state, rules, tuple(self.fields)),
            Machine("two", INDUSTRY, other, beside),
        ]
        self.flow = Flow("drawn", "D", machines, [BY])
        self.kept = self.random.choice([[self.state, *self.fields], [self.state, *self.fields[:2]]])
        literals = [self.literal(self.random.choice(self.kept)) for _ in range(2)]
        kind, body = self.random.choice([(Always, any_of), (Step, any_of)])
        later = after(self.state).is_not(self.random.choice(list(Stage)))
        self.claim = kind("c", "C.", body(*literals, *([later] if kind is Step else [])))

    def start(self) -> object:
        return self.random.choice([False, True, (False, True)])

    def stages(self) -> tuple[Stage, ...]:
        return tuple(self.random.sample(list(Stage), 2))

    def literal(self, field: Field) -> Expression:
        return field.is_(self.random.choice(list(members(field.sort))))

    def rule(self, event: Event) -> Transition:
        guard = self.literal(self.random.choice(self.fields)) & self.literal(self.fields[2])
        field = self.random.choice(self.fields)
        then = {field: self.random.choice([~field, TRUE, self.fields[2]])}
        when = self.random.choice([TRUE, guard])
        return Transition(event, self.stages(), self.random.choice(list(Stage)), when, then)


def closes(drawn: Drawn, listed: Iterable[tuple[object, ...]]) -> bool:
    """Whether states hold all first ones, each step from them, and the claim: step by step."""
    world = World(drawn.flow, (1,))
    slots = [world.slots[field, 0] for field in drawn.kept]
    every, here = set(listed), Where()
    body, of_steps = drawn.claim.of(drawn.flow), isinstance(drawn.claim, Step)
    if not {tuple(s[n] for n in slots) for s in world.initial_states()} <= every:
        return False
    for state in product(*(members(f.sort) for f, _ in world.slots)):
        if tuple(state[n] for n in slots) in every:
            if not world.holds(body, here, state, None, state):
                return False
            for move, then in any_steps(world, state):
                if tuple(then[n] for n in slots) not in every:
                    return False
                if of_steps and not world.holds(body, here, state, move, then):
                    return False
    return True


def any_steps(world: World, state: State) -> Iterator[tuple[Move, State]]:
    """Every step by any rule that fits, not only the first."""
    for move in world.moves:
        parts = [
            [(m, rule) for rule in world.fitting(m, 0, move.event, state)]
            for m in world.flow.taking_part(move.event)
        ]
        for chosen in product(*parts):
            then = list(state)
            for machine, rule in chosen:
                if rule.target is not None:
                    then[world.slots[machine.state, 0]] = rule.target
                for field, node in rule.then.items():
                    then[world.slots[field, 0]] = world.compute(node, state, INDUSTRY, 0)
            yield move, tuple(then)


def reached(drawn: Drawn) -> list[State]:
    """The states of what is kept, where whatever is not kept may have any value."""
    world = World(drawn.flow, (1,))
    slots = [world.slots[field, 0] for field in drawn.kept]
    every = list(product(*(members(f.sort) for f, _ in world.slots)))
    found = {tuple(s[n] for n in slots) for s in world.initial_states()}
    while True:
        here = [s for s in every if tuple(s[n] for n in slots) in found]
        more = {tuple(a[n] for n in slots) for s in here for _, a in any_steps(world, s)} - found
        if not more:
            return sorted(found, key=str)
        found |= more


def z3_accepts(drawn: Drawn, listed: list[State]) -> bool:
    flow, kept = drawn.flow, frozenset(drawn.kept)
    part = part_of(flow, drawn.claim.of(flow), outlook_of(flow, drawn.claim))
    at, numbers = layout(flow, kept, ()), {f: n for n, f in enumerate(drawn.kept)}
    views = [
        tuple(code(state[numbers[field]], field.sort) for field, _ in at.slots) for state in listed
    ]
    try:
        judge_listed(Matter(part, [((), Where())], kept, {(): views}), Budget())
    except Disagreement:
        return False
    return True


def as_packet(drawn: Drawn, listed: list[State]) -> tuple[Data, Data]:
    made = head(drawn.flow.name, "c", "proved", "any")
    states = [[value(one) for one in state] for state in listed]
    made |= of_shapes([{"fields": [f.name for f in drawn.kept], "states": states}])
    made |= {"empty": False, "situations": []}
    return as_read(flow_data(drawn.flow, None, [drawn.claim])), as_read(made)


def test_only_what_closes_is_accepted_by_z3_the_checker_and_solvers() -> None:
    """Random listings: the states reached, one fewer, one more, and others; taken step by step."""
    right = Counter[tuple[bool, bool]]()
    for seed in range(60):
        drawn = Drawn(seed)
        found, every = reached(drawn), list(product(*(members(f.sort) for f in drawn.kept)))
        fewer = [state for state in found if state != drawn.random.choice(found)]
        more = [*found, *(s for s in drawn.random.sample(every, 1) if s not in found)]
        for listed in (found, fewer, more, drawn.random.sample(every, len(every) * 3 // 4), every):
            if not listed:
                continue
            good, whole = closes(drawn, listed), len(drawn.kept) > 3
            accepted = rejected(*as_packet(drawn, listed)) == ""
            assert z3_accepts(drawn, listed) is good, seed
            assert asked_of_solvers(*as_packet(drawn, listed)) == {"unsat" if good else "sat"}, seed
            assert accepted is good if whole else accepted <= good, seed
            right[good, accepted] += 1
    assert min(right[True, True], right[False, False]) > 20
