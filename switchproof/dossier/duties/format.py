"""What `duties --format json` prints: one object, of the rows below.

{
  "regimes": today's and the new one, each: {
    "flow", "title",
    "duties": each with who owes, performs and is owed, the clauses, `self_owed` (when obligor and
              beneficiary are one legal person), who holds it then, and "answers": each with the
              question, "yes", "no" or null (not known), whether that is the good answer, why a bad
              one is known, why it is a surprise, and the shortest run that shows it
    "conflicts":  pairs of which one can only be breached
    "pattern":    who answers for whom, and the verdict on the pattern of 2.1-d
    "cannot", "may_not", "to_no_effect":  the events that the system can refuse, that can be a
              breach, and that can happen to no effect
  }
  "transfer":   what is wrong with who holds today's duties then, one line each
  "removed":    today's duties that are removed on purpose, with the clause
  "none_self_owed_after_a_split":  the verdict on that claim
  "conflicts_to_the_letter":       conflicts if receiving only forbids answers too
  "exit":       0 as expected, 1 a surprise, 3 something undecided and nothing worse
}
"""

from typing import TypedDict

from switchproof.verify.format import RunRow

FORMAT = __doc__  # what `duties --help` shows


class AnswerRow(TypedDict):
    """A question, and its answer."""

    question: str
    answer: str | None
    good: bool
    why: str | None
    surprise: str | None
    steps: int | None
    run: RunRow | None


class DutyRow(TypedDict):
    """A duty, and its answers."""

    name: str
    matter: str
    about: str
    how: str
    obligor: str
    performer: str
    beneficiary: str
    delivered_to: str | None
    instrument: str
    cites: list[str]
    strict: bool
    in_force: str
    self_owed: str | None
    ends: list[str]
    succeeds: str | None
    before: str | None
    held_then_by: list[str]
    follows: str | None
    answers: list[AnswerRow]


class ConflictRow(TypedDict):
    """Two duties of which one can only be breached."""

    owed: str
    forbidden_by: str
    steps: int
    run: RunRow


class AnswersRow(TypedDict):
    """Who answers for whom, in which matters."""

    principal: str
    agent: str
    matters: list[str]
    cites: list[str]


class PatternRow(TypedDict):
    """The pattern of 2.1-d in one regime."""

    sentence: str
    verdict: str
    loose_ends: list[str]
    answers: list[AnswersRow]


class RegimeRow(TypedDict):
    """The duties of one regime."""

    flow: str
    title: str
    duties: list[DutyRow]
    conflicts: list[ConflictRow]
    pattern: PatternRow
    cannot: list[str]
    may_not: list[str]
    to_no_effect: list[str]


class DutiesReport(TypedDict):
    """All that is said of the duties."""

    regimes: list[RegimeRow]
    transfer: list[str]
    removed: dict[str, str]
    none_self_owed_after_a_split: str
    conflicts_to_the_letter: list[ConflictRow]
    exit: int
