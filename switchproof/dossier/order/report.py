"""All that is said of the orders of the steps, as plain rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import factorial

from model.handover.change import FALL_BACK
from model.language.words import words
from model.steps.flow import FLOW, LATE, STEPS
from properties.analyses.orders.costs import Cost, costs, lateness
from properties.analyses.orders.demands import demand
from properties.analyses.orders.described import (
    Before,
    Clause,
    Description,
    described,
    exact,
    said_in,
)
from properties.analyses.orders.found import SafeOrders, found
from properties.analyses.orders.one_order import judged, missed
from properties.analyses.orders.views import Broken, PointViews
from properties.analyses.orders.ways_back import Closing, closings
from properties.analyses.orders.words import Order
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement
from properties.steps import COSTS, HOLDING
from switchproof.dossier.order.format import (
    AskedRow,
    BeforeRow,
    CostRow,
    LateRow,
    NoWayBackRow,
    OrderReport,
    SaidRow,
    StepRow,
)
from switchproof.dossier.order.whys import why_row
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE

WORDS = tuple(STEPS)


def report(order: Order | None, budget: Budget) -> OrderReport:
    """Return what is said of all orders, and of one; raises Spent where a limit is reached."""
    with budget:
        told = _Telling(_found(budget))
        rows = told.report(order)
    rows["exit"] = status(rows)
    return rows


def _found(budget: Budget) -> SafeOrders:
    safe = found(
        tuple(STEPS.values()), PointViews(FLOW, (*STEPS.values(),), HOLDING, budget, FALL_BACK)
    )
    if isinstance(safe, Broken):
        raise Disagreement(f"'{safe.claim.id}' is broken before any step is taken")
    return safe


@dataclass(frozen=True, eq=False)
class _Telling:
    safe: SafeOrders

    @cached_property
    def whole(self) -> Description:
        return described(self.safe.safe)

    def report(self, order: Order | None) -> OrderReport:
        whole, safe = self.whole, self.safe
        return {
            "no_way_back": [_no_way_back(one) for one in closings(safe, FALL_BACK)],
            "steps": [_step(word) for word in WORDS],
            "precedences": [self._demanded(part) for part in whole.covers],
            "clauses": [self._demanded(clause) for clause in whole.clauses],
            "exact": exact(whole, safe.safe),
            "fewest": whole.fewest,
            "costs": [_cost(one) for one in costs(safe, COSTS)],
            "late": self._late(),
            "safe": safe.safe.count,
            "of": factorial(len(WORDS)),
            "asked": None if order is None else self._asked(order),
            "exit": AS_EXPECTED,
        }

    def _demanded(self, part: Before | Clause) -> SaidRow:
        why = demand(self.safe, self.whole, part).why
        return {"any_of": _befores(part), "demanded": why_row(FLOW, why) if why else None}

    def _late(self) -> LateRow:
        told = lateness(self.safe, self.whole, WORDS.index(LATE), COSTS)
        return {
            "step": LATE,
            "waiting": _words(told.waiting),
            "free": _words(told.free),
            "costs": [_cost(one) for one in told.costs],
        }

    def _asked(self, order: Order) -> AskedRow:
        found = judged(self.safe, order)
        at = None if found.place is None else WORDS[order[found.place]]
        return {
            "order": [WORDS[letter] for letter in order],
            "fate": found.fate.value,
            "at": at,
            "number": None if found.place is None else found.place + 1,
            "breaks": [self._demanded(part) for part in missed(self.whole, order)],
            "why": why_row(FLOW, found.why) if found.why else None,
        }


def _befores(part: Before | Clause) -> list[BeforeRow]:
    return [{"first": WORDS[x], "then": WORDS[y]} for x, y in said_in(part)]


def _words(letters: Iterable[int]) -> list[str]:
    return [WORDS[letter] for letter in sorted(letters)]


def _step(word: str) -> StepRow:
    event = STEPS[word]
    rules = [rule for machine in FLOW.machines for rule in machine.rules_of(event)]
    cited = (id_ for rule in rules for id_ in rule.cites.split() if id_ != "A-total")
    return {
        "word": word,
        "event": str(event),
        "decided_by": str(event.by),
        "cites": list(dict.fromkeys(cited)),
    }


def _no_way_back(one: Closing) -> NoWayBackRow:
    word = WORDS[one.letter]
    return {
        "step": word,
        "decided_by": str(STEPS[word].by),
        "why": why_row(FLOW, one.shown) if one.shown else None,
    }


def _cost(one: Cost) -> CostRow:
    return {"what": words(one.what), "since": _words(one.since), "always": one.always}


def status(rows: OrderReport) -> int:
    """Return the exit status that a report comes to."""
    parts = (*rows["precedences"], *rows["clauses"])
    good = rows["exact"] and all(part["demanded"] for part in parts)
    asked = rows["asked"]
    return AS_EXPECTED if good and (asked is None or asked["fate"] == "safe") else SURPRISE
