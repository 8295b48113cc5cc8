"""The files of the flows hold rules, not Python; what is taken by place has its right name."""

import ast
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest

from model.flows import WRITTEN
from model.language import Field

ROOT = Path(__file__).parents[2]
OF_FLOWS = sorted(
    p.relative_to(ROOT) for flow in WRITTEN for p in (ROOT / "model" / flow).glob("*.py")
)
OF_CLAIMS = sorted(
    p.relative_to(ROOT) for flow in WRITTEN for p in (ROOT / "properties" / flow).glob("*.py")
)
UNPACKING = sorted(
    path.relative_to(ROOT)
    for part in ("model", "properties")
    for path in (ROOT / part).rglob("*.py")
)
PYTHON = (
    *(ast.For, ast.AsyncFor, ast.While, ast.Lambda, ast.FunctionDef, ast.AsyncFunctionDef),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.If, ast.IfExp),
)
# Sometimes and LeadsTo are not for each member: each member has its own, and its own variant.
A_CLAIM_EACH = (
    "properties/css/happening.py",
    "properties/css/requesting.py",
    "properties/css/variants_requesting.py",
    "properties/current/living.py",
    "properties/drafting/variants.py",
)
# A flow that depends on something: a bound, a body and its clauses, another flow.
A_FLOW_THAT_DEPENDS = (
    "properties/css/readings_owing.py",
    "properties/css/readings_receiving.py",
    "properties/current/variants_service.py",
    "properties/leadtime/variants.py",
)
THEN = 4  # where `then` stands in a transition


def python(text: str) -> list[str]:
    """Return what of a text is Python's and not the language's."""
    tree = ast.parse(text)
    effects = {id(node) for node in _effects(tree)}
    found = [
        node
        for node in ast.walk(tree)
        if isinstance(node, PYTHON) or (isinstance(node, ast.Dict) and id(node) not in effects)
    ]
    return [ast.unparse(node) for node in found]


def _effects(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the dictionaries that are a `then`, and those under a name that is only a `then`."""
    then = [value for call in ast.walk(tree) if isinstance(call, ast.Call) for value in _then(call)]
    yield from then
    spread = [v for d in ast.walk(tree) if isinstance(d, ast.Dict) for v in _spread(d)]
    allowed = {id(node) for node in (*then, *spread)}
    for name, value in _bound(tree):
        read = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name]
        if all(id(n) in allowed for n in read if isinstance(n.ctx, ast.Load)):
            yield value


def _then(call: ast.Call) -> list[ast.expr]:
    named = [word.value for word in call.keywords if word.arg == "then"]
    is_rule = isinstance(call.func, ast.Name) and call.func.id == "Transition"
    return named + (call.args[THEN : THEN + 1] if is_rule else [])


def _spread(node: ast.Dict) -> list[ast.expr]:
    return [value for key, value in zip(node.keys, node.values, strict=True) if key is None]


def _bound(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name of a module with what it stands for, also where several are bound at once."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(names)], value=ast.Tuple(values)):
                for one, value in zip(names, values, strict=True):
                    if isinstance(one, ast.Name):
                        yield one.id, value


@pytest.mark.parametrize("path", OF_FLOWS, ids=str)
def test_a_file_of_a_flow_holds_rules_and_no_python(path: Path) -> None:
    assert python((ROOT / path).read_text()) == []


@pytest.mark.parametrize("path", OF_CLAIMS, ids=str)
def test_a_claims_file_holds_no_python_but_what_is_named(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text())
    found = {type(node) for node in ast.walk(tree) if isinstance(node, PYTHON)}
    if path.as_posix() in A_CLAIM_EACH:
        assert found == {ast.GeneratorExp}
    elif path.as_posix() in A_FLOW_THAT_DEPENDS:
        assert ast.FunctionDef in found
        assert found <= {ast.FunctionDef, ast.GeneratorExp}
    else:
        assert not found


@pytest.mark.parametrize("path", OF_FLOWS, ids=str)
def test_a_dictionary_in_a_flow_says_what_fields_become(path: Path) -> None:
    module = import_module(".".join(path.with_suffix("").parts))
    tables = [value for value in vars(module).values() if type(value) is dict]
    tables = [table for table in tables if table is not vars(module)["__builtins__"]]
    assert all(isinstance(key, Field) for table in tables for key in table)


@pytest.mark.parametrize(
    "text",
    [
        "for s in SUPPLIERS: pass",
        "F = lambda s: s",
        "def f(s): ...",
        "F = [s for s in S]",
        "F = {s: 1 for s in S}",
        "M = Machine(rules=tuple(r for r in R))",
        "T = {A: 1}\nM = Machine(T)",
        "T = {A: 1}\nR = Transition(E, A, B, then=T)\nM = T[A]",
        "F = Flow(starts={field: 1})",
        "A, B = {x: 1}, {y: 1}\nR = Transition(E, S, T, W, A)\nM = f(B)",
    ],
)
def test_python_in_a_flow_is_found(text: str) -> None:
    assert python(text)


@pytest.mark.parametrize(
    "text",
    [
        "R = Transition(E, A, B, then={f: 1})",
        "R = Transition(E, A, B, WHEN, {f: 1})",
        "T = {f: 1}\nR = Transition(E, A, B, WHEN, T)",
        "T = {f: 1}\nU = {**T, g: 2}\nR = Transition(E, A, B, then=U)",
    ],
)
def test_what_a_rule_changes_may_be_a_dictionary(text: str) -> None:
    assert python(text) == []


def unpacked(path: Path) -> Iterator[tuple[str, Enum]]:
    """Yield each name that a file takes by its place, with the member that it is."""
    module = import_module(".".join(path.with_suffix("").parts))
    for node in ast.parse((ROOT / path).read_text()).body:
        if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Tuple):
            tuples = [target for target in node.targets if isinstance(target, ast.Tuple)]
            names = [one.id for each in tuples for one in each.elts if isinstance(one, ast.Name)]
            found = [(name, getattr(module, name)) for name in names if name != "_"]
            yield from ((name, member) for name, member in found if isinstance(member, Enum))


def test_a_member_that_is_taken_by_place_has_its_own_name() -> None:
    taken = [(path, name, member) for path in UNPACKING for name, member in unpacked(path)]
    assert [one for one in taken if one[1] != one[2].name] == [], "write Enum.MEMBER for it"
    assert len(taken) > 100
