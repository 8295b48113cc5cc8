"""A forger: packets that try to pass for claims that a search of small worlds contradicts.

It knows the format, and it knows what can be reached: its invariants are true of those worlds in
which the claim happens to hold, its runs are runs but for one step. Then it cheats on the form.
"""

from collections.abc import Iterator
from contextlib import suppress
from random import Random

from model.language.claims import Claim, Sometimes
from properties.checker.kernel.claims import roles
from tests.forger_cheats import CHEATS, ROLES
from tests.forger_lies import Liar, walk
from tests.forger_worlds import Target
from tests.packet_format import Data, head, of_runs, reasons
from tests.packing import as_read


def forgeries(target: Target, number: int) -> Iterator[Data]:
    """Packets that a search contradicts, should they be accepted: so many of each false claim."""
    random = target.random
    for claim in target.claims:
        if target.is_false(claim.id):
            early = claim.id in target.worlds[1,].broken
            for _ in range(number // 5 if early else number):
                yield _cheated(target, Liar(target, claim).packet())
        elif target.worlds:
            for _ in range(number // 5):
                yield _false_run(target, random, claim)


def _cheated(target: Target, packet: Data) -> Data:
    random = target.random
    packet = as_read(packet)
    for _ in range(random.choice([0, 1, 1, 1, 2])):
        with suppress(IndexError, KeyError):  # what it would change is gone
            random.choice(random.choice(CHEATS))(packet, random)
    return packet


def _false_run(target: Target, random: Random, claim: Claim) -> Data:
    """A run with a step more or less, that is said to break a claim that holds in its world."""
    run = walk(target, random, sorted(roles(target.read, target.body(claim))))
    moves, events = run["moves"], list(target.read.events)
    if moves and random.random() < 0.5:
        moves.pop(random.randrange(len(moves)))
    if random.random() < 0.5:
        moves.insert(random.randrange(len(moves) + 1), [random.choice(events), random.randrange(2)])
    if random.random() < 0.3:
        run["where"][random.choice(ROLES)] = random.randrange(2)
    if random.random() < 0.2:
        name, held = random.choice(list(run["first"].items()))
        run["first"][name] = [random.choice(target.read.values[name]) for _ in held]
    verdict = "proved" if isinstance(claim, Sometimes) else "refuted"
    return head("small", claim.id, verdict, str(sum(run["shape"]))) | of_runs([run])


def passed(target: Target, number: int) -> tuple[list[Data], list[Data]]:
    """What was forged, and what of it passes for what the search contradicts."""
    packets = list(forgeries(target, number))
    told = reasons(target.data, packets)
    accepted = [packet for packet, reason in zip(packets, told, strict=True) if not reason]
    return packets, [packet for packet in accepted if target.contradicts(packet)]
