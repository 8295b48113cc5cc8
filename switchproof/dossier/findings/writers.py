"""Who must write what, where: the places of the advised cures, by who writes them."""

from collections.abc import Iterator, Sequence

from switchproof.dossier.document import FINDINGS
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.words import Drafter, Instruction

Place = tuple[Drafter, str]


def who_writes(told: Sequence[str], on_text: Sequence[InTheText]) -> Iterator[str]:
    """Yield the table of writers and places, with the numbers of the findings that are told."""
    yield from ("", "## Who writes what, where", "", "| who | where | finding |", "|---|---|---|")
    for (writer, place), found in places(told, on_text).items():
        yield f"| {writer.value} | {place} | {', '.join(map(str, found))} |"


def places(told: Sequence[str], on_text: Sequence[InTheText]) -> dict[Place, list[int]]:
    """Return who must write where, with the numbers of the findings that are told."""
    numbers = {name: number for number, name in enumerate(told, start=1)}
    words = [*_advised(), *((one.id, one.cure) for one in on_text)]
    found: dict[Place, list[int]] = {}
    for name, each in words:
        if name in numbers:
            found.setdefault((each.writer, each.place), []).append(numbers[name])
    return {place: sorted(found[place]) for place in sorted(found, key=_rank)}


def _advised() -> Iterator[tuple[str, Instruction]]:
    for one in FINDINGS:
        yield from ((one.id, cure.words) for cure in one.cures if cure.advised)


def _rank(at: Place) -> tuple[int, str]:
    writer, place = at
    return list(Drafter).index(writer), place
