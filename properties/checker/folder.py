"""A folder of packets: what is read of it, and which flow each packet names."""

import json
import re
import stat
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from .forms import Read
from .kernel.flow import Data, Flow
from .kernel.need import Rejected, need
from .kinds import MALFORMED, check
from .sorts import flow_of

MANIFEST = "manifest.json"  # what verify writes last: which packets must be there
BYTES = 2**24  # of a file

Named: TypeAlias = tuple[str, Data | None, str]  # a file, its packet, or why it is none


def parsed(text: bytes) -> Read:
    """Return what a text says in JSON, where no key stands twice and each number is whole."""
    return json.loads(
        text.decode(), object_pairs_hook=_each_once, parse_float=_no, parse_constant=_no
    )


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len({key for key, _ in pairs}) == len(pairs), "a key stands there twice")
    return dict(pairs)


def _no(text: str) -> None:
    raise Rejected(f"'{text[:20]}' is no whole number")


def content(path: Path) -> bytes:
    """Return what a plain file holds, which is not too large; raises Rejected, or OSError."""
    # a pipe would let us wait, a device never end; what a link leads to is not of the folder
    need(stat.S_ISREG(path.lstat().st_mode), "it is no plain file")
    with path.open("rb") as file:
        text = file.read(BYTES + 1)
    need(len(text) <= BYTES, f"it has more than {BYTES} bytes")
    return text


def read_flow(folder: Path, digest: str) -> Flow:
    """Return the flow of that hash from the folder; raises Rejected."""
    need(re.fullmatch("[0-9a-f]{64}", digest), "the hash of its flow is none")
    try:
        text = content(folder / f"{digest}.flow")
        need(sha256(text).hexdigest() == digest, "the hash of its flow is another")
        return flow_of(parsed(text))
    except OSError as wrong:
        raise Rejected(f"its flow cannot be read ({wrong.strerror})") from wrong
    except Rejected as wrong:
        raise Rejected(f"its flow: {wrong}") from wrong
    except MALFORMED as wrong:
        raise Rejected(f"its flow is malformed ({type(wrong).__name__}: {wrong})") from wrong


def read(folder: Path) -> Iterator[Named]:
    """Yield each packet file: its name, the packet or None, and why it is none."""
    for path in sorted(folder.glob("*.json")):
        if path.name == MANIFEST:
            continue
        try:
            packet = parsed(content(path))
            need(isinstance(packet, dict), "it is no packet")
            yield path.name, packet, ""
        except (OSError, *MALFORMED, Rejected) as wrong:
            yield path.name, None, f"it cannot be read ({wrong})"


class Checker:
    """Checks the packets of a folder, each flow of which it reads once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.flows: dict[str, Flow] = {}

    def flow(self, packet: Data) -> Flow:
        """Return the flow that a packet names; raises Rejected."""
        digest = packet.get("sha256")
        if not isinstance(digest, str):
            raise Rejected("it names no flow")
        if digest not in self.flows:
            self.flows[digest] = read_flow(self.folder, digest)
        return self.flows[digest]

    def reason(self, packet: Data, each: Callable[[], None] = lambda: None) -> str:
        """Return why a packet is rejected, empty where it is accepted; `each` as for `check`."""
        try:
            check(self.flow(packet), packet, each)
        except Rejected as why:
            return str(why)
        return ""
