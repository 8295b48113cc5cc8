"""Random claims that join parts of different roles, or are asked of steps of which nothing is seen.

Few of them are sensible. What each says is told by a plain search of whole instances.
"""

from collections.abc import Callable

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Always,
    Expression,
    Flow,
    Scope,
    Sometimes,
    Step,
    after,
    all_of,
    any_of,
    at_other_point,
    at_other_provider,
    changed,
    happens,
)
from model.language.claims import Claim
from tests.small_flows import Drawing


class Alone(Drawing):
    """A flow of one machine, of the industry, that points may move by their events."""

    def __init__(self, seed: int, kind: str) -> None:
        super().__init__(seed, kind, providers=False)
        self.scopes = (INDUSTRY,)

    def quantifier(self, scope: Scope) -> Expression:
        """There is nothing of others to be asked for."""
        return self.literal(scope)


def said(drawing: Drawing) -> Expression:
    """Say something of the industry, of one point, of two, of a provider or of another."""
    forms: list[Callable[[], Expression]] = [lambda: drawing.literal(INDUSTRY)]
    if POINT in drawing.scopes:
        state = drawing.state[POINT]
        forms += [lambda: drawing.literal(POINT, near=True)] * 2
        forms += [lambda: at_other_point(state).is_(drawing.stage())]
    if PROVIDER in drawing.scopes:
        state_of_provider = drawing.state[PROVIDER]
        forms += [lambda: drawing.literal(PROVIDER, near=True)]
        forms += [lambda: at_other_provider(state_of_provider).is_(drawing.stage())]
    return drawing.random.choice(forms)()


def said_of_a_step(drawing: Drawing, flow: Flow) -> Expression:
    """Say something of every step, also of those that change nothing of what is read."""
    state = drawing.state[drawing.random.choice(drawing.scopes)]
    events = drawing.random.sample(list(flow.events), min(2, len(flow.events)))
    first, then = drawing.stage(), drawing.stage()
    return drawing.random.choice(
        [
            changed(state),
            happens(*events),
            after(state).is_not(then),
            state.is_(first).implies(changed(state)),
            state.is_(first).implies(happens(*events)),
            state.is_(first).implies(after(state).is_(then)),
            changed(state).implies(happens(*events)),
            ~happens(events[0]),
            ~said(drawing),
        ]
    )


def joined(drawing: Drawing, flow: Flow) -> Claim:
    """Claim several things at once, or that none of several is."""
    del flow
    parts = [said(drawing) for _ in range(drawing.random.choice([2, 2, 3]))]
    one = all_of(*(~part for part in parts))
    return Always("joined", "J.", drawing.random.choice([one, ~any_of(*parts)]))


def either(drawing: Drawing, flow: Flow) -> Claim:
    """Claim that one of several things can happen."""
    del flow
    parts = [said(drawing) & said(drawing) for _ in range(2)]
    return Sometimes("either", "E.", any_of(*parts))


def stepped(drawing: Drawing, flow: Flow) -> Claim:
    """Claim one thing, or two, of every step."""
    parts = [said_of_a_step(drawing, flow) for _ in range(drawing.random.choice([1, 1, 2]))]
    return Step("stepped", "S.", all_of(*parts))


def seldom(drawing: Drawing, flow: Flow) -> Claim:
    """Claim that some step can be taken."""
    return Sometimes("seldom", "S.", ~said_of_a_step(drawing, flow))
