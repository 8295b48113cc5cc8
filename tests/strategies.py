"""Random flows, small and of every kind that the language allows, for agreement tests."""

from enum import Enum

from hypothesis import strategies as st

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Scope,
    Transition,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    all_providers,
    any_of,
    choose,
    some_point,
    some_provider,
)

ACTOR = Party("somebody")


class Stage(Enum):
    """States of a random machine."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


class Names:
    """The fields and events of a random flow, declared before its machines."""

    def __init__(self, scopes: tuple[Scope, ...]) -> None:
        self.state = {s: Field(f"state of {s.name}", Stage, Stage.ONE) for s in scopes}
        self.number = {s: Field(f"number of {s.name}", range(2), 0) for s in scopes}
        self.mark = {s: Field(f"mark of {s.name}", bool, (False, True)) for s in scopes}
        self.events = {s: [Event(f"{s.name} event {n}", s, ACTOR) for n in (1, 2)] for s in scopes}

    def seen_from(self, scope: Scope) -> list[Field]:
        """Return the fields that an owner at a scope may read."""
        tables = (self.state, self.number, self.mark)
        return [f for table in tables for s, f in table.items() if s >= scope]


@st.composite
def conditions(draw: st.DrawFn, fields: list[Field]) -> Expression:
    """Draw a condition without quantifiers."""
    field = draw(st.sampled_from(fields))
    values = list(Stage) if field.sort is Stage else [0, 1] if field.sort != bool else [False, True]
    literal = field.is_(draw(st.sampled_from(values)))
    kind = draw(st.sampled_from(["plain", "plain", "not", "or", "in"]))
    if kind == "not":
        return ~literal
    if kind == "or":
        return any_of(literal, draw(conditions(fields)))
    if kind == "in" and len(values) == 3:
        return field.in_(*draw(st.sampled_from([values[:2], values[1:], values[::2]])))
    return literal


@st.composite
def guards(
    draw: st.DrawFn, names: Names, scope: Scope, *, quantified: bool, existential: bool
) -> Expression:
    """Draw a guard: conditions, and quantifiers where they are sound."""
    parts = draw(st.lists(conditions(names.seen_from(scope)), max_size=2))
    if quantified and draw(st.booleans()):
        forms = [(all_points, POINT)]
        forms += [(some_point, POINT)] if existential else []
        forms += [(all_other_points, POINT)] if scope is POINT else []
        if PROVIDER in names.state:
            forms += [(all_providers, PROVIDER)]
            forms += [(some_provider, PROVIDER)] if existential else []
            forms += [(all_my_points, POINT)] if scope is PROVIDER else []
        form, whom = draw(st.sampled_from(forms))
        parts.append(form(draw(conditions(names.seen_from(whom)))))
    return all_of(*parts)


@st.composite
def rules(
    draw: st.DrawFn, names: Names, scope: Scope, event: Event, source: Stage, *, existential: bool
) -> Transition:
    """Draw one transition of a machine at a scope."""
    follows = scope < event.scope
    when = draw(guards(names, scope, quantified=not follows, existential=existential))
    then: dict[Field, object] = {}
    if draw(st.booleans()):
        number = names.number[scope]
        flip = choose(names.mark[scope], 1 - number, number)
        then[number] = draw(st.sampled_from([0, 1, flip, number + 1]))
    if draw(st.booleans()):
        then[names.mark[scope]] = draw(conditions(names.seen_from(scope)))
    target = draw(st.sampled_from([STAYS, *Stage]))
    return Transition(event, source, target, when=when, then=then)


@st.composite
def machines(
    draw: st.DrawFn, names: Names, scope: Scope, *, closed: bool, existential: bool
) -> Machine:
    """Draw a machine; in a deletion-closed flow it has no event narrower than itself."""
    narrowest = scope if closed else POINT
    events = [e for s, es in names.events.items() if s >= narrowest for e in es]
    transitions = []
    for event in events:
        sources = draw(st.lists(st.sampled_from(Stage), unique=True, max_size=3))
        transitions += [
            draw(rules(names, scope, event, source, existential=existential)) for source in sources
        ]
    fields = (names.number[scope], names.mark[scope])
    return Machine(f"machine of {scope.name}", scope, names.state[scope], transitions, fields)


@st.composite
def flows(draw: st.DrawFn, *, closed: bool | None = None, existential: bool = False) -> Flow:
    """Draw a flow; `closed` says whether it must be deletion-closed (none: either)."""
    is_closed = draw(st.booleans()) if closed is None else closed
    scopes = draw(st.sampled_from([(INDUSTRY, POINT), (INDUSTRY, PROVIDER, POINT)]))
    names = Names(scopes)
    parts = [
        draw(machines(names, scope, closed=is_closed, existential=existential and not is_closed))
        for scope in scopes
    ]
    return Flow("random", "A random flow", parts, [ACTOR])
