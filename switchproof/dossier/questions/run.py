"""`dossier questions`: the texts to ask for, by how much hangs on each."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator

from model.register import REGISTER
from model.register.unread import OpenQuestion
from switchproof.dossier.document import AUTHORS, NO_TEXT, QUESTIONS, TEXTS, foreseen
from switchproof.dossier.lines import wrapped
from switchproof.dossier.questions.format import QuestionRow, QuestionsReport, TextRow
from switchproof.dossier.questions.hanging import Cited, Hanging, Unsettled
from switchproof.dossier.trace.project import cited_by_findings, covered_by_all
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """Print every text with what hangs on it, and return the exit status."""
    with Progress("reading the definitions"):
        found = report()
    print(json.dumps(found, indent=2) if asked.format == "json" else "\n".join(_text(found)))
    return found["exit"]


def report() -> QuestionsReport:
    """Return every text with what it would settle; this loads every flow."""
    return {"texts": [_row(one) for one in unsettled().hanging()], "exit": AS_EXPECTED}


def unsettled() -> Unsettled:
    """Return the register of the project with all that cites it."""
    findings = [Cited(name, cites) for name, cites in cited_by_findings().items()]
    parts = foreseen(REGISTER)
    uses = covered_by_all().uses
    return Unsettled(REGISTER, parts, TEXTS, uses, findings, QUESTIONS, AUTHORS, NO_TEXT)


def _row(one: Hanging) -> TextRow:
    return {
        "text": one.text.name,
        "ask": one.text.ask,
        "weight": one.weight,
        "assumptions": list(one.assumed),
        "facts": list(one.facts),
        "claims": list(one.claims),
        "doubts": list(one.doubts),
        "findings": list(one.findings),
        "questions": [_question(question) for question in one.questions],
    }


def _question(one: OpenQuestion) -> QuestionRow:
    return {
        "id": one.id,
        "asks": one.asks,
        "about": one.about.split(),
        "meanwhile": one.meanwhile,
        "assumed": one.assumed.split(),
    }


def _text(found: QuestionsReport) -> Iterator[str]:
    for row in found["texts"]:
        yield from wrapped(f"{row['text']}; ask {row['ask']}", "")
        lists = {
            "assumptions": row["assumptions"],
            "facts": row["facts"],
            "doubts": row["doubts"],
            "findings": row["findings"],
        }
        counts = {"claims": len(row["claims"])} | {what: len(ids) for what, ids in lists.items()}
        told = ", ".join(f"{what} {n}" for what, n in counts.items() if n)
        yield from wrapped(f"on it hang: {told or 'questions alone'}", "  ")
        for what, ids in lists.items():
            if ids:
                yield from wrapped(f"{what}: {', '.join(ids)}", "  ")
        yield from _asked(row["questions"])
        yield ""


def _asked(questions: Iterable[QuestionRow]) -> Iterator[str]:
    for one in questions:
        raised = ", ".join([*one["about"], *one["assumed"]])
        said = f"{one['asks']} Meanwhile: {one['meanwhile']} ({raised})."
        yield from wrapped(f"question {one['id']}: {said}", "  ")
