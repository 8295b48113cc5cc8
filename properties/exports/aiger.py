"""A flow as a circuit in the format AIGER, for ABC and its relatives: a claim that breaks is `bad`.

In the first step the inputs choose the first state, in each later one the move; until then nothing
is bad. A move that is not possible changes nothing. A number beyond the last means the last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.expressions import Field
from model.language.sorts import members
from properties.exports.bits import Signals, signals
from properties.exports.circuit import FALSE, TRUE, Circuit
from properties.exports.claimed import StateClaim
from properties.exports.instance import Instance


@dataclass(frozen=True)
class Aiger:
    """A circuit: how many inputs, what each latch becomes, what is bad, and the gates."""

    inputs: tuple[str, ...]
    latches: tuple[tuple[str, int], ...]
    bad: tuple[tuple[str, int], ...]
    gates: tuple[tuple[int, int, int], ...]

    @property
    def header(self) -> str:
        """Return the sizes: of all, inputs, latches, outputs, gates, and bad signals."""
        i, n, g = len(self.inputs), len(self.latches), len(self.gates)
        return f"{i + n + g} {i} {n} 0 {g} {len(self.bad)}"

    def symbols(self) -> Iterator[str]:
        """Yield the names of inputs, latches and bad signals."""
        yield from (f"i{n} {name}" for n, name in enumerate(self.inputs))
        yield from (f"l{n} {name}" for n, (name, _) in enumerate(self.latches))
        yield from (f"b{n} {name}" for n, (name, _) in enumerate(self.bad))


def aiger(instance: Instance, claims: Sequence[StateClaim]) -> str:
    """Return the text of an instance, with claims that must hold of every reachable state."""
    made = circuit(instance, claims)
    first = len(made.inputs) + 1
    lines = [f"aag {made.header}", *(f"{2 * n}" for n in range(1, first))]
    lines += [f"{2 * n} {after}" for n, (_, after) in enumerate(made.latches, start=first)]
    lines += [str(signal) for _, signal in made.bad]
    lines += [f"{gate} {one} {two}" for gate, one, two in made.gates]
    return "".join(f"{line}\n" for line in [*lines, *made.symbols(), "c", instance.title])


def circuit(instance: Instance, claims: Sequence[StateClaim]) -> Aiger:
    """Return an instance as a circuit."""
    return _Circuit(instance).made(claims)


def _bits(count: int) -> int:
    return max(count - 1, 0).bit_length()


class _Circuit:
    def __init__(self, instance: Instance) -> None:
        self.instance, self.fields = instance, list(instance.fields.values())
        firsts = [_bits(len(field.initials)) for field in self.fields]
        widths = {field: _bits(len(members(field.sort))) for field in self.fields}
        moves = _bits(len(instance.acts))
        self.inputs = [f"move bit {n}" for n in range(moves)]
        self.inputs += [
            f"first {field.name} bit {n}"
            for field, width in zip(self.fields, firsts, strict=True)
            for n in range(width)
        ]
        self.latches = [
            f"{field.name} bit {n}" for field in self.fields for n in range(widths[field])
        ]
        self.gates = Circuit(len(self.inputs) + len(self.latches) + 1)
        leaves = iter(range(2, 2 * self.gates.leaves + 1, 2))
        self.move = self._numbers([next(leaves) for _ in range(moves)], len(instance.acts))
        self.first = {
            field: self._numbers([next(leaves) for _ in range(width)], len(field.initials))
            for field, width in zip(self.fields, firsts, strict=True)
        }
        self.started = next(leaves)
        self.now: dict[Field, Signals] = {}
        for field in self.fields:
            bits = [next(leaves) for _ in range(widths[field])]
            every = members(field.sort)
            self.now[field] = dict(zip(every, self._numbers(bits, len(every)), strict=True))

    def _numbers(self, bits: Sequence[int], count: int) -> list[int]:
        """Return for each number the signal that bits say it; what is over says the last."""
        found = [
            self.gates.all_of(bit ^ (not number >> n & 1) for n, bit in enumerate(bits))
            for number in range(count)
        ]
        return [*found[:-1], self.gates.any_of(found[:-1]) ^ 1] if found else []

    def made(self, claims: Sequence[StateClaim]) -> Aiger:
        after = self._after()
        latches = [("started", TRUE)]
        names = iter(self.latches)
        for field in self.fields:
            every = members(field.sort)
            for n in range(_bits(len(every))):
                bit = self.gates.any_of(after[field][v] for k, v in enumerate(every) if k >> n & 1)
                latches.append((next(names), bit))
        bad = [(claim.id, self._bad(claim)) for claim in claims]
        gates = tuple((gate, *pair) for pair, gate in self.gates.gates.items())
        return Aiger(tuple(self.inputs), tuple(latches), tuple(bad), gates)

    def _bad(self, claim: StateClaim) -> int:
        return self.gates.both(self.started, signals(self.gates, claim.body, self.now)[False])

    def _after(self) -> dict[Field, Signals]:
        """Return what each field becomes: a first value at first, and then what a move leaves."""
        c, after = self.gates, dict(self.now)
        for act, chosen in zip(self.instance.acts, self.move, strict=True):
            taken = c.both(chosen, signals(c, act.possible, self.now)[True])
            for field, node in act.after.items():
                new, old = signals(c, node, self.now), after[field]
                after[field] = {v: c.either(taken, new.get(v, FALSE), s) for v, s in old.items()}
        return {
            field: {
                value: c.either(self.started, signal, self._starts(field, value))
                for value, signal in after[field].items()
            }
            for field in self.fields
        }

    def _starts(self, field: Field, value: object) -> int:
        pairs = zip(field.initials, self.first[field], strict=True)
        return self.gates.any_of(signal for first, signal in pairs if first == value)
