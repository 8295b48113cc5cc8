"""Check packets: `python check.py FOLDER`, with Python's standard library and nothing else.

A packet says of one claim of one flow that it is proved or refuted, and why: by an invariant, by
ranks, by runs, by a run that comes back, or by tables of rules. The flow is data too, named
by the hash of its file. Nothing in the folder is run. Each way in which a packet could be wrong is
asked about as a *question*, which must have no answer; a small search over finite values answers
it. Why these questions are enough is told in SOUNDNESS.md and SOUNDNESS_LIVENESS.md.
"""

import gc
import io
import json
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import permutations, product
from pathlib import Path
from typing import Any, TypeAlias

POINT, PROVIDER, INDUSTRY = 0, 1, 2
SCOPES = {"point": POINT, "provider": PROVIDER, "industry": INDUSTRY}
QUANTIFIERS = {  # whom it speaks of, and the only scope whose machines may ask it, if any
    "all points": (POINT, None),
    "all other points": (POINT, POINT),
    "all my points": (POINT, PROVIDER),
    "all providers": (PROVIDER, None),
    "some point": (POINT, None),
    "some provider": (PROVIDER, None),
}
OPERATORS: dict[str, Any] = {
    "not": lambda x: not x,
    "and": lambda *xs: all(xs),
    "or": lambda *xs: any(xs),
    "implies": lambda x, y: not x or y,
    "exactly one": lambda *xs: sum(map(bool, xs)) == 1,
    "at most one": lambda *xs: sum(map(bool, xs)) <= 1,
    "is": lambda x, y: x == y,
    "in": lambda x, *ys: x in ys,
    "if": lambda c, x, y: x if c else y,
    "plus": lambda x, y: x + y,
    "minus": lambda x, y: x - y,
    "less": lambda x, y: x < y,
    "at most": lambda x, y: x <= y,
}
OFTEN = 256  # of what is looked through, so many between two ticks
MALFORMED = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)

Read: TypeAlias = Any  # what JSON can hold
Tree: TypeAlias = Any  # a value, ("var", number), or an operator with trees
Slot: TypeAlias = tuple[str, int]  # a field and whose
Shape: TypeAlias = tuple[int, ...]  # how many points each provider has
After: TypeAlias = dict[Slot, Tree]
Option: TypeAlias = tuple[list[Tree], After]  # when a step is possible, and what it writes
Box: TypeAlias = list[Tree]  # a field, whose, and the values that count
Who: TypeAlias = tuple[Shape, Shape]  # the providers and points that stand for a shape
Goal: TypeAlias = tuple[Box | None, dict[str, int] | None, set[Slot], bool]  # ..., of every step
Last: TypeAlias = tuple[dict[int, Any], After, str | None, int]  # before, written, event, home
Place: TypeAlias = tuple[Shape, dict[str, int]]  # from where a claim is seen


class Rejected(Exception):
    """The packet does not show what it says; the message is the reason."""


def need(holds: object, reason: str) -> None:
    """Reject where something does not hold."""
    if not holds:
        raise Rejected(reason)


# --- What is read: of this form and of no other -------------------------------------------------

LARGEST, LARGEST_SUM = 4000, 30_000  # of a number in a sort, and of one that is computed
MOST_VALUES = 10_000  # of a sort
FEW = range(10)  # how many points or providers there are at the most, and their numbers
SEEN_AT_MOST = 4  # points, and providers, of a shape that is seen again in all ways
NUMBER, INDEX, RANK = range(-LARGEST_SUM, LARGEST_SUM + 1), range(10**5), range(10**6)
BYTES = 2**24  # of a file
SHOWN = 12  # of what is not there


class Either(tuple[Any, ...]):
    """A form that is one of several."""

    __slots__ = ()


def is_text(thing: str) -> bool:
    """Tell whether a text can be written: it holds no half of a character."""
    return thing.isascii() or not any("\ud800" <= c <= "\udfff" for c in thing)


def is_shape(thing: Read, most: int = FEW[-1]) -> bool:
    """Tell whether this is how many points each of some providers has."""
    return fits_form(thing, [FEW]) and len(thing) <= most and sum(thing) <= most


def is_small_shape(thing: Read) -> bool:
    """Tell whether this is a shape that a proof may speak of."""
    return is_shape(thing, SEEN_AT_MOST)


def is_tree(thing: Read) -> bool:
    """Tell whether this is a value, or an operator with trees."""
    if isinstance(thing, list):
        return bool(thing) and isinstance(thing[0], str) and all(map(is_tree, thing[1:]))
    return fits_form(thing, VALUE)


VALUE = Either((bool, str, NUMBER))
SCOPE = Either(SCOPES)
BOX = (str, FEW, [VALUE])
SHAPES = [{"shape": is_small_shape, "boxes": [[BOX]]}]
PROOF: dict[str, Any] = {
    "kept": [str],
    "seen": [{"shape": is_small_shape, "where": {str: FEW}}],
    "shapes": SHAPES,
    "most": Either((None, FEW)),
}
PROOF["few"] = Either((None, PROOF))
RUN = {
    "shape": is_shape,
    "first": {str: [VALUE]},
    "moves": [(str, FEW)],
    "where": {str: FEW},
}
RANKING = {
    "shape": is_small_shape,
    "helpers": [{"fair": INDEX, "known": [str]}],
    "blocks": [{"levels": [(RANK, range(-1, INDEX[-1]))], "boxes": [[BOX]]}],
    "proof": {"shapes": SHAPES, "most": None, "few": None},
}
LEMMA = {"fair": INDEX, "known": [str], "rankings": [{**RANKING, "shared": SCOPE}]}
ARISING = {"empty": bool, "situations": [Either(({"run": RUN}, {"proofs": [PROOF]}))]}
PACKET = {
    "kind": str,
    "flow": str,
    "variant": Either((None, str)),
    "claim": str,
    "verdict": Either(("proved", "refuted")),
    "points": str,
}
RULE = {
    "event": str,
    "from": [VALUE],
    "to": Either((None, VALUE)),
    "when": is_tree,
    "then": [(str, is_tree)],
    "by": str,
    "breaches": str,
}
EDGE = range(-LARGEST, LARGEST + 1)
SORT = Either(("truth", (EDGE, EDGE), [str]))
FIELD = {"name": str, "sort": SORT, "starts": [VALUE]}
MACHINE = {"name": str, "scope": SCOPE, "fields": [FIELD], "rules": [RULE]}
ORIGINAL = {**MACHINE, "events": {str: SCOPE}, "reads": {str: SORT}}  # of another flow
FLOW = {
    "name": str,
    "variant": Either((None, str)),
    "events": {str: SCOPE},
    "machines": [MACHINE],
    "claims": {str: dict},
}
MANIFEST = "manifest.json"  # what verify writes last: which packets must be there
ROW = {
    "flow": str,
    "variant": Either((None, str)),
    "claim": str,
    "verdict": Either(("proved", "refuted", "undecided", "pending")),
    "sha256": Either((None, str)),
    "file": Either((None, str)),
}
LISTED = {"ended": bool, "rows": [ROW]}
CLAIM = {"kind": str, "sentence": str}
BODY = {**CLAIM, "body": is_tree}
FAIRLY = {"weak": [[str]], "strong": [[str]]}
CLAIMS: dict[str, dict[str, Any]] = {
    "stays in sorts": CLAIM,
    "no two compete": CLAIM,
    "always": BODY,
    "step": BODY,
    "sometimes": BODY,
    "leads to": {**BODY, "to": is_tree, **FAIRLY},
    "mirrors": {**BODY, "machine": str, "original": ORIGINAL, "renaming": {str: str}},
    "done by": {**CLAIM, "actors": {str: [str]}},
}


def fits_form(thing: Read, form: Read) -> bool:
    """Tell whether what was read has a form: exactly its keys, and True is not the number 1."""
    if isinstance(form, Either):
        return any(fits_form(thing, one) for one in form)
    if isinstance(form, range):
        return type(thing) is int and thing in form
    if isinstance(form, dict):
        return isinstance(thing, dict) and _fits_keys(thing, form)
    if isinstance(form, list):
        return isinstance(thing, list) and all(fits_form(one, form[0]) for one in thing)
    if isinstance(form, tuple):
        same = isinstance(thing, list) and len(thing) == len(form)
        return same and all(map(fits_form, thing, form))
    if isinstance(form, type):
        return isinstance(thing, form) and (not isinstance(thing, str) or is_text(thing))
    return bool(form(thing)) if callable(form) else type(thing) is type(form) and thing == form


def _fits_keys(thing: dict[str, Any], form: dict[Any, Any]) -> bool:
    if str in form:
        return all(is_text(key) and fits_form(one, form[str]) for key, one in thing.items())
    return thing.keys() == form.keys() and all(fits_form(thing[key], form[key]) for key in form)


def need_form(thing: Read, form: dict[str, Any], what: str) -> None:
    """Reject what is of another form, and name the first part that is."""
    need(isinstance(thing, dict) and thing.keys() == form.keys(), f"{what}: it has other parts")
    wrong = next((key for key in form if not fits_form(thing[key], form[key])), None)
    need(wrong is None, f"{what}: its '{wrong}' is of another form")


def parsed(text: bytes) -> Read:
    """Return what a text says in JSON, where no key stands twice and each number is whole."""
    return json.loads(
        text.decode(), object_pairs_hook=_each_once, parse_float=_no, parse_constant=_no
    )


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len({key for key, _ in pairs}) == len(pairs), "a key stands there twice")
    return dict(pairs)


def _no(text: str) -> None:
    raise Rejected(f"'{text[:20]}' is no whole number")


def content(path: Path) -> bytes:
    """Return what a plain file holds, which is not too large; raises Rejected, or OSError."""
    # a pipe would let us wait, a device never end; what a link leads to is not of the folder
    need(stat.S_ISREG(path.lstat().st_mode), "it is no plain file")
    with path.open("rb") as file:
        text = file.read(BYTES + 1)
    need(len(text) <= BYTES, f"it has more than {BYTES} bytes")
    return text


