"""`dossier duties`: who owes what to whom today and then, and what every duty must answer."""

import json
from argparse import Namespace

from model.css.licence import ONE_PERSON
from model.language.duties import Duty, is_never
from model.language.expressions import TRUE, Expression
from model.language.flow import Flow
from model.language.remedies import Remedy
from model.language.transitions import Stop
from model.language.words import words
from properties.analyses.duties.conflicts import Conflict, conflicts
from properties.analyses.duties.pattern import loose_ends, pattern
from properties.analyses.duties.questions import Answer, answers
from properties.analyses.duties.remedies import Shift, shifts
from properties.analyses.duties.stops import stops
from properties.analyses.duties.transfer import REMOVED, faults, holders
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.rows import run_row
from switchproof.dossier.duties.format import (
    AnswerRow,
    ConflictRow,
    DutiesReport,
    DutyRow,
    PatternRow,
    RegimeRow,
    RemedyRow,
    ShiftRow,
)
from switchproof.dossier.duties.known import known, surprise
from switchproof.dossier.duties.regimes import NONE_SELF_OWED, THEN, TO_THE_LETTER, TODAY, Answering
from switchproof.dossier.duties.text import text
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """Print the duties of both regimes and the answers, and return the exit status."""
    with Progress("asking of each duty what it must answer") as progress:
        regimes = [_regime(regime, asked.timeout, progress) for regime in (TODAY, THEN)]
        progress.what = "looking for duties that cannot both be obeyed"
        letter = [_conflict(TO_THE_LETTER, found) for found in conflicts(TO_THE_LETTER)]
        split = decide(THEN.flow, NONE_SELF_OWED, Budget(seconds=asked.timeout))
    report: DutiesReport = {
        "regimes": regimes,
        "transfer": list(faults(TODAY.flow, THEN.flow, REMOVED)),
        "remedies": [_shift(one) for one in shifts(TODAY.flow, THEN.flow)],
        "removed": dict(REMOVED),
        "none_self_owed_after_a_split": verdict_of(split),
        "conflicts_to_the_letter": letter,
        "exit": AS_EXPECTED,
    }
    report["exit"] = status(report)
    print(json.dumps(report, indent=2) if asked.format == "json" else text(report))
    return report["exit"]


def _regime(regime: Answering, seconds: float, progress: Progress) -> RegimeRow:
    flow = regime.flow
    rows: list[DutyRow] = []
    for number, duty in enumerate(flow.duties, start=1):
        progress.what = f"{flow.name}: duty {number} of {len(flow.duties)}"
        rows.append(_duty(flow, duty, seconds))
    progress.what = f"{flow.name}: who answers for whom, and what stops an actor"
    met = stops(flow)
    return {
        "flow": flow.name,
        "title": flow.title,
        "duties": rows,
        "conflicts": [_conflict(flow, found) for found in conflicts(flow)],
        "pattern": _pattern(regime, seconds),
        "cannot": list(met[Stop.CANNOT]),
        "may_not": list(met[Stop.BREACH]),
        "to_no_effect": list(met[Stop.NO_EFFECT]),
    }


def _duty(flow: Flow, duty: Duty, seconds: float) -> DutyRow:
    return {
        "name": duty.name,
        "matter": duty.matter,
        "about": duty.about,
        "how": duty.how.value,
        "obligor": duty.obligor.name,
        "performer": duty.performer.name,
        "beneficiary": duty.beneficiary.name,
        "delivered_to": duty.delivered_to or None,
        "instrument": duty.instrument,
        "cites": duty.cites.split(),
        "strict": duty.strict,
        "in_force": words(duty.in_force),
        "self_owed": self_owed_when(duty),
        "ends": duty.ends.split(),
        "succeeds": duty.succeeds.name if duty.succeeds is not None else None,
        "before": duty.before or None,
        "held_then_by": [h.name for h in holders(duty, THEN.flow)] if flow is TODAY.flow else [],
        "follows": _follows(duty),
        "remedies": [_remedy(while_, one) for while_, one in duty.remedies],
        "answers": [_answer(a) for a in answers(flow, duty, Budget(seconds=seconds))],
    }


def self_owed_when(duty: Duty) -> str | None:
    """Say when who owes a duty and to whom are one legal person; None where never."""
    person = ONE_PERSON.are(duty.obligor, duty.beneficiary)
    return None if is_never(person) else words(person)


def _follows(duty: Duty) -> str | None:
    follows = duty.consequence
    if follows is None or follows.unread:
        return None
    return str(follows.power) if follows.power else follows.duty


def _remedy(while_: Expression, one: Remedy) -> RemedyRow:
    return {
        "name": one.name,
        "by": one.by,
        "availability": one.availability.value,
        "while_": None if while_ is TRUE else words(while_),
        "cites": one.cites.split(),
        "why": one.why or None,
    }


def _shift(one: Shift) -> ShiftRow:
    return {
        "duty": one.duty.name,
        "goes_on_as": one.heir.name,
        "lost": [remedy.name for remedy in one.lost],
        "gained": [remedy.name for remedy in one.gained],
        "unclear": [remedy.name for remedy in one.unclear],
    }


def _answer(found: Answer) -> AnswerRow:
    return {
        "question": found.question.value,
        "answer": None if found.yes is None else ("yes" if found.yes else "no"),
        "good": found.is_good,
        "why": known(found.duty, found.question) or found.why or None,
        "surprise": surprise(found) or None,
        "steps": len(found.run) if found.run else None,
        "run": run_row(found.flow, found.run) if found.run else None,
        "unread": found.unread,
    }


def _conflict(flow: Flow, found: Conflict) -> ConflictRow:
    return {
        "owed": found.owed.name,
        "forbidden_by": found.forbids.name,
        "steps": len(found.run),
        "run": run_row(flow, found.run),
    }


def _pattern(regime: Answering, seconds: float) -> PatternRow:
    claim = pattern(regime.answers)
    found = decide(regime.flow, claim, Budget(seconds=seconds))
    return {
        "sentence": claim.sentence,
        "verdict": verdict_of(found),
        "loose_ends": list(loose_ends(regime.flow, regime.answers)),
        "answers": [
            {
                "principal": one.principal.name,
                "agent": one.agent.name,
                "matters": list(one.matters),
                "cites": one.cites.split(),
            }
            for one in regime.answers
        ],
    }


def verdict_of(found: Result) -> str:
    """Return a verdict in a word."""
    return found.verdict.value if found.verdict else "pending"


def status(report: DutiesReport) -> int:
    """Return the exit status that a report comes to."""
    said = [row for regime in report["regimes"] for d in regime["duties"] for row in d["answers"]]
    verdicts = [regime["pattern"]["verdict"] for regime in report["regimes"]]
    verdicts.append(report["none_self_owed_after_a_split"])
    wrong = [
        *(row["surprise"] for row in said if row["surprise"]),
        *report["transfer"],
        *(c["owed"] for regime in report["regimes"] for c in regime["conflicts"]),
        *(end for regime in report["regimes"] for end in regime["pattern"]["loose_ends"]),
        *(one for one in verdicts if one == Verdict.REFUTED.value),
    ]
    if wrong:
        return SURPRISE
    unknown = [row for row in said if row["answer"] is None and not row["unread"]]
    return UNDECIDED if unknown or Verdict.UNDECIDED.value in verdicts else AS_EXPECTED
