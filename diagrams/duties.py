"""The pictures of who answers for whom: one flow, or two side by side with what changed."""

from collections.abc import Iterable

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.chain import Chain, Owed, deliveries
from diagrams.frame import frame
from diagrams.panel import Panel
from diagrams.signs import DOTS, LOOKS, Sign, badge
from diagrams.type import fitted, width
from model.language.flow import Flow

GAP = 8.0
LEGEND = 30.0
SMALL = 7.5
LEADING = 1.4


def picture(flow: Flow) -> str | None:
    """Return who answers for whom in a flow, or None where no duty can be in force."""
    shown = deliveries(flow)
    if not shown.owed:
        return None
    canvas = Canvas()
    place = frame((shown,), palette.WIDTH - 1)
    Panel(canvas, place, 0.5).draw(shown, lambda _: Sign.SAME)
    foot = _unbound(canvas, place.high, shown)
    _legend(canvas, foot + 14, _signs_of(shown, ()))
    size = (palette.WIDTH, foot + LEGEND)
    return canvas.svg(f"{flow.title}. Who answers for whom", about(shown), size)


def change(old: Flow, new: Flow) -> str | None:
    """Return both flows side by side, or None where neither has a duty that can be in force."""
    before, after = deliveries(old), deliveries(new)
    if not before.owed and not after.owed:
        return None
    canvas = Canvas()
    place = frame((before, after), (palette.WIDTH - GAP) / 2 - 1)
    was, is_ = before.keys, after.keys
    Panel(canvas, place, 0.5).draw(before, lambda k: Sign.SAME if k in is_ else Sign.REMOVED)
    right = 0.5 + place.wide + GAP + 1
    Panel(canvas, place, right).draw(after, lambda k: Sign.SAME if k in was else Sign.ADDED)
    signs = _signs_of(after, (Sign.SAME, Sign.ADDED, Sign.REMOVED))
    foot = _unbound(canvas, place.high, before, after)
    _legend(canvas, foot + 14, signs)
    title = f"{old.title}; {new.title}. Who answers for whom, and what changes"
    size = (palette.WIDTH, foot + LEGEND)
    return canvas.svg(title, _changes(before, after), size)


def about(shown: Chain) -> str:
    """Return the picture of one flow in words."""
    return f"{shown.title}. {_said(shown.owed)}."


def _said(owed: Iterable[Owed]) -> str:
    return "; ".join(f"{o.obligor} owes {o.matter} under {o.instrument}{_how(o)}" for o in owed)


def _how(owed: Owed) -> str:
    by = owed.through or owed.performer
    agent = "" if by == owed.obligor else f" and answers for {by}"
    to = f", delivered to {owed.delivered_to}" if owed.delivered_to else ""
    but = f", though {owed.unbound}" if owed.unbound else ""
    return agent + to + (f", {owed.while_}" if owed.while_ else "") + but


def _changes(before: Chain, after: Chain) -> str:
    parts = (
        ("Removed", [o for o in before.owed if o not in after.owed]),
        ("Added", [o for o in after.owed if o not in before.owed]),
        ("Unchanged", [o for o in before.owed if o in after.owed]),
    )
    return " ".join(f"{word}: {_said(owed) or 'nothing'}." for word, owed in parts)


def _unbound(canvas: Canvas, top: float, *shown: Chain) -> float:
    """Write what nobody bound can owe under the frame, and return where that ends."""
    said = dict.fromkeys(line for one in shown for line in one.unbound)
    for line in (part for one in said for part in fitted(one, palette.WIDTH - 8, SMALL)):
        top += SMALL * LEADING
        canvas.text((4, top + SMALL), line, SMALL, fill=palette.VERMILION)
    return top


def _signs_of(shown: Chain, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    outside = any(shown.is_outside(o) for o in shown.owed)
    return (*signs, Sign.OUTSIDE) if outside else signs


def _legend(canvas: Canvas, y: float, signs: tuple[Sign, ...]) -> None:
    left = 4.0
    for sign in signs:
        look = LOOKS[sign]
        dash = DOTS if sign is Sign.OUTSIDE else look.dash
        ends = [(left, y), (left + 24, y)]
        canvas.line(ends, stroke=look.stroke, weight=look.weight, dash=dash, arrow=True)
        if sign is not Sign.OUTSIDE:
            badge(canvas, (left + 10, y), sign)
        canvas.text((left + 28, y + 2.6), sign.value, SMALL)
        left += 28 + width(sign.value, SMALL) + 8
    for words, radius, fill in (
        ("bound party", 0.0, palette.WHITE),
        ("agent", 4.0, palette.GREY_TINT),
    ):
        weight = 1 if radius else 1.4
        canvas.box((left, y - 5), (18, 10), fill=fill, weight=weight, radius=radius)
        canvas.text((left + 23, y + 2.6), words, SMALL)
        left += 23 + width(words, SMALL) + 8
