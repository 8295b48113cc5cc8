"""What tests know of the form of packets: here alone, and the checker is asked by its command.

A forged packet is written into a folder with its flow and a manifest, as anybody could write it,
and `main` of the checker's folder says what it makes of that.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from properties import checker

Data = dict[str, Any]
Shape = tuple[int, ...]
MANIFEST = "manifest.json"
FORMAT = 3

# --- What a packet is made of ---------------------------------------------------------------------


def head(flow: str, claim: str, verdict: str, points: str) -> Data:
    """What every packet says of itself, on a flow that is no variant."""
    told: Data = {"format": FORMAT, "flow": flow, "variant": None, "claim": claim}
    return told | {"verdict": verdict, "points": points}


def of_runs(runs: list[Data]) -> Data:
    return {"kind": "runs", "runs": runs}


def of_one_view(boxes: list[Any]) -> Data:
    return {"kind": "invariant", "boxes": boxes}


def of_shapes(proofs: list[Data]) -> Data:
    return {"kind": "shapes", "proofs": proofs}


def of_doubts(proofs: list[Data]) -> Data:
    """Of a claim on the rules alone: a proof of each doubt."""
    return {"kind": "free", "proofs": proofs}


def of_ranks(ranking: Data, lemmas: Sequence[Data] = ()) -> Data:
    return {"kind": "ranks", "lemmas": list(lemmas), "ranking": ranking}


def ranking(blocks: list[Data], fairs: list[str], never: list[Any]) -> Data:
    """A ranking seen from a point; each of some fair events helps by itself."""
    helpers = [{"fair": n, "known": [event]} for n, event in enumerate(fairs)]
    return {"shape": [1], "helpers": helpers, "blocks": blocks, "never": {"boxes": never}}


def block(levels: list[list[int]], boxes: list[Any]) -> Data:
    return {"levels": levels, "boxes": boxes}


def compared(flow: str, claim: str, verdict: str) -> Data:
    """A packet that says that two tables are the same, or not."""
    return head(flow, claim, verdict, "") | {"kind": "mirror"}


def lasso(run: Data, since: int, back: int) -> Data:
    return {"kind": "lasso", "run": run, "since": since, "back": back}


def arising(situations: list[Data], *, empty: bool) -> Data:
    return {"situations": situations, "empty": empty}


def by_run(run: Data) -> Data:
    return {"run": run}


def run(shape: Shape, first: Data, moves: list[Any], where: Data) -> Data:
    return {"shape": list(shape), "first": first, "moves": moves, "where": where}


def proof(
    seen: Sequence[tuple[Shape, Data]],
    boxes: Mapping[Shape, list[Any]],
    most: int | None = None,
    few: Data | None = None,
) -> Data:
    """A proof of shapes: from where it is seen, and the boxes of each shape."""
    return {
        "seen": [{"shape": list(shape), "where": dict(where)} for shape, where in seen],
        "shapes": [{"shape": list(shape), "boxes": some} for shape, some in boxes.items()],
        "most": most,
        "few": few,
    }


# --- What it holds --------------------------------------------------------------------------------


def boxes_in(packet: Data) -> Iterator[list[Any]]:
    """Each list of boxes of an invariant, which a test may change."""
    if "boxes" in packet:
        yield packet["boxes"]
    for one in packet.get("proofs", ()):
        yield from boxes_in(one)
    for entry in packet.get("shapes", ()):
        yield entry["boxes"]


def fields_in(packet: Data) -> set[str]:
    """The fields of which boxes speak."""
    return {name for boxes in boxes_in(packet) for box in boxes for name, *_ in box}


# --- Asking ---------------------------------------------------------------------------------------


def written(data: Data) -> bytes:
    """A file's text; what is no text can be written as well."""
    return json.dumps(data, sort_keys=True).encode()


def listed(rows: list[Data], *, ended: bool = True) -> Data:
    return {"ended": ended, "rows": rows}


def fill(folder: Path, flow: Data, packets: Sequence[Data]) -> None:
    """Write packets of one flow into a folder, numbered, with the manifest that names them."""
    text, rows = written(flow), []
    named = sha256(text).hexdigest()
    (folder / f"{named}.flow").write_bytes(text)
    for number, packet in enumerate(packets):
        name, told = f"{number}.json", written({**packet, "sha256": named})
        (folder / name).write_bytes(told)
        row = {key: packet.get(key) for key in ("flow", "variant", "claim", "verdict")}
        rows.append({**row, "file": name, "sha256": sha256(told).hexdigest()})
    (folder / MANIFEST).write_bytes(written(listed(rows)))


def reasons(flow: Data, packets: Sequence[Data]) -> list[str]:
    """Why the checker rejects each of some packets; nothing where it accepts one."""
    with TemporaryDirectory() as place:
        fill(Path(place), flow, packets)
        told = io.StringIO()
        with redirect_stdout(told):
            checker.main([place])
    found = dict.fromkeys(range(len(packets)), "")
    for line in told.getvalue().splitlines():
        if line.startswith("rejected: "):
            _, name, reason = line.split(": ", 2)
            found[int(name.removesuffix(".json"))] = reason
    assert told.getvalue().endswith(f"\n{list(found.values()).count('')} packets accepted, ") or (
        f"{list(found.values()).count('')} packets accepted, " in told.getvalue()
    )
    return list(found.values())


def rejected(flow: Data, packet: Data) -> str:
    """Why the checker rejects a packet; nothing where it accepts it."""
    (reason,) = reasons(flow, [packet])
    return reason


def changed(data: Data, path: Sequence[Any], new: object) -> Data:
    """Data in which one part is another."""
    made = deepcopy(data)
    inner: Any = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = new
    return made
