"""A flow in TLA+, for TLC: each move is an action, and each claim an invariant.

That nothing is possible any more is no fault: run TLC with `-deadlock`.
"""

from collections.abc import Callable, Iterator, Sequence

from model.language.expressions import Field
from model.language.sorts import members
from properties.exports.claimed import StateClaim
from properties.exports.instance import Act, Instance
from properties.exports.names import Names, plain, words
from properties.exports.text import Operators, Wording, between

RESERVED = words(
    """
    ACTION ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE
    DEFS DOMAIN ELSE ENABLED EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE Init Int Integers LAMBDA
    LEMMA LET LOCAL MODULE Nat Next NEW OBVIOUS OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED
    RECURSIVE SF_ Spec STATE STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM TRUE TypeOK UNCHANGED
    UNION USE VARIABLE VARIABLES vars WF_ WITH WITNESS
    """
)


def _count(relation: str) -> Callable[..., str]:
    return lambda *xs: f"({' + '.join(f'(IF {x} THEN 1 ELSE 0)' for x in xs)} {relation} 1)"


OPERATORS: Operators = {
    "not": lambda x: f"~({x})",
    "and": between(" /\\ "),
    "or": between(" \\/ "),
    "implies": between(" => "),
    "exactly one": _count("="),
    "at most one": _count("<="),
    "is": between(" = "),
    "in": lambda x, *ys: f"({x} \\in {{{', '.join(ys)}}})",
    "if": lambda x, y, z: f"(IF {x} THEN {y} ELSE {z})",
    "plus": between(" + "),
    "minus": between(" - "),
    "less": between(" < "),
    "at most": between(" <= "),
}


def tla(instance: Instance, claims: Sequence[StateClaim]) -> str:
    """Return the text of an instance, with claims that must hold of every reachable state."""
    return "".join(f"{line}\n" for line in _Tla(instance).lines(claims))


class _Tla:
    def __init__(self, instance: Instance) -> None:
        self.instance, self.names = instance, Names(RESERVED)
        self.write = Wording(OPERATORS, ("FALSE", "TRUE"), lambda value: f'"{value.name}"')
        self.fields = list(instance.fields.values())
        self.write.fields = {field: self.names.new(field.name) for field in self.fields}
        self.acts = {act: self.names.new(act.name) for act in instance.acts}

    def lines(self, claims: Sequence[StateClaim]) -> Iterator[str]:
        every = ", ".join(self.write.fields.values())
        yield f"---- MODULE {plain(self.instance.world.flow.name)} ----"
        yield from (f"\\* {self.instance.title}", "EXTENDS Integers")
        yield from (f"VARIABLES {every}", f"vars == <<{every}>>")
        yield "TypeOK =="
        yield from (f"  /\\ {self.write.fields[f]} \\in {self._sort(f)}" for f in self.fields)
        yield "Init =="
        yield from (f"  /\\ {self.write.fields[f]} \\in {self._firsts(f)}" for f in self.fields)
        for act, name in self.acts.items():
            yield from self._act(act, name)
        yield "Next =="
        yield from (f"  \\/ {name}" for name in self.acts.values())
        yield "Spec == Init /\\ [][Next]_vars"
        for claim in claims:
            yield f"{self.names.new(claim.id)} == {self.write(claim.body)}"
        yield "===="

    def _sort(self, field: Field) -> str:
        if isinstance(field.sort, range):
            low = self.write.value(field.sort.start)
            return f"{low}..{self.write.value(field.sort.stop - 1)}"
        return f"{{{', '.join(map(self.write.value, members(field.sort)))}}}"

    def _firsts(self, field: Field) -> str:
        return f"{{{', '.join(map(self.write.value, field.initials))}}}"

    def _act(self, act: Act, name: str) -> Iterator[str]:
        yield from (f"{name} ==", f"  /\\ {self.write(act.possible)}")
        for field, node in act.after.items():
            yield f"  /\\ {self.write.fields[field]}' = {self.write(node)}"
        kept = [self.write.fields[field] for field in self.fields if field not in act.after]
        if kept:
            yield f"  /\\ UNCHANGED <<{', '.join(kept)}>>"
