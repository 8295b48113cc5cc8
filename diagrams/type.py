"""How wide a text is in Arial, and where it breaks: thousandths of the size for each sign."""

from bisect import bisect_left

_REGULAR = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}",
    474: '"',
    500: "z",
    556: "#$0123456789J_aceksvxy",
    584: "+<=>^~",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
}
_BEYOND = {"\u2212": 584, "–": 556, "→": 1000, "←": 1000, "’": 222, "×": 584}
_WIDEST = 1015  # a sign that is not in the tables is taken to be as wide as the widest


def _by_sign(groups: dict[int, str]) -> dict[str, int]:
    return _BEYOND | {sign: width for width, signs in groups.items() for sign in signs}


_TABLES = {False: _by_sign(_REGULAR), True: _by_sign(_BOLD)}


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a line of text, in the unit of its size."""
    table = _TABLES[bold]
    return sum(table.get(sign, _WIDEST) for sign in text) * size / 1000


def held(text: str, size: float, bold: bool = False) -> dict[str, str]:
    """Return the SVG attributes that hold a text to its width in Arial, whatever font draws it.

    A text with a sign of unknown width is left as its font draws it.
    """
    if not text.strip() or not set(text) <= _TABLES[bold].keys():
        return {}
    return {"textLength": f"{width(text, size, bold):.2f}", "lengthAdjust": "spacingAndGlyphs"}


def wrapped(text: str, limit: int) -> list[str]:
    """Return the text in the fewest lines of at most `limit` signs, then in the narrowest.

    A word longer than the limit stands on a line of its own.
    """
    fewest = len(_filled(text, limit))
    narrowest = bisect_left(range(limit), -fewest, key=lambda n: -len(_filled(text, n + 1))) + 1
    return _filled(text, narrowest)


def _filled(text: str, limit: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= limit or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def filled(text: str, room: float, size: float) -> list[str]:
    """Return the text in lines no wider than the room, each as full as can be."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitted(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """Return the text in lines no wider than the room, where its longest word allows that."""
    limit = len(text)
    while limit:
        lines = wrapped(text, limit)
        if all(width(line, size, bold) <= room for line in lines):
            return lines
        limit = min(limit, max(map(len, lines))) - 1  # no limit between gives other lines
    return text.split()
