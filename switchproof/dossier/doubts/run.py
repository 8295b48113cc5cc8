"""`dossier doubts`: what the text leaves open, its readings, and what each reading costs."""

import json
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from model.language.doubts import Doubt, Reading
from model.language.words import counted
from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import cores
from switchproof.dossier.document import DOUBTS
from switchproof.dossier.doubts.weighing import Parting, Weighed, weigh
from switchproof.dossier.lines import WIDTH
from switchproof.terminal.errors import unknown
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """Print the doubts with what their readings cost, and return the exit status."""
    wanted = [doubt for doubt in DOUBTS if asked.doubt in (None, doubt.id)]
    if not wanted:
        raise unknown("doubt", asked.doubt, (doubt.id for doubt in DOUBTS))
    with Progress("deciding every claim under every reading"), keeping(asked) as kept:
        weighed = weigh(wanted, asked.timeout, asked.jobs or cores(), kept)
    by_reading = {one.reading: one for one in weighed}
    if asked.format == "json":
        print(json.dumps([_row(doubt, by_reading) for doubt in wanted], indent=2))
    else:
        print("\n\n".join("\n".join(_told(doubt, by_reading)) for doubt in wanted))
    if any(one.surprises for one in weighed):
        return SURPRISE
    return UNDECIDED if any(one.undecided for one in weighed) else AS_EXPECTED


def is_moot(doubt: Doubt, by_reading: dict[Reading, Weighed]) -> bool:
    """Tell whether every claim has the same verdict under each reading, as it was found."""
    weighed = [by_reading[reading] for reading in doubt.others if reading in by_reading]
    return bool(weighed) and not any(one.parting or one.undecided for one in weighed)


def _told(doubt: Doubt, by_reading: dict[Reading, Weighed]) -> Iterator[str]:
    yield from _wrapped(f"{doubt.id}: {doubt.question}", "", "  ")
    yield f"  raised by: {', '.join(doubt.clauses.split())}"
    chosen = doubt.chosen
    yield from _wrapped(f"as it stands, {chosen.name}: {chosen.says} Chosen since {doubt.why}.")
    for reading in doubt.others:
        yield from _wrapped(f"or else, {reading.name}: {reading.says}")
        if reading in by_reading:
            yield from _weighed(by_reading[reading])
    yield from (line for fact in doubt.data for line in _wrapped(fact))
    if doubt.unsaid:
        yield from _wrapped(f"The model cannot say it: {doubt.unsaid}.")
    elif is_moot(doubt, by_reading):
        yield "  Moot: every claim has the same verdict under each reading."


def _weighed(one: Weighed) -> Iterator[str]:
    for part in one.parting:
        yield from _wrapped(f"{_verdict(part)} {part.claim.sentence}", "    ", "      ")
    if not one.parting and not one.undecided:
        yield f"    all {one.claims} claims have the same verdict as in the flow as it stands"
    for claim in one.undecided:
        yield f"    undecided: {claim}"
    for surprise in one.surprises:
        yield from _wrapped(f"a surprise: {surprise}", "    ", "      ")


def _verdict(part: Parting) -> str:
    if part.holds:
        return f"holds only on this reading: {part.claim.id}."
    if part.steps is None:
        how = "never happens" if part.claim.kind == "sometimes" else "fails at once"
        return f"{how}: {part.claim.id}."
    return f"fails in {counted(part.steps, 'step')}: {part.claim.id}."


def _wrapped(text: str, first: str = "  ", rest: str = "    ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)


def _row(doubt: Doubt, by_reading: dict[Reading, Weighed]) -> dict[str, object]:
    return {
        "id": doubt.id,
        "question": doubt.question,
        "clauses": doubt.clauses.split(),
        "why": doubt.why,
        "data": list(doubt.data),
        "unsaid": doubt.unsaid or None,
        "moot": None if doubt.unsaid else is_moot(doubt, by_reading),
        "readings": [_reading_row(doubt, reading, by_reading) for reading in doubt.readings],
    }


def _reading_row(
    doubt: Doubt, reading: Reading, by_reading: dict[Reading, Weighed]
) -> dict[str, object]:
    row: dict[str, object] = {
        "name": reading.name,
        "says": reading.says,
        "chosen": reading is doubt.chosen,
        "flow": reading.flow.name if reading.flow else None,
    }
    if reading not in by_reading:
        return row
    one = by_reading[reading]
    parting = [{"claim": p.claim.id, "holds": p.holds, "steps": p.steps} for p in one.parting]
    counts = {"claims": one.claims, "carried_over": one.carried}
    told = {"undecided": list(one.undecided), "surprises": list(one.surprises)}
    return {**row, **counts, "parting": parting, **told}
