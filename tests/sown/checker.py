"""Faults of the checker."""

from tests.sown.fault import sown_in
from tests.sown.watching import (
    AT_INTERFACE,
    CHECKER,
    COMPARED,
    FACTS,
    FOLDER,
    IN_LOGS,
    LIST,
    LISTED,
    MIRROR,
    WHOLE,
)

FAULTS = (
    *sown_in(
        "properties/checker/others.py",
        CHECKER,
        ("checker: ghost", "found += [(more, len(at.of)) for more in wider]", "pass"),
        (
            "checker: empty provider who acts",
            "found.append((world(flow, at.providers + 1, at.of), at.providers))",
            "pass",
        ),
        (
            "checker: empty provider who is asked",
            "found.append(world(flow, count + 1, of))",
            "pass",
        ),
        ("checker: witness", "for _ in range(witnesses(flow, event)):", "for _ in range(0):"),
        ("checker: seen from somewhere is enough", "need(everywhere,", "need(True,"),
        (
            "checker: a box of a shape may hold a first state",
            'at, [("or", *wrong)], first(at))',
            "at, [False], first(at))",
        ),
        (
            "checker: boxes of shapes need not cover the claim",
            'yield "breaks it", ("not", holds)',
            "pass",
        ),
    ),
    *sown_in(
        "properties/checker/kinds.py",
        CHECKER,
        ("checker: a run may end anywhere", "need(as_it_must,", "need(True,"),
        (
            "checker: packets of an earlier form",
            'need(packet.get("format") == FORMAT,',
            "need(True,",
        ),
    ),
    *sown_in(
        "properties/checker/proofs.py",
        WHOLE,
        (
            "checker: a part is seen from its own places",
            "yield proof_of(flow, part, proof, seen_by, stepwise=stepwise)",
            "yield proof_of(flow, part, proof, part, stepwise=stepwise)",
        ),
    ),
    *sown_in(
        "properties/checker/others.py",
        WHOLE,
        (
            "checker: where nothing changes is not asked",
            "yield from () if each else (still,)",
            "yield from ()",
        ),
        (
            "checker: not each event is asked about",
            "if after or each or event in named:",
            "if after or event in named:",
        ),
    ),
    *sown_in(
        "properties/checker/others.py",
        LIST,
        (
            "checker: a step may lead into a box of a shape",
            "            if box.keys() & after.keys():\n                yield",
            "            if False:\n                yield",
        ),
        (
            "checker: no step of another provider",
            "found.append((world(flow, at.providers + 1, at.of), at.providers))",
            "del flow",
        ),
    ),
    *sown_in(
        "properties/checker/places.py",
        LIST,
        (
            "checker: a point more of one provider alone",
            "for p in range(len(shape)):\n            before",
            "for p in range(min(1, len(shape))):\n            before",
        ),
    ),
    *sown_in(
        "properties/checker/forms.py",
        FOLDER,
        (
            "checker: what is read may have more parts",
            "return thing.keys() == form.keys() and all(",
            "return thing.keys() >= form.keys() and all(",
        ),
        (
            "checker: a truth is a number",
            "return type(thing) is int and thing in form",
            "return thing in form",
        ),
    ),
    *sown_in(
        "properties/checker/sorts.py",
        FOLDER,
        (
            "checker: a condition of any sort",
            'need(_kind(flow, body, whom) == TRUTH, f"{where}: its condition is none")',
            "pass",
        ),
    ),
    *sown_in(
        "properties/checker/folder.py",
        FOLDER,
        (
            "checker: a key may stand twice",
            'need(len({key for key, _ in pairs}) == len(pairs), "a key stands there twice")',
            "pass",
        ),
        ("checker: hash", "need(sha256(text).hexdigest() == digest,", "need(True,"),
    ),
    *sown_in(
        "properties/checker/manifest.py",
        FOLDER,
        ("checker: a run that did not end has a manifest", 'if not listed["ended"]:', "if False:"),
        ("checker: a packet may be gone", "elif name not in there:", "elif False:"),
        (
            "checker: a packet may be more",
            'if name not in named] if listed["ended"] else []',
            "if False]",
        ),
    ),
    *sown_in(
        "properties/checker/comparisons.py",
        FOLDER,
        (
            "checker: rows of a mirror",
            'need(same is (packet["verdict"] == "proved"), "the rules',
            'need(True, "the rules',
        ),
    ),
    *sown_in(
        "properties/checker/comparisons.py",
        COMPARED,
        (
            "checker: another acts as well",
            "found[event] in ([], [party]) for",
            "party in (found[event] or [party]) for",
        ),
        ("checker: actors of no rule", "same = any(found.values()) and all(", "same = all("),
        ("checker: actors in the packet", 'need(packet["actors"] == found,', "need(True,"),
        (
            "checker: an event of two parties",
            "need(len(dict(wanted)) == len(wanted) > 0,",
            "need(True,",
        ),
    ),
    *sown_in(
        "properties/checker/comparisons.py",
        MIRROR,
        (
            "checker: a mirror makes two names one",
            "for names in (*kinds, reads, *sorts):",
            "for names in ():",
        ),
        (
            "checker: the order of rows of a mirror",
            "fields, at, foreign, rows]",
            "fields, at, foreign, sorted(map(str, rows))]",
        ),
        (
            "checker: the sorts of a mirror",
            'return given if given == "truth" else [new.of(value) for value in given]',
            "return []",
        ),
        ("checker: the homes of a mirror", "(home > scope) - (home < scope)", "0"),
        ("checker: the scope of a mirror", 'new.of(machine["scope"].upper())', '""'),
    ),
    *sown_in(
        "properties/checker/kinds.py",
        FACTS,
        (
            "checker: the first that is given is enough",
            'for leg in packet["legs"]:',
            'for leg in packet["legs"][:1]:',
        ),
        (
            "checker: what leads on is not asked",
            "yield from still.on_the_way(flow, packet)",
            "yield from ()",
        ),
    ),
    *sown_in(
        "properties/checker/listed.py",
        LISTED,
        (
            "checker, listed: what a point writes",
            "need(written.isdisjoint(self.names)",
            "need(True",
        ),
        ("checker, listed: a guard asks for some", "need(not somes(rule)", "need(True"),
        ("checker, listed: first states", "first in self.states for first", "True for first"),
        ("checker, listed: steps", "if later not in self.states or not", "if not"),
        (
            "checker, listed: a claim on steps",
            "(after, event, 0)) if self.stepwise else True\n        for",
            "(after, event, 0)) if False else True\n        for",
        ),
        ("checker, listed: a claim on a point", "need(not roles(flow, claim)", "need(True"),
    ),
    *sown_in(
        "properties/checker/interfaces.py",
        AT_INTERFACE,
        (
            "interface: beyond is a node",
            "nodes = [node_name(n) for n in range(len(edges))]",
            "nodes = [OFF, *map(node_name, range(len(edges)))]",
        ),
        ("interface: all of a state", "if slot[0] in names}", "}"),
        (
            "interface: nothing to answer",
            "need(asked <= answered,",
            "need(True,",
        ),
        ("interface: seen otherwise", "need(self.word(side, moves) == [name],", "need(True,"),
        (
            "interface: it leads anywhere",
            "need(_covered(",
            "need(True or _covered(",
        ),
        ("interface: any machines", "dumps(mine, sort_keys=True) ==", "dumps(mine) is not"),
        (
            "interface: another scope",
            "need(all(one.events[e] ==",
            "need(all(one.events[e] is not None or",
        ),
        ("interface: the other may", "and not _allows(lacks", "or not _allows(lacks"),
        (
            "interface: it always carries",
            "carried = carried or all(",
            "carried = any((True,)) or all(",
        ),
        ("interface: a word is not looked at", "need(word == [*one", "need(word or [*one"),
        ("interface: empty as it says", 'packet["empty"] is empty', "True"),
        ("interface: of any number", 'need(packet["points"] == "1"', 'need(packet["points"]'),
    ),
    *sown_in(
        "properties/checker/monitors.py",
        IN_LOGS,
        (
            "monitor: beyond is a node",
            "*map(node_name, range(len(edges)))]",
            "*map(node_name, range(len(edges))), OFF]",
        ),
        ("monitor: no letter need fit", 'none = ["not", ["or", *fits]]', "none = False"),
        ("monitor: one letter fits all", '"to": to, "when": one["when"]}', '"to": to}'),
        (
            "monitor: begun anywhere",
            "for name, to in edges[node].items():",
            "for name, to in ():",
        ),
        ("monitor: facts are not asked", "need(holds, ", "need(True, "),
        ("monitor: seen more than once", "need(seen == 1, ", "need(seen, "),
        ("monitor: facts that nobody holds", "need(read <= own, ", "need(True, "),
        ("monitor: of one point", 'need(packet["points"] == "any"', 'need(packet["points"]'),
    ),
)
