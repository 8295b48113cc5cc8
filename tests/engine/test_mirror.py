"""A mirror is the same machine under other names: no two become one, and nothing else differs."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    IllFormed,
    Machine,
    Mirrors,
    Party,
    Scope,
    Transition,
)
from properties.engine.budget import Budget
from properties.engine.packets.accept import accepted, exported
from properties.engine.packets.export import flow_data
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from tests.packet_format import compared, rejected


class There(Enum):
    A, B, C = "a", "b", "c"


class Here(Enum):
    A, B, C = "a", "b", "c"


class Turned(Enum):
    B, A, C = "b", "a", "c"


me = Party("me")
NAMES = {"y": "x", "count": "number", "away": "gone", "go": "leave", "POINT": "PROVIDER"}


def machine(
    name: str,
    scope: Scope,
    states: type[Enum],
    words: Mapping[str, str],
    **more: Any,  # noqa: ANN401  # what is otherwise
) -> Machine:
    """A machine with two fields and two rules."""
    said = {"y": "y", "count": "count", "away": "away", "go": "go", **words}
    state = Field(said["y"], states, states["A"])
    count = Field(said["count"], more.get("holds", range(3)), more.get("counts_from", 0))
    away = Field(said["away"], bool, more.get("at_first", False))
    go = Event(said["go"], more.get("home", scope), me)
    when: Expression = more.get("when", lambda f: ~f)(away)
    then = {count: more.get("value", 1)}
    rules = [
        Transition(go, states["A"], states[more.get("to", "B")], when, then),
        Transition(Event("midnight", INDUSTRY, me), states["B"], STAYS, then={away: True}),
    ]
    return Machine(name, scope, state, rules[:: more.get("order", 1)], (count, away))


ORIGINAL = machine("there", POINT, There, {})
MIRROR: dict[str, Any] = {"name": "here", "scope": PROVIDER, "states": Here, "words": NAMES}

OTHERWISE: dict[str, dict[str, Any]] = {
    "another scope": {"scope": POINT},
    "an event of a wider home": {"home": INDUSTRY},
    "another range": {"holds": range(4)},
    "states in another order": {"states": Turned},
    "another first value": {"at_first": True},
    "rules in another order": {"order": -1},
    "another target": {"to": "C"},
    "another value": {"value": 2},
    "another condition": {"when": lambda f: f},
    "a truth in place of a number": {"holds": bool, "value": True, "counts_from": False},
}


def verdict(mirror: Machine, names: Mapping[str, str] = NAMES) -> tuple[Verdict | None, bool]:
    """Return the verdict, and whether the checker alone finds the two the same."""
    flow = Flow("f", "F", [mirror], [me])
    claim = Mirrors("m", "M.", machine="here", original=ORIGINAL, renaming=names)
    result, _ = accepted(decide(flow, claim), exported(flow, None, (claim,)), Budget())
    data = flow_data(flow, None, [claim])
    return result.verdict, rejected(data, compared("f", "m", "proved")) == ""


def test_the_same_machine_under_other_names_is_a_mirror() -> None:
    assert verdict(machine(**MIRROR)) == (Verdict.PROVED, True)


@pytest.mark.parametrize("what", OTHERWISE)
def test_what_is_otherwise_in_anything_is_no_mirror(what: str) -> None:
    assert verdict(machine(**(MIRROR | OTHERWISE[what]))) == (Verdict.REFUTED, False)


MERGED = {
    "two events": {"midnight": "go"},
    "two events by a third name": {"midnight": "leave", "go": "leave"},
    "two states": {"C": "B"},
    "two fields": {"away": "y"},
}


@pytest.mark.parametrize("what", MERGED)
def test_a_renaming_that_makes_two_names_one_is_refused(what: str) -> None:
    with pytest.raises(IllFormed, match="to one name; let each have its own"):
        Mirrors("m", "M.", machine="here", original=ORIGINAL, renaming=MERGED[what])


@pytest.mark.parametrize("what", MERGED)
@pytest.mark.parametrize("said", ["proved", "refuted"])
def test_the_checker_rejects_a_renaming_that_makes_two_names_one(what: str, said: str) -> None:
    flow = Flow("f", "F", [machine(**MIRROR)], [me])
    claim = Mirrors("m", "M.", machine="here", original=ORIGINAL, renaming=NAMES)
    data = flow_data(flow, None, [claim])
    data["claims"]["m"]["renaming"] = MERGED[what]

    assert "two names one" in rejected(data, compared("f", "m", said))


def test_two_names_may_change_places() -> None:
    turned = {"A": "B", "B": "A"}
    assert Mirrors("m", "M.", machine="here", original=ORIGINAL, renaming=turned).renaming == turned
    assert verdict(replace(ORIGINAL, name="here"), {}) == (Verdict.PROVED, True)
    assert verdict(replace(ORIGINAL, name="here"), turned) == (Verdict.REFUTED, False)
