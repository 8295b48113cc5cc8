"""Where packets are kept: one file for each flow, named by its hash, and one for each verdict."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from properties.engine.packets.export import Data

HALF = ".half"  # what is being written; never read


class Unkept(Exception):
    """A packet could not be written; the message is the system's reason."""


def canonical(data: "Data") -> bytes:
    """Return data as text, the same bytes for the same data."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def digest(text: bytes) -> str:
    """Return the hash by which a flow is named."""
    return sha256(text).hexdigest()


def file_name(flow: str, variant: str | None, claim: str) -> str:
    """Return the name of a packet's file, another for each claim of each variant."""
    names = [flow, *([variant] if variant is not None else []), claim]
    plain = (quote(name, safe=" '").replace("_", "%5F").replace(".", "%2E") for name in names)
    return ".".join(name.replace(" ", "_") for name in plain) + ".json"


@dataclass(frozen=True)
class Store:
    """A folder of packets as one run writes it; by its mark a run knows what it has half written.

    Of several runs that write the same file at once the last whole one stays.
    """

    folder: Path
    mark: str = field(default_factory=lambda: token_hex(8))

    def keep(self, flow: bytes, packet: "Data") -> None:
        """Write a packet with its flow; raises Unkept, and then what was there before still is."""
        named = digest(flow)
        if not (self.folder / f"{named}.flow").exists():
            self.write(f"{named}.flow", flow)
        name = file_name(packet["flow"], packet["variant"], packet["claim"])
        self.write(name, canonical({**packet, "sha256": named}))

    def drop(self, flow: str, variant: str | None, claim: str) -> None:
        """Take away the packet of an earlier verdict, which holds no longer; raises Unkept."""
        self.remove(file_name(flow, variant, claim))

    def remove(self, name: str) -> None:
        """Take away a file, if it is there; raises Unkept."""
        with kept_whole():
            (self.folder / name).unlink(missing_ok=True)

    def write(self, name: str, text: bytes, *, lasting: bool = True) -> None:
        """Write a file whole, or leave what was there before; raises Unkept.

        Where it need not outlast a loss of power, it is written sooner.
        """
        half = self.folder / f"{name}.{os.getpid()}.{self.mark}{HALF}"
        with kept_whole():
            try:
                with half.open("wb") as file:
                    file.write(text)
                    if lasting:
                        file.flush()
                        os.fsync(file.fileno())
                half.replace(self.folder / name)
            finally:
                half.unlink(missing_ok=True)

    @contextmanager
    def tidied(self) -> Iterator[None]:
        """Make the folder, and leave nothing half written there, whoever was stopped meanwhile."""
        with kept_whole():
            self.folder.mkdir(parents=True, exist_ok=True)
        try:
            yield
        finally:
            self.tidy()

    def tidy(self) -> None:
        """Take away what this run has half written; raises Unkept."""
        with kept_whole():
            for half in self.folder.glob(f"*.{self.mark}{HALF}"):
                half.unlink(missing_ok=True)


@contextmanager
def kept_whole() -> Iterator[None]:
    """Raise Unkept, with the system's reason, where it can neither read nor write there."""
    try:
        yield
    except OSError as wrong:
        raise Unkept(wrong.strerror) from wrong
