"""Runs of a suite as rows of a log, and their mutants: something dropped, swapped, repeated, wrong.

`python -m tests.logs.test_suites_conform` lists those of css that the flow can show.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from properties.analyses.monitor.monitor import Letter
from switchproof.logs.basis import Basis, Interval

HOUR, BEGIN = 3_600_000_000, 1_700_000_000_000_000
Facts = dict[str, bool | str]


@dataclass(frozen=True)
class Mutant:
    """Letters that a log has for a case, and what became of the run."""

    kind: str
    at: int
    letters: tuple[Letter, ...]

    @property
    def said(self) -> str:
        events = ", ".join(one.event for one in self.letters[max(0, self.at - 2) : self.at + 2])
        return f"{self.kind} at {self.at + 1}: ..., {events}, ..."


def mutants(run: Sequence[Letter], every: Sequence[Letter]) -> Iterator[Mutant]:
    """Each single fault in the letters of a run; those that change nothing are left out."""
    whole = tuple(run)
    parties = list(dict.fromkeys(one.actor for one in every))
    events = {one.event: one for one in every if not any(v is False for _, v in one.facts)}
    for n, one in enumerate(whole):
        before, after = whole[:n], whole[n + 1 :]
        yield Mutant("drop", n, (*before, *after))
        yield Mutant("repeat", n, (*before, one, one, *after))
        if after and after[0] != one:
            yield Mutant("swap", n, (*before, after[0], one, *after[1:]))
        for other in list(events.values())[n % len(events) :][:2]:
            if (other.event, other.member) != (one.event, one.member):
                yield Mutant("other event", n, (*before, other, *after))
        others = [party for party in parties if party != one.actor] or ["nobody"]
        wrong = replace(one, actor=others[n % len(others)])
        yield Mutant("wrong actor", n, (*before, wrong, *after))


def facts_of(words: Sequence[Sequence[Letter]], every: Sequence[Letter]) -> list[list[Facts]]:
    """All facts at each row: as its letter has them, and true where it asks nothing of them."""
    names = dict.fromkeys(name for one in every for name, _ in one.facts)
    return [[{**dict.fromkeys(names, True), **dict(one.facts)} for one in word] for word in words]


def case(number: int) -> str:
    return f"{number:013}"


def log(
    words: Sequence[Sequence[Letter]], every: Sequence[Letter], parties: Sequence[str]
) -> tuple[pa.Table, Basis, list[list[dict[str, Any]]]]:
    """Words as a log, each row with an hour and facts of its own; and the rows of each case."""
    rows, spans, hour = list[list[dict[str, Any]]](), list[Interval](), 0
    for number, (word, facts) in enumerate(zip(words, facts_of(words, every), strict=True)):
        rows.append([])
        for one, here in zip(word, facts, strict=True):
            time, hour = BEGIN + hour * HOUR, hour + 1
            told = {"event": one.event, "actor": one.actor, "member": one.member}
            rows[-1].append({"case": case(number), "time": time, **told})
            spans += [
                Interval(None, name, time, time + HOUR, value)
                for name, value in here.items()
                if value is not False
            ]
    flat = [row for some in rows for row in some]
    table = pa.Table.from_pylist(
        flat, pa.schema([(n, pa.string()) for n in flat[0]]).set(1, pa.field("time", pa.int64()))
    )
    instants = table["time"].cast(pa.timestamp("us", "UTC"))
    return table.set_column(1, "time", instants), Basis(tuple(parties), tuple(spans)), rows
