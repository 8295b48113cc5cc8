"""State pictures as DOT text: one with labels, upright, and one with numbers, flat.

A label is a node on its own line, never an edge label: one edge label doubles the ranks. All
labels of one source stand in one row under it. Boxes and lines come in the order of the
source file, since that order decides where lines cross.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from diagrams import palette
from diagrams.plan import START, Box, BoxKind, Line, Plan
from diagrams.rules import ToldRule
from diagrams.type import width, wrapped

if TYPE_CHECKING:
    from graphviz import Digraph

LONGEST_GUARD = 80
Texts = list[tuple[str, str]]  # lines of a label: the words and "bold", "plain" or "italic"

GRAPH = {"newrank": "true", "splines": "true", "margin": "0", "pad": "0.03", "fontname": "Arial"}
NODE = {
    "shape": "box",
    "style": "rounded,filled",
    "fillcolor": palette.WHITE,
    "color": palette.LINE,
    "fontcolor": palette.INK,
    "fontname": "Arial",
    "penwidth": "1",
    "label": r"\N",
}
EDGE = {"color": palette.LINE, "penwidth": "1"}
UPRIGHT = (
    GRAPH | {"rankdir": "TB", "nodesep": "0.13", "ranksep": "0.15"},
    NODE | {"fontsize": "9", "margin": "0.08,0.04", "height": "0.30", "width": "0.80"},
    EDGE | {"arrowsize": "0.6"},
)
FLAT = (
    GRAPH | {"rankdir": "LR", "nodesep": "0.12", "ranksep": "0.06"},
    NODE | {"fontsize": "8.5", "margin": "0.03,0.03", "height": "0.30", "width": "0.54"},
    EDGE | {"arrowsize": "0.5"},
)
DOT = {"shape": "circle", "width": "0.11", "height": "0.11", "fixedsize": "true"}
DOT |= {"style": "filled", "fillcolor": palette.INK, "color": palette.INK}
KINDS: Mapping[BoxKind, Mapping[str, str]] = {
    BoxKind.STATE: {},
    BoxKind.END: {"peripheries": "2", "fillcolor": palette.GREY_TINT},
    BoxKind.GOAL: {"peripheries": "2", "fillcolor": palette.BLUE_TINT, "color": palette.BLUE}
    | {"penwidth": "1.6"},
    BoxKind.GROUP: {"style": "filled", "color": palette.FADED, "fillcolor": palette.GREY_TINT},
    BoxKind.ECHO: {"color": palette.FADED, "fontcolor": palette.FADED_TEXT},
}
LABEL = 7.5  # points
TEXT = {"shape": "plaintext", "style": "", "fontsize": str(LABEL), "class": "lab"}
TEXT |= {"margin": "0.02,0", "height": "0"}
NUMBER = {"fontsize": "7.5", "height": "0.16", "width": "0.18", "penwidth": "0.8"}
NUMBER |= {"margin": "0.03,0.01"}


def full(plan: Plan, wrap: int) -> str:
    """Return the upright picture with the labels in it."""
    graph = _graph(plan, UPRIGHT)
    for box in plan.boxes:
        if staying := plan.staying(box):
            said = [text for line in staying for text in texts(line, wrap)]
            _label(graph, f"l_{box.id}", said)
            _loop(graph, box.id, f"l_{box.id}")
    for line in plan.lines:
        if line.target:
            _label(graph, line.id, texts(line, wrap), **_spine(line))
            _edges(graph, line)
    for box in plan.boxes:
        _same_rank(graph, [line.id for line in plan.leaving(box)])
    return str(graph.source)


def compact(plan: Plan, direction: str = "LR") -> str:
    """Return the picture with a number in place of each label; the table says the rest."""
    settings, nodes, edges = FLAT
    graph = _graph(plan, (settings | {"rankdir": direction}, nodes, edges))
    for line in plan.lines:
        numbers = ", ".join(map(str, line.numbers))
        graph.node(line.id, numbers, **NUMBER, **{"class": "num"})
        if line.target:
            _edges(graph, line)
        else:
            _loop(graph, line.source, line.id)
    return str(graph.source)


def texts(line: Line, wrap: int) -> Texts:
    """Return the lines of a label: for each rule the event, the guard, and who performs it."""
    return [text for row in line.rows for text in _texts(row, wrap)]


def _texts(row: ToldRule, wrap: int) -> Texts:
    said: Texts = [(part, "bold") for part in wrapped(row.event, wrap)]
    if row.guard:
        short = len(row.guard) <= LONGEST_GUARD
        guard = f"[{row.guard}]" if short else f"[row {row.numbers[0]} of the table]"
        said += [(part, "plain") for part in wrapped(guard, wrap)]
    return said + [(part, "italic") for part in wrapped(row.actor_and_cites, wrap + 4)]


def labels(plan: Plan, wrap: int) -> dict[str, Texts]:
    """Return the lines of each label of the full picture, by the name of its node."""
    found = {line.id: texts(line, wrap) for line in plan.lines if line.target}
    for box in plan.boxes:
        if staying := plan.staying(box):
            found[f"l_{box.id}"] = [text for line in staying for text in texts(line, wrap)]
    return found


def _graph(plan: Plan, settings: Iterable[Mapping[str, str]]) -> "Digraph":
    from graphviz import Digraph

    general, nodes, edges = settings
    graph = Digraph(escaped([plan.name]), graph_attr=general, node_attr=nodes, edge_attr=edges)
    if plan.starts:
        graph.node(START, "", **DOT)
    for box in plan.boxes:
        graph.node(box.id, escaped(wrapped(box.label, 18)), **KINDS[box.kind], **_spine(box))
    for start in plan.starts:
        graph.edge(START, start)
    for one, two in plan.unseen_steps():
        graph.edge(one, two, style="invis", weight="20")
    return graph


def _label(graph: "Digraph", name: str, lines: Texts, **extra: str) -> None:
    """Write a label as wide as its bold lines are, which the renderer would measure as plain."""
    wide = max(width(text, LABEL, style == "bold") for text, style in lines) / 72
    graph.node(name, escaped(text for text, _ in lines), **TEXT, width=f"{wide:.3f}", **extra)


def _spine(thing: Box | Line) -> dict[str, str]:
    return {"group": "spine"} if thing.on_path else {}


def _edges(graph: "Digraph", line: Line) -> None:
    weight = {"weight": "20"} if line.on_path else {}
    graph.edge(line.source, line.id, arrowhead="none", **weight)
    port = {"headport": line.port} if line.port else {}
    graph.edge(line.id, str(line.target), **weight, **port)


def _loop(graph: "Digraph", box: str, label: str) -> None:
    """Draw a loop from a box through the text beside it and back."""
    _same_rank(graph, [box, label])
    graph.edge(box, label, arrowhead="none", minlen="2")
    graph.edge(label, box, minlen="2")


def _same_rank(graph: "Digraph", names: list[str]) -> None:
    if len(names) > 1:
        with graph.subgraph() as row:
            row.attr(rank="same")
            for name in names:
                row.node(name)


def escaped(lines: Iterable[str]) -> str:
    """Return lines of text as a label that says just that."""
    from graphviz import escape, nohtml

    text: str = nohtml(r"\n".join(escape(line).replace("&", "&amp;") for line in lines))
    return text
