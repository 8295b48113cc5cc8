"""Floor 0: the language of expressions, machines, flows and claims, and what a step means.

Nothing here knows of a particular flow, and nothing is imported but the standard library.
"""

from model.language.claims import (
    Always,
    CanStill,
    Claim,
    DoneBy,
    LeadsTo,
    Mirrors,
    Sometimes,
    Step,
    StuckOnly,
    Variant,
)
from model.language.composing.compose import compose
from model.language.composing.renaming import Renaming
from model.language.composing.rules import during, union
from model.language.conditions import (
    after,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    all_providers,
    any_of,
    at_most_one,
    at_other_point,
    at_other_provider,
    changed,
    choose,
    exactly_one,
    one_more,
    some_point,
    some_provider,
)
from model.language.doubts import Reading
from model.language.duties import Answers, Consequence, Duty
from model.language.each import each
from model.language.errors import IllFormed
from model.language.events import Event, Mishap, Scope, happens
from model.language.expressions import FALSE, TRUE, Expression, Field, Named
from model.language.families import Table, every
from model.language.flow import Flow
from model.language.interfaces import LoggedInterface, by_own_names
from model.language.machines import Machine
from model.language.owing import (
    each_obligor_is_bound,
    exactly_one_owes,
    in_force,
    owed_by_the_bound,
)
from model.language.parties import OnePerson, Party, Tie, Via
from model.language.remedies import Availability, Remedy
from model.language.rivals import (
    all_others,
    exactly_one_other,
    itself,
    no_other,
    of_any,
    other,
    some_other,
    the_others,
    whichever,
)
from model.language.sorts import up_to
from model.language.sources import Assumption, Clause, Fact
from model.language.transitions import STAYS, Transition

POINT, PROVIDER, INDUSTRY = Scope
BEFALLS, FAILURE = Mishap

__all__ = [
    "BEFALLS",
    "FAILURE",
    "FALSE",
    "INDUSTRY",
    "POINT",
    "PROVIDER",
    "STAYS",
    "TRUE",
    "Always",
    "Answers",
    "Assumption",
    "Availability",
    "CanStill",
    "Claim",
    "Clause",
    "Consequence",
    "DoneBy",
    "Duty",
    "Event",
    "Expression",
    "Fact",
    "Field",
    "Flow",
    "IllFormed",
    "LeadsTo",
    "LoggedInterface",
    "Machine",
    "Mirrors",
    "Mishap",
    "Named",
    "OnePerson",
    "Party",
    "Reading",
    "Remedy",
    "Renaming",
    "Scope",
    "Sometimes",
    "Step",
    "StuckOnly",
    "Table",
    "Tie",
    "Transition",
    "Variant",
    "Via",
    "after",
    "all_my_points",
    "all_of",
    "all_other_points",
    "all_others",
    "all_points",
    "all_providers",
    "any_of",
    "at_most_one",
    "at_other_point",
    "at_other_provider",
    "by_own_names",
    "changed",
    "choose",
    "compose",
    "during",
    "each",
    "each_obligor_is_bound",
    "every",
    "exactly_one",
    "exactly_one_other",
    "exactly_one_owes",
    "happens",
    "in_force",
    "itself",
    "no_other",
    "of_any",
    "one_more",
    "other",
    "owed_by_the_bound",
    "some_other",
    "some_point",
    "some_provider",
    "the_others",
    "union",
    "up_to",
    "whichever",
]
