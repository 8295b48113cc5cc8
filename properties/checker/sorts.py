"""Sorts: each condition of a flow is one, and each number that is computed is small."""

from collections.abc import Callable
from typing import Any, TypeAlias

from .forms import CLAIMS, FLOW, LARGEST_SUM, MOST_VALUES, need_form
from .kernel.claims import of_steps, whose
from .kernel.flow import POINT, QUANTIFIERS, SCOPES, Data, Flow, Tree, conjuncts, is_quantifier
from .kernel.need import need
from .kernel.world import OPERATORS

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


def flow_of(data: Any) -> Flow:  # noqa: ANN401  # what JSON can hold
    """Return the flow that data tell; refused unless each of its rules means something."""
    need_form(data, FLOW, "the flow")
    for machine in data["machines"]:
        need(machine["fields"], f"'{machine['name']}' has no state")
        for field in machine["fields"]:
            _check_sort(field["name"], field["sort"])
    flow = Flow(data)
    names = [machine["name"] for machine in flow.machines]
    need(len(set(names)) == len(names), "two machines have one name")
    need(all(flow.having.values()), "no machine has one of its events")
    for machine in flow.machines:
        for rule in machine["rules"]:
            _check_rule(flow, machine, rule)
    return flow


def _check_sort(name: str, sort: Tree) -> None:
    if sort == TRUTH:
        return
    words = all(isinstance(word, str) for word in sort)
    distinct = len(set(sort)) == len(sort) if words else sort[0] <= sort[1]
    small = len(sort) if words else sort[1] - sort[0] < MOST_VALUES
    need(distinct and small, f"the sort of '{name}'")


def sort_of(flow: Flow, name: str) -> Kind:
    """Return the sort of a field."""
    values = flow.values[name]
    if isinstance(values[0], bool | str):
        return TRUTH if isinstance(values[0], bool) else WORD
    return values[0], values[-1]


def _check_rule(flow: Flow, machine: Data, rule: Data) -> None:
    scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
    where = f"a rule of '{machine['name']}' for '{rule['event']}'"
    need(flow.has_all(state, rule["from"]), f"{where}: its states")
    need(rule["to"] is None or flow.has_all(state, [rule["to"]]), f"{where}: its target")
    written = [name for name, _ in rule["then"]]
    need(len(set(written)) == len(written), f"{where} writes a field twice")
    parts = conjuncts(rule["when"])
    asked = [kind for kind, _ in filter(is_quantifier, parts)]
    need(not asked or scope >= flow.events[rule["event"]], f"{where} follows and yet asks all")
    need(all(QUANTIFIERS[q][1] in (None, scope) for q in asked), f"{where}: a quantifier")
    for part in parts:
        body, whom = (part[1], QUANTIFIERS[part[0]][0]) if is_quantifier(part) else (part, scope)
        need(_kind(flow, body, whom) == TRUTH, f"{where}: its condition is none")
    for name, tree in rule["then"]:
        wanted, kind = sort_of(flow, name), _kind(flow, tree, scope)
        same = kind == wanted or not (isinstance(kind, str) or isinstance(wanted, str))
        need(same, f"{where}: what it writes to '{name}'")


def need_claim(flow: Flow, name: str) -> None:
    """Reject a claim that the flow does not have, or that says nothing of it."""
    need(name in flow.claims, f"the flow has no claim '{name}'")
    claim, what = flow.claims[name], f"the claim '{name}'"
    need(claim.get("kind") in CLAIMS, f"{what} is of no kind")
    need_form(claim, CLAIMS[claim["kind"]], what)
    for body in (claim[part] for part in ("body", "to") if part in claim):
        need(_kind(flow, body, None) == TRUTH, f"{what} is no condition")
        may = claim["kind"] in ("step", "sometimes")
        need(may or not of_steps("", body), f"{what} speaks of a step")


def _kind(flow: Flow, tree: Tree, scope: int | None) -> Kind:
    """Return the sort of a condition or effect seen from a scope, or of a claim."""

    def read(leaf: Tree) -> Kind:
        head, *names = leaf
        if head == "happens":
            need(scope is None and set(names) <= flow.events.keys(), "an event of a claim")
            return TRUTH
        need(names and names[0] in flow.scope, "what is read is no field")
        owner, _ = whose(leaf)
        wide = flow.scope[names[0]]
        need(scope is None or (len(names) == 1 and wide >= scope), f"'{names[0]}' is not seen")
        need(wide != POINT or owner != "other provider", f"'{names[0]}' of another provider")
        return sort_of(flow, names[0])

    return kind_of(tree, read)
