"""`switchproof draw`: draw some flows, and what the change adds and removes."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from model.flows import FLOWS
from model.language.given import folded, twice
from switchproof.deciding.change import change_of, to_draw
from switchproof.deciding.load import Loaded, load
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, WRONG
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import write_whole

Picture = tuple[str, str | bytes]  # the name of its file, and what is in it
Part = tuple[str, Callable[[], Iterable[tuple[str, str]]]]  # what there is to draw, in words


def run(asked: Namespace) -> int:
    """Draw into a folder, print the paths and what could not be drawn; return the exit status."""
    flows = {source: load(source) for source in dict.fromkeys(asked.flows or FLOWS)}
    if change := change_of(asked):
        if len(asked.flows) != 1:
            raise BadInput("--without and --reading are asked of one flow; name it, and only it")
        flows = {source: replace(o, flow=to_draw(o, change)) for source, o in flows.items()}
    with Progress("drawing"):
        parts = _parts(flows, with_change=not asked.flows)
        pictures, shorter, undrawn = drawn(parts, asked.format)
        paths = draw(pictures, Path(asked.out))
    if not paths and not undrawn:
        raise BadInput("nothing was drawn: no machine has a rule, and no duty is in force")
    print("".join(f"{path}\n" for path in paths), end="")
    for said in (*_left_out(flows), *shorter, *undrawn):
        print(f"switchproof: {said}", file=sys.stderr)
    return WRONG if undrawn else AS_EXPECTED


def _parts(flows: dict[str, Loaded], *, with_change: bool) -> Iterator[Part]:
    from diagrams.draw import parts, pictures_of_change

    for one in flows.values():
        for what, make in parts(one.flow):
            yield f"{one.source}: {what}", make
    if with_change:
        change = partial(pictures_of_change, flows["current"].flow, flows["css"].flow)
        yield "the pictures of the change", change


def _left_out(flows: dict[str, Loaded]) -> Iterator[str]:
    from diagrams.draw import left_out

    for one in flows.values():
        yield from (f"{one.source}: {said}" for said in left_out(one.flow))


def drawn(parts: Iterable[Part], ending: str) -> tuple[list[Picture], list[str], list[str]]:
    """Return what could be drawn, and in a line each what was fitted to its page and what failed.

    Pictures are as the format asks; tables stay as they are.
    """
    from diagrams.draw import shortened

    pictures: list[Picture] = []
    shorter: list[str] = []
    undrawn: list[str] = []
    for what, make in parts:
        try:
            files = dict(make())
            pictures += [_as_asked(name, text, ending) for name, text in files.items()]
            shorter += [f"{what} {how}" for how in {*map(shortened, files.values())} if how]
        except ImportError as why:
            need = f"this format needs the extra 'pictures' ({why.name} is not installed)"
            raise BadInput(f"{need}; install it, or draw --format svg") from why
        except (ValueError, OSError, RecursionError) as why:
            reason = getattr(why, "strerror", None) or str(why)
            undrawn.append(f"{what} cannot be drawn ({' '.join(reason.split())})")
    return pictures, shorter, undrawn


def _as_asked(name: str, text: str, ending: str) -> Picture:
    from diagrams.formats import FORMATS

    stem = name.removesuffix(".svg")
    return (name, text) if stem == name else (f"{stem}.{ending}", FORMATS[ending](text))


def draw(pictures: Iterable[Picture], folder: Path) -> list[Path]:
    """Write each picture, by its name and text, into a folder; return the files in that order."""
    every = list(pictures)
    if (again := twice(folded(name) for name, _ in every)) is not None:
        raise BadInput(f"two pictures would be the file {again}; draw the flows into two folders")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        reason = f"cannot be written ({wrong.strerror})"
        raise BadInput(f"{wrong.filename or folder} {reason}; give another --out") from wrong
    paths = []
    for name, text in every:
        paths.append(folder / name)
        write_whole(paths[-1], text)
    return paths
