"""Small random flows of each kind that proofs meet, and claims on them, drawn from a seed.

They have few states, so that thousands are searched whole with up to four points.
"""

from random import Random

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Scope,
    Sometimes,
    Step,
    Transition,
    after,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    all_providers,
    any_of,
    at_other_point,
    at_other_provider,
    changed,
    happens,
    some_point,
    some_provider,
)
from model.language.claims import Claim
from tests.strategies import ACTOR, Stage

KINDS = ("closed", "shared", "some")


class Drawing:
    """One small flow and its fields and events.

    Of the kind `closed` it is deletion-closed; of the kind `shared` a step of one point or
    provider may move what others see; of the kind `some` guards may ask for some owner, too.
    """

    def __init__(self, seed: int, kind: str, *, providers: bool) -> None:
        self.random = Random(f"{kind} {providers} {seed}")
        self.kind = kind
        own: tuple[Scope, ...] = (PROVIDER,) if providers else ()
        self.scopes = (INDUSTRY, *own, POINT)
        self.state = {s: Field(f"state of {s.name}", Stage, Stage.ONE) for s in self.scopes}
        self.marks: dict[Scope, Field] = {}
        if self.coin(0.3):
            scope = self.random.choice(self.scopes)
            start = self.random.choice([False, (False, True)])
            self.marks[scope] = Field(f"mark of {scope.name}", bool, start)
        self.events = {
            s: [Event(f"{s.name} {n}", s, ACTOR) for n in range(self.random.choice([1, 1, 1, 2]))]
            for s in self.scopes
        }

    def coin(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance

    def stage(self) -> Stage:
        return self.random.choice(list(Stage))

    def literal(self, scope: Scope, *, near: bool = False) -> Expression:
        """A condition on one field that an owner at a scope sees; `near`: rather its own."""
        own = self.state[scope]
        seen = [f for table in (self.state, self.marks) for s, f in table.items() if s >= scope]
        field = own if near and self.coin(0.7) else self.random.choice(seen)
        if field.sort is bool:
            return field.is_(self.coin())
        value = self.stage()
        return field.is_not(value) if self.coin() else field.is_(value)

    def quantifier(self, scope: Scope) -> Expression:
        """A quantified conjunct that a machine of this scope may have."""
        forms = [(all_points, POINT)] * 2
        forms += [(all_other_points, POINT)] * 3 if scope is POINT else []
        forms += [(some_point, POINT)] * 3 if self.kind == "some" else []
        if PROVIDER in self.scopes:
            forms += [(all_providers, PROVIDER)]
            forms += [(some_provider, PROVIDER)] * 2 if self.kind == "some" else []
            forms += [(all_my_points, POINT)] * 2 if scope is PROVIDER else []
        form, whom = self.random.choice(forms)
        body = self.literal(whom, near=True)
        return form(body if self.coin(0.8) else any_of(body, self.literal(whom)))

    def rule(self, scope: Scope, event: Event, source: Stage) -> Transition:
        """One transition; in a deletion-closed flow a wider machine only reads and refuses."""
        parts = [self.literal(scope) for _ in range(self.random.choice([0, 0, 0, 1, 1]))]
        if scope >= event.scope and self.coin(0.4):
            parts.append(self.quantifier(scope))
        if self.kind == "closed" and scope > event.scope:
            return Transition(event, source, STAYS, when=all_of(*parts))
        then: dict[Field, object] = {}
        if scope in self.marks and self.coin(0.4):
            mark = self.marks[scope]
            then[mark] = self.random.choice([True, False, ~mark, self.literal(scope)])
        others = [stage for stage in Stage if stage is not source]
        target = self.random.choice([STAYS, *others, *others])
        return Transition(event, source, target, when=all_of(*parts), then=then)

    def machine(self, scope: Scope) -> Machine:
        """A machine: events of its own scope and wider ones; some of narrower ones."""
        rules = [
            self.rule(scope, event, source)
            for home, events in self.events.items()
            for event in events
            if home >= scope or self.coin(0.5)
            for source in self.random.sample(list(Stage), self.random.choice([1, 1, 2, 3]))
        ]
        fields = (self.marks[scope],) if scope in self.marks else ()
        return Machine(f"machine of {scope.name}", scope, self.state[scope], rules, fields)

    def flow(self) -> Flow:
        machines = [self.machine(scope) for scope in self.scopes]
        return Flow("small", "A small random flow", machines, [ACTOR])


def random_claim(drawing: Drawing) -> Claim:
    """A claim of a random sort on a drawn flow; few of them are sensible."""
    sorts = [_one_point, _one_point, _two_points, _industry, _step, _step, _sometimes, _implied]
    if PROVIDER in drawing.scopes:
        sorts += [_provider, _other_provider, _other_provider, _all_together]
    return drawing.random.choice(sorts)(drawing)


def _always(body: Expression) -> Claim:
    return Always("claim", "A claim.", body)


def _one_point(drawing: Drawing) -> Claim:
    more = [drawing.literal(POINT) for _ in range(drawing.random.randrange(3))]
    return _always(~all_of(drawing.state[POINT].is_(drawing.stage()), *more))


def _two_points(drawing: Drawing) -> Claim:
    state = drawing.state[POINT]
    more = [drawing.literal(POINT) for _ in range(drawing.random.randrange(2))]
    both = [state.is_(drawing.stage()), at_other_point(state).is_(drawing.stage())]
    return _always(~all_of(*both, *more))


def _industry(drawing: Drawing) -> Claim:
    return _always(~drawing.literal(INDUSTRY))


def _provider(drawing: Drawing) -> Claim:
    return _always(~all_of(drawing.state[PROVIDER].is_(drawing.stage()), drawing.literal(PROVIDER)))


def _other_provider(drawing: Drawing) -> Claim:
    mine = drawing.literal(drawing.random.choice([POINT, PROVIDER]), near=True)
    return _always(~(mine & at_other_provider(drawing.state[PROVIDER]).is_(drawing.stage())))


def _all_together(drawing: Drawing) -> Claim:
    point, provider = drawing.state[POINT], drawing.state[PROVIDER]
    others = [
        at_other_point(point).is_(drawing.stage()),
        at_other_provider(provider).is_(drawing.stage()),
    ]
    return _always(~all_of(drawing.literal(POINT, near=True), *others))


def _step(drawing: Drawing) -> Claim:
    scope = drawing.random.choice(drawing.scopes)
    state = drawing.state[scope]
    event = drawing.random.choice([e for events in drawing.events.values() for e in events])
    stages = drawing.stage(), drawing.stage()
    supposed, followed = drawing.literal(scope), drawing.literal(scope)
    body = drawing.random.choice(
        [
            changed(state).implies(happens(event)),
            happens(event).implies(after(state).is_(stages[0])),
            (supposed & changed(state)).implies(followed),
            ~(state.is_(stages[0]) & after(state).is_(stages[1])),
        ]
    )
    return Step("claim", "A claim.", body)


def _sometimes(drawing: Drawing) -> Claim:
    return Sometimes(
        "claim", "A claim.", drawing.literal(POINT, near=True) & drawing.literal(POINT)
    )


def _implied(drawing: Drawing) -> Claim:
    supposed = drawing.literal(POINT, near=True) & drawing.literal(POINT)
    return _always(supposed.implies(drawing.literal(POINT)))
