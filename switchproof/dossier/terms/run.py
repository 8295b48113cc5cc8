"""`dossier terms`: as what terms are used, and what a comparison of the uses shows."""

import json
from argparse import Namespace
from collections.abc import Iterator

from model.register.terms import Term
from switchproof.dossier.document import CLAUSES, JUDGED, SENDINGS, TERMS
from switchproof.dossier.lines import wrapped
from switchproof.dossier.terms.comparing import Candidate, candidates, unlike
from switchproof.dossier.terms.format import CandidateRow, TermRow, TermsReport
from switchproof.dossier.terms.judging import judgement, unjudged
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE


def run(asked: Namespace) -> int:
    """Print the terms and what is found, and return the exit status."""
    found = report()
    print(json.dumps(found, indent=2) if asked.format == "json" else "\n".join(_text(found)))
    return found["exit"]


def report() -> TermsReport:
    """Return every term with its uses, and what their comparison shows."""
    found = candidates(TERMS, SENDINGS, CLAUSES)
    faults = [*unlike(TERMS, CLAUSES), *unjudged(found, JUDGED)]
    return {
        "terms": [_row(term) for term in TERMS],
        "candidates": [_candidate(one) for one in found],
        "faults": faults,
        "exit": SURPRISE if faults else AS_EXPECTED,
    }


def _row(term: Term) -> TermRow:
    return {
        "term": term.name,
        "senses": [
            {"sense": sense.value, "statements": ids.split()} for sense, ids in term.uses.items()
        ],
        "meanings": [{"says": one.says, "cites": one.cites.split()} for one in term.meanings],
    }


def _candidate(one: Candidate) -> CandidateRow:
    became = judgement(one, JUDGED)
    return {
        "kind": one.kind,
        "standing": one.standing,
        "about": one.about,
        "says": one.says,
        "cites": list(one.cites),
        "told_by": became.ids.split(),
        "why": became.why,
    }


def _text(found: TermsReport) -> Iterator[str]:
    for term in found["terms"]:
        yield term["term"]
        for sense in term["senses"]:
            yield from wrapped(f"as a {sense['sense']}: {', '.join(sense['statements'])}", "  ")
        for one in term["meanings"]:
            yield from wrapped(f"said to be {one['says']} ({', '.join(one['cites'])})", "  ")
    yield ""
    yield f"{len(found['candidates'])} candidates, and what became of each:"
    for row in found["candidates"]:
        said = f"{row['standing']}, {row['kind']}: {row['about']}: {row['says']}"
        listed = all(id_ in row["says"] for id_ in row["cites"])
        yield from wrapped(said if listed else f"{said} ({', '.join(row['cites'])})", "  ")
        told = f"told by {', '.join(row['told_by'])}" if row["told_by"] else "told by nothing"
        yield from wrapped(f"{told}: {row['why']}" if row["why"] else told, "    ")
    yield from (f"  FAULT: {fault}" for fault in found["faults"])
