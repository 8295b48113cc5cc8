"""A partial order of steps, from left to right, with clauses as lines joined by a mark.

A clause says that one of a few things comes before another: its lines are dashed and meet in a
disc, from where one goes on; where its parts end in several steps each has its disc with one
number. A thick border is a step after which there is no way back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.dot import EDGE, GRAPH, NODE, escaped
from diagrams.dress import dressed
from diagrams.label import SIZE as LABEL
from diagrams.label import Texts
from diagrams.render import svg
from diagrams.type import width, wrapped

if TYPE_CHECKING:
    from graphviz import Digraph

Before = tuple[str, str]
WRAP = 19
LEGEND = 22.0
DOTTED, DASHED = "dotted", "dashed"
CLAUSE = {"color": palette.BLUE, "style": DASHED}
MARK = {"shape": "circle", "fontsize": "7.5", "width": "0.19", "height": "0.19"}
MARK |= {"fixedsize": "true", "margin": "0", "color": palette.BLUE, "fillcolor": palette.BLUE_TINT}
SIGNS = (
    ("before", palette.LINE, ""),
    ("before: the system refuses it else", palette.INK, "1.2 2.2"),
    ("one of these before", palette.BLUE, "5 3"),
)


@dataclass(frozen=True)
class Ordered:
    """The steps, each as what happens and who decides it, and what is said of their order."""

    title: str
    steps: Mapping[str, tuple[str, str]]
    precedences: Sequence[Before]
    refused: Sequence[Before]  # of these, what the system itself demands
    clauses: Sequence[Sequence[Before]]
    closing: Sequence[str]  # steps after which there is no way back


def dot(shown: Ordered) -> str:
    """Return the picture as DOT text."""
    from graphviz import Digraph

    general = GRAPH | {"rankdir": "LR", "nodesep": "0.1", "ranksep": "0.55"}
    nodes = NODE | {"fontsize": str(LABEL), "margin": "0.05,0.03", "height": "0.2", "width": "0.9"}
    graph = Digraph(graph_attr=general, node_attr=nodes, edge_attr=EDGE | {"arrowsize": "0.6"})
    for word, lines in _labels(shown).items():
        wide = max(width(text, LABEL, style == "bold") for text, style in lines) / 72 + 0.16
        extra = {"penwidth": "2.2"} if word in shown.closing else {}
        graph.node(word, escaped(text for text, _ in lines), width=f"{wide:.3f}", **extra)
    for first, then in shown.precedences:
        dotted = {"style": DOTTED, "color": palette.INK, "penwidth": "1.3"}
        graph.edge(first, then, **(dotted if (first, then) in shown.refused else {}))
    for number, clause in enumerate(shown.clauses, 1):
        _clause(graph, clause, number)
    return str(graph.source)


def _clause(graph: "Digraph", clause: Sequence[Before], number: int) -> None:
    ends = dict.fromkeys(then for _, then in clause)
    for end in ends:
        mark = f"or {number} {end}"
        graph.node(mark, "or" if len(ends) == 1 else str(number), **MARK)
        for first, then in clause:
            if then == end:
                graph.edge(first, mark, **CLAUSE, arrowhead="none")
        graph.edge(mark, end, **CLAUSE)


def _labels(shown: Ordered) -> dict[str, Texts]:
    return {
        word: [
            (word, "bold"),
            *((part, "plain") for part in wrapped(what, WRAP)),
            *((part, "italic") for part in wrapped(who, WRAP)),
        ]
        for word, (what, who) in shown.steps.items()
    }


def picture(shown: Ordered) -> str:
    """Return the picture as SVG, with a legend under it."""
    drawn, canvas = dressed(svg(dot(shown)), {}, _labels(shown)), Canvas()
    canvas.place(drawn.marks, (0, 0))
    _legend(canvas, drawn.high + LEGEND / 2)
    size = (max(drawn.wide, palette.WIDTH), drawn.high + LEGEND)
    return canvas.svg(shown.title, about(shown), size)


def _legend(canvas: Canvas, y: float) -> None:
    left = 4.0
    for words, stroke, dash in SIGNS:
        canvas.line([(left, y), (left + 24, y)], stroke=stroke, dash=dash, arrow=True)
        canvas.text((left + 28, y + 2.6), words, LABEL)
        left += 28 + width(words, LABEL) + 10
    canvas.box((left, y - 5), (18, 10), weight=2.2, radius=3)
    canvas.text((left + 23, y + 2.6), "no way back after it", LABEL)


def about(shown: Ordered) -> str:
    """Return the picture in words."""
    plain = [f"{x} before {y}" for x, y in shown.precedences]
    either = [" or ".join(f"{x} before {y}" for x, y in clause) for clause in shown.clauses]
    back = f" There is no way back after {' or '.join(shown.closing)}." if shown.closing else ""
    told = "; ".join([*plain, *either])
    return f"{shown.title}. {told[0].upper()}{told[1:]}.{back}" if told else f"{shown.title}.{back}"
