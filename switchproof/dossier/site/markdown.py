"""Markdown as far as our own commands write it: headings, paragraphs, lists, quotations, tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from switchproof.dossier.site.html import Html, Inside, e, grid

HEADING = re.compile(r"(#+) (.*)")
ITEM = re.compile(r"( *)- (.*)")
INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`|\\(?P<plain>.)")
Words = Callable[[str], Html]


def blocks(lines: Iterable[str], words: Words, level: int = 0) -> Html:
    """Return lines of Markdown as elements; headings stand so many levels lower.

    `words` returns a text that has no marks any more, such as with links in it.
    """
    parts = (list(some) for full, some in groupby(lines, key=bool) if full)
    made, under = list[Html](), "Table"
    for part in parts:
        found = HEADING.fullmatch(part[0])
        under = found[2] if found else under
        made += _block(part, words, level, under)
    return Html("".join(made))


def _block(lines: list[str], words: Words, level: int, under: str) -> Iterator[Html]:
    """Yield the elements of lines with none empty; a table is called as what it stands under."""
    first = lines[0]
    if found := HEADING.fullmatch(first):
        yield e(f"h{len(found[1]) + level}", inline(found[2], words))
        lines = lines[1:]
    elif first.startswith("> "):
        yield e("blockquote", e("p", inline(_joined(one[2:] for one in lines), words)))
        return
    elif first.startswith("|"):
        heads, _, *rows = ([cell.strip() for cell in _cells(line)] for line in lines)
        yield grid(under, heads, [[inline(cell, words) for cell in row] for row in rows])
        return
    for is_list, some in groupby(lines, key=_Listing()):
        if is_list:
            yield _list(list(some), words)
        else:
            yield e("p", inline(_joined(some), words))


class _Listing:
    """Tells of each line in turn whether it belongs to a list."""

    def __init__(self) -> None:
        self.begun = False

    def __call__(self, line: str) -> bool:
        self.begun = bool(ITEM.fullmatch(line)) or (self.begun and line.startswith(" "))
        return self.begun


def _list(lines: list[str], words: Words) -> Html:
    """Return a list; an item that stands further in belongs to the one before it."""
    items: list[tuple[int, list[str]]] = []
    for line in lines:
        if found := ITEM.fullmatch(line):
            items.append((len(found[1]), [found[2]]))
        else:
            items[-1][1].append(line.strip())
    outer = items[0][0]
    told: list[list[Inside]] = []
    for depth, said in items:
        text = inline(_joined(said), words)
        if depth > outer:
            told[-1].append(e("ul", e("li", text)))
        else:
            told.append([text])
    return e("ul", (e("li", one) for one in told))


def _joined(lines: Iterable[str]) -> str:
    return " ".join(lines)


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


def inline(text: str, words: Words) -> Html:
    """Return a text with its marks as elements."""
    made, end = [], 0
    for found in INLINE.finditer(text):
        made.append(words(text[end : found.start()]))
        end = found.end()
        if found["bold"]:
            made.append(e("b", inline(found["bold"], words)))
        elif found["code"]:
            made.append(e("code", found["code"]))
        else:
            made.append(Html(escape(found["plain"])))
    return Html("".join([*made, words(text[end:])]))
