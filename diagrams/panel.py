"""One panel of the picture of who answers for whom: a flow, each thing with its sign."""

from collections.abc import Callable

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.chain import Chain, Key, Owed
from diagrams.frame import (
    AGENT,
    ANSWERS,
    BAR,
    BINDS,
    PAD,
    PARTY,
    PITCH,
    SIZE,
    SMALL,
    Frame,
)
from diagrams.signs import DOTS, LOOKS, Sign, badge
from diagrams.type import fitted, width

SignOf = Callable[[Key], Sign]


class Panel:
    """Draws a flow at a place."""

    def __init__(self, canvas: Canvas, frame: Frame, left: float) -> None:
        self.canvas, self.frame, self.left = canvas, frame, left
        self.top = frame.title
        self.party = self.top + BAR + frame.others + BINDS
        self.agent = self.party + frame.party + ANSWERS
        self.lanes = self.agent + AGENT

    def draw(self, shown: Chain, sign: SignOf) -> None:
        """Draw the frame, then the lines with their words, then the boxes."""
        size = (self.frame.wide, self.frame.high)
        self.canvas.box((self.left, 0.5), size, stroke=palette.HAIR, weight=0.8)
        if self.top > PAD:
            self.canvas.text((self.left + PAD, 17), shown.title, 9.5, bold=True)
        self._lifelines(shown)
        for number, owed in enumerate(self.frame.lanes, 1):
            if owed.delivers in shown.keys:
                self._delivery(shown, owed, self.lanes + number * self.frame.lane, sign)
        for name in shown.bound:
            self._binds(shown, name, sign)
        for agent, party in shown.principals.items():
            self._answers(party, agent, sign(("answers", party, agent)))
        self._bars(shown)
        for name in shown.people:
            self._somebody(shown, name, sign(("party", name)))
        for name in shown.bound:
            self._list(shown, name, sign)
        self._absent(shown)

    def _x(self, name: str) -> float:
        return self.left + self.frame.centre(name)

    def _wide(self) -> float:
        return min(self.frame.unit - 18, 76)

    def _box(self, shown: Chain, name: str) -> tuple[float, float, float, float]:
        """Return where somebody's box begins, from the left and the top, and how large it is."""
        if name not in shown.bound:
            return self._x(name) - self._wide() / 2, self.agent, self._wide(), AGENT
        wide = self.frame.box
        return self._x(name) - wide / 2, self.party, wide, self.frame.party

    def _bars(self, shown: Chain) -> None:
        for instrument in dict.fromkeys(shown.bound.values()):
            places = [self._x(name) for name, by in shown.bound.items() if by == instrument]
            left, right = (f(places) for f in (min, max))
            left, right = left - self.frame.box / 2, right + self.frame.box / 2
            self._instrument(instrument, (left, self.top), (right - left, BAR), 9)

    def _instrument(
        self, name: str, at: tuple[float, float], size: tuple[float, float], letters: float
    ) -> None:
        """Draw an instrument: a box with a second line at its foot."""
        (left, top), (wide, high) = at, size
        with self.canvas.group("node", name):
            self.canvas.box(at, size, weight=1.4)
            foot = top + high - 3
            self.canvas.line([(left + 3, foot), (left + wide - 3, foot)], weight=0.8)
            lines = fitted(name, wide - 6, letters)
            first = top + high / 2 + 1.2 - (len(lines) - 1) * (letters + 1) / 2
            for number, line in enumerate(lines):
                place = (left + wide / 2, first + number * (letters + 1))
                self.canvas.text(place, line, letters, anchor="middle")

    def _binds(self, shown: Chain, name: str, sign: SignOf) -> None:
        """Draw what binds a party: its instrument, and beside that line the others."""
        x, others = self._x(name), shown.others(name)
        step = self.frame.box / (len(others) + 1)
        left = x - self.frame.box / 2
        for number, instrument in enumerate((shown.bound[name], *others)):
            at, top = left + step * (number + 0.5), self.top + BAR
            if number:
                size = (step - 4, self.frame.others - 8)
                self._instrument(instrument, (at - size[0] / 2, top + 8), size, SMALL)
                top += self.frame.others
            look = LOOKS[sign(("binds", name, instrument))]
            with self.canvas.group("edge", f"{instrument}->{name}"):
                ends = [(at, top), (at, self.party)]
                self.canvas.line(
                    ends, stroke=look.stroke, weight=look.weight, dash=look.dash, arrow=True
                )
            self._beside((at, self.party - BINDS / 2), "binds")

    def _beside(self, at: tuple[float, float], words: str) -> None:
        """Write words to the right of a line."""
        self._aside((at[0] + 5, at[1] - 3), fitted(words, self.frame.unit / 2 - 8, SMALL))

    def _list(self, shown: Chain, name: str, sign: SignOf) -> None:
        """Write in a party's box what it owes, under which instrument."""
        left, down = self._box(shown, name)[0] + 5, self.party + PARTY + 4
        for instrument, owed in self.frame.lists(shown, name).items():
            heading = self.frame.heading(shown, name, instrument)
            self._aside((left, down), heading)
            down += PITCH * len(heading)
            for one in owed:
                self._entry(one, (left + 11, down + 2), sign(one.owes))
                down += self.frame.height(one)
            down += 5

    def _entry(self, owed: Owed, at: tuple[float, float], sign: Sign) -> None:
        lines = self.frame.entry(owed)
        for number, line in enumerate(lines):
            self._words((at[0], at[1] + number * PITCH), line, sign, anchor="start")
        self._aside((at[0], at[1] + len(lines) * PITCH), self.frame.when(owed))
        badge(self.canvas, (at[0] - 5.5, at[1] - 2.6), sign)

    def _aside(self, at: tuple[float, float], lines: list[str]) -> None:
        for number, line in enumerate(lines):
            place = (at[0], at[1] + number * PITCH)
            self.canvas.text(place, line, SMALL, italic=True, fill=palette.SOFT)

    def _words(
        self, at: tuple[float, float], words: str, sign: Sign, anchor: str = "middle"
    ) -> None:
        look = LOOKS[sign]
        self.canvas.text(
            at,
            words,
            SIZE,
            bold=look.bold,
            fill=look.text,
            decoration=look.decoration,
            anchor=anchor,
            patch=anchor == "middle",
        )

    def _answers(self, party: str, agent: str, sign: Sign) -> None:
        look, x, end = LOOKS[sign], self._x(party), self._x(agent)
        top = self.party + self.frame.party
        with self.canvas.group("edge", f"{party}->{agent}"):
            ends = [(x, top), (end, self.agent)]
            self.canvas.line(
                ends, stroke=look.stroke, weight=look.weight, dash=look.dash, arrow=True
            )
        self._beside(((x + end) / 2, top + ANSWERS / 2 - 2), "answers for")

    def _somebody(self, shown: Chain, name: str, sign: Sign) -> None:
        look, is_bound = LOOKS[sign], name in shown.bound
        left, top, wide, high = self._box(shown, name)
        fill = palette.GREY_TINT if sign is Sign.SAME and not is_bound else look.fill
        with self.canvas.group("node", name):
            self.canvas.box(
                (left, top),
                (wide, high),
                fill=fill,
                stroke=look.stroke,
                weight=max(look.weight, 1.4) if is_bound else look.weight,
                radius=0 if is_bound else 8,
                dash=look.dash,
            )
            lines = fitted(name, wide - 6, 9, bold=look.bold)
            middle = (PARTY if is_bound else AGENT) / 2
            first = top + middle + 3.2 - (len(lines) - 1) * 5.3
            colour = palette.INK if sign is Sign.SAME else look.text
            for number, line in enumerate(lines):
                place = (self._x(name), first + number * 10.6)
                self.canvas.text(
                    place,
                    line,
                    9,
                    bold=look.bold,
                    fill=colour,
                    anchor="middle",
                    decoration="line-through" if sign is Sign.REMOVED else "",
                )
        badge(self.canvas, (left + wide, top), sign)

    def _absent(self, shown: Chain) -> None:
        """Say in an empty place who is not there, or that no tie is drawn to whom stands below."""
        for name in self.frame.columns:
            missing = [n for n in (name, *self._agents_of(name)) if n not in shown.people]
            if name in missing:
                words = ", ".join(f"no {one}" for one in missing)
                self._in_place(name, words[:1].upper() + words[1:])
            elif name not in shown.bound:
                self._in_place(name, "No duty here ties anybody to it")

    def _in_place(self, name: str, words: str) -> None:
        for number, line in enumerate(fitted(words, self.frame.box - 4, 8)):
            place = (self._x(name), self.party + 14 + number * 10)
            self.canvas.text(place, line, 8, italic=True, fill=palette.SOFT, anchor="middle")

    def _agents_of(self, name: str) -> list[str]:
        return [agent for agent, party in self.frame.agents.items() if party == name]

    def _lane_x(self, shown: Chain, name: str) -> float:
        aside = self.frame.unit / 2 if name in shown.bound else 0
        return self._x(name) - aside

    def _lifelines(self, shown: Chain) -> None:
        moving = [o for o in self.frame.lanes if o.delivers in shown.keys]
        foot = self.lanes + len(self.frame.lanes) * self.frame.lane + 6
        for name in dict.fromkeys(n for o in moving for n in (o.performer, o.delivered_to)):
            x, box = self._lane_x(shown, name), self._x(name)
            start = (x, self.lanes)
            points = [start, (x, foot)]
            if name in shown.bound:
                side = self.party + PARTY / 2
                points = [(box - self.frame.box / 2, side), (x, side), (x, foot)]
            self.canvas.line(points, stroke=palette.FADED, dash="3 2", weight=0.8)

    def _delivery(self, shown: Chain, owed: Owed, y: float, sign: Sign | SignOf) -> None:
        kind = sign if isinstance(sign, Sign) else sign(owed.delivers)
        look = LOOKS[kind]
        start, end = (self._lane_x(shown, n) for n in (owed.performer, owed.delivered_to))
        dash = DOTS if shown.is_outside(owed) and kind is not Sign.REMOVED else look.dash
        with self.canvas.group("edge", f"{owed.performer}->{owed.delivered_to}"):
            ends = [(start, y), (end, y)]
            self.canvas.line(ends, stroke=look.stroke, weight=look.weight, dash=dash, arrow=True)
        lines = self.frame.delivery(owed)
        half = max(width(line, SIZE, look.bold) for line in lines) / 2 + 3
        middle = min(max((start + end) / 2, self.left + half), self.left + self.frame.wide - half)
        for number, line in enumerate(reversed(lines)):
            self._words((middle, y - 6.5 - number * PITCH), line, kind)
        side = 1 if end > start else -1
        badge(self.canvas, (start + 9 * side, y), kind)
