"""Packets of comparisons, in a folder that `switchproof check` reads."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from properties.engine.interfaces.packets import ComparisonData
from properties.engine.interfaces.result import Likeness
from properties.engine.packets.manifest import Decided, begin, end
from properties.engine.packets.store import Store, Unkept
from switchproof.terminal.errors import BadInput


class Keeping:
    """A folder of packets as one run writes it; raises BadInput where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        with self._written():
            begin(self.store)

    def end(self, found: Iterable[Likeness]) -> None:
        """Write the packet of each comparison that has one, and then that the run has ended."""
        with self._written():
            end(self.store, [self._row(one) for one in found])

    def _row(self, one: Likeness) -> Decided:
        told = ComparisonData(one.asked)
        if one.packet:
            self.store.keep(told.text, one.packet)
        return told.sides[0]["name"], None, one.asked.id, one.verdict.value

    @contextmanager
    def _written(self) -> Iterator[None]:
        try:
            with self.store.tidied():
                yield
        except Unkept as why:
            cure = "name another folder"
            raise BadInput(f"{self.store.folder}: packets cannot be kept ({why}); {cure}") from why
