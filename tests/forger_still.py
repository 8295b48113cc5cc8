"""Forged rungs and traps: those of one claim that try to pass for another, which is otherwise.

Each claim is that one value can still be had from another. So whatever is accepted of these is
wrong: rungs of a claim that a trap refutes, and traps of one that rungs prove.
"""

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from model.language import CanStill
from model.language.sorts import members
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from tests.packet_format import Data, reasons
from tests.packing import as_read
from tests.small_flows import Drawing
from tests.strategies import random_flow


@dataclass(frozen=True)
class Rivals:
    """A flow as data, and the packets of its claims."""

    flow: Data
    ladders: list[Data]
    traps: list[Data]


def rivals(seed: int) -> Rivals:
    """A random flow, and claims that its fields can still come from one value to another."""
    random = Random(seed)
    small = Drawing(seed, random.choice(["closed", "shared"]), providers=seed % 4 == 1)
    flow = small.flow() if seed % 2 else random_flow(seed, existential=False)
    claims = []
    for n in range(8):
        field = random.choice(flow.fields)
        one, two = random.sample(members(field.sort), 2)
        claims.append(CanStill(f"c{n}", "A claim.", field.is_(one), to=field.is_(two)))
    decided = [decide(flow, claim, Budget(seconds=600, views=1000)) for claim in claims]
    made = [as_read(packet(one, None)) for one in decided if one.verdict is not Verdict.UNDECIDED]
    data = as_read(flow_data(flow, None, claims))
    ladders, traps = ([one for one in made if one["kind"] == kind] for kind in ("ladder", "trap"))
    return Rivals(data, ladders, traps)


def passed(them: Rivals, number: int, random: Random) -> tuple[int, list[Data]]:
    """How many were forged, so many of each false claim, and what of it is accepted."""
    made = [
        _forged(random.choice(packets), rival, cheats, random)
        for packets, others, cheats in (
            (them.ladders, them.traps, OF_LADDERS),
            (them.traps, them.ladders, OF_TRAPS),
        )
        for rival in (others if packets else ())
        for _ in range(number)
    ]
    made += [_at_random(them.flow, trap, random) for trap in them.traps for _ in range(number)]
    made += [_chained(them, trap, random) for trap in them.traps for _ in range(number)]
    told = reasons(them.flow, made) if made else []
    return len(made), [one for one, reason in zip(made, told, strict=True) if not reason]


def _at_random(flow: Data, trap: Data, random: Random) -> Data:
    """A rung of all that has not arrived: its event is one that somebody can take."""
    goal = flow["claims"][trap["claim"]]["to"]
    name, wanted = goal[1][1], goal[2]
    sorts = {f["name"]: f["sort"] for machine in flow["machines"] for f in machine["fields"]}
    every = {"truth": [False, True]}.get(str(sorts[name]), sorts[name])
    rung = {
        "rank": 1,
        "event": random.choice(sorted(flow["events"])),
        "boxes": [[[name, 0, [value for value in every if value != wanted]]]],
    }
    shape = [0] if "provider" in trap["run"]["where"] else [1]
    ladder = {"shape": shape, "rungs": [rung], "never": {"boxes": []}}
    return _head(trap) | {"kind": "ladder", "ladder": ladder, "lemmas": []}


def _chained(them: Rivals, trap: Data, random: Random) -> Data:
    """What is true of other claims, as if it led on to this one; some boxes may be more."""
    some = random.choices(them.ladders, k=random.randrange(1, 4)) if them.ladders else []
    legs = [{key: deepcopy(one[key]) for key in ("claim", "ladder", "lemmas")} for one in some]
    if legs and random.random() < 0.3:
        random.choice(legs)["claim"] = trap["claim"]
    return _head(trap) | {"kind": "chain", "legs": legs}


def _head(trap: Data) -> Data:
    """What else is told where the claim that a trap refutes is said to be proved."""
    head = {key: trap[key] for key in ("format", "flow", "variant", "claim")}
    arises = {key: trap["run"][key] for key in ("shape", "first", "moves", "where")}
    return head | {
        "verdict": "proved",
        "points": "any",
        "empty": False,
        "situations": [{"run": arises}],
    }


Cheat = Callable[[Data, Random], object]


def _forged(packet_: Data, rival: Data, cheats: list[Cheat], random: Random) -> Data:
    """The packet of one claim as if it were of another, which has arisen so itself."""
    made = {**deepcopy(packet_), "claim": rival["claim"]}
    if made["kind"] == "ladder" and rival["kind"] == "trap":
        made |= {"situations": [{"run": deepcopy(rival["run"])}], "empty": False}
    for _ in range(random.choice([0, 1, 1, 2, 3])):
        with suppress(IndexError, ValueError):  # there is nothing to change
            random.choice(cheats)(made, random)
    return made


def _rung(made: Data, random: Random) -> Data:
    rung: Data = random.choice(made["ladder"]["rungs"])
    return rung


def rank_else(made: Data, random: Random) -> None:
    _rung(made, random)["rank"] = random.randrange(4)


def event_else(made: Data, random: Random) -> None:
    _rung(made, random)["event"] = _rung(made, random)["event"]


def rung_less(made: Data, random: Random) -> None:
    made["ladder"]["rungs"].remove(_rung(made, random))


def box_wider(made: Data, random: Random) -> None:
    """All values of a field count, so the rung has more views."""
    random.choice(_rung(made, random)["boxes"]).pop()


def never_more(made: Data, random: Random) -> None:
    """What waits never occurs, so it needs no rung."""
    rung = _rung(made, random)
    made["ladder"]["never"].setdefault("boxes", []).extend(rung["boxes"])


def _lemma(made: Data, random: Random) -> Data:
    lemma: Data = random.choice(made["lemmas"])
    return lemma


def lemma_less(made: Data, random: Random) -> None:
    made["lemmas"].remove(_lemma(made, random))


def lemma_else(made: Data, random: Random) -> None:
    """It leads to where another event is allowed."""
    _lemma(made, random)["event"] = random.choice(made["ladder"]["rungs"])["event"]


def lemma_wider(made: Data, random: Random) -> None:
    """It supposes less."""
    random.choice(_lemma(made, random)["supposed"]).pop()


def led_otherwise(made: Data, random: Random) -> None:
    """A rung of theirs has another event, more views or another rank, or is gone."""
    inner = {"ladder": _lemma(made, random)["ladder"]}
    random.choice([rank_else, rung_less, box_wider])(inner, random)


def led_by_else(made: Data, random: Random) -> None:
    rung = random.choice(_lemma(made, random)["ladder"]["rungs"])
    rung["event"] = random.choice(made["ladder"]["rungs"])["event"]


def trap_box_less(made: Data, random: Random) -> None:
    made["boxes"].remove(random.choice(made["boxes"]))


def trap_box_wider(made: Data, random: Random) -> None:
    """There is less of the trap."""
    random.choice(made["boxes"]).pop()


def step_less(made: Data, random: Random) -> None:
    moves = made["run"]["moves"]
    del moves[random.randrange(len(moves)) :]


def first_else(made: Data, random: Random) -> None:
    held: list[Any] = random.choice(list(made["run"]["first"].values()))
    held[random.randrange(len(held))] = random.choice(["ONE", "TWO", "THREE", 0, 1, True])


OF_LADDERS: list[Cheat] = [rank_else, event_else, rung_less, box_wider, never_more]
OF_LADDERS += [lemma_less, lemma_else, lemma_wider, led_otherwise, led_by_else]
OF_TRAPS: list[Cheat] = [trap_box_less, trap_box_wider, step_less, first_else]
