"""Run a flow file, or a folder of several, each afresh and without its folder on the import path.

A file may take from those beside it with `from .other import ...`, and from nothing above its
folder. A folder is a flow by its `__init__.py`, or else by its `flow.py`.
"""

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from model.flows import FLOWS
from switchproof.terminal.errors import BadInput

PREFIX, FIRST = "flow_files_", "__init__"


class _Afresh(SourceFileLoader):
    """Compiles the text that is there now: what was compiled of an earlier one is never taken."""

    def path_stats(self, path: str) -> dict[str, int]:
        raise OSError(path)


class _Beside(MetaPathFinder):
    """Finds what a flow file takes from beside it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, _: ModuleType | None = None
    ) -> ModuleSpec | None:
        if path is None or not name.startswith(PREFIX):
            return None
        (folder,), last = path, name.rpartition(".")[2]
        for file in (Path(folder, last, f"{FIRST}.py"), Path(folder, f"{last}.py")):
            if file.is_file():
                return _spec(name, file)
        return None


def _spec(name: str, file: Path) -> ModuleSpec:
    within = [str(file.parent)] if file.stem == FIRST else None
    loader = _Afresh(name, str(file))
    spec = spec_from_file_location(name, file, loader=loader, submodule_search_locations=within)
    assert spec is not None
    return spec


def run_flow(path: Path) -> ModuleType:
    """Run what a path leads to, and return the module that defines the flow; raises BadInput."""
    full = path.resolve()
    package, name = _package(full if full.is_dir() else full.parent), full.stem
    if full.is_dir():
        name = next((one for one in (FIRST, "flow") if (full / f"{one}.py").is_file()), "")
        if not name:
            cure = f"write its flow into {path / 'flow.py'}, or give the path of a flow file"
            raise BadInput(f"{path}: this folder holds no flow; {cure}")
        full /= f"{name}.py"
    _readable(path if path.suffix == ".py" else full, full)
    if name == FIRST:
        return _run(package.__name__, full)
    return _run(f"{package.__name__}.{name if name.isidentifier() else 'flow_file'}", full)


def _package(folder: Path) -> ModuleType:
    """Return what stands for a folder, with nothing loaded of it yet."""
    name = f"{PREFIX}{sha256(str(folder).encode()).hexdigest()[:16]}"
    for old in [one for one in sys.modules if one == name or one.startswith(f"{name}.")]:
        del sys.modules[old]
    package = ModuleType(name)
    package.__path__ = [str(folder)]
    sys.modules[name] = package
    if not any(isinstance(one, _Beside) for one in sys.meta_path):
        sys.meta_path.insert(0, _Beside())
    return package


def _run(name: str, file: Path) -> ModuleType:
    spec = _spec(name, file)
    module = module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up there
    assert spec.loader is not None
    spec.loader.exec_module(module)
    return module


def _readable(path: Path, full: Path) -> None:
    if path.exists() and not path.is_file():
        cure = "save what it gives as a file that ends in .py, and give the path of that"
        raise BadInput(f"{path} is no file that can be read again, such as a pipe; {cure}")
    try:
        full.read_bytes()
    except FileNotFoundError as wrong:
        known = f"a flow file or one of {', '.join(FLOWS)}"
        raise BadInput(f"{path}: there is no such file; give the path of {known}") from wrong
    except OSError as wrong:
        raise BadInput(f"{path}: cannot be read ({wrong.strerror}); see its permissions") from wrong


def files_run(module: ModuleType) -> Iterator[str]:
    """Yield the files that were run with it, its own among them."""
    package = module.__name__.partition(".")[0]
    if not package.startswith(PREFIX):
        return
    for name, one in sys.modules.items():
        file = getattr(one, "__file__", None)
        if file and (name == package or name.startswith(f"{package}.")):
            yield str(file)
