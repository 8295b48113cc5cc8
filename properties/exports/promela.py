"""A flow for SPIN: a move is one `d_step`, and a claim that is broken is a failed assertion.

What a move leaves in a field on which others depend is worked out first, and kept in a variable
that is 0 between moves. To count all states say `spin -a -o2`: a variable that is written and never
read is no part of SPIN's state otherwise.
"""

from collections.abc import Callable, Iterator, Sequence

from model.language.expressions import Expression, Field, reads
from model.language.sorts import members
from properties.exports.claimed import StateClaim
from properties.exports.instance import Act, Instance
from properties.exports.names import Names, sorts_of, words
from properties.exports.text import Operators, Wording, between

RESERVED = words(
    """
    active assert atomic bit bool break byte c_code c_decl c_expr c_state c_track chan d_proctype
    d_step do else empty enabled end eval false fi for full get_priority goto hidden if in init
    inline int len local ltl mtype nempty never nfull notrace np_ od of pc_value pid printf printm
    priority proctype provided return run select set_priority short show skip STDIN timeout trace
    true typedef unless unsigned xr xs D_proctype U V W X flow
    auto break case char const continue default double enum extern float goto long register signed
    sizeof static struct switch union void volatile while
    """
)
BYTE = 256


def _count(relation: str) -> Callable[..., str]:
    return lambda *xs: f"(({' + '.join(f'({x} -> 1 : 0)' for x in xs)}) {relation} 1)"


OPERATORS: Operators = {
    "not": lambda x: f"!({x})",
    "and": between(" && "),
    "or": between(" || "),
    "implies": lambda x, y: f"(!({x}) || {y})",
    "exactly one": _count("=="),
    "at most one": _count("<="),
    "is": between(" == "),
    "in": lambda x, *ys: f"({' || '.join(f'{x} == {y}' for y in ys)})",
    "if": lambda x, y, z: f"({x} -> {y} : {z})",
    "plus": between(" + "),
    "minus": between(" - "),
    "less": between(" < "),
    "at most": between(" <= "),
}


def promela(instance: Instance, claims: Sequence[StateClaim]) -> str:
    """Return the text of an instance, with claims that must hold of every reachable state."""
    return "".join(f"{line}\n" for line in _Promela(instance).lines(claims))


class _Promela:
    def __init__(self, instance: Instance) -> None:
        self.instance, self.names = instance, Names(RESERVED)
        self.write = Wording(OPERATORS, ("false", "true"), self.names.value)
        self.fields = list(instance.fields.values())
        self.now = {field: self.names.new(field.name) for field in self.fields}
        kept = dict.fromkeys(f for act in instance.acts for f in _read_elsewhere(act))
        self.next = {field: self.names.new(f"next {field.name}") for field in kept}
        self.write.fields = self.now

    def lines(self, claims: Sequence[StateClaim]) -> Iterator[str]:
        broken = {claim: self.names.new(f"broken {claim.id}") for claim in claims}
        yield f"/* {self.instance.title} */"
        for sort in sorts_of(self.fields):
            values = self.names.values_of(sort).items()
            yield from (f"#define {name} {number}" for name, number in values)
        for field, name in self.now.items():
            yield f"{_sort(field)} {name} = {self.write.value(field.initials[0])};"
        yield from (f"{_sort(field)} {name} = 0;" for field, name in self.next.items())
        yield from (f"bool {name} = false;" for name in broken.values())
        yield "active proctype flow() {"
        yield from self._firsts()
        yield "end: do"
        for claim, name in broken.items():
            fails = f"!({self.write(claim.body)})"
            yield f"  :: d_step {{ {fails} -> {name} = true; assert(!{name}); {name} = false }}"
        for act in self.instance.acts:
            yield from self._act(act)
        if not (claims or self.instance.acts):
            yield "  :: false"
        yield from ("  od", "}")

    def _firsts(self) -> Iterator[str]:
        several = [field for field in self.fields if len(field.initials) > 1]
        if several:
            choices = "; ".join(f"if {self._choice(field)} fi" for field in several)
            yield f"  atomic {{ {choices} }};"

    def _choice(self, field: Field) -> str:
        name = self.now[field]
        return " ".join(f":: {name} = {self.write.value(one)}" for one in field.initials)

    def _act(self, act: Act) -> Iterator[str]:
        yield f"  :: d_step {{ /* {act.name} */ {self.write(act.possible)} ->"
        kept = _read_elsewhere(act)
        yield from (f"      {self.next[f]} = {self.write(n)};" for f, n in kept.items())
        for field, node in act.after.items():
            if field not in kept:
                yield f"      {self.now[field]} = {self.write(node)};"
        yield from (f"      {self.now[f]} = {self.next[f]}; {self.next[f]} = 0;" for f in kept)
        yield "      skip }"


def _read_elsewhere(act: Act) -> dict[Field, Expression]:
    """Return what a move leaves in those fields on which what it leaves in others depends."""
    others = {
        f: {r.field for g, n in act.after.items() if g is not f for r in reads(n)}
        for f in act.after
    }
    return {field: node for field, node in act.after.items() if field in others[field]}


def _sort(field: Field) -> str:
    if field.sort is bool:
        return "bool"
    if isinstance(field.sort, range):
        inside = field.sort.start >= 0 and field.sort.stop <= BYTE
        return "byte" if inside else "short"
    return "byte" if len(members(field.sort)) <= BYTE else "short"
