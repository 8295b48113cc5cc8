"""Faults of monitors and suites."""

from tests.sown.fault import sown_in
from tests.sown.watching import AT_INTERFACE, IN_LOGS, MONITORS, SUITES

FAULTS = (
    *sown_in(
        "properties/engine/interfaces/automaton.py",
        AT_INTERFACE,
        (
            "interface: nothing is unseen",
            "own | _join(found[c] for c in self._led_to(number))",
            "own",
        ),
        ("interface: nodes are one", "frozenset((s, block[to]) for", "frozenset((s, 0) for"),
    ),
    *sown_in(
        "properties/engine/interfaces/cone.py",
        AT_INTERFACE,
        ("interface: nobody refuses", "yield from asked(flow, event)", "yield from ()"),
        ("interface: effects read nothing", "if field in wanted or machine in refusing:", "if 0:"),
    ),
    *sown_in(
        "properties/engine/interfaces/parting.py",
        AT_INTERFACE,
        ("interface: one side alone", "int(label in other)", "int(label in one)"),
    ),
    *sown_in(
        "properties/engine/interfaces/begun.py",
        IN_LOGS,
        (
            "monitor: begun at the first",
            "frozenset(range(len(automaton)))",
            "frozenset([0])",
        ),
    ),
    *sown_in(
        "properties/engine/interfaces/letters.py",
        MONITORS,
        (
            "monitor: effects ask no facts",
            "for node in (rule.when, *rule.then.values())]",
            "for node in (rule.when,)]",
        ),
    ),
    *sown_in(
        "properties/engine/interfaces/split.py",
        MONITORS,
        ("monitor: a follower may stay", "rule.event.scope <= machine", "machine"),
    ),
    *sown_in(
        "properties/analyses/monitor/naming.py",
        MONITORS,
        ("monitor: all namings are alike", "if (after[0] == NONE) != (after[1] == NONE):", "if 0:"),
        ("monitor: anybody comes first", "if to != NONE and letter.member is not None", "if True"),
    ),
    *sown_in(
        "properties/analyses/monitor/owing.py",
        MONITORS,
        ("monitor: all is certain", "certain=answers == {True}", "certain=True"),
        ("monitor: one reading", "!= (duty.obligor, duty.performer)", "== ()"),
    ),
    *sown_in(
        "properties/analyses/monitor/refusing.py",
        MONITORS,
        ("monitor: facts refuse nothing", "all_of(part, symbol.when) if spoken else part", "part"),
    ),
    *sown_in(
        "properties/analyses/monitor/compiled.py",
        MONITORS,
        ("monitor: nothing is a breach", "if fits and not machine.observer and", "if 0 and"),
    ),
    *sown_in(
        "properties/engine/interfaces/settle.py",
        AT_INTERFACE,
        ("interface: any names", "or seen[0] != seen[1]", ""),
        ("interface: not closed", "for why in flow.obstacles[:1]:", "for why in ():"),
    ),
    *sown_in(
        "properties/analyses/suites/tours.py",
        SUITES,
        ("suites: any prices will do", "if prices[root] != 0 or min", "if False and min"),
        (
            "suites: what hangs apart is left out",
            "while (start := left",
            "while False and (start := left",
        ),
        ("suites: a cut begins anywhere", "(*ways[arcs[walk[start]][0]], *walk", "(*(), *walk"),
    ),
    *sown_in(
        "properties/analyses/suites/exact.py",
        SUITES,
        ("suites: a monitor is exact", 'if of_monitor["exactly"] is not None:', "if True:"),
        (
            "suites: facts are not looked at",
            "if fits and world.compute(",
            "if fits or world.compute(",
        ),
    ),
    *sown_in(
        "properties/analyses/suites/parted.py",
        SUITES,
        (
            "suites: all machines are the same",
            "return {id(m) for m in one} ==",
            "return True or {} ==",
        ),
    ),
)
