"""A flow as Horn clauses in SMT-LIB 2, for Z3: `sat` says that a claim holds, `unsat` that not.

`reachable` holds of the first states and of what each move leads to, so a claim that is broken
makes the clauses contradict each other.
"""

from collections.abc import Callable, Iterator, Sequence

from model.language.expressions import Expression, Field, Read
from properties.exports.claimed import StateClaim
from properties.exports.instance import Act, Instance
from properties.exports.names import Names, sorts_of, words
from properties.exports.text import Operators, Wording

RESERVED = words(
    """
    abs and Array as assert BINARY Bool check-sat const DECIMAL declare-const declare-fun
    declare-datatypes define-fun distinct div exists false forall HEXADECIMAL if implies Int is ite
    let match mod NUMERAL not or par pop push reachable Real rem select set-logic store STRING
    String Seq RegEx true xor to_int to_real is_int bv2int int2bv root-obj
    """
)


def _prefix(sign: str) -> Callable[..., str]:
    return lambda *parts: f"({sign} {' '.join(parts)})"


def _count(sign: str) -> Callable[..., str]:
    return lambda *xs: f"({sign} (+ 0 {' '.join(f'(ite {x} 1 0)' for x in xs)}) 1)"


OPERATORS: Operators = {
    "not": _prefix("not"),
    "and": _prefix("and"),
    "or": _prefix("or"),
    "implies": _prefix("=>"),
    "exactly one": _count("="),
    "at most one": _count("<="),
    "is": _prefix("="),
    "in": lambda x, *ys: f"(or false {' '.join(f'(= {x} {y})' for y in ys)})",
    "if": _prefix("ite"),
    "plus": _prefix("+"),
    "minus": _prefix("-"),
    "less": _prefix("<"),
    "at most": _prefix("<="),
}


def smt2(instance: Instance, claims: Sequence[StateClaim]) -> str:
    """Return the text of an instance, with claims that must hold of every reachable state."""
    return "".join(f"{line}\n" for line in _Smt2(instance).lines(claims))


class _Smt2:
    def __init__(self, instance: Instance) -> None:
        self.instance, self.names = instance, Names(RESERVED)
        self.write = Wording(OPERATORS, ("false", "true"), self.names.value, "(- {})")
        self.fields = list(instance.fields.values())
        self.sorts = {one: self.names.new(one.__name__) for one in sorts_of(self.fields)}
        self.write.fields = {field: self.names.new(field.name) for field in self.fields}
        bound = " ".join(f"({name} {self._sort(f)})" for f, name in self.write.fields.items())
        self.for_all = f"(forall ({bound}) "
        self.now = self._reached({field: Read(field) for field in self.fields})

    def lines(self, claims: Sequence[StateClaim]) -> Iterator[str]:
        yield from (f"; {self.instance.title}", "(set-logic HORN)")
        for sort, name in self.sorts.items():
            values = " ".join(f"({value})" for value in self.names.values_of(sort))
            yield f"(declare-datatypes (({name} 0)) (({values})))"
        yield f"(declare-fun reachable ({' '.join(map(self._sort, self.fields))}) Bool)"
        yield "; the first states"
        yield self._clause([self._starts(field) for field in self.fields], self.now)
        for act in self.instance.acts:
            yield from (f"; {act.name}", self._act(act))
        for claim in claims:
            fails = f"(not {self.write(claim.body)})"
            yield from (f"; {claim.id}", "(push 1)", self._clause([self.now, fails], "false"))
            yield from ("(check-sat)", "(pop 1)")

    def _sort(self, field: Field) -> str:
        if isinstance(field.sort, range):
            return "Int"
        return "Bool" if field.sort is bool else self.sorts[field.sort]

    def _starts(self, field: Field) -> str:
        return OPERATORS["in"](self.write.fields[field], *map(self.write.value, field.initials))

    def _act(self, act: Act) -> str:
        after = {field: act.after.get(field, Read(field)) for field in self.fields}
        return self._clause([self.now, self.write(act.possible)], self._reached(after))

    def _reached(self, state: dict[Field, Expression]) -> str:
        return f"(reachable {' '.join(map(self.write, state.values()))})"

    def _clause(self, supposed: list[str], then: str) -> str:
        return f"(assert {self.for_all}(=> (and true {' '.join(supposed)}) {then})))"