def plain(text: str, most: int = 2000) -> str:
    """Return a text from a folder as it may be printed: in one line, and not too long."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:most])
    return shown if len(text) <= most else f"{shown}..."


# --- Sorts: each condition is one, and each number is small -------------------------------------

TRUTH, WORD = "truth", "word"
Kind: TypeAlias = Any  # TRUTH, WORD, or from which number to which
JOINED = {"and", "or", "exactly one", "at most one"}
TAKEN = {"not": 1, "implies": 2, "is": 2, "if": 3, "plus": 2, "minus": 2, "less": 2, "at most": 2}


def kind_of(tree: Tree, read: Callable[[Tree], Kind]) -> Kind:
    """Return the sort of a tree, `read` that of its readings and events; reject what has none."""
    if not isinstance(tree, list):
        return TRUTH if isinstance(tree, bool) else WORD if isinstance(tree, str) else (tree, tree)
    head, *rest = tree
    if head in ("read", "happens"):
        return read(tree)
    need(head in OPERATORS, f"'{head}' may not stand there")
    need(head not in TAKEN or len(rest) == TAKEN[head], f"'{head}' of {len(rest)}")
    return _joined_kind(head, [kind_of(part, read) for part in rest])


def _joined_kind(head: str, kinds: list[Kind]) -> Kind:
    if head in JOINED or head in ("not", "implies"):
        need(all(kind == TRUTH for kind in kinds), f"'{head}' of what is no condition")
        return TRUTH
    if head == "if":
        need(kinds.pop(0) == TRUTH, "'if' of what is no condition")
    alike = {kind if isinstance(kind, str) else "number" for kind in kinds}
    need(len(alike) == 1, f"'{head}' of two sorts")
    if head in ("is", "in"):
        return TRUTH
    if head == "if" and alike != {"number"}:
        return kinds[0]
    need(alike == {"number"}, f"'{head}' of what is no number")
    return _computed(head, kinds)


def _computed(head: str, kinds: list[Kind]) -> Kind:
    (low, high), (other_low, other_high) = kinds
    if head in ("less", "at most"):
        return TRUTH
    edges = {
        "if": (min(low, other_low), max(high, other_high)),
        "plus": (low + other_low, high + other_high),
        "minus": (low - other_high, high - other_low),
    }[head]
    need(max(map(abs, edges)) <= LARGEST_SUM, f"'{head}' may give a number beyond {LARGEST_SUM}")
    return edges


# --- The flow, and some providers and points of it --------------------------------------------


class Flow:
    """A flow as data, refused unless it is of the kind for which the questions are enough."""

    def __init__(self, data: dict[str, Any]) -> None:
        need_form(data, FLOW, "the flow")
        self.machines, self.claims = data["machines"], data["claims"]
        self.name, self.variant = data["name"], data["variant"]
        self.events = {event: SCOPES[scope] for event, scope in data["events"].items()}
        self.values: dict[str, list[Any]] = {}
        self.members: dict[str, set[Any]] = {}
        self.starts: dict[str, list[Any]] = {}
        self.scope: dict[str, int] = {}
        self.kinds: dict[str, Kind] = {}
        self.populations: dict[tuple[int, Shape], Population] = {}
        self.may_leave: dict[int, list[Tree]] = {}
        self.tick: Callable[[], None] = lambda: None  # called again and again; may stop by raising
        for machine in self.machines:
            need(machine["fields"], f"'{machine['name']}' has no state")
            for field in machine["fields"]:
                self._add(field, SCOPES[machine["scope"]])
        for machine in self.machines:
            for rule in machine["rules"]:
                self._check(machine, rule)
        self.having: dict[str, list[dict[str, Any]]] = {event: [] for event in self.events}
        self.writes: dict[str, set[str]] = {event: set() for event in self.events}
        for machine in self.machines:
            for rule in machine["rules"]:
                self.writes[rule["event"]].update(name for name, _ in rule["then"])
                self.writes[rule["event"]].add(machine["fields"][0]["name"])
            for event in {rule["event"] for rule in machine["rules"]}:
                self.having[event].append(machine)
        need(all(self.having.values()), "no machine has one of its events")
        names = [machine["name"] for machine in self.machines]
        need(len(set(names)) == len(names), "two machines have one name")
        scopes = [*self.events.values(), *(SCOPES[m["scope"]] for m in self.machines)]
        self.has_providers = PROVIDER in scopes

    def _add(self, field: dict[str, Any], scope: int) -> None:
        name, sort = field["name"], field["sort"]
        need(name not in self.scope, f"two fields are called '{name}'")
        words = sort != TRUTH and all(isinstance(word, str) for word in sort)
        self.kinds[name] = TRUTH if sort == TRUTH else WORD if words else tuple(sort)
        numbers = [] if sort == TRUTH or words else range(sort[0], sort[1] + 1)
        values: list[Any] = [False, True] if sort == TRUTH else sort if words else list(numbers)
        distinct = 0 < len(set(values)) == len(values) <= MOST_VALUES
        need(distinct, f"the sort of '{name}'")
        self.values[name], self.members[name] = values, set(values)
        self.starts[name], self.scope[name] = field["starts"], scope
        need(field["starts"], f"'{name}' has no first value")
        need(self.has_all(name, field["starts"]), f"the first values of '{name}'")

    def has_all(self, name: str, values: list[Any]) -> bool:
        """Tell whether all values are of a field's sort; True is not the number 1."""
        kind = type(self.values[name][0])
        return all(type(value) is kind and value in self.members[name] for value in values)

    def _check(self, machine: dict[str, Any], rule: dict[str, Any]) -> None:
        scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
        where = f"a rule of '{machine['name']}' for '{rule['event']}'"
        need(rule["from"] and self.has_all(state, rule["from"]), f"{where}: its states")
        need(rule["to"] is None or self.has_all(state, [rule["to"]]), f"{where}: its target")
        own = {field["name"] for field in machine["fields"][1:]}
        written = [name for name, _ in rule["then"]]
        need(set(written) <= own, f"{where} writes what is not its own")
        need(len(set(written)) == len(written), f"{where} writes a field twice")
        parts = conjuncts(rule["when"])
        asked = [kind for kind, _ in filter(is_quantifier, parts)]
        need(not asked or scope >= self.events[rule["event"]], f"{where} follows and yet asks all")
        need(all(QUANTIFIERS[q][1] in (None, scope) for q in asked), f"{where}: a quantifier")
        for part in parts:
            asks = is_quantifier(part)
            kind = self._kind(part[1], QUANTIFIERS[part[0]][0]) if asks else self._kind(part, scope)
            need(kind == TRUTH, f"{where}: its condition is none")
        for name, tree in rule["then"]:
            wanted, kind = self.kinds[name], self._kind(tree, scope)
            same = kind == wanted or not (isinstance(kind, str) or isinstance(wanted, str))
            need(same, f"{where}: what it writes to '{name}'")

    def need_claim(self, name: str) -> None:
        """Reject a claim that the flow does not have, or that says nothing of it."""
        need(name in self.claims, f"the flow has no claim '{name}'")
        claim, what = self.claims[name], f"the claim '{name}'"
        need(claim.get("kind") in CLAIMS, f"{what} is of no kind")
        need_form(claim, CLAIMS[claim["kind"]], what)
        for body in (claim[part] for part in ("body", "to") if part in claim):
            need(self._kind(body, None) == TRUTH, f"{what} is no condition")
            may = claim["kind"] in ("step", "sometimes")
            need(may or not of_steps("", body), f"{what} speaks of a step")

    def _kind(self, tree: Tree, scope: int | None) -> Kind:
        """Return the sort of a condition or effect seen from a scope, or of a claim."""

        def read(leaf: Tree) -> Kind:
            head, *names = leaf
            if head == "happens":
                need(scope is None and set(names) <= self.events.keys(), "an event of a claim")
                return TRUTH
            need(names and names[0] in self.scope, "what is read is no field")
            owner, _ = whose(leaf)
            wide = self.scope[names[0]]
            need(scope is None or (len(names) == 1 and wide >= scope), f"'{names[0]}' is not seen")
            need(wide != POINT or owner != "other provider", f"'{names[0]}' of another provider")
            return self.kinds[names[0]]

        return kind_of(tree, read)

    def population(self, providers: int, of: Shape) -> "Population":
        """Return so many providers, with the provider of each point; the same each time."""
        key = (providers, of)
        if key not in self.populations:
            self.populations[key] = Population(self, providers, of)
        return self.populations[key]

    def shaped(self, shape: Shape) -> "Population":
        """Return the providers and points of a shape."""
        return self.population(len(shape), tuple(p for p, n in enumerate(shape) for _ in range(n)))

    def leaving(self, machine: dict[str, Any], rule: dict[str, Any]) -> list[Tree]:
        """Return for each effect that may leave its sort that it does not."""
        if id(rule) not in self.may_leave:
            one, fits = self.shaped((1,)), ["and", *own(machine, rule)]
            inside = [
                ["implies", fits, ["in", tree, *self.values[name]]]
                for name, tree in rule["then"]
                if isinstance(tree, list) or tree not in self.values[name]
            ]
            scope = SCOPES[machine["scope"]]
            asked = [Question("", one, [("not", one.see(tree, scope, 0))], []) for tree in inside]
            found = [tree for tree, one in zip(inside, asked, strict=True) if one.answer()]
            self.may_leave[id(rule)] = found
        return self.may_leave[id(rule)]

    @cache  # noqa: B019  # a flow lives as long as the check
    def witnesses(self, event: str) -> int:
        """Return how many others the guards of an event may ask for, by *some*."""
        rules = ([r for r in m["rules"] if r["event"] == event] for m in self.machines)
        return sum(max((len(somes(r)) for r in mine), default=0) for mine in rules)


def conjuncts(tree: Tree) -> list[Tree]:
    """Return what a condition joins by `and`."""
    if isinstance(tree, list) and tree[0] == "and":
        return [part for argument in tree[1:] for part in conjuncts(argument)]
    return [tree]


def is_quantifier(tree: Tree) -> bool:
    """Tell whether a condition asks all or some."""
    return isinstance(tree, list) and tree[0] in QUANTIFIERS


