"""Load a flow with its claims and variants: one of the project's by name, another by its path.

A flow file is Python code, and loading it runs it. It is loaded by its path, without its folder
on the import path, and what is wrong with it is said in one line.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

from model.flows import FLOWS, home_of_claims
from model.language.claim_checks import check_claim, check_readings
from model.language.claims import Claim, Variant
from model.language.doubts import Reading
from model.language.errors import IllFormed, Place
from model.language.flow import Flow
from model.language.given import folded
from switchproof.deciding.listing import listed, the_flow
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.streams import output_aside

RESERVED = ("stays-in-sorts", "no-two-compete")  # the claims that come free with every flow


@dataclass(frozen=True)
class Loaded:
    """A flow with the claims on it and the variants that must break them; `source` loads it."""

    source: str
    flow: Flow
    claims: tuple[Claim, ...]
    variants: tuple[Variant, ...]
    readings: tuple[Reading, ...] = ()

    def claim(self, name: str) -> Claim:
        """Return the claim of that id, also one of those that come free; raises KeyError."""
        mine = {claim.id: claim for claim in self.claims}
        return mine[name] if name in mine else {claim.id: claim for claim in self.all_claims}[name]

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """Return the claims on the flow and then those that come free with every flow."""
        from properties.engine.free import (
            free_claims,  # brings the solver, which a walk does not need
        )

        return (*self.claims, *free_claims())

    def variant(self, name: str) -> Variant:
        """Return the variant of that name; raises KeyError."""
        return {variant.name: variant for variant in self.variants}[name]


def load(source: str) -> Loaded:
    """Return the flow of that name, or in the file of that path; raises BadInput."""
    path = Path(source)
    with _in_one_line(source), output_aside():
        if source in FLOWS:
            defined = import_module(FLOWS[source])
            said = import_module(home_of_claims(source))
        elif path.suffix == ".py" or path.exists() or len(path.parts) > 1:
            defined = said = _run(path)
        else:
            raise unknown("flow", source, FLOWS)
        where = near(said.__file__ or source)
        loaded = Loaded(
            source,
            the_flow(defined, source),
            listed(said, where, "CLAIMS", Claim),
            listed(said, where, "VARIANTS", Variant),
            listed(said, where, "READINGS", Reading),
        )
        _check(loaded)
    return loaded


@contextmanager
def _in_one_line(source: str) -> Iterator[None]:
    try:
        yield
    except BadInput:
        raise
    except IllFormed as wrong:
        raise BadInput(f"{near(wrong.place.file)}:{wrong.place.line}: {wrong.message}") from wrong
    except SyntaxError as wrong:
        at = f"{near(wrong.filename or source)}:{wrong.lineno or 1}"
        raise BadInput(f"{at}: {wrong.msg}; correct the Python there") from wrong
    except ModuleNotFoundError as wrong:
        cure = "install it, or write what it holds into the flow file, which is loaded alone"
        raise BadInput(f"{_line(wrong, source)}: no module '{wrong.name}'; {cure}") from wrong
    except (Exception, SystemExit) as wrong:
        said = f"{type(wrong).__name__}: {' '.join(str(wrong).split())}"
        raise BadInput(f"{_line(wrong, source)}: {said}; correct it so that it loads") from wrong


def _line(wrong: BaseException, source: str) -> str:
    """Return the last line of the source on the way to what went wrong, or the source."""
    frames = traceback.extract_tb(wrong.__traceback__)
    wanted = str(Path(source).resolve())
    mine = [frame for frame in frames if frame.filename == wanted]
    front, house = Path(__file__).parents[1], Path(__file__).parents[2]
    ours = [f for f in frames if Path(f.filename).is_relative_to(house)]
    chosen = mine or [f for f in ours if not Path(f.filename).is_relative_to(front)]
    return f"{near(chosen[-1].filename)}:{chosen[-1].lineno}" if chosen else source


def near(file: str) -> str:
    """Return a path as it is written from here, with slashes."""
    path = Path(file)
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def _run(path: Path) -> ModuleType:
    if path.is_dir():
        raise BadInput(f"{path} is a folder; give the path of a flow file")
    if path.exists() and not path.is_file():
        cure = "save what it gives as a file that ends in .py, and give the path of that"
        raise BadInput(f"{path} is no file that can be read again, such as a pipe; {cure}")
    full = path.resolve()
    try:
        text = full.read_bytes()
    except FileNotFoundError as wrong:
        known = f"a flow file or one of {', '.join(FLOWS)}"
        raise BadInput(f"{path}: there is no such file; give the path of {known}") from wrong
    except OSError as wrong:
        raise BadInput(f"{path}: cannot be read ({wrong.strerror}); see its permissions") from wrong
    module = ModuleType(f"flow_file_{sha256(str(full).encode()).hexdigest()[:16]}")
    module.__file__ = str(full)
    sys.modules[module.__name__] = module  # dataclasses look their module up there
    exec(compile(text, str(full), "exec"), module.__dict__)  # noqa: S102  # loading runs it
    return module


def _check(loaded: Loaded) -> None:
    """Refuse claims and variants that do not fit the flow or each other."""
    ids = _without_repeats("claim", [(c.id, c.place) for c in loaded.claims])
    _without_repeats("variant", [(v.name, v.place) for v in loaded.variants])
    for claim in loaded.claims:
        if claim.id in RESERVED:
            message = f"claim '{claim.id}' comes with every flow; give yours another name"
            raise IllFormed(message, claim.place)
        check_claim(loaded.flow, claim)
    _check_readings_of_text(loaded)
    for variant in loaded.variants:
        if not isinstance(variant.flow, Flow):
            message = f"variant '{variant.name}' is made of no flow; give it FLOW.but(...)"
            raise IllFormed(message, variant.place)
        if variant.flow.name != loaded.flow.name:
            message = f"variant '{variant.name}' is of '{variant.flow.name}', another flow"
            raise IllFormed(
                f"{message}; make it of '{loaded.flow.name}' by .but(...)", variant.place
            )
        for broken in variant.breaks:
            known = ids if broken in ids else {claim.id for claim in loaded.all_claims}
            if broken not in known:
                message = f"variant '{variant.name}' breaks what is not there: "
                raise IllFormed(f"{message}{unknown('claim', broken, known)}", variant.place)
            check_readings(variant.flow, loaded.claim(broken))


def _check_readings_of_text(loaded: Loaded) -> None:
    """Refuse a reading that is of no flow, or of another."""
    _without_repeats("reading", [(r.name, r.place) for r in loaded.readings])
    for reading in loaded.readings:
        if not isinstance(reading.flow, Flow) or reading.flow.name != loaded.flow.name:
            message = f"reading '{reading.name}' is of another flow, or of none"
            cure = f"make it of '{loaded.flow.name}' by .but(...)"
            raise IllFormed(f"{message}; {cure}", reading.place)
        for claim in loaded.claims:
            check_readings(reading.flow, claim)


def _without_repeats(kind: str, named: list[tuple[str, Place]]) -> set[str]:
    """Return the names; refuse two that are the same, or that one file's name could stand for."""
    seen: set[str] = set()
    for name, place in named:
        if folded(name) in seen:
            raise IllFormed(f"two {kind}s are called '{name}'; give one another name", place)
        seen.add(folded(name))
    return {name for name, _ in named}
