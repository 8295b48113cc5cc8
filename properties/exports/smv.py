"""A flow for NuSMV and its relatives: `move` is the input, and each claim is an INVARSPEC.

Where nothing is possible, or nobody does anything, the move is `none`, which changes nothing.
"""

from collections.abc import Iterator, Sequence

from model.language.expressions import Expression, Field
from properties.exports.claimed import StateClaim
from properties.exports.instance import Act, Instance
from properties.exports.names import Names, words
from properties.exports.text import Operators, Wording, between, pairs

RESERVED = words(
    """
    A AF AG array ASSIGN AX BU bool boolean case COMPASSION CONSTANTS COMPUTE count CTLSPEC DEFINE
    E EBF EBG EF EG esac EX extend F FAIRNESS FALSE FROZENVAR G H IN in INIT init INVAR INVARSPEC
    ISA ITYPE IVAR JUSTICE LTLSPEC LTLWFF MAX MDEFINE MIN MIRROR mod MODULE NAME next none O of PRED
    PREDICATES process PSLSPEC resize S self signed sizeof SPEC swconst T toint TRANS TRUE U union
    unsigned uwconst V VAR word word1 X xnor xor Y Z move integer real
    """
)


def _at_most_one(*parts: str) -> str:
    apart = " & ".join(f"!({one} & {two})" for one, two in pairs(parts))
    return f"({apart or 'TRUE'})"


OPERATORS: Operators = {
    "not": lambda x: f"!{x}",
    "and": between(" & "),
    "or": between(" | "),
    "implies": between(" -> "),
    "exactly one": lambda *xs: f"(({' | '.join(xs)}) & {_at_most_one(*xs)})",
    "at most one": _at_most_one,
    "is": between(" = "),
    "in": lambda x, *ys: f"({' | '.join(f'{x} = {y}' for y in ys)})",
    "if": lambda x, y, z: f"(case {x} : {y}; TRUE : {z}; esac)",
    "plus": between(" + "),
    "minus": between(" - "),
    "less": between(" < "),
    "at most": between(" <= "),
}


def smv(instance: Instance, claims: Sequence[StateClaim]) -> str:
    """Return the text of an instance, with claims that must hold of every reachable state."""
    return "".join(f"{line}\n" for line in _Smv(instance).lines(claims))


class _Smv:
    def __init__(self, instance: Instance) -> None:
        self.instance, self.names = instance, Names(RESERVED)
        self.write = Wording(OPERATORS, ("FALSE", "TRUE"), self.names.value)
        self.fields = list(instance.fields.values())
        self.write.fields = {field: self.names.new(field.name) for field in self.fields}
        self.acts = {act: self.names.new(act.name) for act in instance.acts}
        self.can = {act: self.names.new(f"can {name}") for act, name in self.acts.items()}

    def lines(self, claims: Sequence[StateClaim]) -> Iterator[str]:
        yield from (f"-- {self.instance.title}", "MODULE main", "IVAR")
        yield f"  move : {{{', '.join(['none', *self.acts.values()])}}};"
        if self.fields:
            yield "VAR"
            yield from (f"  {self.write.fields[f]} : {self._sort(f)};" for f in self.fields)
        if self.acts:
            yield "DEFINE"
            yield from (f"  {self.can[a]} := {self.write(a.possible)};" for a in self.acts)
        yield from (f"INIT {self._first(field)};" for field in self.fields)
        yield from (f"TRANS move = {name} -> {self.can[act]};" for act, name in self.acts.items())
        for field in self.fields:
            yield from self._next(field)
        for claim in claims:
            yield f"INVARSPEC NAME {self.names.new(claim.id)} := {self.write(claim.body)};"

    def _sort(self, field: Field) -> str:
        if field.sort is bool:
            return "boolean"
        if isinstance(field.sort, range):
            return f"{field.sort.start}..{field.sort.stop - 1}"
        return f"{{{', '.join(self.names.values_of(field.sort))}}}"

    def _first(self, field: Field) -> str:
        name = self.write.fields[field]
        return " | ".join(f"{name} = {self.write.value(one)}" for one in field.initials)

    def _next(self, field: Field) -> Iterator[str]:
        name = self.write.fields[field]
        yield f"TRANS next({name}) = case"
        changes: dict[Act, Expression] = {a: a.after[field] for a in self.acts if field in a.after}
        yield from (f"    move = {self.acts[a]} : {self.write(n)};" for a, n in changes.items())
        yield from (f"    TRUE : {name};", "  esac;")
