"""`switchproof draw`: draw some flows, and what the change adds and removes."""

from argparse import Namespace
from pathlib import Path

from model.flows import FLOWS
from switchproof.bad_input import BadInput
from switchproof.loading import Loaded, load
from switchproof.progress import Progress


def run(asked: Namespace) -> int:
    """Draw into a folder and print the paths."""
    flows = {source: load(source) for source in dict.fromkeys(asked.flows or FLOWS)}
    folder = Path(asked.out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Progress("drawing"):
            paths = _draw(flows, folder, with_change=not asked.flows)
    except OSError as wrong:
        reason = f"cannot be written ({wrong.strerror})"
        raise BadInput(f"{wrong.filename or folder} {reason}; give another --out") from wrong
    print("\n".join(str(path) for path in paths))
    return 0


def _draw(flows: dict[str, Loaded], folder: Path, *, with_change: bool) -> list[Path]:
    from diagrams.draw import draw, draw_change

    paths = [path for one in flows.values() for path in draw(one.flow, folder)]
    if with_change:
        paths += draw_change(flows["current"].flow, flows["css"].flow, folder)
    return paths
