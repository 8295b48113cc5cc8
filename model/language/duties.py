"""What a duty is: who owes what to whom and how, when it is owed, and what ends or breaks it.

Expressions over the flow say when it is in force and when something is owed; events say what
performs it, what breaks it and when its time is up. Whether it was kept is no part of it: that
is an observer's (`compliance.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from model.language.conditions import all_of
from model.language.errors import IllFormed, Place, here
from model.language.events import Event, Scope
from model.language.expressions import (
    FALSE,
    TRUE,
    Const,
    Expression,
    need_own,
    take_truths,
    unnamed,
)
from model.language.families import no_family
from model.language.given import called, check_kinds, check_texts, take
from model.language.parties import OnePerson, Party, Via
from model.language.remedies import Remedy

CONDITIONS = ("in_force", "outstanding", "performed_when", "suspended_while", "barred")


class How(Enum):
    """What the obligor has to do about it."""

    DO = "does it"
    SEE_TO_IT = "sees to it"
    REFRAIN = "sees that it is not done"


@dataclass(frozen=True)
class Consequence:
    """What follows a breach: a power, a second duty, or what was not read, so is not known."""

    power: Event | None = None
    duty: str = ""
    unread: str = ""
    cites: str = ""

    def __post_init__(self) -> None:
        check_texts(self, "a consequence", None)
        check_kinds(self, "a consequence", None, power=Event | None)
        if sum((self.power is not None, bool(self.duty), bool(self.unread))) != 1:
            raise IllFormed("a consequence is a power, a second duty, or what was not read")


@dataclass(frozen=True, eq=False)
class Duty:
    """Who owes what to whom, through which agent, while what holds, and from which clause.

    A duty with `breached_by` is one to refrain. `deadline` is the event at which what is
    outstanding is late, and `strict` says that it is late whatever stood in the way; `barred` is
    where the system refuses all that would perform it. `succeeds` is the duty whose place it
    takes, and `before` says what becomes of what that one left undone. `cites` is for what
    creates it, `ends` for what ends it.
    """

    name: str
    matter: str
    obligor: Party
    performer: Party
    beneficiary: Party
    instrument: str
    in_force: Expression
    cites: str
    about: str = "each metering point"
    delivered_to: str = ""
    scope: Scope = Scope.POINT
    outstanding: Expression = FALSE
    performed_by: tuple[Event, ...] = ()
    performed_when: Expression = TRUE
    breached_by: tuple[Event, ...] = ()
    deadline: Event | None = None
    strict: bool = True
    suspended_while: Expression = FALSE
    barred: Expression = FALSE
    consequence: Consequence | None = None
    succeeds: "Duty | None" = None
    before: str = ""
    ends: str = ""
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = called("duty", self.name)
        check_texts(self, where, self.place, "name", "matter", "instrument", "about")
        take(self, where, self.place, performed_by=Event, breached_by=Event)
        self._check_kinds(where)
        take_truths(self, where, self.place, *CONDITIONS)
        for name in CONDITIONS:
            need_own(getattr(self, name), f"{where}: '{name}'", self.place.at(self, name))
        power = self.consequence and self.consequence.power
        events = (*self.marking, power) if power else self.marking
        for said in (*(getattr(self, name) for name in CONDITIONS), *events):
            no_family(said, f"duty '{self.name}'", self.place)
        if not self.cites:
            raise IllFormed(f"{where} cites nothing", self.place.at(self, "cites"))
        for event in self.marking:
            if event.scope < self.scope:
                message = f"{where} is owed at wider scope than '{event}' has"
                at = self.place.at(self, "scope")
                raise IllFormed(f"{message}; give it the scope of its events", at)

    def _check_kinds(self, where: str) -> None:
        who = {"obligor": Party, "performer": Party, "beneficiary": Party}
        check_kinds(self, where, self.place, **who, scope=Scope, deadline=Event | None)
        check_kinds(self, where, self.place, consequence=Consequence | None, succeeds=Duty | None)

    @property
    def by_agent(self) -> bool:
        """Tell whether another performs it, for whom the obligor answers."""
        return self.performer is not self.obligor

    @property
    def how(self) -> How:
        """Return whether the obligor does it, sees to it, or sees that it is not done."""
        if self.breached_by:
            return How.REFRAIN
        return How.SEE_TO_IT if self.by_agent else How.DO

    @property
    def marking(self) -> tuple[Event, ...]:
        """Return the events that perform it, that break it, and at which its time is up."""
        timed = () if self.deadline is None else (self.deadline,)
        return tuple(dict.fromkeys((*timed, *self.performed_by, *self.breached_by)))

    @property
    def owed_now(self) -> Expression:
        """Say that it is in force and not suspended, and that something is outstanding."""
        owed = all_of(self.in_force, self.outstanding)
        return owed if is_never(self.suspended_while) else owed & ~self.suspended_while

    @property
    def late(self) -> Expression:
        """Say that its time, if it is up now, is up too soon: without excuse if it is strict."""
        return self.owed_now if self.strict else all_of(self.owed_now, ~self.barred)

    @property
    def can_be_barred(self) -> bool:
        """Tell whether anything at all is said to bar or suspend it."""
        return not (is_never(self.barred) and is_never(self.suspended_while))

    @property
    def remedies(self) -> tuple[tuple[Expression, Remedy], ...]:
        """Return what may be done about its breach, and while what holds.

        They come with what ties the obligor to its instrument, and with the agent's contract.
        """
        ties = [t for t in self.obligor.ties if t.instrument == self.instrument]
        if self.by_agent:
            ties += [t for t in self.performer.ties if t.via is Via.CONTRACT]
        return tuple((tie.while_, remedy) for tie in ties for remedy in tie.remedies)

    def owed_by_the_bound(self) -> Expression:
        """Say that it is in force and its obligor is bound by its instrument."""
        return all_of(self.in_force, self.obligor.bound_by(self.instrument))

    def owed_to_itself(self, who: OnePerson) -> Expression:
        """Say that it is in force, and that a legal person owes it to itself."""
        person = who.are(self.obligor, self.beneficiary)
        return FALSE if is_never(person) else all_of(self.in_force, person)

    @property
    def unbound(self) -> str:
        """Say that nobody bound can owe it, if no accession or licence ties its obligor to it."""
        if not is_never(self.obligor.bound_by(self.instrument)):
            return ""
        return f"{self.obligor} is not bound by the {self.instrument}"

    def bare(self, ends: str = "") -> "Duty":
        """Return it for a flow without its machines: who owes what, and nothing that happens."""
        return replace(
            self,
            outstanding=FALSE,
            performed_by=(),
            performed_when=TRUE,
            breached_by=(),
            deadline=None,
            barred=FALSE,
            suspended_while=FALSE,
            consequence=None,
            ends=ends,
        )


def is_never(node: Expression) -> bool:
    """Tell whether a condition is the constant that never holds."""
    bare = unnamed(node)
    return isinstance(bare, Const) and bare.value is False


@dataclass(frozen=True, eq=False)
class Answers:
    """That a principal answers for an agent in some matters, while what holds."""

    principal: Party
    agent: Party
    matters: tuple[str, ...]
    cites: str
    while_: Expression = TRUE

    def __post_init__(self) -> None:
        check_kinds(self, "an answering", None, principal=Party, agent=Party)
        where = f"the answering of {self.principal} for {self.agent}"
        check_texts(self, where, None)
        take(self, where, None, matters=str)
        take_truths(self, where, None, "while_")
        need_own(self.while_, f"{where}: 'while_'", None)
        no_family(self.while_, f"'while_' of {self.principal} for {self.agent}")


def circles(answers: Iterable[Answers]) -> tuple[str, ...]:
    """Return the agents that answer for themselves by going round, in one matter."""
    answers = tuple(answers)
    found = []
    for one in answers:
        for matter in one.matters:
            above = {a.agent: a.principal for a in answers if matter in a.matters}
            seen, at = set(), one.agent
            while at in above and at not in seen:
                seen.add(at)
                at = above[at]
            if at in above:
                found.append(f"{one.agent} in {matter}")
    return tuple(dict.fromkeys(found))
