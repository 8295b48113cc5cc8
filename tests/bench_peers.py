"""`make bench-peers`: the same claims by other model checkers, and by this one for every number.

The table goes into GUIDE.md between its marks. A figure is seconds of processor time.
"""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

from model.language.meaning import dealt_out
from properties.engine.verdict import Verdict
from properties.exports.claimed import state_claim
from properties.exports.instance import Instance
from switchproof.deciding.decide import decide_checked
from switchproof.deciding.load import Loaded, load
from switchproof.terminal.writing import write_whole
from tests.peer_tools import PEERS, Peer, here

GUIDE = Path(__file__).parents[1] / "GUIDE.md"
BEGIN, END = "<!-- peers: written by make bench-peers -->", "<!-- peers: end -->"
CLAIMS = (
    ("tests/oracles/two_phase_commit.py", "consistent"),
    ("tests/oracles/simple_allocator.py", "one holder"),
    ("handover", "copy-only-from-answered"),
    ("current", "copy-only-from-answered"),
    ("css", "copy-only-from-answered"),
)
NUMBERS, SECONDS = (1, 2, 4, 8), 30.0
ABOUT = f"""\
Seconds of processor time for the same claim; `-` where {SECONDS:.0f} seconds by the clock were not
enough, and so for more points. SPIN's include the compiler's. Points are of one provider. The other
tools speak of so many points and no more; `switchproof` of every number, its checker included.
"""


def main() -> None:
    """Measure all claims, and write the table."""
    lines = [
        f"| claim | switchproof, every N |{''.join(f' {p.name}, N = 1, 2, 4, 8 |' for p in here())}"
    ]
    lines.append("|---" * (2 + len(list(here()))) + "|")
    for source, name in CLAIMS:
        loaded = load(source)
        cells = [_ours(loaded, name), *(" ".join(_theirs(loaded, name, peer)) for peer in here())]
        lines.append(f"| {loaded.flow.name}: {name} | {' | '.join(cells)} |")
        print(lines[-1], flush=True)
    lines += [
        f"\n{peer.name} is not in the table: it was not there." for peer in PEERS if peer.missing
    ]
    text = GUIDE.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    assert after, "GUIDE.md has no marks for the table"
    write_whole(GUIDE, f"{before}{BEGIN}\n{ABOUT}\n{chr(10).join(lines)}\n{END}{after}")


def _ours(loaded: Loaded, name: str) -> str:
    started = time.process_time()
    result = decide_checked(loaded, None, loaded.claim(name), 600)
    assert result.verdict is Verdict.PROVED
    assert result.points == "any"
    return f"{time.process_time() - started:.2f}"


def _theirs(loaded: Loaded, name: str, peer: Peer) -> Iterator[str]:
    """Yield how long a tool takes with more and more points, until it is too long."""
    for points in NUMBERS:
        instance = Instance(loaded.flow, dealt_out(points, 1))
        claim = state_claim(instance, loaded.claim(name))
        started = _used()
        (said,) = peer.ask(instance, [claim], SECONDS)
        assert said is not False
        yield f"{_used() - started:.2f}" if said else "-"
        if not said:
            yield from "-" * (len(NUMBERS) - NUMBERS.index(points) - 1)
            return


def _used() -> float:
    """Return the processor time of what was started and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
