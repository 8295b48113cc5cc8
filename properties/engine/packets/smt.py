"""The questions of a packet as SMT-LIB text, made here from the flow and the boxes.

One text for a packet: it is satisfiable if any of its questions has an answer. Truths are
Booleans, numbers have 16 bits, and the members of an Enum are numbered by their place among all
words of the flow. A condition is written once, and then called by its name.
"""

from collections.abc import Iterator

from properties.checker import KINDS, Flow, questions
from properties.checker.kernel.flow import Tree
from properties.checker.kernel.search import Question
from properties.checker.kernel.world import Slot, World
from properties.engine.budget import look
from properties.engine.packets.export import Data

DIGITS = 4  # of a number, hexadecimal
SIGNS = {"not": "not", "and": "and", "or": "or", "implies": "=>", "is": "=", "if": "ite"}
SIGNS |= {"plus": "bvadd", "minus": "bvsub", "less": "bvslt", "at most": "bvsle"}


def text_of(flow: Flow, packet: Data) -> str:
    """Return what must be unsatisfiable where a packet holds proofs, and is empty elsewhere."""
    if not KINDS[packet["kind"]].asks:
        return ""
    groups: dict[World, dict[int, list[Question]]] = {}
    for question in questions(flow, packet):
        groups.setdefault(question.at, {}).setdefault(id(question.known), []).append(question)
    lines, answered = list[str](), list[str]()
    for number, (at, alike) in enumerate(groups.items()):
        writer = Writer(at, f"{number}_")
        answered += map(writer.answered, alike.values())
        lines += [*writer.lines, *writer.domains()]
    return "\n".join([*lines, f"(assert {_joined('or', answered)})", ""])


def _joined(sign: str, terms: list[str]) -> str:
    if len(terms) > 1:
        return f"({sign} {' '.join(terms)})"
    return terms[0] if terms else str(sign == "and").lower()


class Writer:
    """Writes trees as terms, and remembers which variables they have and what has a name."""

    def __init__(self, at: World, mark: str) -> None:
        self.at, self.mark = at, mark
        values = (v for values in at.flow.values.values() for v in values if isinstance(v, str))
        self.codes = {word: number for number, word in enumerate(sorted(set(values)))}
        self.digits = len(f"{len(self.codes):x}")
        self.names: dict[Tree, str] = {}
        self.lines: list[str] = []

    def answered(self, questions: list[Question]) -> str:
        """Return when one of the questions, which suppose the same, has an answer."""
        known = [self.term(tree) for tree in questions[0].known]
        bad = [_joined("and", [self.term(tree) for tree in q.trees]) for q in questions]
        return _joined("and", [*known, _joined("or", bad)])

    def domains(self) -> Iterator[str]:
        """Yield of each variable that it has a value of its sort."""
        for tree, name in self.names.items():
            if tree[0] == "var":
                yield f"(assert {self._domain(tree[1], name)})"

    def term(self, tree: Tree) -> str:
        """Return a tree as a term."""
        if isinstance(tree, bool):
            return str(tree).lower()
        if not isinstance(tree, tuple):
            return self.number(tree)
        head, *parts = tree
        if head in ("plus", "minus", "if"):
            return self._applied(head, parts)
        if tree not in self.names:
            look()
            if head == "var":
                line = f"(declare-const {{}} {self._sort(parts[0])})"
            else:
                line = f"(define-fun {{}} () Bool {self._applied(head, parts)})"
            name = self.names[tree] = f"t{self.mark}{len(self.names)}"
            self.lines.append(line.format(name))
        return self.names[tree]

    def _applied(self, head: str, parts: list[Tree]) -> str:
        terms = [self.term(part) for part in parts]
        if head in ("and", "or"):
            return _joined(head, terms)
        if head == "in":
            return _joined("or", [f"(= {terms[0]} {other})" for other in terms[1:]])
        if head in ("exactly one", "at most one"):
            pairs = [f"(not (and {x} {y}))" for n, x in enumerate(terms) for y in terms[:n]]
            some = [_joined("or", terms)] if head == "exactly one" else []
            return _joined("and", [*some, *pairs])
        return f"({SIGNS[head]} {' '.join(terms)})"

    def number(self, value: int | str) -> str:
        """Return the number that stands for a value."""
        if isinstance(value, str):
            return f"#x{self.codes[value]:0{self.digits}x}"
        return f"#x{value & 0xFFFF:0{DIGITS}x}"

    def _domain(self, slot: Slot, name: str) -> str:
        """Return that a variable has a value of its sort."""
        if self._sort(slot) == "Bool":
            return "true"
        return _joined(
            "or", [f"(= {name} {self.number(value)})" for value in self.at.flow.values[slot[0]]]
        )

    def _sort(self, slot: Slot) -> str:
        value = self.at.flow.values[slot[0]][0]
        if isinstance(value, bool):
            return "Bool"
        return f"(_ BitVec {4 * (self.digits if isinstance(value, str) else DIGITS)})"
