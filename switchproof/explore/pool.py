"""Things written once each, and named by their numbers."""

import json
from enum import Enum

from model.language.events import Event, Happens
from model.language.expressions import Apply, Const, Expression, Field, Quantified, Read, Whose
from model.language.expressions import Named as NamedCondition
from model.language.parties import Party
from model.language.sorts import Sort, Value, members, words_of
from switchproof.telling.sentences import the
from switchproof.telling.towards import TIME

OWN_OR = (Whose.OWN, Whose.OTHER_POINT, Whose.OTHER_PROVIDER)


class Pool:
    """Rows of one kind; a row that is there already keeps its number."""

    def __init__(self) -> None:
        self.rows: list[object] = []
        self._numbers: dict[str, int] = {}

    def number(self, row: object) -> int:
        """Return the number of a row."""
        key = json.dumps(row)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


def encoded(value: Value) -> bool | int:
    """Return a value as the page has it: of an Enum, its place."""
    return members(type(value)).index(value) if isinstance(value, Enum) else value


class Said:
    """Sorts, fields, events, parties and expressions of a flow, each written once."""

    def __init__(self) -> None:
        self.sorts, self.fields, self.events, self.nodes = Pool(), Pool(), Pool(), Pool()
        self.parties = Pool()
        self._known: dict[Expression, int] = {}

    def sort(self, sort: Sort) -> int:
        """Return the number of a sort."""
        if isinstance(sort, range):
            return self.sorts.number({"from": sort.start, "to": sort.stop - 1})
        words = [words_of(value) for value in members(sort)]
        names = [v.name if isinstance(v, Enum) else str(v) for v in members(sort)]
        kind = "truth" if sort is bool else sort.__name__
        return self.sorts.number({"kind": kind, "words": words, "names": names})

    def field(self, field: Field) -> int:
        """Return the number of a field."""
        if field not in self._known:
            row = {"name": field.name, "sort": self.sort(field.sort), "told": field.told}
            self._known[field] = self.fields.number(row)
        return self._known[field]

    def event(self, event: Event) -> int:
        """Return the number of an event."""
        row = {"name": str(event), "scope": int(event.scope), "told": event.told}
        return self.events.number({**row, "actor": self.party(event.by)})

    def party(self, party: Party | None) -> int | None:
        """Return the number of who acts; nothing where nobody is said to."""
        if party is None:
            return None
        name = str(party)
        return self.parties.number({"name": name, "the": the(party), "time": name == TIME})

    def node(self, node: Expression) -> int:
        """Return the number of an expression, without its names."""
        if node not in self._known:
            self._known[node] = self._numbered(node)
        return self._known[node]

    def _numbered(self, node: Expression) -> int:
        match node:
            case NamedCondition(body=body):
                return self.node(body)
            case Apply(operator=operator, arguments=arguments):
                return self.nodes.number([operator, *map(self.node, arguments)])
            case Const(value=value):
                return self.nodes.number(["value", encoded(value)])
            case Read(field=field, whose=whose, after=after):
                return self.nodes.number(["read", self.field(field), OWN_OR.index(whose), after])
            case Quantified(quantifier=quantifier, body=body):
                return self.nodes.number(["quantified", quantifier.name, self.node(body)])
            case Happens(events=events):
                return self.nodes.number(["happens", *map(self.event, events)])
            case other:
                raise TypeError(other)
