"""The questions of a packet as SMT-LIB text, made here from the flow and the boxes.

One text for each population of a proof: it is satisfiable if any of its questions has an
answer. Truths are Booleans; all other values are numbers of 16 bits, the members of an Enum by
their place among all words of the text.
"""

from collections.abc import Iterator
from itertools import groupby

from properties.packets.check import Flow, Population, Question, Tree, proofs_of
from properties.packets.export import Data

BITS = 16
SIGNS = {"not": "not", "and": "and", "or": "or", "implies": "=>", "is": "=", "if": "ite"}
SIGNS |= {"plus": "bvadd", "minus": "bvsub", "less": "bvslt", "at most": "bvsle"}


def texts(flow: Flow, packet: Data) -> Iterator[str]:
    """Yield the texts that must each be unsatisfiable, for a packet that holds proofs."""
    if packet["kind"] in ("invariant", "ranks"):
        for proof in proofs_of(flow, packet):
            for questions in _grouped(proof.questions()):
                yield _text(questions)


def _grouped(questions: Iterator[Question]) -> Iterator[list[Question]]:
    """Yield the questions of one population that suppose the same, together."""

    def key(question: Question) -> tuple[int, int]:
        return id(question.at), id(question.known)

    for _, found in groupby(sorted(questions, key=key), key):
        yield list(found)


def _text(questions: list[Question]) -> str:
    at = questions[0].at
    words = sorted({v for values in at.values for v in values if isinstance(v, str)})
    writer = Writer(at, {word: number for number, word in enumerate(words)})
    known = [writer.term(tree) for tree in questions[0].known]
    bad = [_joined("and", [writer.term(tree) for tree in q.trees]) for q in questions]
    asserted = [*writer.domains(), *known, _joined("or", bad)]
    return "\n".join([*writer.declarations(), *(f"(assert {term})" for term in asserted), ""])


def _joined(sign: str, terms: list[str]) -> str:
    if len(terms) > 1:
        return f"({sign} {' '.join(terms)})"
    return terms[0] if terms else str(sign == "and").lower()


class Writer:
    """Writes trees as terms, and remembers which variables they have."""

    def __init__(self, at: Population, codes: dict[str, int]) -> None:
        self.at, self.codes = at, codes
        self.used: dict[int, None] = {}

    def term(self, tree: Tree) -> str:
        """Return a tree as a term."""
        if isinstance(tree, bool):
            return str(tree).lower()
        if not isinstance(tree, tuple):
            return self.number(tree)
        head, *parts = tree
        if head == "var":
            self.used[parts[0]] = None
            return f"v{parts[0]}"
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
        number = self.codes[value] if isinstance(value, str) else value
        return f"#x{number & 0xFFFF:04x}"

    def declarations(self) -> list[str]:
        """Return a declaration of each variable that was written."""
        sorts = {True: "Bool", False: f"(_ BitVec {BITS})"}
        return [f"(declare-const v{n} {sorts[self._truth(n)]})" for n in self.used]

    def domains(self) -> list[str]:
        """Return for each variable that was written that it has a value of its sort."""
        return [
            _joined("or", [f"(= v{n} {self.number(value)})" for value in self.at.values[n]])
            for n in self.used
            if not self._truth(n)
        ]

    def _truth(self, number: int) -> bool:
        return isinstance(self.at.values[number][0], bool)
