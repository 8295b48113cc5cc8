"""This program and other model checkers: `make peers` keeps the result in `peers_result.json`.

They are asked for what this program knows of instances: how many states and steps there are, and
which claims hold. One that is not installed is skipped, and the reason is said.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from model.flows import WRITTEN
from model.language import Always
from model.language.claims import Claim
from model.language.flow import Flow
from model.language.meaning import World
from properties.engine.budget import Budget
from properties.engine.explicit.search import search
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from properties.exports.claimed import exportable, state_claim
from properties.exports.instance import Instance
from switchproof.deciding.load import load
from switchproof.terminal.writing import in_lines, write_whole
from tests.concrete import Tables
from tests.instances import first_breaks
from tests.peer_tools import PEERS, Peer, Size, here
from tests.strategies import instances, random_condition, random_flow

RESULT = Path(__file__).with_name("peers_result.json")
ORACLES = sorted(
    path for path in Path(__file__).with_name("oracles").glob("*.py") if path.stem != "__init__"
)
BY_NUMBER = ("barrier", "simple_allocator", "transaction_commit", "two_phase_commit", "voucher")
SIZES = (
    *((str(path), 3 if path.stem in BY_NUMBER else 1) for path in ORACLES),
    *((name, 1) for name in ("handover", "drafting", "leadtime", "linked")),
)
RANDOM, SECONDS, FEW_SECONDS, MOST_STATES = 200, 120.0, 3.0, 200_000
ONE_BY_ONE = ("SPIN", "NuSMV", "Z3", "TLC")  # to ask them of larger instances takes too long

Shape = tuple[int, ...]
Asked = dict[Shape, dict[Claim, bool]]  # in which instance, which claim holds as an invariant


WORDS = {True: "agreed", False: "said otherwise", None: "did not finish"}


@dataclass
class Tally:
    """What came of asking: how often each tool agreed, and what it said otherwise."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str, peer: Peer, agrees: Mapping[str, bool | None]) -> None:
        """Note whether a tool agreed on each of several things (none: it did not finish)."""
        found = Counter(WORDS[one] for one in agrees.values())
        self.add(what, peer, found)
        self.wrong += [
            f"{peer.name}: {what}: {name}" for name, one in agrees.items() if one is False
        ]

    def add(self, what: str, peer: Peer, found: Counter[str]) -> None:
        """Add counts of a tool, and print them."""
        self.counts.setdefault(peer.name, Counter()).update(found)
        print(f"  {what}, {peer.name}: {dict(found)}", flush=True)


def same_size(tally: Tally, what: str, instance: Instance, counted: Size) -> None:
    """Compare how many states, steps and levels an instance has, as far as a tool counts them."""
    for peer in here():
        if peer.size:
            size = peer.measure(instance, SECONDS)
            steps, depth = counted.steps, counted.depth
            mine = size and Size(counted.states, steps * bool(size.steps), depth * bool(size.depth))
            agrees = size == mine if size else None
            tally.note(f"size of {what}", peer, {f"{size}, here {mine}": agrees})


def sizes(tally: Tally, source: str, points: int) -> None:
    """Compare the sizes of an instance."""
    flow = load(source).flow
    found = search(flow, (points,), Budget(seconds=600))
    assert not found.stopped
    counted = Size(found.states, found.successors, found.depth)
    same_size(tally, f"{flow.name} of {points}", Instance(flow, (points,)), counted)


def asked(flow: Flow, claims: Iterable[Claim], shapes: list[Shape]) -> Asked:
    """Return what this program says: of a run in its instance, of what is proved in several."""
    found: Asked = defaultdict(dict)
    for claim in filter(exportable, claims):
        result = decide(flow, claim, Budget(seconds=600, views=500_000))
        for run in result.runs:
            found[run.shape][claim] = False
        if not result.runs and result.verdict is Verdict.PROVED:
            for shape in shapes:
                found[shape][claim] = True
    return found


def verdicts(tally: Tally, what: str, flow: Flow, every: Asked, peers: Iterable[Peer]) -> None:
    """Compare verdicts in each instance of which this program has said something."""
    for shape, expected in every.items():
        instance = Instance(flow, shape)
        claims = [state_claim(instance, claim) for claim in expected]
        few = not search(flow, shape, Budget(views=MOST_STATES, seconds=60)).stopped
        for peer in peers:
            if few or peer.name not in ONE_BY_ONE:
                said = zip(expected.items(), peer.ask(instance, claims, SECONDS), strict=True)
                agrees = {c.id: None if one is None else one == holds for (c, holds), one in said}
                tally.note(f"{what} at {shape}", peer, agrees)
            else:
                many = Counter({"not asked, as there are many states": len(expected)})
                tally.add(f"{what} at {shape}", peer, many)


def variants(tally: Tally, source: str) -> None:
    """Compare in which instance each variant breaks a claim; with the quickest tool alone."""
    loaded = load(source)
    quickest = [peer for peer in here() if peer.name == "ABC"]
    for variant in loaded.variants if quickest else ():
        broken = [loaded.claim(name) for name in variant.breaks]
        own = [claim for claim in broken if claim in loaded.claims]
        what = f"{loaded.flow.name}, variant '{variant.name}'"
        verdicts(tally, what, variant.flow, asked(variant.flow, own, []), quickest)


def at_random(tally: Tally, seed: int) -> None:
    """Compare sizes and a verdict on a random flow, as plain searches find them."""
    flow, random = random_flow(seed), Random(seed)
    shape = random.choice(instances(flow))
    instance, what = Instance(flow, shape), f"random flow {seed}"
    same_size(tally, what, instance, plain_size(instance.world))
    claim = Always("c", "C.", random_condition(seed, flow))
    (broken,) = first_breaks(Tables(flow), shape, [claim.of(flow)], 10**6)
    for peer in here():
        (said,) = peer.ask(instance, [state_claim(instance, claim)], FEW_SECONDS)
        tally.note(what, peer, {str(said): None if said is None else said == (broken < 0)})


def plain_size(world: World) -> Size:
    """Return how many states, steps and levels there are, by the plain meaning."""
    level = list(world.initial_states())
    known, steps, depth = set(level), len(level), 0
    while level:
        every = [after for state in level for _, after in world.steps(state)]
        level = list(dict.fromkeys(after for after in every if after not in known))
        known.update(level)
        steps, depth = steps + len(every), depth + 1
    return Size(len(known), steps, depth)


def main() -> None:
    """Ask every tool that is here, and keep what came of it."""
    for peer in PEERS:
        print(f"{peer.name}: {'skipped: ' + peer.missing if peer.missing else 'is here'}")
    parts = {name: Tally() for name in ("sizes", "verdicts", "variants", "random")}
    for source, points in SIZES:
        sizes(parts["sizes"], source, points)
    for source in (*map(str, ORACLES), *WRITTEN):
        loaded = load(source)
        several = source in WRITTEN or Path(source).stem in BY_NUMBER
        shapes: list[Shape] = [(1,), (2,)] if several else [(1,)]
        found = asked(loaded.flow, loaded.claims, shapes)
        verdicts(parts["verdicts"], loaded.flow.name, loaded.flow, found, list(here()))
        variants(parts["variants"], source)
    for seed in range(RANDOM):
        at_random(parts["random"], seed)
    wrong = [one for tally in parts.values() for one in tally.wrong]
    kept = {name: tally.counts for name, tally in parts.items()}
    skipped = {peer.name: peer.missing for peer in PEERS if peer.missing}
    write_whole(RESULT, in_lines({**kept, "skipped": skipped, "otherwise": wrong}))
    print(RESULT.read_text(), end="")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
