"""A mistake that is sown in a file of the project, to see whether a test notices."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One mistake: the text that is right, the one that is wrong, and who should notice.

    Tests that stand in one string run together.
    """

    name: str
    file: str
    right: str
    wrong: str
    tests: tuple[str, ...]


def sown_in(file: str, tests: tuple[str, ...], *rows: tuple[str, str, str]) -> tuple[Fault, ...]:
    return tuple(Fault(name, file, right, wrong, tests) for name, right, wrong in rows)
