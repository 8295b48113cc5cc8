"""State pictures as DOT text: one with labels, upright, and one with numbers, flat.

A label is a node, never an edge label: one edge label doubles the ranks. It has two fields: the
line goes through that of the numbers, and the words stand in the other. All labels of one source
stand in one row under it. Boxes and lines come in the order of the source file, since that order
decides where lines cross.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from diagrams import palette
from diagrams.label import BESIDE, PITCH, SIZE, Label, is_bare, plate_of, words_of
from diagrams.plan import START, Box, BoxKind, Line, Plan
from diagrams.type import wrapped

if TYPE_CHECKING:
    from graphviz import Digraph

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
    GRAPH | {"rankdir": "TB", "nodesep": "0.13", "ranksep": "0.12"},
    NODE | {"fontsize": "9", "margin": "0.08,0.04", "height": "0.30", "width": "0.80"},
    EDGE | {"arrowsize": "0.6"},
)
FLAT = (
    GRAPH | {"rankdir": "LR", "nodesep": "0.12", "ranksep": "0.06"},
    NODE | {"fontsize": "8.5", "margin": "0.06,0.03", "height": "0.30", "width": "0.54"},
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
TEXT = {"style": "", "fontsize": str(SIZE), "class": "lab"}
BESIDE_LINE = TEXT | {"shape": "record", "margin": "0.04,0", "height": "0", "width": "0"}
BESIDE_LOOP = TEXT | {"shape": "box", "margin": "0", "fixedsize": "true"}
NUMBER = {"fontsize": "7.5", "height": "0.16", "width": "0.18", "penwidth": "0.8"}
NUMBER |= {"margin": "0.03,0.01"}


def full(plan: Plan, said: Mapping[str, Label]) -> str:
    """Return the upright picture with these labels in it."""
    graph = _graph(plan, UPRIGHT)
    for box in plan.boxes:
        if (name := f"l_{box.id}") in said:
            _beside_loop(graph, name, said[name])
            _loop(graph, box.id, name)
    for line in plan.lines:
        if line.target:
            _beside_line(graph, line, said[line.id])
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


def _beside_line(graph: "Digraph", line: Line, label: Label) -> None:
    """Write a label with a field for the numbers, through which the line goes."""
    if is_bare(label):
        graph.node(line.id, label[0].number, **NUMBER, **{"class": "num"})
        _edges(graph, line)
        return
    longest = max((one.number for one in label), key=len)
    said = [text for one in label for text, _ in one.lines or [(" ", "")]]
    fields = f"<n>{longest}|" + "".join(rf"{_in_record(text)}\l" for text in said)
    graph.node(line.id, fields, **BESIDE_LINE, **_spine(line))
    _edges(graph, line, ":n:n", ":n" if line.back else ":n:s")


def _in_record(text: str) -> str:
    return re.sub(r"([{}|<>])", r"\\\1", escaped([text]))


def _beside_loop(graph: "Digraph", name: str, label: Label) -> None:
    """Write a label at whose left side a loop ends."""
    if is_bare(label):
        graph.node(name, label[0].number, **NUMBER, **{"class": "num"})
        return
    wide = plate_of(label) / 2 + BESIDE + words_of(label)
    high = PITCH * sum(one.high for one in label)
    size = {"width": f"{wide / 72:.3f}", "height": f"{high / 72:.3f}"}
    said = [text for one in label for text, _ in one.lines]
    graph.node(name, escaped(said), **BESIDE_LOOP, **size)


def _spine(thing: Box | Line) -> dict[str, str]:
    return {"group": "spine"} if thing.on_path else {}


def _edges(graph: "Digraph", line: Line, into: str = "", out: str = "") -> None:
    weight = {"weight": "20"} if line.on_path else {}
    graph.edge(line.source, f"{line.id}{into}", arrowhead="none", **weight)
    port = {"headport": line.port} if line.port else {}
    graph.edge(f"{line.id}{out}", str(line.target), **weight, **port)


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
