"""Comparisons: two tables of rules, and who acts. No state is looked at."""

import json
import re
from collections.abc import Iterable

from .kernel.claims import leaves
from .kernel.flow import SCOPES, Data, Flow, Tree
from .kernel.need import need
from .kernel.search import Question


def by_mirror(flow: Flow, packet: Data) -> Iterable[Question]:
    """Reject unless two tables of rules are the same up to a renaming, or are not, as it says."""
    need(packet["points"] == "", "for how many points")
    claim = flow.claims[packet["claim"]]
    (mirror,) = (m for m in flow.machines if m["name"] == claim["machine"])
    sorts = {field["name"]: field["sort"] for m in flow.machines for field in m["fields"]}
    here = {**mirror, "events": flow.events, "reads": sorts}
    homes = {event: SCOPES[scope] for event, scope in claim["original"]["events"].items()}
    there, new = {**claim["original"], "events": homes}, Renaming(claim["renaming"])
    new.need_apart(there)
    same = _table(there, new) == _table(here, Renaming({}))
    need(same is (packet["verdict"] == "proved"), "the rules are not as it says")
    return ()


class Renaming:
    """New names for old, whole words at a time, the longest first."""

    def __init__(self, names: dict[str, str]) -> None:
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        self.names, self.pattern = names, rf"\b({pattern})\b"

    def of(self, thing: Tree) -> Tree:
        """Return a name, a value, or an expression in the new names."""
        if isinstance(thing, list):
            return [thing[0], *map(self.of, thing[1:])]
        if not isinstance(thing, str) or not self.names:
            return thing
        return re.sub(self.pattern, lambda found: self.names[found[0]], thing)

    def need_apart(self, machine: Data) -> None:
        """Reject where two events, performers, duties, fields or values get one name."""
        rules, reads = machine["rules"], {f["name"]: f["sort"] for f in machine["fields"]}
        reads |= machine["reads"]
        kinds = [machine["events"], *({row[key] for row in rules} for key in ("by", "breaches"))]
        sorts = [set(sort) for sort in reads.values() if sort != "truth"]
        for names in (*kinds, reads, *sorts):
            need(len({self.of(name) for name in names}) == len(names), "it makes two names one")


def _table(machine: Data, new: Renaming) -> str:
    """Return all that a machine says, in the new names: the same text for the same."""
    scope, rules = SCOPES[machine["scope"]], machine["rules"]
    homes = {row["event"]: machine["events"][row["event"]] for row in rules}
    own = {field["name"] for field in machine["fields"]}
    nodes = [tree for row in rules for tree in (row["when"], *(t for _, t in row["then"]))]
    read = {leaf[1] for node in nodes for leaf in leaves(node) if leaf[0] == "read"} - own
    fields = [
        [new.of(f["name"]), _sort(f["sort"], new), [new.of(value) for value in f["starts"]]]
        for f in machine["fields"]
    ]
    at = {new.of(event): (home > scope) - (home < scope) for event, home in homes.items()}
    foreign = {new.of(name): _sort(machine["reads"][name], new) for name in read}
    rows = [_row(row, new) for row in rules]
    whole = [new.of(machine["scope"].upper()), fields, at, foreign, rows]
    return json.dumps(whole, sort_keys=True)


def _sort(given: Tree, new: Renaming) -> Tree:
    return given if given == "truth" else [new.of(value) for value in given]


def _row(row: Data, new: Renaming) -> list[Tree]:
    return [
        *(new.of(row[key]) for key in ("event", "to", "when", "by", "breaches")),
        sorted(map(new.of, row["from"])),
        sorted([new.of(name), new.of(tree)] for name, tree in row["then"]),
    ]


def by_actors(flow: Flow, packet: Data) -> Iterable[Question]:
    """Reject unless each event is done by whom the packet says, and that is as the verdict says."""
    need(packet["points"] == "", "for how many points")
    actors = flow.claims[packet["claim"]]["actors"]
    wanted = [(event, party) for party, events in actors.items() for event in events]
    need(len(dict(wanted)) == len(wanted) > 0, "it names an event twice, or none")
    rules = [rule for machine in flow.machines for rule in machine["rules"]]
    found = {event: sorted({r["by"] for r in rules if r["event"] == event}) for event, _ in wanted}
    need(packet["actors"] == found, "the actors are not those of the rules")
    same = any(found.values()) and all(found[event] in ([], [party]) for event, party in wanted)
    need(same is (packet["verdict"] == "proved"), "the actors are not as it says")
    return ()
