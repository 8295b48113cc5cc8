"""How the stories walk: several events in a row, and a refusal that changes nothing."""

import pytest

from model.language import Event
from model.refused import Refused
from model.walk import Walk


def take(walk: Walk, *events: Event) -> Walk:
    for event in events:
        walk.take(event)
    return walk


def refuse(walk: Walk, event: Event) -> str:
    before, steps = walk.state, len(walk.history)
    with pytest.raises(Refused) as refused:
        walk.take(event)
    assert walk.state == before
    assert len(walk.history) == steps
    return str(refused.value)


def without_effect(walk: Walk, event: Event) -> None:
    before = walk.state
    walk.take(event)
    assert walk.state == before
