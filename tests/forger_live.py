"""Forged ranks and lassos: those of one claim that try to pass for another, which is otherwise.

The claims of a flow differ in one fairness, and in what they come to. So whatever is accepted of
these is wrong: ranks of a claim that a lasso refutes, and lassos of one that ranks prove.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from model.language import Flow, LeadsTo
from model.language.sorts import members
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from tests.packet_format import Data, arising, block, by_run, head, of_ranks, ranking, reasons
from tests.packing import as_read
from tests.plain import World
from tests.strategies import random_flow


@dataclass(frozen=True)
class Rivals:
    """A flow as data, and the packets of its claims."""

    flow: Data
    ranks: list[Data]
    lassos: list[Data]


def rivals(seed: int) -> Rivals:
    """A random flow with a claim, and that claim with less fairness and with more."""
    flow = random_flow(seed)
    claims = [replace(one, id=f"c{n}") for n, one in enumerate(_alike(seed, flow))]
    decided = [decide(flow, claim, Budget(seconds=600, views=1000)) for claim in claims]
    made = [as_read(packet(one, None)) for one in decided if one.verdict is not Verdict.UNDECIDED]
    data = as_read(flow_data(flow, None, claims))
    ranks, lassos = ([one for one in made if one["kind"] == kind] for kind in ("ranks", "lasso"))
    return Rivals(data, ranks, lassos)


def _alike(seed: int, flow: Flow) -> Iterator[LeadsTo]:
    """Claims that a field comes from one value to another, with no fairness, some, and all."""
    random = Random(seed)
    for field in random.sample(flow.fields, min(2, len(flow.fields))):
        one, two = random.sample(members(field.sort), 2)
        claim = LeadsTo("claim", "A claim.", field.is_(one), to=field.is_(two))
        yield claim
        yield replace(claim, weak=tuple(e for e in flow.events if random.random() < 0.5))
        yield replace(claim, weak=flow.events)
        yield replace(claim, weak=flow.events[2:], strong=flow.events[:2])


def passed(them: Rivals, number: int, random: Random) -> tuple[int, list[Data]]:
    """How many were forged, so many of each false claim, and what of it is accepted."""
    made = [
        _forged(random.choice(packets), rival["claim"], cheats, random)
        for packets, others, cheats in (
            (them.ranks, them.lassos, OF_RANKS),
            (them.lassos, them.ranks, OF_LASSOS),
        )
        for rival in (others if packets else ())
        for _ in range(number)
    ]
    made += [flat for lasso in them.lassos for flat in _flat(them.flow, lasso)]
    told = reasons(them.flow, made) if made else []
    return len(made), [one for one, reason in zip(made, told, strict=True) if not reason]


def _flat(flow: Data, lasso: Data) -> Iterator[Data]:
    """Ranks in which nothing falls: one block is all but the goal, and a fair event helps."""
    claim = flow["claims"][lasso["claim"]]
    _, (_, name), goal = claim["to"]
    boxes = [[[name, 0, [v for v in World(flow, (1,)).sorts[name][0] if v != goal]]]]
    told = head(lasso["flow"], lasso["claim"], "proved", "any")
    told |= arising(
        [by_run({**lasso["run"], "moves": lasso["run"]["moves"][: lasso["since"]]})], empty=False
    )
    for number, (event,) in enumerate([*claim["weak"], *claim["strong"]]):
        made = ranking([block([[0, 0]], boxes)], [event], [])
        made["helpers"][0]["fair"] = number
        made["shape"] = [0] if "provider" in lasso["run"]["where"] else [1]
        yield told | of_ranks(made)


Cheat = Callable[[Data, Random], object]


def _forged(packet_: Data, claim: str, cheats: list[Cheat], random: Random) -> Data:
    made = {**deepcopy(packet_), "claim": claim}
    for _ in range(random.choice([0, 1, 1, 2, 3])):
        with suppress(IndexError, ValueError):  # there is nothing to change
            random.choice(cheats)(made, random)
    return made


def _blocks(made: Data) -> list[Data]:
    blocks: list[Data] = made["ranking"]["blocks"]
    return blocks


def _level(made: Data, random: Random) -> list[int]:
    level: list[int] = random.choice(random.choice(_blocks(made))["levels"])
    return level


def rank_else(made: Data, random: Random) -> None:
    _level(made, random)[0] = random.randrange(4)


def helper_else(made: Data, random: Random) -> None:
    _level(made, random)[1] = random.randrange(-1, len(made["ranking"]["helpers"]))


def level_less(made: Data, random: Random) -> None:
    random.choice(_blocks(made))["levels"].pop()


def level_more(made: Data, random: Random) -> None:
    levels = random.choice(_blocks(made))["levels"]
    levels.append(list(levels[-1]))


def block_less(made: Data, random: Random) -> None:
    """What leads on from there is dropped as well."""
    _blocks(made).remove(random.choice(_blocks(made)))


def box_less(made: Data, random: Random) -> None:
    random.choice(_blocks(made))["boxes"].pop()


def box_wider(made: Data, random: Random) -> None:
    random.choice(random.choice(_blocks(made))["boxes"]).pop()


def box_never(made: Data, random: Random) -> None:
    """What is in a block is said never to occur."""
    never = made["ranking"]["never"]
    if "boxes" in never:
        never["boxes"].append(random.choice(random.choice(_blocks(made))["boxes"]))


def fairness_else(made: Data, random: Random) -> None:
    """A fairness that the claim does not suppose, or another."""
    random.choice(made["ranking"]["helpers"])["fair"] = random.randrange(5)


def fairness_shifted(made: Data, random: Random) -> None:
    """The others are numbered as if one were not there."""
    gone = random.randrange(4)
    for helper in made["ranking"]["helpers"]:
        helper["fair"] -= helper["fair"] > gone


def help_of_nothing(made: Data, random: Random) -> None:
    random.choice(made["ranking"]["helpers"])["known"].pop()


def lemma_less(made: Data, random: Random) -> None:
    made["lemmas"].remove(random.choice(made["lemmas"]))


def step_less(made: Data, random: Random) -> None:
    moves = made["run"]["moves"]
    del moves[random.randrange(len(moves))]


def step_else(made: Data, random: Random) -> None:
    moves = made["run"]["moves"]
    moves[random.randrange(len(moves))] = list(random.choice(moves))


def step_more(made: Data, random: Random) -> None:
    """A step more in the cycle, which may be one that must be taken."""
    moves = made["run"]["moves"]
    home = random.randrange(2)
    moves.insert(random.randrange(len(moves) + 1), [random.choice(moves)[0], home])


def back_else(made: Data, random: Random) -> None:
    made["back"] = random.randrange(len(made["run"]["moves"]) + 1)


def since_else(made: Data, random: Random) -> None:
    made["since"] = random.randrange(len(made["run"]["moves"]) + 1)


def first_else(made: Data, random: Random) -> None:
    """The cycle cannot be entered from there."""
    held: list[Any] = random.choice(list(made["run"]["first"].values()))
    held[random.randrange(len(held))] = random.choice(["ONE", "TWO", "THREE", 0, 1, True])


def place_else(made: Data, random: Random) -> None:
    made["run"]["where"] = {random.choice(["point", "provider"]): random.randrange(3)}


OF_RANKS: list[Cheat] = [rank_else, helper_else, level_less, level_more, block_less, box_less]
OF_RANKS += [box_wider, box_never, fairness_else, fairness_shifted, help_of_nothing, lemma_less]
OF_LASSOS: list[Cheat] = [step_less, step_else, step_more, back_else, since_else, first_else]
OF_LASSOS += [place_else]
