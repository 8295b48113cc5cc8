"""Looks for the layout of a machine with the fewest faults; prints what to keep in `ports`.

`python -m tests.drawing.seek css gain` tries wrappings, echoes and ports for the lines that lead
back, and prints the best that fits on the page, with labels, else with numbers. A human looks
before it is kept.
"""

import sys
from collections.abc import Iterator
from itertools import combinations, islice, product

from diagrams import palette
from diagrams.numbers import numbered
from diagrams.page import Sheet
from diagrams.plan import Arrangement, shown
from diagrams.planner import plan
from diagrams.rules import families
from diagrams.state import MOST_RULES, laid_out, page_of
from model.flows import flow
from model.language.flow import Flow
from model.language.machines import Machine
from tests.drawing.lint import Faults, faults

MOST = 500  # tries for a machine


def candidates(of: Flow, machine: Machine) -> Iterator[Arrangement]:
    """Yield layouts to try, the plainest first."""
    told = shown(of, machine, MOST_RULES)
    plain = plan(of, machine, told, Arrangement(echoes=()))
    back = [line for line in plain.lines if line.back]
    targets = tuple(dict.fromkeys(str(line.target) for line in back))
    for echoes in (None, (), targets, *((one,) for one in targets)):
        for wrap in (22, 30, 18, 15):
            yield Arrangement(echoes=echoes, wrap=wrap)
    lines = [line.id for line in plain.lines if line.target]
    for first in (*((one,) for one in lines), *combinations(lines, 2)):
        yield Arrangement(first=first)
        yield Arrangement(first=first, wrap=18)
    for ports in product(("", "e", "w"), repeat=len(back)):
        chosen = {line.id: port for line, port in zip(back, ports, strict=True) if port}
        for wrap in (22, 30, 18, 15):
            yield Arrangement(ports=chosen, echoes=(), wrap=wrap)


def best(of: Flow, machine: Machine) -> tuple[Faults, Arrangement]:
    """Return the layout with the fewest faults of those that fit; then echoes, then turning."""
    found: list[tuple[tuple[int, ...], Faults, Arrangement]] = []
    page, tried = page_of(of, machine), list(islice(candidates(of, machine), MOST))
    full = [(layout, laid_out(of, machine, layout)[1]) for layout in tried]
    fitting = [(layout, laid) for layout, laid in full if page.fits(*laid.size)]
    if not fitting:
        compact = [(layout, numbered(of, machine, layout, page)[1]) for layout in tried]
        on_page = [one for one in compact if page.fits(*one[1].size)]
        fitting = on_page or compact
    for number, (layout, laid) in enumerate(fitting):
        bad = faults(page.drawn(Sheet(laid.drawing(), (), page.grid))[0])
        echoes = laid.dot.count(palette.FADED_TEXT)
        key = (bad.overlaps, bad.hits, bad.crossings, echoes, int(bad.turning), number)
        found.append((key, bad, layout))
    return min(found)[1:]


if __name__ == "__main__":
    asked = flow(sys.argv[1])
    print(best(asked, families(asked)[" ".join(sys.argv[2:])]))
