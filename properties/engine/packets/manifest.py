"""The manifest of a folder of packets: which must be there, as the run that wrote them says.

It is written last, whole or not at all; until then it says that the run has not ended.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from properties.checker import MANIFEST
from properties.engine.packets.export import Data
from properties.engine.packets.store import Store, canonical, file_name, kept_whole

Decided = tuple[str, str | None, str, str | None]  # flow, variant, claim, and the verdict, if any


def begin(store: Store) -> None:
    """Say that a run is under way that will write packets; raises Unkept."""
    store.write(MANIFEST, canonical({"ended": False, "rows": []}))


def end(store: Store, decided: Iterable[Decided]) -> None:
    """Say what a run decided that has ended, and which packet shows it; raises Unkept."""
    rows = [_row(store.folder, *one) for one in decided]
    store.write(MANIFEST, canonical({"ended": True, "rows": rows}))


def _row(folder: Path, flow: str, variant: str | None, claim: str, verdict: str | None) -> Data:
    row: Data = {"flow": flow, "variant": variant, "claim": claim, "verdict": verdict or "pending"}
    if verdict not in ("proved", "refuted"):
        return {**row, "file": None, "sha256": None}
    name = file_name(flow, variant, claim)
    with kept_whole():
        text = (folder / name).read_bytes()
    return {**row, "file": name, "sha256": sha256(text).hexdigest()}
