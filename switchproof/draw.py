"""`switchproof draw`: draw some flows, and what the change adds and removes."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from model.flows import FLOWS
from switchproof.bad_input import BadInput
from switchproof.loading import Loaded, load
from switchproof.progress import Progress
from switchproof.writing import write_whole


def run(asked: Namespace) -> int:
    """Draw into a folder and print the paths."""
    flows = {source: load(source) for source in dict.fromkeys(asked.flows or FLOWS)}
    with Progress("drawing"):
        paths = draw(_pictures(flows, with_change=not asked.flows), Path(asked.out))
    print("\n".join(str(path) for path in paths))
    return 0


def _pictures(flows: dict[str, Loaded], *, with_change: bool) -> Iterator[tuple[str, str]]:
    from diagrams.draw import pictures, pictures_of_change

    for one in flows.values():
        yield from pictures(one.flow)
    if with_change:
        yield from pictures_of_change(flows["current"].flow, flows["css"].flow)


def draw(pictures: Iterable[tuple[str, str]], folder: Path) -> list[Path]:
    """Write each picture, by its name and text, into a folder; return the files in that order."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        reason = f"cannot be written ({wrong.strerror})"
        raise BadInput(f"{wrong.filename or folder} {reason}; give another --out") from wrong
    paths = []
    for name, text in pictures:
        paths.append(folder / name)
        write_whole(paths[-1], text)
    return paths
