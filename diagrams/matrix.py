"""Who owes what in two flows: rows are duties, columns the parties that owe them.

A row in which nobody owes the duty any more, or two do, is tinted and says so.
"""

from dataclasses import dataclass

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.chain import Chain, Owed, chain
from diagrams.rules import sentence
from diagrams.signs import Sign, badge
from diagrams.type import fitted, width
from model.language.flow import Flow

HEAD, LINE, SIZE, CITES = 36.0, 9.0, 8.0, 7.2
ROW = 3.2  # over and under the lines of a row
WORDS = 222.0  # the column of duties
COUNT, FINDING = 62.0, 66.0
OWED_IN_BOTH = 4.2


@dataclass(frozen=True)
class ToldDuty:
    """A duty about something, and who owes it in each flow; under what, if not as the rest is."""

    matter: str
    about: str
    instruments: str
    cites: str
    before: tuple[Owed, ...]
    after: tuple[Owed, ...]

    @property
    def finding(self) -> str:
        """Return what is wrong with the row, in words."""
        owing = len({owed.obligor for owed in self.after})
        if owing == 1:
            return ""
        return f"{owing} owe it" if owing else "nobody owes it"

    def lines(self) -> tuple[list[str], list[str]]:
        """Return the lines of the duty and of its citations."""
        outside = f" ({self.instruments})" if self.instruments else ""
        words = f"{sentence(self.matter)}, {self.about}{outside}"
        return fitted(words, WORDS - 8, SIZE), fitted(self.cites, WORDS - 8, CITES)

    @property
    def high(self) -> float:
        """Return the height of the row."""
        words, cites = self.lines()
        return (len(words) + len(cites)) * LINE + ROW


def rows(before: Chain, after: Chain) -> list[ToldDuty]:
    """Return what is owed in either flow: one row for each duty about one thing."""
    pairs = dict.fromkeys((o.matter, o.about) for o in (*before.owed, *after.owed))
    return [_row(matter, about, before, after) for matter, about in pairs]


def _row(matter: str, about: str, before: Chain, after: Chain) -> ToldDuty:
    was, is_ = (
        tuple(o for o in one.owed if (o.matter, o.about) == (matter, about))
        for one in (before, after)
    )
    cites = dict.fromkeys(cited for o in (*was, *is_) for cited in o.cites.split())
    outside = [o for one, owed in ((before, was), (after, is_)) for o in owed if one.is_outside(o)]
    under = " and ".join(dict.fromkeys(o.instrument for o in outside))
    return ToldDuty(matter, about, under, " ".join(cites), was, is_)


def picture(old: Flow, new: Flow) -> str | None:
    """Return the matrix of two flows, or None where no duty can be in force in either."""
    before, after = chain(old), chain(new)
    shown = rows(before, after)
    if not shown:
        return None
    names = list(dict.fromkeys(o.obligor for row in shown for o in (*row.before, *row.after)))
    column = min(64.0, (palette.WIDTH - WORDS - COUNT - FINDING) / len(names))
    centres = {name: WORDS + (place + 0.5) * column for place, name in enumerate(names)}
    canvas = Canvas()
    _head(canvas, centres, column)
    down = HEAD
    for row in shown:
        _draw(canvas, row, centres, down)
        down += row.high

    _legend(canvas, down + 15)
    title = f"{old.title}; {new.title}. Who owes what"
    return canvas.svg(title, _about(shown), (palette.WIDTH, down + 28))


def _head(canvas: Canvas, centres: dict[str, float], column: float) -> None:
    count = max(centres.values()) + column / 2 + COUNT / 2
    canvas.text((2, HEAD - 6), "Duty", SIZE, bold=True)
    heads = [(name, centre, column) for name, centre in centres.items()]
    for name, centre, room in (*heads, ("How many owe it", count, COUNT)):
        for place, line in enumerate(reversed(fitted(name, min(room, 56) - 2, SIZE, bold=True))):
            at = (centre, HEAD - 6 - place * LINE)
            canvas.text(at, line, SIZE, bold=True, anchor="middle")
    canvas.line([(0, HEAD), (palette.WIDTH, HEAD)], stroke=palette.INK, weight=0.9)


def _draw(canvas: Canvas, row: ToldDuty, centres: dict[str, float], top: float) -> None:
    if row.finding:
        size = (palette.WIDTH, row.high)
        canvas.box((0, top), size, fill=palette.VERMILION_TINT, stroke="none")
    words, cites = row.lines()
    for place, line in enumerate((*words, *cites)):
        at = (2.0, top + ROW / 2 + 7.2 + place * LINE)
        is_cites = place >= len(words)
        canvas.text(
            at,
            line,
            CITES if is_cites else SIZE,
            italic=is_cites,
            fill=palette.SOFT if is_cites else palette.INK,
        )
    middle = top + row.high / 2
    for name, centre in centres.items():
        _cell(canvas, row, name, (centre, middle))
    _count(canvas, row, max(centres.values()) + _step(centres) / 2 + COUNT / 2, middle)
    canvas.line(
        [(0, top + row.high), (palette.WIDTH, top + row.high)], stroke=palette.HAIR, weight=0.4
    )


def _step(centres: dict[str, float]) -> float:
    return 2 * (min(centres.values()) - WORDS)


def _cell(canvas: Canvas, row: ToldDuty, name: str, at: tuple[float, float]) -> None:
    was, is_ = (any(o.obligor == name for o in owed) for owed in (row.before, row.after))
    if was and is_:
        canvas.disc(at, OWED_IN_BOTH, palette.LINE)
    elif was or is_:
        badge(canvas, at, Sign.REMOVED if was else Sign.ADDED)
    else:
        canvas.disc(at, 1, palette.FADED)


def _count(canvas: Canvas, row: ToldDuty, x: float, middle: float) -> None:
    was, is_ = (len({o.obligor for o in owed}) for owed in (row.before, row.after))
    bold = bool(row.finding)
    colour = palette.VERMILION if bold else palette.INK
    at = (x, middle + 2.8)
    canvas.text(at, f"{was} → {is_}", SIZE, bold=bold, fill=colour, anchor="middle")
    if row.finding:
        canvas.text((x + 24, middle + 2.8), row.finding, SIZE, bold=True, fill=colour)


def _legend(canvas: Canvas, y: float) -> None:
    left = 6.0
    canvas.disc((left, y), OWED_IN_BOTH, palette.LINE)
    for sign, words in ((None, "owed in both"), (Sign.ADDED, "added"), (Sign.REMOVED, "removed")):
        if sign:
            badge(canvas, (left, y), sign)
        canvas.text((left + 9, y + 2.7), words, 7.5)
        left += width(words, 7.5) + 26


def _about(shown: list[ToldDuty]) -> str:
    said = [
        f"{sentence(row.matter)}, {row.about}: {_names(row.before)}, then {_names(row.after)}"
        for row in shown
    ]
    return "A table of duties and who owes them. " + "; ".join(said) + "."


def _names(owed: tuple[Owed, ...]) -> str:
    return " and ".join(dict.fromkeys(o.obligor for o in owed)) or "nobody"
