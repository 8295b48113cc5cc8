"""The pinned table of rules: each flow as text, a line for each rule, kept beside its claims.

It is no proof: it notices any change of a rule, so that nobody needs a claim that restates one.
`python -m properties.analyses.pinned` writes the tables anew; that belongs into the commit that
changes the rule, and the difference is to be read there.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from model.flows import FLOWS, flow
from model.language.checks import named_cites
from model.language.events import Scope
from model.language.expressions import conjuncts
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import members, words_of
from model.language.transitions import Transition
from model.language.words import under_names

CLAIMS = Path(__file__).parents[1]
HOME = {Scope.POINT: "a point", Scope.PROVIDER: "a provider", Scope.INDUSTRY: "the industry"}
ANEW = (
    "write it anew with `python -m properties.analyses.pinned`, in the commit that changes the rule"
)


def table(pinned: Flow) -> list[str]:
    """Return the lines of a flow: each machine with its fields, and then its rules in order."""
    return [line for machine in pinned.machines for line in _of_machine(pinned, machine)]


def path_of(name: str) -> Path:
    """Return the file that keeps the table of a flow of the project."""
    return CLAIMS / name / "rules.txt"


def text_of(name: str) -> str:
    """Return what should be in the file of a flow of the project."""
    return "".join(f"{line}\n" for line in table(flow(name)))


def difference(kept: str, lines: list[str]) -> str:
    """Return in one line where a table that is kept differs, empty where it does not."""
    before = kept.splitlines()
    gone = [f"is no rule any more: {line}" for line in before if line not in lines]
    new = [f"is not in the table: {line}" for line in lines if line not in before]
    if before != lines:
        return (gone + new + ["the rules stand in another order, or another number of times"])[0]
    return ""


def _of_machine(pinned: Flow, machine: Machine) -> Iterator[str]:
    for field in machine.all_fields:
        sort = ", ".join(words_of(value) for value in members(field.sort))
        first = " or ".join(words_of(value) for value in pinned.initials(field))
        yield f"{machine} of {HOME[machine.scope]}: {field.name} is one of {sort}; at first {first}"
    yield from (f"{machine}: {_of_rule(rule)}" for rule in machine.transitions)


@lru_cache(maxsize=4096)  # mutants and variants share most of their rules
def _of_rule(rule: Transition) -> str:
    cites = dict.fromkeys(" ".join((rule.cites, *named_cites(rule.when))).split())
    parts = {
        "when": under_names(rule.when) if list(conjuncts(rule.when)) else "",
        "then": ", ".join(f"{f.name} := {under_names(node)}" for f, node in rule.then.items()),
        "breaches": rule.breaches,
        "to no effect": rule.powerless,
        "cites": " ".join(cites),
    }
    source = " or ".join(map(words_of, rule.source))
    target = "stays" if rule.target is None else f"to {words_of(rule.target)}"
    head = f"{rule.event}, of {HOME[rule.event.scope]}, by {rule.actor}, from {source} {target}"
    return "; ".join([head, *(f"{part} {said}" for part, said in parts.items() if said)])


if __name__ == "__main__":
    every = [(path_of(name), text_of(name)) for name in FLOWS]  # all before one is written
    for path, text in every:
        path.write_text(text, encoding="utf-8")
