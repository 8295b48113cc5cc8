"""What a forger does to the form of a packet."""

from collections.abc import Callable
from random import Random
from typing import Any

from tests.forger_worlds import DRAWN
from tests.packet_format import Data, of_one_view

HEADS: dict[str, list[Any]] = {
    "kind": ["runs", "ranks", "mirror", "lasso", "invariant", "free"],
    "verdict": ["proved", "refuted", "undecided"],
    "points": ["1", "1, 2", ""],
    "claim": [f"c{n}" for n in range(DRAWN)],
    "situations": [[], [{"proofs": []}]],
    "empty": [True, 0],
}
ROLES = ["point", "other point", "provider", "other provider"]


def _proof(packet: Data, random: Random) -> Data:
    proofs = [proof for proof in packet.get("proofs", ()) if proof]
    one: Data = random.choice(proofs)
    return one["few"] if one["few"] and random.random() < 0.3 else one


def _boxes(packet: Data, random: Random) -> list[Any]:
    if "boxes" in packet:
        of_the_view: list[Any] = packet["boxes"]
        return of_the_view
    boxes: list[Any] = random.choice(_proof(packet, random)["shapes"])["boxes"]
    return boxes


def _place(packet: Data, random: Random) -> Data:
    one: Data = random.choice(_proof(packet, random)["seen"])
    return one


def role_more(packet: Data, random: Random) -> None:
    """Somebody more is named at some places, who may be read instead."""
    proof = _proof(packet, random)
    where = proof["seen"][0]["where"]
    role = random.choice([role for role in [*ROLES, "point", "provider"] if role not in where])
    for seen in proof["seen"]:
        there = sum(seen["shape"]) if "point" in role else len(seen["shape"])
        if there and random.random() < 0.8:
            seen["where"][role] = random.randrange(there)


def role_for_another(packet: Data, random: Random) -> None:
    """Somebody more is named, at a place that is another than it seems."""
    place = _place(packet, random)
    role = random.choice(ROLES)
    place["shape"] = [*place["shape"], 1]
    place["where"][role] = sum(place["shape"]) - 1 if "point" in role else 0
    shapes = _proof(packet, random)["shapes"]
    if all(entry["shape"] != place["shape"] for entry in shapes):
        shapes.append({"shape": place["shape"], "boxes": []})


def role_less(packet: Data, random: Random) -> None:
    """Somebody is not named."""
    where = _place(packet, random)["where"]
    if where:
        del where[random.choice(list(where))]


def role_else(packet: Data, random: Random) -> None:
    """Somebody is named by another role."""
    where = _place(packet, random)["where"]
    if where:
        where[random.choice(ROLES)] = where.pop(random.choice(list(where)))


def number_else(packet: Data, random: Random) -> None:
    """Somebody else is meant."""
    where = _place(packet, random)["where"]
    if where:
        where[random.choice(list(where))] = random.choice([-1, 0, 1, 2, True, False])


def place_less(packet: Data, random: Random) -> None:
    """One place less."""
    seen = _proof(packet, random)["seen"]
    del seen[random.randrange(len(seen)) :][:1]


def place_again(packet: Data, random: Random) -> None:
    """One place in place of another."""
    seen = _proof(packet, random)["seen"]
    seen[random.randrange(len(seen))] = dict(random.choice(seen))


def place_elsewhere(packet: Data, random: Random) -> None:
    """A place of another shape."""
    proof = _proof(packet, random)
    proof["seen"][0]["shape"] = list(random.choice(proof["shapes"])["shape"])


def order_else(packet: Data, random: Random) -> None:
    """Providers in another order, at the place alone."""
    place = _place(packet, random)
    place["shape"] = random.sample(place["shape"], len(place["shape"]))


def shape_less(packet: Data, random: Random) -> None:
    """One shape less."""
    random.choice(_proof(packet, random)["shapes"]).update(shape=[2, 2])


def shape_twice(packet: Data, random: Random) -> None:
    """One shape twice, of which one has no boxes."""
    shapes = _proof(packet, random)["shapes"]
    shapes.insert(random.randrange(2), {**random.choice(shapes), "boxes": []})


def shape_alike(packet: Data, random: Random) -> None:
    """A shape whose numbers are truths."""
    entry = random.choice(_proof(packet, random)["shapes"])
    entry["shape"] = [bool(n) for n in entry["shape"]]


def box_less(packet: Data, random: Random) -> None:
    """One box less."""
    boxes = _boxes(packet, random)
    if boxes:
        boxes.pop(random.randrange(len(boxes)))


def box_of_all(packet: Data, random: Random) -> None:
    """A box that holds all."""
    _boxes(packet, random).append([])


def box_wider(packet: Data, random: Random) -> None:
    """A box that asks for less."""
    boxes = _boxes(packet, random)
    box = random.choice(boxes) if boxes else []
    if box:
        box.pop(random.randrange(len(box)))


def box_of_another(packet: Data, random: Random) -> None:
    """A box of another's field, or of other values."""
    boxes = _boxes(packet, random)
    slot = random.choice(random.choice(boxes)) if boxes and all(boxes) else None
    if slot:
        slot[1] = random.choice([-1, 0, 1, 2, True, slot[1]])
        slot[2] = random.choice([slot[2] * 2, [], [True], [0, 1], ["ONE", "TWO", "THREE"]])


def no_boxes(packet: Data, random: Random) -> None:
    """No boxes at all."""
    for entry in _proof(packet, random)["shapes"]:
        entry["boxes"] = []


def one_view(packet: Data, random: Random) -> None:
    """Boxes of one shape, as if they were those of one view."""
    if "boxes" not in packet:
        boxes = _boxes(packet, random)
        del packet["proofs"]
        packet |= of_one_view(boxes)


def of_few(packet: Data, random: Random) -> None:
    """For few points only."""
    _proof(packet, random)["most"] = random.choice([0, 1, 2, 3, True, None, 9])


def few_else(packet: Data, random: Random) -> None:
    """Another proof for few points."""
    proof = _proof(packet, random)
    few = {**proof, "most": random.choice([None, 0, 1, 2, 3]), "few": None}
    proof["few"] = random.choice([None, few, {**few, "shapes": []}, {**few, "seen": []}])


def few_for_many(packet: Data, random: Random) -> None:
    """What shows it for few points in place of all."""
    proofs = packet["proofs"]
    n = random.randrange(len(proofs))
    proofs[n] = proofs[n]["few"] or proofs[n]


def part_else(packet: Data, random: Random) -> None:
    """The proofs of other parts."""
    proofs = packet["proofs"]
    packet["proofs"] = random.choice([proofs[1:], proofs * 2, proofs[::-1], proofs[:1]]) or proofs


def head_else(packet: Data, random: Random) -> None:
    """Another kind, verdict, number of points, or claim."""
    name = random.choice(list(HEADS))
    packet[name] = random.choice(HEADS[name])


Cheat = Callable[[Data, Random], None]
CHEATS: list[list[Cheat]] = [  # as often on each line
    [role_more],
    [role_more, role_for_another],
    [role_less, role_else, number_else],
    [place_less, place_again, place_elsewhere, order_else],
    [shape_less, shape_twice, shape_alike],
    [box_less, box_of_all, box_wider, box_of_another, no_boxes],
    [one_view],
    [of_few, few_else, few_for_many, part_else, head_else],
]
