"""Lines of an explanation: what repeats is folded, and ids are said in words."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from model.language.flow import Flow

FOLDED, SHOWN = 4, 3  # so many lines in a row that begin alike, and how many of them are shown
AN_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")


def folded(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, and of many in a row that begin alike a few and how many are left."""
    for start, some in groupby(lines, key=_beginning):
        alike = list(some)
        if not start or len(alike) <= FOLDED:
            yield from alike
            continue
        yield from alike[:SHOWN]
        indent = " " * (len(start) - len(start.lstrip()))
        yield f"{indent}and {len(alike) - SHOWN} lines like these"


def _beginning(line: str) -> str:
    """Return what a line says before its colon; nothing of a step, which has a number there."""
    start, colon, _ = line.partition(": ")
    return start if colon and not start.strip()[:1].isdigit() else ""


def ids_in_words(flow: Flow, lines: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Yield what each id that lines name says, apart from those that are known."""
    assert isinstance(flow.sources, Mapping)
    named = dict.fromkeys(found for line in lines for found in AN_ID.findall(line))
    yield from in_words(flow, [one for one in named if one in flow.sources and one not in known])


def in_words(flow: Flow, ids: Iterable[str]) -> Iterator[str]:
    """Yield what each id says."""
    assert isinstance(flow.sources, Mapping)
    for cited in ids:
        source = flow.sources[cited]
        yield f"{source.label}: {source.says}"
