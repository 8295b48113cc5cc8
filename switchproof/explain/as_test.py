"""A run that breaks a claim, as a story test of three lines that fails as long as it does."""

import json
import re
from collections.abc import Iterator
from shlex import quote

from model.language.claims import Variant
from model.language.events import Scope
from model.language.meaning import Move, Where, World, dealt_out
from model.language.sorts import words_of
from properties.engine.evidence import Run
from properties.engine.verdict import Result
from switchproof.deciding.load import Loaded
from switchproof.replay import AT_FIRST, is_broken
from switchproof.terminal.errors import BadInput

BY_ITSELF = (AT_FIRST, Where(point=0))
IMPORT = "from switchproof.replay import holds_after"


def as_test(one: Loaded, variant: Variant | None, result: Result) -> str:
    """Return the test; raises BadInput where no run breaks the claim at its end."""
    claim, run = result.claim, result.run
    if run is None or not _breaks(result, run):
        raise BadInput(f"no run breaks '{claim.id}' at its end, so there is nothing to test")
    world = World(result.flow, run.shape)
    name = re.sub(r"\W+", "_", f"test_{claim.id}{f'_in_{variant.name}' if variant else ''}").lower()
    given = [_quoted(one.source), _quoted(claim.id), "run", *_more(world, run, variant)]
    steps = [_quoted(_step(move)) for move in run.moves]
    lines = [
        IMPORT if run.where in BY_ITSELF else f"{IMPORT}, Where",
        "",
        "",
        *_by_hand(one, variant, run),
        f"def {name}() -> None:",
        f"    run = [{', '.join(steps)}]",
        f"    assert {'not ' if variant else ''}holds_after({', '.join(given)})",
    ]
    return "\n".join(lines)


def _breaks(result: Result, run: Run) -> bool:
    world = World(result.flow, run.shape)
    return is_broken(world, result.claim, run.first, list(run.moves), run.where)


def _step(move: Move) -> str:
    at = "" if move.event.scope is Scope.INDUSTRY else f"@{move.home + 1}"
    return f"{move.event}{at}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _more(world: World, run: Run, variant: Variant | None) -> Iterator[str]:
    if variant:
        yield f"variant={_quoted(variant.name)}"
    if run.shape != (1,):
        yield f"shape={run.shape!r}"
    if first := _first(world, run):
        yield f"first={json.dumps(first, ensure_ascii=False)}"
    if run.where not in BY_ITSELF:
        said = (f"{name}={at}" for name, at in vars(run.where).items() if at != vars(Where())[name])
        yield f"where=Where({', '.join(said)})"


def _first(world: World, run: Run) -> dict[str, str]:
    """Return each first value that is not the first of several."""
    return {
        f"{field.name}@{owner + 1}": words_of(run.first[number])
        for (field, owner), number in world.slots.items()
        if run.first[number] != world.flow.initials(field)[0]
    }


def _by_hand(one: Loaded, variant: Variant | None, run: Run) -> Iterator[str]:
    """Yield how to walk the same, where a walk can."""
    points, providers = sum(run.shape), len(run.shape)
    chosen = _first(World(one.flow, run.shape), run)
    if variant is None and not chosen and dealt_out(points, providers) == run.shape:
        takes = " ".join(f"--take {quote(_step(move))}" for move in run.moves)
        shape = f"--points {points} --providers {providers}"
        yield f"# switchproof walk {quote(one.source)} {shape} {takes}"
