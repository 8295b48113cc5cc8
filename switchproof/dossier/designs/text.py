"""The designs compared, as a table of text."""

import textwrap
from collections.abc import Iterator, Sequence

from switchproof.dossier.designs.format import ComparedRow, InDesignRow
from switchproof.dossier.designs.picture import in_all, is_alike
from switchproof.dossier.lines import WIDTH


def text(rows: Sequence[ComparedRow]) -> str:
    """Return what differs between the designs, and then what does not."""
    return "\n".join(_told(rows))


def _told(rows: Sequence[ComparedRow]) -> Iterator[str]:
    names = list(rows[0]["designs"])
    unlike = [row for row in rows if not is_alike(row)]
    told = [[row["id"], *(cell_told(row["designs"][name]) for name in names)] for row in unlike]
    table = [["", *names], *told]
    wide = [max(len(line[n]) for line in table) for n in range(len(names) + 1)]
    for line in table:
        yield "  ".join(word.ljust(w) for word, w in zip(line, wide, strict=True)).rstrip()
    for said in in_all(rows):
        yield ""
        yield from textwrap.wrap(said, WIDTH, break_on_hyphens=False)


def cell_told(cell: InDesignRow) -> str:
    """Return what is so in a design, with the steps of the run."""
    return cell["says"] if cell["steps"] is None else f"{cell['says']} ({cell['steps']})"
