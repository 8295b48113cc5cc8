"""One panel of the picture of who answers for whom: a flow, each thing with its sign."""

from collections.abc import Callable

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.chain import Chain, Key, Owed
from diagrams.frame import AGENT, ANSWERS, BAR, PAD, PARTY, PITCH, SIZE, SMALL, TITLE, Frame
from diagrams.signs import DOTS, LOOKS, Sign, badge
from diagrams.type import fitted, width

SignOf = Callable[[Key], Sign]


class Panel:
    """Draws a flow at a place."""

    def __init__(self, canvas: Canvas, frame: Frame, left: float) -> None:
        self.canvas, self.frame, self.left = canvas, frame, left
        self.party = TITLE + BAR + frame.listed
        self.agent = self.party + PARTY + ANSWERS
        self.lanes = self.agent + AGENT

    def draw(self, shown: Chain, sign: SignOf) -> None:
        """Draw the frame, then the lines with their words, then the boxes."""
        size = (self.frame.wide, self.frame.high)
        self.canvas.box((self.left, 0.5), size, stroke=palette.HAIR, weight=0.8)
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
        self._absent(shown)

    def _x(self, name: str) -> float:
        return self.left + self.frame.centre(name)

    def _wide(self) -> float:
        return min(self.frame.unit - 18, 76)

    def _bars(self, shown: Chain) -> None:
        for instrument in dict.fromkeys(shown.bound.values()):
            places = [self._x(name) for name, by in shown.bound.items() if by == instrument]
            left, right = (f(places) for f in (min, max))
            left, right = left - self._wide() / 2, right + self._wide() / 2
            with self.canvas.group("node", instrument):
                self.canvas.box((left, TITLE), (right - left, BAR), weight=1.4)
                foot = TITLE + BAR - 3
                self.canvas.line([(left + 3, foot), (right - 3, foot)], weight=0.8)
                middle = ((left + right) / 2, TITLE + 14)
                self.canvas.text(middle, instrument, 9, anchor="middle")

    def _binds(self, shown: Chain, name: str, sign: SignOf) -> None:
        look, x = LOOKS[sign(("binds", name, shown.bound[name]))], self._x(name)
        with self.canvas.group("edge", f"{shown.bound[name]}->{name}"):
            ends = [(x, TITLE + BAR), (x, self.party)]
            self.canvas.line(
                ends, stroke=look.stroke, weight=look.weight, dash=look.dash, arrow=True
            )
        self._list(shown, name, x, sign)

    def _list(self, shown: Chain, name: str, x: float, sign: SignOf) -> None:
        top, down = TITLE + BAR + 9, TITLE + BAR + 17
        wide, high = self.frame.unit - 8, self.frame.heights(shown, name)
        self.canvas.box((x - wide / 2, top), (wide, high), stroke="none")
        for instrument, owed in self.frame.lists(shown, name).items():
            heading = self.frame.heading(shown, name, instrument)
            self._aside((x, down), heading)
            down += PITCH * len(heading)
            for one in owed:
                self._entry(shown, one, (x, down + 2), sign(one.owes))
                down += self.frame.height(one)
            down += 4

    def _entry(self, shown: Chain, owed: Owed, at: tuple[float, float], sign: Sign) -> None:
        lines = self.frame.entry(owed)
        for number, line in enumerate(lines):
            self._words((at[0], at[1] + number * PITCH), line, sign, patch=False)
        self._aside((at[0], at[1] + len(lines) * PITCH), self.frame.when(owed))
        left = at[0] - width(lines[0], SIZE, LOOKS[sign].bold) / 2 - 8
        self._badges(shown, owed, (left, at[1] - 2.6), sign, -1)

    def _aside(self, at: tuple[float, float], lines: list[str]) -> None:
        for number, line in enumerate(lines):
            place = (at[0], at[1] + number * PITCH)
            self.canvas.text(place, line, SMALL, italic=True, fill=palette.SOFT, anchor="middle")

    def _words(
        self, at: tuple[float, float], words: str, sign: Sign, *, patch: bool = True
    ) -> None:
        look = LOOKS[sign]
        self.canvas.text(
            at,
            words,
            SIZE,
            bold=look.bold,
            fill=look.text,
            decoration=look.decoration,
            anchor="middle",
            patch=patch,
        )

    def _badges(
        self, shown: Chain, owed: Owed, at: tuple[float, float], sign: Sign, side: int
    ) -> None:
        """Draw the sign, and beside it that the duty comes from outside the party's instrument."""
        badge(self.canvas, at, sign)
        if shown.is_outside(owed):
            away = 11 * side if sign is not Sign.SAME else 0
            badge(self.canvas, (at[0] + away, at[1]), Sign.OUTSIDE)

    def _answers(self, party: str, agent: str, sign: Sign) -> None:
        look, x, end = LOOKS[sign], self._x(party), self._x(agent)
        top = self.party + PARTY
        with self.canvas.group("edge", f"{party}->{agent}"):
            ends = [(x, top), (end, self.agent)]
            self.canvas.line(
                ends, stroke=look.stroke, weight=look.weight, dash=look.dash, arrow=True
            )
        self._words(((x + end) / 2, top + ANSWERS / 2 - 1), "answers for", sign)

    def _somebody(self, shown: Chain, name: str, sign: Sign) -> None:
        look, is_bound = LOOKS[sign], name in shown.bound
        top, high = (self.party, PARTY) if is_bound else (self.agent, AGENT)
        fill = palette.GREY_TINT if sign is Sign.SAME and not is_bound else look.fill
        left, wide = self._x(name) - self._wide() / 2, self._wide()
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
            first = top + high / 2 + 3.2 - (len(lines) - 1) * 5.3
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
        for name in self.frame.columns:
            missing = [n for n in (name, *self._agents_of(name)) if n not in shown.people]
            if name in missing:
                for number, one in enumerate(missing):
                    words = f"no {one}," if one is not missing[-1] else f"no {one}"
                    place = (self._x(name), self.party + 14 + number * 10)
                    words = words[:1].upper() + words[1:] if number == 0 else words
                    self.canvas.text(
                        place, words, 8, italic=True, fill=palette.SOFT, anchor="middle"
                    )

    def _agents_of(self, name: str) -> list[str]:
        return [agent for agent, party in self.frame.agents.items() if party == name]

    def _lane_x(self, shown: Chain, name: str) -> float:
        aside = self.frame.unit / 2 - 4 if name in shown.bound else 0
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
                points = [(box - self._wide() / 2, side), (x, side), (x, foot)]
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
        self._badges(shown, owed, (start + 9 * side, y), kind, side)