def somes(rule: dict[str, Any]) -> list[Tree]:
    """Return the conjuncts of a rule that ask for some point or provider."""
    asked = [part for part in conjuncts(rule["when"]) if is_quantifier(part)]
    return [part for part in asked if part[0].startswith("some")]


class Population:
    """Some providers and points of a flow, with a variable for each field of each of them."""

    def __init__(self, flow: Flow, providers: int, of: Shape) -> None:
        self.flow, self.providers, self.of = flow, providers, of
        self.slots: dict[Slot, Tree] = {}
        self.values: list[list[Any]] = []
        for name, scope in flow.scope.items():
            flow.tick()
            for owner in self.owners(scope):
                self.slots[name, owner] = ("var", len(self.values))
                self.values.append(flow.values[name])
        self.formulas: dict[tuple[Tree, bool], Formula] = {}
        self.once: dict[tuple[str, int], list[tuple[list[Option], set[Slot], bool]]] = {}

    def owners(self, scope: int) -> range:
        """Return the numbers of the owners at a scope."""
        return range((len(self.of), self.providers, 1)[scope])

    def above(self, scope: int, narrow: int, owner: int) -> int:
        """Return who stands above an owner, at a scope that is not narrower."""
        need(scope >= narrow, "something looks at a narrower scope")
        if scope == narrow:
            return owner
        return self.of[owner] if (narrow, scope) == (POINT, PROVIDER) else 0

    def taking_part(self, event: str, home: int) -> Iterator[tuple[dict[str, Any], int, bool]]:
        """Yield each machine with the event, whose it is, and whether it only follows."""
        mine = self.flow.events[event]
        for machine in self.flow.having[event]:
            scope = SCOPES[machine["scope"]]
            if scope >= mine:
                yield machine, self.above(scope, mine, home), False
            else:
                below = (n for n in self.owners(scope) if mine == INDUSTRY or self.of[n] == home)
                yield from ((machine, owner, True) for owner in below)

    def see(self, tree: Tree, scope: int, owner: int) -> Tree:
        """Return an expression of a rule as seen by an owner, over variables."""
        if not isinstance(tree, list):
            return tree
        head, *rest = tree
        if head == "read":
            (name,) = rest
            return self.slots[name, self.above(self.flow.scope[name], scope, owner)]
        self.flow.tick()
        need(head in OPERATORS, f"'{head}' may not stand there")
        return (head, *(self.see(part, scope, owner) for part in rest))

    def guard(self, tree: Tree, scope: int, owner: int) -> Tree:
        """Return one conjunct of a guard as seen by an owner."""
        if not is_quantifier(tree):
            return self.see(tree, scope, owner)
        kind, body = tree
        whom, _ = QUANTIFIERS[kind]
        others = [n for n in self.owners(whom) if (kind, n) != ("all other points", owner)]
        if kind == "all my points":
            others = [point for point in others if self.of[point] == owner]
        said = (self.see(body, whom, other) for other in others)
        return ("or" if kind.startswith("some") else "and", *said)

    def fits(self, machine: dict[str, Any], rule: dict[str, Any], owner: int) -> Tree:
        """Return when a rule fits: the machine's state, and each conjunct of its guard."""
        scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
        guards = (self.guard(part, scope, owner) for part in conjuncts(rule["when"]))
        return ("and", ("in", self.slots[state, owner], *rule["from"]), *guards)

    def effect(self, machine: dict[str, Any], rule: dict[str, Any], owner: int) -> After:
        """Return what a rule writes."""
        scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
        after = {(name, owner): self.see(tree, scope, owner) for name, tree in rule["then"]}
        return after if rule["to"] is None else {**after, (state, owner): rule["to"]}

    def options(self, event: str, home: int) -> list[tuple[list[Option], set[Slot], bool]]:
        """Return what each machine may do: take a rule that fits, or follow by staying."""
        if (event, home) not in self.once:
            found = []
            for machine, owner, follows in self.taking_part(event, home):
                self.flow.tick()
                rules = [rule for rule in machine["rules"] if rule["event"] == event]
                fits = [self.fits(machine, rule, owner) for rule in rules]
                options: list[Option] = []
                for rule, fit in zip(rules, fits, strict=True):
                    after = self.effect(machine, rule, owner)
                    inside = [("in", t, *self.flow.values[name]) for (name, _), t in after.items()]
                    options.append(([fit, *inside], after))
                if follows:
                    options.append(([("not", fit) for fit in fits], {}))
                found.append((options, {s for _, after in options for s in after}, follows))
            self.once[event, home] = found
        return self.once[event, home]

    def steps(self, event: str, home: int, wanted: set[Slot], named: bool) -> Iterator[Option]:
        """Yield each way to take an event that writes what is wanted, or that is named."""
        parts, tick = self.options(event, home), self.flow.tick
        tick()
        chosen = [options for options, writes, _ in parts if writes & wanted]
        if chosen or named:
            others = [(o, follows) for o, writes, follows in parts if not writes & wanted]
            may = [("or", *(("and", *f) for f, _ in o)) for o, follows in others if not follows]
            for combination in product(*chosen):
                tick()
                fitting = [tree for fit, _ in combination for tree in fit]
                after = {slot: tree for _, one in combination for slot, tree in one.items()}
                yield [*fitting, *may], after

    def with_one_more(self, most: int | None) -> list["Population"]:
        """Return each population with one point more, or a provider without points."""
        flow, count, of = self.flow, self.providers, self.of
        found = [flow.population(count, (*of, provider)) for provider in range(count)]
        if flow.has_providers or not count:
            found.append(flow.population(count + 1, (*of, count)))
        if flow.has_providers:
            found.append(flow.population(count + 1, of))
        return [more for more in found if most is None or len(more.of) <= most]

    def embeddings(self, shape: Shape) -> Iterator[tuple[Shape, Shape]]:
        """Yield each way to see a shape here: which providers, and which of their points."""
        for providers in permutations(range(self.providers), len(shape)):
            mine = [[m for m in self.owners(POINT) if self.of[m] == p] for p in providers]
            picks = (permutations(m, n) for m, n in zip(mine, shape, strict=True))
            for picked in product(*picks):
                self.flow.tick()
                yield providers, tuple(m for points in picked for m in points)


# --- The search: conditions over finite values, of which not all can hold ----------------------

LITERAL, AND, OR = 0, 1, 2
Formula: TypeAlias = Any  # True, False, (LITERAL, variable, bits of values), (AND | OR, formulas)


def compute(tree: Tree, value_of: dict[int, Any]) -> Tree:
    """Return the value of a tree where its variables have values."""
    if not isinstance(tree, tuple):
        return tree
    if tree[0] == "var":
        return value_of[tree[1]]
    return OPERATORS[tree[0]](*(compute(part, value_of) for part in tree[1:]))


def variables(tree: Tree) -> Iterator[int]:
    """Yield the variables of a tree."""
    if isinstance(tree, tuple):
        if tree[0] == "var":
            yield tree[1]
        else:
            for part in tree[1:]:
                yield from variables(part)


def join(kind: int, parts: Iterable[Formula]) -> Formula:
    """Return the parts joined, without what decides nothing."""
    found: dict[Formula, None] = {}
    for part in parts:
        if part is (kind == OR):
            return part
        if not isinstance(part, bool):
            found.update(dict.fromkeys(part[1] if part[0] == kind else (part,)))
    return kind == AND if not found else next(iter(found)) if len(found) == 1 else (kind, (*found,))


def formula(at: Population, tree: Tree, wanted: bool = True) -> Formula:
    """Return when a tree is true, or is not."""
    key = (tree, wanted)
    if not isinstance(tree, tuple):
        return bool(tree) is wanted
    if key not in at.formulas:
        at.flow.tick()
        at.formulas[key] = _formula(at, tree, wanted)
    return at.formulas[key]


def _formula(at: Population, tree: Tree, wanted: bool) -> Formula:
    head, *parts = tree
    if head == "not":
        return formula(at, parts[0], not wanted)
    if head == "implies":
        return formula(at, ("or", ("not", parts[0]), parts[1]), wanted)
    if head == "exactly one":
        return formula(at, ("and", ("or", *parts), ("at most one", *parts)), wanted)
    if head == "at most one":
        pairs = ((x, y) for n, x in enumerate(parts) for y in parts[:n])
        return formula(at, ("not", ("or", *(("and", x, y) for x, y in pairs))), wanted)
    if head in ("and", "or"):
        kind = AND if (head == "and") is wanted else OR
        return join(kind, (formula(at, part, wanted) for part in parts))
    return _split(at, tree, wanted, sorted(set(variables(tree))), {})


def _split(
    at: Population,
    tree: Tree,
    wanted: bool,
    left: list[int],
    known: dict[int, Any],
) -> Formula:
    """Return when a comparison has the wanted value, by cases on its variables."""
    if not left:
        return bool(compute(tree, known)) is wanted
    at.flow.tick()
    first, *rest = left
    cases: dict[Formula, int] = {}
    for number, value in enumerate(at.values[first]):
        case = _split(at, tree, wanted, rest, {**known, first: value})
        cases[case] = cases.get(case, 0) | 1 << number
    every = (1 << len(at.values[first])) - 1
    return join(
        OR,
        (
            join(AND, [case, bits == every or (LITERAL, first, bits)])
            for case, bits in cases.items()
        ),
    )


def known(node: Formula, domains: list[int]) -> bool | None:
    """Return whether a formula holds for all values that are left, for none, or neither."""
    if node[0] == LITERAL:
        left = domains[node[1]]
        return False if not left & node[2] else True if not left & ~node[2] else None
    decisive, result = node[0] == OR, True
    for part in node[1]:
        one = known(part, domains)
        if one is decisive:
            return decisive
        result = result and one is not None
    return not decisive if result else None


def narrow(node: Formula, domains: list[int]) -> bool:
    """Take away values for which a formula cannot hold; tell whether any are left."""
    if node[0] == LITERAL:
        domains[node[1]] &= node[2]
        return bool(domains[node[1]])
    if node[0] == AND:
        return all(narrow(part, domains) for part in node[1])
    possible = [part for part in node[1] if known(part, domains) is not False]
    return narrow(possible[0], domains) if len(possible) == 1 else bool(possible)


