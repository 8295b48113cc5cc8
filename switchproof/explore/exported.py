"""A flow with its variants and readings as data, for the page to run."""

from collections.abc import Iterator
from typing import Any

from model.language.claims import Ahead, Claim, Compared, Sometimes, Step, speaks_of_a_step
from model.language.duties import Duty
from model.language.expressions import Named, conjuncts
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.parties import Party
from model.language.sources import digest
from model.language.transitions import Transition
from model.language.words import words
from model.refused import called
from switchproof.deciding.load import Loaded
from switchproof.explore.pool import Pool, Said, encoded
from switchproof.explore.resting import rule_named
from switchproof.telling.towards import named_in

Row = dict[str, Any]


class FlowForPage:
    """A flow, and all that is otherwise in its variants and readings."""

    def __init__(self, one: Loaded) -> None:
        self.one, self.said = one, Said()
        self.rules, self.machines, self.duties = Pool(), Pool(), Pool()
        self._numbers: dict[tuple[Machine, tuple[Party, ...]], int] = {}

    def data(self) -> Row:
        """Return it as data, with all that may be otherwise and what is claimed."""
        return self._data(self.versions, list(self._claims()))

    def alone(self) -> Row:
        """Return the flow as it stands as data, with what is claimed of it."""
        return self._data([self._version("flow", "", "", self.one.flow)], list(self._claims()))

    def _data(self, versions: list[Row], claims: list[Row]) -> Row:
        flow = self.one.flow
        return {
            "name": flow.name,
            "source": self.one.source,
            "title": flow.title,
            "sorts": self.said.sorts.rows,
            "fields": self.said.fields.rows,
            "nodes": self.said.nodes.rows,
            "parties": self.said.parties.rows,
            "rules": self.rules.rows,
            "machines": self.machines.rows,
            "duties": self.duties.rows,
            "claims": claims,
            "versions": versions,
            "events": with_ids(self.said.events.rows),
        }

    @property
    def versions(self) -> list[Row]:
        """Return the flow as it stands, and of each reading and variant what it has otherwise."""
        one = self.one
        told = [("flow", "", "", one.flow)]
        told += [("reading", r.name, r.says, r.flow) for r in one.readings if r.flow]
        told += [("variant", v.name, v.why, v.flow) for v in one.variants]
        first, *others = [self._version(*version) for version in told]
        return [first, *({k: v for k, v in o.items() if v != first[k]} for o in others)]

    def _version(self, kind: str, name: str, says: str, flow: Flow) -> Row:
        initials = {f: flow.initials(f) for f in flow.fields}
        return {
            "kind": kind,
            "name": name,
            "says": says,
            "id": digest(kind, name)[:4],
            "machines": [self._machine(machine, flow) for machine in flow.machines],
            "starts": {self.said.field(f): list(map(encoded, v)) for f, v in initials.items()},
            "duties": [self._duty(duty) for duty in flow.duties],
            "claimed": self._claimed(flow),
        }

    def _machine(self, machine: Machine, flow: Flow) -> int:
        """Return the number of a machine, which most versions have as it stands."""
        key = machine, tuple(flow.parties)
        if key not in self._numbers:
            self._numbers[key] = self._new_machine(machine, flow)
        return self._numbers[key]

    def _new_machine(self, machine: Machine, flow: Flow) -> int:
        return self.machines.number(
            {
                "name": str(machine),
                "called": called(machine),
                "scope": int(machine.scope),
                "fields": [self.said.field(field) for field in machine.all_fields],
                "observer": machine.observer,
                "rules": [self._rule(machine, rule, flow) for rule in machine.transitions],
            }
        )

    def _rule(self, machine: Machine, rule: Transition, flow: Flow) -> int:
        own = [
            [self.said.node(c), words(c), c.cites if isinstance(c, Named) else ""]
            for c in conjuncts(rule.when)
        ]
        return self.rules.number(
            {
                "event": self.said.event(rule.event),
                "source": [encoded(state) for state in rule.source],
                "target": None if rule.target is None else encoded(rule.target),
                "when": self.said.node(rule.when),
                "needs": own,
                "then": [[self.said.field(f), self.said.node(n)] for f, n in rule.then.items()],
                "actor": self.said.party(rule.actor),
                "to": named_in(flow, rule.event, rule.actor),
                "moves": rule.moves,
                "cites": rule.cites.split(),
                "breaches": rule.breaches,
                "powerless": rule.powerless,
                "called": rule_named(machine, rule),
            }
        )

    def _duty(self, duty: Duty) -> int:
        through = f", through {duty.performer}" if duty.by_agent else ""
        owed = f"{duty.obligor} to {duty.beneficiary}, '{duty.name}'{through}"
        return self.duties.number(
            {
                "name": duty.name,
                "says": f"{owed} ({', '.join(duty.cites.split())})",
                "obligor": str(duty.obligor),
                "instrument": duty.instrument,
                "force": self.said.node(duty.in_force),
                "bound": self.said.node(duty.obligor.bound_by(duty.instrument)),
            }
        )

    def _claimed(self, flow: Flow) -> list[int | None]:
        """Return what each claim says of a flow; nothing of those that compare tables."""
        return [
            None if isinstance(claim, Compared) else self.said.node(claim.of(flow))
            for claim in self.one.claims
        ]

    def _claims(self) -> Iterator[Row]:
        for claim in self.one.claims:
            yield {
                "id": claim.id,
                "kind": claim.kind,
                "sentence": claim.sentence,
                "cites": claim.cites.split(),
                "to": self.said.node(claim.to) if isinstance(claim, Ahead) else None,
                "of": self._of(claim),
            }

    def _of(self, claim: Claim) -> str:
        """Return of what a claim is: of states, steps, what is ahead, or tables of rules."""
        if isinstance(claim, Compared):
            return "tables"
        if isinstance(claim, Ahead):
            return "ahead"
        stepwise = isinstance(claim, Step) or speaks_of_a_step(claim.of(self.one.flow))
        some = "some " if isinstance(claim, Sometimes) else ""
        return f"{some}{'step' if stepwise else 'state'}"


def with_ids(rows: list[Any]) -> list[Row]:
    """Return events with a short name each, which is the same as long as its own name is."""
    ids = {row["name"]: digest(row["name"]) for row in rows}
    length = next(n for n in range(3, 65) if len({i[:n] for i in ids.values()}) == len(ids))
    return [{**row, "id": ids[row["name"]][:length]} for row in rows]
