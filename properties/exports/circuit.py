"""Circuits of and-gates and inverters: a signal is an even number, its inverse the next one."""

from collections.abc import Iterable

FALSE, TRUE = 0, 1


class Circuit:
    """Gates over inputs and latches, each made once; all inputs and latches come before gates."""

    def __init__(self, leaves: int) -> None:
        self.leaves = leaves
        self.gates: dict[tuple[int, int], int] = {}

    def both(self, one: int, two: int) -> int:
        """Return the signal that both of two hold."""
        small, large = sorted((one, two))
        if small == FALSE or small ^ 1 == large:
            return FALSE
        if small in (TRUE, large):
            return large
        key = (large, small)
        if key not in self.gates:
            self.gates[key] = 2 * (self.leaves + len(self.gates) + 1)
        return self.gates[key]

    def all_of(self, signals: Iterable[int]) -> int:
        """Return the signal that all of these hold."""
        found = TRUE
        for signal in signals:
            found = self.both(found, signal)
        return found

    def any_of(self, signals: Iterable[int]) -> int:
        """Return the signal that one of these holds, or more."""
        return self.all_of(signal ^ 1 for signal in signals) ^ 1

    def either(self, condition: int, then: int, otherwise: int) -> int:
        """Return one of two signals by a third."""
        return self.any_of((self.both(condition, then), self.both(condition ^ 1, otherwise)))