def solve(nodes: list[Formula], domains: list[int], tick: Callable[[], None]) -> list[int] | None:
    """Return values for which all formulas hold, or None where there are none."""
    before: list[int] = []
    while before != domains:
        before = domains[:]
        for n, node in enumerate(nodes):
            if n % OFTEN == 0:
                tick()
            if not narrow(node, domains):
                return None
        nodes = [node for node in nodes if known(node, domains) is not True]
    if not nodes:
        return domains
    live = [[part for part in n[1] if known(part, domains) is not False] for n in nodes]
    shortest = min(range(len(nodes)), key=lambda n: len(live[n]))
    rest = nodes[:shortest] + nodes[shortest + 1 :]
    for part in live[shortest]:
        found = solve([*(part[1] if part[0] == AND else [part]), *rest], domains[:], tick)
        if found:
            return found
    return None


@dataclass(frozen=True)
class Question:
    """Could all of this hold at once? If so, the packet is wrong; `words` say how."""

    words: str
    at: Population
    trees: list[Tree]
    known: list[Tree]  # the same list for many questions

    def answer(self) -> list[int] | None:
        """Return values for which it does, as bits; None where there are none."""
        nodes: list[Formula] = []
        for tree in (*self.trees, *self.known):
            node = formula(self.at, tree)
            if node is False:
                return None
            nodes += [] if node is True else node[1] if node[0] == AND else [node]
        every = [(1 << len(values)) - 1 for values in self.at.values]
        return solve(nodes, every, self.at.flow.tick)


# --- Invariants: outside all boxes the claim holds, and no step leads into a box -----------------


def parts_of(tree: Tree) -> list[Tree]:
    """Return the claims that a claim joins by `and`; each has a proof of its own."""
    if isinstance(tree, list) and tree[0] == "and":
        return [part for argument in tree[1:] for part in parts_of(argument)]
    if isinstance(tree, list) and tree[0] == "not" and isinstance(tree[1], list):
        head, *arguments = tree[1]
        if head == "or":
            return [part for argument in arguments for part in parts_of(["not", argument])]
    return [tree]


def leaves(tree: Tree) -> list[Tree]:
    """Return the readings and events of a claim."""
    if not isinstance(tree, list):
        return []
    if tree[0] in ("read", "happens"):
        return [tree]
    return [leaf for part in tree[1:] for leaf in leaves(part)]


def whose(leaf: Tree) -> tuple[str, bool]:
    """Return whose field is read, and whether after the step."""
    name, *more = leaf[1:]
    need(len(more) in (0, 2), f"'{name}' is read otherwise")
    owner, moment = more or ("own", "before")
    need(owner in ("own", "other point", "other provider"), f"'{name}' of {owner}")
    need(moment in ("before", "after"), f"'{name}' {moment}")
    return owner, moment == "after"


def roles_of(flow: Flow, claim: Tree) -> set[str]:
    """Return whom a place of a claim names: no fewer, and nobody of whom it does not speak."""
    return set(places(flow, claim)[0][0][1])


def need_place(at: Population, place: dict[str, int], roles: Iterable[str]) -> None:
    """Reject a place of other roles, where somebody is not there, or is another and the same."""
    need(place.keys() == set(roles), "a place names others than the claim does")
    points = [place[w] for w in ("point", "other point") if w in place]
    providers = [place[w] for w in ("provider", "other provider") if w in place]
    providers += [at.of[points[0]]] if points and "other provider" in place else []
    need(len(points) == len(set(points)) and set(points) <= set(at.owners(POINT)), "a place")
    need(len(providers) == len(set(providers)), "a place")
    need(set(providers) <= set(at.owners(PROVIDER)), "a place")


def owner_of(at: Population, place: dict[str, int], owner: str, scope: int) -> int:
    """Return whose field a claim reads from a place."""
    if scope == INDUSTRY:
        return 0
    if owner == "other provider":
        return place["other provider"]
    if scope == PROVIDER and "point" not in place:
        return place["provider"]
    point = place["other point" if owner == "other point" else "point"]
    return point if scope == POINT else at.of[point]


def claimed(
    at: Population,
    tree: Tree,
    place: dict[str, int],
    step: tuple[After, str | None, int],
    later: bool,
) -> Tree:
    """Return a claim as seen from a place; `later` reads everything after the step."""
    if not isinstance(tree, list):
        return tree
    at.flow.tick()
    after, event, home = step
    if tree[0] == "happens":
        scope = at.flow.events.get(event or "", INDUSTRY)
        need(set(tree[1:]) <= at.flow.events.keys(), "an event of the claim")
        return event in tree[1:] and owner_of(at, place, "own", scope) == home
    if tree[0] == "read":
        owner, is_after = whose(tree)
        slot = (tree[1], owner_of(at, place, owner, at.flow.scope[tree[1]]))
        return after.get(slot, at.slots[slot]) if later or is_after else at.slots[slot]
    need(tree[0] in OPERATORS, f"'{tree[0]}' may not stand in a claim")
    return (tree[0], *(claimed(at, part, place, step, later) for part in tree[1:]))


def of_steps(kind: str, body: Tree) -> bool:
    """Tell whether a claim is asked of steps: by its kind, or by what it says."""
    return kind == "step" or any(r[0] == "happens" or whose(r)[1] for r in leaves(body))


def places(flow: Flow, claim: Tree) -> list[list[Place]]:
    """Return sets of places; a claim that holds at all of one set holds everywhere.

    In a later set somebody's metering point is seen besides: there is at least one somewhere.
    """
    leaf = leaves(claim)
    owners = {whose(read)[0] for read in leaf if read[0] == "read"}
    scopes = {flow.scope[r[1]] for r in leaf if r[0] == "read" and whose(r)[0] == "own"}
    scopes |= {flow.events[event] for one in leaf if one[0] == "happens" for event in one[1:]}
    other = "other provider" in owners
    empty: Shape = (0,) if other else ()

    def at(shape: Shape, **where: int) -> Place:
        last = {"other provider": len(shape) - 1} if other else {}
        return shape, {name.replace("_", " "): n for name, n in where.items()} | last

    if "other point" in owners:
        shapes: list[Shape] = [(2, *empty)]
        if flow.has_providers or other:
            shapes += [(1, 1, *empty), *([(1, 1)] if other else [])]
        return [[at(shape, point=0, other_point=1) for shape in shapes]]
    if POINT in scopes:
        return [[at((1, *empty), point=0)]]
    if PROVIDER in scopes or other:
        alone = at((0, *empty), provider=0)
        return [[alone], with_a_point(flow, [alone])]
    return [[((), {})], with_a_point(flow, [((), {})])]


def with_a_point(flow: Flow, seen: list[Place]) -> list[Place]:
    """Return places with one metering point more, in each way in which it can be there."""
    found = []
    for shape, where in seen:
        for p in range(len(shape)):
            before = sum(shape[: p + 1])  # the points from there on are numbered one higher
            points = {w: n + ("point" in w and n >= before) for w, n in where.items()}
            found.append(((*shape[:p], shape[p] + 1, *shape[p + 1 :]), points))
        if flow.has_providers or not shape:
            found.append(((*shape, 1), where))
    return found


def alike(place: Place, roles: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Return the same for places that differ only in the order of providers and of points."""
    shape, where = place
    of = [p for p, n in enumerate(shape) for _ in range(n)]
    there = {role: of[where[role]] if "point" in role else where[role] for role in roles}
    return sorted((n, sorted(r for r in there if there[r] == p)) for p, n in enumerate(shape))


class Proof:
    """An invariant of one claim: for each shape, boxes of values that never occur together.

    It is seen from one of some sets of places, and asked of states or of steps.
    """

    def __init__(
        self,
        flow: Flow,
        claim: Tree,
        data: dict[str, Any],
        sets: list[list[Place]],
        stepwise: bool,
    ) -> None:
        self.flow, self.claim, self.stepwise = flow, claim, stepwise
        self.rest: Proof | None = None  # for few points, where this is for more
        self.reads = [leaf for leaf in leaves(claim) if leaf[0] == "read"]
        named = [leaf[1:] for leaf in leaves(claim) if leaf[0] == "happens"]
        self.names = {event for events in named for event in events}
        self.boxes: dict[Shape, list[Box]] = {}
        for entry in data["shapes"]:
            need(tuple(entry["shape"]) not in self.boxes, "a shape stands there twice")
            self.boxes[tuple(entry["shape"])] = entry["boxes"]
            for box in entry["boxes"]:
                self._check_box(flow.shaped(tuple(entry["shape"])), box)
        self.places: list[Place] = [(tuple(s["shape"]), s["where"]) for s in data["seen"]]
        need({shape for shape, _ in self.places} <= self.boxes.keys(), "a shape is not kept")
        self.most, self.few = data["most"], data["few"]
        need(self.most != 0, "at most how many points")
        kept = data.get("kept", self.spoken)  # of ranks it is not told
        need(self.spoken == kept, "other fields are kept than are spoken of")
        sees_all = self._sees_all(sets)
        need(sees_all, "the claim is not seen from everywhere")
        self.known: dict[Population, list[Tree]] = {}

    def _check_box(self, at: Population, box: Box) -> None:
        slots = [(name, owner) for name, owner, _ in box]
        need(at.slots.keys() >= set(slots), "a box of what is not there")
        need(len(set(slots)) == len(slots), "a box says of one field twice what it is")
        known = all(at.flow.has_all(name, values) for name, _, values in box)
        need(known, "a box of what no field holds")

    @property
    def spoken(self) -> list[str]:
        """Return the fields that the claim or a box speaks of."""
        boxes = [box for boxes in self.boxes.values() for box in boxes]
        return sorted({r[1] for r in self.reads} | {name for box in boxes for name, *_ in box})

    def _sees_all(self, sets: list[list[Place]]) -> bool:
        """Tell whether some set of places is seen, or the last with one more, and the few apart."""
        roles = sets[0][0][1].keys()
        for shape, where in self.places:
            need_place(self.flow.shaped(shape), where, roles)
        seen = [alike(place, roles) for place in self.places]
        for wanted in sets:
            if all(alike(place, roles) in seen for place in wanted):
                return self.few is None
        points, more = sum(sets[-1][0][0]), with_a_point(self.flow, sets[-1])
        few = self.few and Proof(self.flow, self.claim, self.few, sets, self.stepwise)
        self.rest = few
        return bool(
            few
            and few.most == points
            and self.most is None
            and all(alike(place, roles) in seen for place in more)
        )

    def inside(self, at: Population, box: list[Tree], after: After, who: Who | None = None) -> Tree:
        """Return when a box is entered, by those who stand for its shape."""
        slots = [(name, self._there(name, owner, who)) for name, owner, _ in box]
        now = [after.get(slot, at.slots[slot]) for slot in slots]
        return (
            "and",
            *(("in", tree, *values) for tree, (*_, values) in zip(now, box, strict=True)),
        )

    def _there(self, name: str, owner: int, who: Who | None) -> int:
        scope = self.flow.scope[name]
        return owner if who is None or scope == INDUSTRY else who[1 - scope][owner]

    def assumed(self, at: Population) -> list[Tree]:
        """Return what is known before a step: each shape, wherever it is seen, is in no box."""
        if at not in self.known:
            self.known[at] = [
                tree
                for shape, boxes in self.boxes.items()
                for who in at.embeddings(shape)
                for tree in self._of(at, shape, boxes, who)
            ]
        return self.known[at]

    def _of(self, at: Population, shape: Shape, boxes: list[Box], who: Who) -> Iterator[Tree]:
        for seen, place in () if self.stepwise else self.places:
            if seen == shape:
                there = {w: who["provider" not in w][n] for w, n in place.items()}
                yield claimed(at, self.claim, there, ({}, None, 0), later=False)
        yield from (("not", self.inside(at, box, {}, who)) for box in boxes)

    def questions(self) -> Iterator[Question]:
        """Yield all: of first states, and of each step of each actor.

        What the claim says where nothing changes is asked once, for all steps of which it neither
        names the event nor reads what they write; where that has an answer, each is asked about.
        """
        yield from self.rest.questions() if self.rest else ()
        for shape, boxes in self.boxes.items():
            at = self.flow.shaped(shape)
            starts = [("in", at.slots[s], *self.flow.starts[s[0]]) for s in at.slots]
            mine = [place for seen, place in self.places if seen == shape]
            for box in boxes:
                yield Question("a first state is in a box", at, [self.inside(at, box, {})], starts)
            goals: list[Goal] = [
                (box, None, {(name, owner) for name, owner, _ in box}, False) for box in boxes
            ]
            for place in mine:
                nothing: tuple[After, None, int] = ({}, None, 0)
                now = ("not", claimed(at, self.claim, place, nothing, later=False))
                known = self.assumed(at) if self.stepwise else starts
                when = "a step that changes nothing" if self.stepwise else "a first state"
                still = Question(f"{when} breaks it", at, [now], known)
                each = self.stepwise and still.answer() is not None
                goals.append((None, place, self._read(at, place), each))
                yield from () if each else (still,)
            spoken = {name for *_, slots, _ in goals for name, _ in slots}
            asks_all = any(each for *_, each in goals)
            for event, written in self.flow.writes.items():
                if not (asks_all or written & spoken or event in self.names):
                    continue
                for wide, home in actors(at, event, self.most):
                    words = f"'{event}' by {'one who is seen' if wide is at else 'another'}"
                    for goal in goals:
                        yield from self._step(wide, event, home, goal, words)

    def _read(self, at: Population, place: dict[str, int]) -> set[Slot]:
        scope = self.flow.scope
        return {(r[1], owner_of(at, place, whose(r)[0], scope[r[1]])) for r in self.reads}

    def _step(
        self, at: Population, event: str, home: int, goal: Goal, words: str
    ) -> Iterator[Question]:
        box, place, wanted, each = goal
        named = place is not None and event in self.names
        for conditions, after in at.steps(event, home, wanted, named or each):
            if place is None:
                bad = self.inside(at, box or [], after)
            else:
                step = (after, event, home)
                bad = ("not", claimed(at, self.claim, place, step, later=not self.stepwise))
            told = f"{words} {'leads into a box' if place is None else 'breaks it'}"
            yield Question(told, at, [bad, *conditions], self.assumed(at))


def actors(at: Population, event: str, most: int | None) -> Iterator[tuple[Population, int]]:
    """Yield who may take an event: one who is seen, or another, with those whom guards ask for."""
    scope, flow = at.flow.events[event], at.flow
    found = [(at, home) for home in at.owners(scope)]
    if scope == POINT:
        wider = [more for more in at.with_one_more(most) if len(more.of) > len(at.of)]
        found += [(more, len(at.of)) for more in wider]
    if scope == PROVIDER:
        found.append((flow.population(at.providers + 1, at.of), at.providers))
    for wide, home in found:
        asked = {wide: None}
        for _ in range(flow.witnesses(event)):
            asked |= {one: None for each in list(asked) for one in each.with_one_more(most)}
        yield from ((each, home) for each in asked)


# --- Ranks: no fair run goes on for ever where it should not --------------------------------------

HARMLESS = -1  # helps in a block where nothing is that must not go on for ever
SHARED = {"all points": INDUSTRY, "all other points": INDUSTRY, "all my points": PROVIDER}
SHARED |= {"all providers": INDUSTRY}  # from which scope on the one who is asked sees the same
SEEN: dict[Shape, dict[str, int]] = {(1,): {"point": 0}, (0,): {"provider": 0}}


@dataclass(frozen=True)
class Demand:
    """What an event asks of all others, and the rule for whose sake."""

    whom: int
    shared: int
    body: Tree
    given: list[Tree]


def own(machine: dict[str, Any], rule: dict[str, Any]) -> list[Tree]:
    """Return when a rule fits, but for what is asked of others."""
    plain = [part for part in conjuncts(rule["when"]) if not is_quantifier(part)]
    return [["in", ["read", machine["fields"][0]["name"]], *rule["from"]], *plain]


def of_event(flow: Flow, event: str, *, follows: bool) -> list[tuple[dict[str, Any], list[Any]]]:
    """Return the machines that must take part or that follow, with their rules."""
    mine = flow.events[event]
    machines = [m for m in flow.having[event] if (SCOPES[m["scope"]] < mine) is follows]
    return [(m, [rule for rule in m["rules"] if rule["event"] == event]) for m in machines]


def stays(flow: Flow, machine: dict[str, Any], rules: list[Any]) -> list[Tree]:
    """Return that no rule that may fit leaves a sort; nothing where none can."""
    return [tree for rule in rules for tree in flow.leaving(machine, rule)]


def demands(flow: Flow, event: str) -> Iterator[Demand]:
    """Yield all that an event asks of others."""
    for machine, rules in of_event(flow, event, follows=False):
        for rule in rules:
            for part in filter(is_quantifier, conjuncts(rule["when"])):
                need(part[0] in SHARED, f"'{event}' asks for some, and counts as fair")
                yield Demand(QUANTIFIERS[part[0]][0], SHARED[part[0]], part[1], own(machine, rule))
    for machine, rules in of_event(flow, event, follows=True):
        for body in stays(flow, machine, rules):
            yield Demand(SCOPES[machine["scope"]], flow.events[event], body, [])


def sees(flow: Flow, tree: Tree, scope: int) -> bool:
    """Tell whether a condition reads nothing narrower than a scope."""
    return all(flow.scope[leaf[1]] >= scope for leaf in leaves(tree))


def shared(flow: Flow, events: list[str], scope: int) -> Tree:
    """Return that the part of a guard holds which everybody of a scope sees; of some event."""
    return ["or", *(["and", *_seen_parts(flow, event, scope)] for event in events)]


def _seen_parts(flow: Flow, event: str, scope: int) -> Iterator[Tree]:
    for machine, rules in of_event(flow, event, follows=False):
        seen = ([t for t in own(machine, rule) if sees(flow, t, scope)] for rule in rules)
        yield ["or", *(["and", *trees] for trees in seen)]


def enabled(flow: Flow, events: list[str]) -> Tree:
    """Return that, but for what is asked of others, one of some events may happen."""
    return ["or", *(["and", *_seen_parts(flow, e, POINT), *_stays(flow, e)] for e in events)]


def _stays(flow: Flow, event: str) -> Iterator[Tree]:
    for machine, rules in of_event(flow, event, follows=False):
        yield from stays(flow, machine, rules)


def refused(flow: Flow, events: list[str], shape: Shape, scope: int) -> Tree:
    """Return that the one who is seen is asked for a rule that may fit, and refuses."""
    found = []
    for demand in (one for event in events for one in demands(flow, event)):
        if demand.shared == scope and (shape == (1,) or demand.whom == PROVIDER):
            given = [tree for tree in demand.given if sees(flow, tree, scope)]
            found.append(["and", *given, ["not", demand.body]])
    return ["or", *found]


def may_follow(one: list[list[int]], two: list[list[int]]) -> list[int] | None:
    """Return the helpers that must not be taken from one list of levels to another, or None."""
    same: list[int] = []
    for level, below in zip(one, two, strict=False):
        if level != below:
            return same if below[0] < level[0] else None
        same.append(level[1])
    return same


class Fairness:
    """The fairness that a claim supposes: of which events, how strong, and which of them count."""

    def __init__(self, flow: Flow, claim: dict[str, Any]) -> None:
        named = [(one, kind == "strong") for kind in FAIR for one in claim[kind]]
        self.events = [[event for event in one if event in flow.events] for one, _ in named]
        self.strong = [strong for _, strong in named]
        for one in self.events:
            need(len({flow.events[event] for event in one}) <= 1, "one of several scopes")
        self.counted = {
            number: [event for event in one if asks_nobody(flow, event)]
            for number, one in enumerate(self.events)
        }


@dataclass(frozen=True)
class Aim:
    """What a ranking is for: `supposed` must have a rank, and `outside` is where it ends.

    `bad` must not go on for ever where a block has no helper; `barred` events do not happen.
    """

    supposed: Tree
    outside: Tree
    bad: Tree = True
    barred: frozenset[str] = frozenset()


class Ranking(Proof):
    """Blocks of views with their levels: along a run that goes on for ever there, no fairness.

    The boxes of the proof say what never occurs.
    """

    def __init__(self, flow: Flow, data: dict[str, Any], fair: Fairness, aim: Aim) -> None:
        shape = tuple(data["shape"])
        need(shape in SEEN, "it is not seen from one point, or a provider without points")
        self.shape, self.place, self.aim = shape, SEEN[shape], aim
        proof = {**data["proof"], "seen": [{"shape": list(shape), "where": self.place}]}
        super().__init__(flow, True, proof, [[(shape, self.place)]], stepwise=False)
        need(self.most is None and self.few is None, "it is for few points only")
        self.blocks, self.helpers = data["blocks"], data["helpers"]
        for box in (box for block in self.blocks for box in block["boxes"]):
            self._check_box(flow.shaped(shape), box)
        self.taken = [set(fair.events[helper["fair"]]) for helper in self.helpers]
        self._check_levels(fair)

    def _check_levels(self, fair: Fairness) -> None:
        """Reject levels that are none, and helpers whose fairness does not count."""
        for helper in self.helpers:
            known, counted = set(helper["known"]), fair.counted[helper["fair"]]
            need(known <= set(counted), "a fairness does not count")
        for levels in (block["levels"] for block in self.blocks):
            need(levels, "a block has no level")
            for n, (_, helper) in enumerate(levels):
                need(helper < len(self.helpers), "a helper")
                last = helper == HARMLESS or not fair.strong[self.helpers[helper]["fair"]]
                need(not last or n == len(levels) - 1, "a weak or harmless level is not the last")

    def questions(self) -> Iterator[Question]:
        """Yield all: that what never occurs never does, of each block, and of each step."""
        yield from super().questions()
        yield from self._of_states(self.flow.shaped(self.shape))
        named = self.aim.barred.union(*self.taken)
        wanted = self._spoken()
        for event in self.flow.events:
            for wide, home in actors(self.flow.shaped(self.shape), event, None):
                for conditions, after in wide.steps(event, home, wanted, event in named):
                    seen = event if self._is_seen(event, home) else None
                    if seen not in self.aim.barred:
                        yield from self._of_step(wide, seen, after, conditions)

    def _of_states(self, at: Population) -> Iterator[Question]:
        blocks = [self._in(at, block, {}) for block in self.blocks]
        unranked = [self._now(at, self.aim.supposed), *(("not", block) for block in blocks)]
        yield Question("it arises where there is no rank", at, unranked, self.assumed(at))
        for block, here in zip(self.blocks, blocks, strict=True):
            last = block["levels"][-1][1]
            if last == HARMLESS:
                words, wrong = "a harmless block has what must not recur", self.aim.bad
            else:
                helps = enabled(self.flow, self.helpers[last]["known"])
                words, wrong = "no help", ["not", helps]
            yield Question(words, at, [here, self._now(at, wrong)], self.assumed(at))

    def _spoken(self) -> set[Slot]:
        """Return what a step must be followed for: what is spoken of after it."""
        boxes = [box for block in self.blocks for box in block["boxes"]]
        ends = [leaf[1] for leaf in leaves(self.aim.outside)]
        scope, at = self.flow.scope, self.flow.shaped(self.shape)
        read = {(name, owner_of(at, self.place, "own", scope[name])) for name in ends}
        return read | {(name, owner) for box in boxes for name, owner, _ in box}

    def _of_step(
        self, at: Population, event: str | None, after: After, conditions: list[Tree]
    ) -> Iterator[Question]:
        outside = claimed(at, self.aim.outside, self.place, (after, None, 0), later=True)
        then = [self._in(at, block, after) for block in self.blocks]
        who = f"'{event}'" if event else "a step of another"
        for block in self.blocks:
            leads = [
                there
                for other, there in zip(self.blocks, then, strict=True)
                if (until := may_follow(block["levels"], other["levels"])) is not None
                and not any(event in self.taken[n] for n in until if n != HARMLESS)
            ]
            bad = [self._in(at, block, {}), ("not", ("or", outside, *leads))]
            yield Question(f"{who} leads on for ever", at, [*bad, *conditions], self.assumed(at))

    def _is_seen(self, event: str, home: int) -> bool:
        scope = self.flow.events[event]
        return (scope != POINT or self.shape == (1,)) and home == 0

    def _in(self, at: Population, block: dict[str, Any], after: After) -> Tree:
        return ("or", *(self.inside(at, box, after) for box in block["boxes"]))

    def _now(self, at: Population, tree: Tree) -> Tree:
        return claimed(at, tree, self.place, ({}, None, 0), later=False)


def rankings_of(flow: Flow, packet: dict[str, Any]) -> Iterator[Ranking]:
    """Yield the ranking of each lemma and of the claim, each with what it is for."""
    claim = flow.claims[packet["claim"]]
    supposed, goal, fair = claim["body"], claim["to"], Fairness(flow, claim)
    for lemma in packet["lemmas"]:
        yield from _of_lemma(flow, goal, lemma, fair)
        fair.counted[lemma["fair"]] = lemma["known"]
    aim = Aim(["and", supposed, ["not", goal]], goal)
    ranking = Ranking(flow, packet["ranking"], fair, aim)
    scopes = {flow.scope[leaf[1]] for leaf in (*leaves(supposed), *leaves(goal))}
    needed: Shape = (0,) if PROVIDER in scopes and POINT not in scopes else (1,)
    need(ranking.shape == needed, "it is not seen from everywhere")
    yield ranking


def _of_lemma(flow: Flow, goal: Tree, lemma: dict[str, Any], fair: Fairness) -> Iterator[Ranking]:
    """Yield the rankings of a lemma; reject it unless there is one for all who may be asked."""
    known = lemma["known"]
    need(set(known) <= set(fair.events[lemma["fair"]]), "a lemma on what is not fair")
    shown = set()
    for data in lemma["rankings"]:
        ranking = Ranking(flow, data, fair, _aim_of_lemma(flow, goal, lemma, data, fair))
        shown.add((ranking.shape, SCOPES[data["shared"]]))
        yield ranking
    for demand in (one for event in known for one in demands(flow, event)):
        need(((1,), demand.shared) in shown, "no lemma on those who are asked")
        if demand.whom == PROVIDER and flow.has_providers:
            need(((0,), demand.shared) in shown, "no lemma on providers without points")


def _aim_of_lemma(
    flow: Flow, goal: Tree, lemma: dict[str, Any], data: dict[str, Any], fair: Fairness
) -> Aim:
    number, known, scope = lemma["fair"], lemma["known"], SCOPES[data["shared"]]
    ends = any_part(flow, goal)
    if not fair.strong[number]:
        ends = ["or", ends, ["not", shared(flow, known, scope)]]
    bad = refused(flow, known, tuple(data["shape"]), scope)
    same = known and flow.events[known[0]] >= scope
    return Aim(["not", ends], ends, bad, frozenset(fair.events[number] if same else ()))


FAIR = ("weak", "strong")


def asks_nobody(flow: Flow, event: str) -> bool:
    """Tell whether an event asks nothing of others."""
    asks = any(somes(rule) for _, rules in of_event(flow, event, follows=False) for rule in rules)
    return not asks and not list(demands(flow, event))


def any_part(flow: Flow, goal: Tree) -> Tree:
    """Return what of a goal joined by `or` reads the industry alone."""
    if isinstance(goal, list) and goal[0] == "or":
        return ["or", *(any_part(flow, part) for part in goal[1:])]
    return goal if sees(flow, goal, INDUSTRY) else False


# --- Packets: what each kind must show ----------------------------------------------------------

FREE = {"stays in sorts", "no two compete"}


def doubts(flow: Flow, kind: str) -> Iterator[tuple[dict[str, Any], list[Any], Tree]]:
    """Yield for a free claim what must not be: machine, rules, and a condition at one point."""
    for machine in flow.machines:
        rules, scope = machine["rules"], SCOPES[machine["scope"]]
        if kind == "stays in sorts":
            for rule in rules:
                fit = _weak(machine, rule, scope)
                for name, tree in rule["then"]:
                    outside = ["not", ["in", tree, *flow.values[name]]]
                    yield machine, [rule, name], ["and", *fit, outside]
            continue
        for event in dict.fromkeys(rule["event"] for rule in rules):
            mine = [rule for rule in rules if rule["event"] == event]
            for n, one in enumerate(mine):
                for two in mine[n + 1 :]:
                    both = [*_weak(machine, one, scope), *_weak(machine, two, scope)]
                    yield machine, [one, two], ["and", *both]


def _weak(machine: dict[str, Any], rule: dict[str, Any], scope: int) -> list[Tree]:
    """Return when a rule fits, of a quantifier only what it says of the one who is seen."""
    found: list[Tree] = [["in", ["read", machine["fields"][0]["name"]], *rule["from"]]]
    for part in conjuncts(rule["when"]):
        if not is_quantifier(part):
            found.append(part)
        elif part[0] == "all providers" or (part[0] == "all points" and scope != PROVIDER):
            found.append(part[1])
    return found


def whole(
    flow: Flow, claim: Tree, data: dict[str, Any], sets: list[list[Place]], stepwise: bool
) -> Proof:
    """Return a proof that is not only for few points."""
    proof = Proof(flow, claim, data, sets, stepwise)
    need(proof.most is None, "it is for few points only")
    return proof


def proofs_of(flow: Flow, packet: dict[str, Any]) -> Iterator[Proof]:
    """Yield the proof of each part of what an invariant or ranks show, and of what never arises."""
    claim = flow.claims[packet["claim"]]
    need(packet["points"] == "any", "an invariant is for any number of points")
    if packet["kind"] == "ranks":
        yield from rankings_of(flow, packet)
    elif claim["kind"] in FREE:
        yield from _free(flow, claim["kind"], iter(packet["proofs"]))
    else:
        body, kind = claim["body"], claim["kind"]
        said = ["not", body] if kind == "sometimes" else body
        yield from _parts(flow, said, packet, body, of_steps(kind, body))
    for situation, shown in zip(supposed_by(claim), packet["situations"], strict=True):
        if "run" not in shown:
            of = situation if claim["kind"] == "leads to" else claim["body"]
            stepwise = of_steps("sometimes", situation)
            yield from _parts(flow, ["not", situation], shown, of, stepwise)


def _free(flow: Flow, kind: str, given: Iterator[dict[str, Any]]) -> Iterator[Proof]:
    one = flow.shaped((1,))
    for machine, rules, doubt in doubts(flow, kind):
        if Question("", one, [one.see(doubt, POINT, 0)], []).answer() is not None:
            proof = next(given, None)
            need(proof, f"nothing is said of '{rules[0]['event']}' of '{machine['name']}'")
            said = ["not", doubt]
            yield whole(flow, said, proof or {}, places(flow, said), stepwise=False)
    need(next(given, None) is None, "there are more proofs than doubts")


def _parts(
    flow: Flow, said: Tree, shown: dict[str, Any], seen_by: Tree, stepwise: bool
) -> Iterator[Proof]:
    """Yield the proof of each part, which is seen from the places of the whole claim."""
    parts, sets = parts_of(said), places(flow, seen_by)
    need(len(shown["proofs"]) == len(parts), "each part of a claim has one proof")
    for part, proof in zip(parts, shown["proofs"], strict=True):
        yield whole(flow, part, proof, sets, stepwise)


def supposed_by(claim: dict[str, Any]) -> list[Tree]:
    """Return the situations that a claim supposes: the left of each `implies` that it joins."""
    if claim["kind"] == "leads to":
        return [["and", claim["body"], ["not", claim["to"]]]]
    return list(_lefts(claim["body"])) if claim["kind"] in ("always", "step") else []


def _lefts(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, list) and tree[0] == "implies":
        yield tree[1]
    elif isinstance(tree, list) and tree[0] == "and":
        for part in tree[1:]:
            yield from _lefts(part)


def need_arising(flow: Flow, packet: dict[str, Any]) -> None:
    """Reject unless each run ends where a situation arises, and empty is what has none."""
    claim = flow.claims[packet["claim"]]
    for situation, shown in zip(supposed_by(claim), packet["situations"], strict=True):
        if "run" in shown:
            wanted = {"kind": "sometimes", "body": situation}
            whole = situation if claim["kind"] == "leads to" else claim["body"]
            need(ends(flow, wanted, whole, shown["run"]), "its situation does not arise so")
    empty = any("run" not in shown for shown in packet["situations"])
    need(packet["empty"] is empty, "it is empty where a situation never arises, and only there")


def check_invariant(flow: Flow, packet: dict[str, Any]) -> None:
    """Reject unless each question that the proofs raise has no answer."""
    for proof in proofs_of(flow, packet):
        for question in proof.questions():
            flow.tick()
            need(question.answer() is None, question.words)
    need_arising(flow, packet)


def check_runs(flow: Flow, packet: dict[str, Any]) -> None:
    """Reject unless each run can be taken and ends as it must."""
    claim, runs = flow.claims[packet["claim"]], packet["runs"]
    need(runs, "there is no run")
    need(claim["kind"] == "sometimes" or len(runs) == 1, "one run refutes")
    numbers = [sum(run["shape"]) for run in runs]
    need(numbers == sorted(set(numbers)), "two runs for as many points")
    need(packet["points"] == ", ".join(map(str, numbers)), "for how many points")
    for run in runs:
        need(ends(flow, claim, claim.get("body"), run), "the run does not end as it must")


def ends(flow: Flow, claim: dict[str, Any], seen_by: Tree, run: dict[str, Any]) -> bool:
    """Tell whether a run breaks a claim at its end (meets a *sometimes*); or reject the run.

    It is seen from a place of what it is a part of.
    """
    at, states = flow.shaped(tuple(run["shape"])), list(replayed(flow, run))
    need(at.of, "a run of no metering point")
    last: Last = (states[-1], {}, None, 0)
    if run["moves"]:
        event, home = run["moves"][-1]
        last = (states[-2], taken(at, states[-2], event, home), event, home)
    if claim["kind"] in FREE:
        need_place(at, run["where"], ())
        return _doubted(at, claim["kind"], states[-1])
    need_place(at, run["where"], roles_of(flow, seen_by))
    return _ends(at, claim, run["where"], last, states[-1])


def replayed(flow: Flow, run: dict[str, Any]) -> Iterator[dict[int, Any]]:
    """Yield the states of a run, the first first."""
    at, first = flow.shaped(tuple(run["shape"])), run["first"]
    need(first.keys() == flow.scope.keys(), "the first state")
    for name, scope in flow.scope.items():
        need(len(first[name]) == len(at.owners(scope)), f"whose '{name}' there is")
        known = flow.has_all(name, first[name]) and set(first[name]) <= set(flow.starts[name])
        need(known, f"'{name}' does not start so")
    values = {at.slots[s][1]: first[s[0]][s[1]] for s in at.slots}
    yield values
    for event, home in run["moves"]:
        after = taken(at, values, event, home)
        values = {**values, **{at.slots[slot][1]: value for slot, value in after.items()}}
        yield values


def taken(at: Population, values: dict[int, Any], event: str, home: int) -> After:
    """Return what an event writes, by the first rule of each machine that fits."""
    after: After = {}
    at.flow.tick()
    need(home in at.owners(at.flow.events[event]), f"'{event}' at nobody")
    for machine, owner, follows in at.taking_part(event, home):
        rules = [rule for rule in machine["rules"] if rule["event"] == event]
        fit = [r for r in rules if compute(at.fits(machine, r, owner), values)]
        need(fit or follows, f"'{machine['name']}' refuses '{event}'")
        for slot, tree in at.effect(machine, fit[0], owner).items() if fit else ():
            after[slot] = compute(tree, values)
            need(after[slot] in at.flow.values[slot[0]], f"'{event}' leaves a sort")
    return after


def _ends(
    at: Population, claim: dict[str, Any], place: dict[str, int], last: Last, end: dict[int, Any]
) -> bool:
    """Tell whether a claim is broken (a *sometimes* met) at the end: by a state or a step."""
    before, after, event, home = last
    stepwise = of_steps(claim["kind"], claim["body"])
    if stepwise and event is None:
        return False  # nothing happened, and that is no step
    step, state = ((after, event, home), before) if stepwise else (({}, None, 0), end)
    holds = bool(compute(claimed(at, claim["body"], place, step, later=False), state))
    return holds is (claim["kind"] == "sometimes")


def _doubted(at: Population, kind: str, end: dict[int, Any]) -> bool:
    for machine, rules, _ in doubts(at.flow, kind):
        at.flow.tick()
        for owner in at.owners(SCOPES[machine["scope"]]):
            fitting = [r for r in rules if isinstance(r, dict)]
            if all(compute(at.fits(machine, r, owner), end) for r in fitting):
                if len(fitting) > 1:
                    return True
                name, after = rules[1], at.effect(machine, rules[0], owner)
                if compute(after[name, owner], end) not in at.flow.values[name]:
                    return True
    return False


def check_lasso(flow: Flow, packet: dict[str, Any]) -> None:
    """Reject unless the run comes back, the goal is never met on it, and it is fair."""
    claim, run = flow.claims[packet["claim"]], packet["run"]
    at = flow.shaped(tuple(run["shape"]))
    need(at.of and packet["points"] == str(len(at.of)), "for how many points")
    need_place(at, run["where"], roles_of(flow, ["and", claim["body"], claim["to"]]))
    states = list(replayed(flow, run))
    since, back, moves = packet["since"], packet["back"], run["moves"]
    need(since in range(len(states)) and back in range(len(states)), "where it comes back")
    need(states[back] == states[-1], "it does not come back")

    def holds(tree: Tree, state: dict[int, Any]) -> bool:
        return bool(compute(claimed(at, tree, run["where"], ({}, None, 0), later=False), state))

    need(holds(claim["body"], states[since]), "what it supposes does not arise")
    later = states[min(since, back) :]
    need(not any(holds(claim["to"], state) for state in later), "the goal is met")
    for kind in FAIR:
        for events in claim[kind]:
            mine = [event for event in events if event in flow.events]
            for home in at.owners(flow.events[mine[0]]) if mine else ():
                if any([event, home] in moves[back:] for event in mine):
                    continue
                off = [not _may(at, state, mine, home) for state in states[back:]]
                need(all(off) if kind == "strong" else any(off), f"it is not fair to '{mine[0]}'")


def _may(at: Population, state: dict[int, Any], events: list[str], home: int) -> bool:
    """Tell whether one of some events may happen at a home."""
    for event in events:
        try:
            taken(at, state, event, home)
        except Rejected:
            continue
        return True
    return False


def check_mirror(flow: Flow, packet: dict[str, Any]) -> None:
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

    def need_apart(self, machine: dict[str, Any]) -> None:
        """Reject where two events, performers, duties, fields or values get one name."""
        rules, reads = machine["rules"], {f["name"]: f["sort"] for f in machine["fields"]}
        reads |= machine["reads"]
        kinds = [machine["events"], *({row[key] for row in rules} for key in ("by", "breaches"))]
        sorts = [set(sort) for sort in reads.values() if sort != "truth"]
        for names in (*kinds, reads, *sorts):
            need(len({self.of(name) for name in names}) == len(names), "it makes two names one")


def _table(machine: dict[str, Any], new: Renaming) -> str:
    """Return all that a machine says, in the new names: the same text for the same."""
    scope, rules = SCOPES[machine["scope"]], machine["rules"]
    homes = {row["event"]: machine["events"][row["event"]] for row in rules}
    own = {field["name"] for field in machine["fields"]}
    nodes = [tree for row in rules for tree in (row["when"], *(t for _, t in row["then"]))]
    read = {leaf[1] for node in nodes for leaf in leaves(node) if leaf[0] == "read"} - own

    def sort(given: Tree) -> Tree:
        return given if given == "truth" else [new.of(value) for value in given]

    rows = [
        [
            *(new.of(row[key]) for key in ("event", "to", "when", "by", "breaches")),
            sorted(map(new.of, row["from"])),
            sorted([new.of(name), new.of(tree)] for name, tree in row["then"]),
        ]
        for row in rules
    ]
    fields = [
        [new.of(f["name"]), sort(f["sort"]), [new.of(value) for value in f["starts"]]]
        for f in machine["fields"]
    ]
    at = {new.of(event): (home > scope) - (home < scope) for event, home in homes.items()}
    foreign = {new.of(name): sort(machine["reads"][name]) for name in read}
    whole = [new.of(machine["scope"].upper()), fields, at, foreign, rows]
    return json.dumps(whole, sort_keys=True)


def check_actors(flow: Flow, packet: dict[str, Any]) -> None:
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


KINDS: dict[str, tuple[dict[str, Any], Callable[..., None], set[str], set[str]]] = {
    # its form, what checks it, and which kinds of claims it proves and refutes
    "invariant": (
        {"proofs": [PROOF], **ARISING},
        check_invariant,
        {"always", "step", *FREE},
        {"sometimes"},
    ),
    "runs": ({"runs": [RUN]}, check_runs, {"sometimes"}, {"always", "step", *FREE}),
    "ranks": (
        {"lemmas": [LEMMA], "ranking": RANKING, **ARISING},
        check_invariant,
        {"leads to"},
        set(),
    ),
    "lasso": ({"run": RUN, "since": INDEX, "back": INDEX}, check_lasso, set(), {"leads to"}),
    "mirror": ({}, check_mirror, {"mirrors"}, {"mirrors"}),
    "actors": ({"actors": {str: [str]}}, check_actors, {"done by"}, {"done by"}),
}


@contextmanager
def ticking(flow: Flow, tick: Callable[[], None]) -> Iterator[None]:
    """Let whatever is asked of a flow meanwhile call `tick` again and again."""
    before, flow.tick = flow.tick, tick
    try:
        yield
    finally:
        flow.tick = before


def check(flow: Flow, packet: dict[str, Any], tick: Callable[[], None] = lambda: None) -> None:
    """Raise Rejected unless a packet shows what it says; `tick` may stop it by raising."""
    try:
        need(packet.get("kind") in KINDS, f"no packet is of the kind '{packet.get('kind')}'")
        form, checker, proves, refutes = KINDS[packet["kind"]]
        told = {key: part for key, part in packet.items() if key != "sha256"}
        need_form(told, PACKET | form, "the packet")
        need([flow.name, flow.variant] == [packet["flow"], packet["variant"]], "another flow's")
        flow.need_claim(packet["claim"])
        kinds = proves if packet["verdict"] == "proved" else refutes
        need(flow.claims[packet["claim"]]["kind"] in kinds, "this does not show the verdict")
        with ticking(flow, tick):
            checker(flow, packet)
    except MALFORMED as wrong:
        raise Rejected(f"it is malformed ({type(wrong).__name__}: {wrong})") from wrong


def read_flow(folder: Path, digest: str) -> Flow:
    """Return the flow of that hash from the folder; raises Rejected."""
    need(re.fullmatch("[0-9a-f]{64}", digest), "the hash of its flow is none")
    try:
        text = content(folder / f"{digest}.flow")
        need(sha256(text).hexdigest() == digest, "the hash of its flow is another")
        return Flow(parsed(text))
    except OSError as wrong:
        raise Rejected(f"its flow cannot be read ({wrong.strerror})") from wrong
    except Rejected as wrong:
        raise Rejected(f"its flow: {wrong}") from wrong
    except MALFORMED as wrong:
        raise Rejected(f"its flow is malformed ({type(wrong).__name__}: {wrong})") from wrong


def read(folder: Path) -> Iterator["Named"]:
    """Yield each packet file: its name, the packet or None, and why it is none."""
    for path in sorted(folder.glob("*.json")):
        if path.name == MANIFEST:
            continue
        try:
            packet = parsed(content(path))
            need(isinstance(packet, dict), "it is no packet")
            yield path.name, packet, ""
        except (OSError, *MALFORMED, Rejected) as wrong:
            yield path.name, None, f"it cannot be read ({wrong})"


Named: TypeAlias = tuple[str, dict[str, Any] | None, str]  # a file, its packet, or why it is none


class Checker:
    """Checks the packets of a folder, each flow of which it reads once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.flows: dict[str, Flow] = {}

    def flow(self, packet: dict[str, Any]) -> Flow:
        """Return the flow that a packet names; raises Rejected."""
        digest = packet.get("sha256")
        if not isinstance(digest, str):
            raise Rejected("it names no flow")
        if digest not in self.flows:
            self.flows[digest] = read_flow(self.folder, digest)
        return self.flows[digest]

    def reason(self, packet: dict[str, Any], tick: Callable[[], None] = lambda: None) -> str:
        """Return why a packet is rejected, empty where it is accepted; `tick` as for `check`."""
        try:
            check(self.flow(packet), packet, tick)
        except Rejected as why:
            return str(why)
        return ""


# --- A folder: what must be there, and what it comes to -----------------------------------------

Key: TypeAlias = tuple[str, str | None, str]  # a claim: of which flow, of which variant of it


@dataclass
class Counted:
    """What was accepted of a flow: its hash, what it claims, and the verdicts, also of variants."""

    digest: str
    claims: set[Key]
    verdicts: dict[Key, str]


def counted(checker: Checker, accepted: Iterable[dict[str, Any]]) -> dict[str, Counted]:
    """Return what was accepted of each flow, by its name."""
    found: dict[str, Counted] = {}
    for packet in accepted:
        flow, variant = packet["flow"], packet["variant"]
        one = found.setdefault(flow, Counted("", set(), {}))
        one.digest = packet["sha256"] if variant is None else one.digest
        one.claims |= {(flow, variant, claim) for claim in checker.flow(packet).claims}
        one.verdicts[flow, variant, packet["claim"]] = packet["verdict"]
    return found


class Manifest:
    """What the run that wrote a folder says must be there, and what is wrong with it."""

    def __init__(self, folder: Path, packets: Iterable[Named]) -> None:
        self.wrong, self.unshown = list[str](), dict[Key, str]()
        try:
            listed = parsed(content(folder / MANIFEST))
            need_form(listed, LISTED, MANIFEST)
        except FileNotFoundError:
            self.wrong.append(f"{MANIFEST}: it is not there; nobody says what else should be")
            return
        except (OSError, *MALFORMED, Rejected) as wrong:
            self.wrong.append(f"{MANIFEST}: it cannot be read ({wrong})")
            return
        if not listed["ended"]:
            self.wrong.append(f"{MANIFEST}: the run that wrote the packets did not end")
        there = {name: packet for name, packet, _ in packets}
        for row in listed["rows"]:
            self._compare(folder, row, there)
        named = {row["file"] for row in listed["rows"]}
        more = [name for name in there if name not in named] if listed["ended"] else []
        self.wrong += [f"{name}: {MANIFEST} does not name it; who wrote it?" for name in more]

    def _compare(self, folder: Path, row: dict[str, Any], there: dict[str, Any]) -> None:
        key, name, verdict = key_of(row), row["file"], row["verdict"]
        packet = there.get(name)
        if verdict in ("undecided", "pending"):
            self.unshown[key] = verdict
        elif name not in there:
            self.wrong.append(f"no packet shows that {words_of(key)} is {verdict}: {name} is gone")
        elif packet is None:
            pass  # why it is none is told already
        elif sha256(content(folder / name)).hexdigest() != row["sha256"]:
            self.wrong.append(f"{name}: it is not as {MANIFEST} says that it was written")
        elif (key_of(packet), packet.get("verdict")) != (key, verdict):
            self.wrong.append(f"{name}: {MANIFEST} says something else of it")


def key_of(told: dict[str, Any]) -> Key:
    """Return which claim a packet, or a row of a manifest, is about."""
    return told.get("flow", ""), told.get("variant"), told.get("claim", "")


def words_of(key: Key) -> str:
    """Return the name of a claim as it is told."""
    flow, variant, claim = key
    return f"'{claim}' of '{flow}'" + (f", '{variant}'" if variant is not None else "")


def summary(name: str, one: Counted, whose: str, unshown: dict[Key, str]) -> Iterator[str]:
    """Yield what was accepted of a flow, and of which of its claims there is nothing."""
    base = [verdict for (_, variant, _), verdict in one.verdicts.items() if variant is None]
    others = [verdict for (_, variant, _), verdict in one.verdicts.items() if variant is not None]
    variants = {variant for _, variant, _ in one.verdicts} - {None}
    yield f"flow '{name}', {whose}: {_counts(base)}"
    if variants:
        yield f"  variants of it, {len(variants)}: {_counts(others)}"
    absent = sorted(one.claims - one.verdicts.keys() - unshown.keys(), key=str)
    if absent:
        names = [
            claim if variant is None else f"{claim} ({variant})" for _, variant, claim in absent
        ]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield f"  no packet of {len(names)}: {', '.join(names[:SHOWN])}{more}"
    yield from (f"  {v}: {words_of(key)}" for key, v in unshown.items() if key[0] == name)


def _counts(verdicts: list[str]) -> str:
    return ", ".join(f"{verdicts.count(one)} {one}" for one in sorted(set(verdicts))) or "nothing"


def main(arguments: list[str]) -> int:
    """Print what is wrong and what was accepted; return 0 only where nothing is wrong or open."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python check.py FOLDER, a folder that holds packets", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    checker, packets = Checker(folder), list(read(folder))
    reasons = [wrong if packet is None else checker.reason(packet) for _, packet, wrong in packets]
    accepted = [p for (_, p, _), reason in zip(packets, reasons, strict=True) if p and not reason]
    manifest = Manifest(folder, packets)
    lines = [f"rejected: {n}: {r}" for (n, *_), r in zip(packets, reasons, strict=True) if r]
    lines += [f"wrong: {wrong}" for wrong in manifest.wrong]
    for name, one in counted(checker, accepted).items():
        whose = f"sha256 {one.digest}" if one.digest else "of variants alone"
        lines += summary(name, one, whose, manifest.unshown)
    lines.append(f"{len(accepted)} packets accepted, {len(packets) - len(accepted)} rejected")
    print("\n".join(map(plain, lines)))
    if not accepted or len(accepted) < len(packets) or manifest.wrong:
        return 1
    return 3 if "undecided" in manifest.unshown.values() else 0


if __name__ == "__main__":
    gc.disable()  # what is made lives to the end: to look through it takes a third of the time
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name may have any letters
    sys.exit(main(sys.argv[1:]))
