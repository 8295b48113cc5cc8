"""What a changed text asks to be read again: statement by statement, the most important first.

A statement comes before another whose force is less, or which fewer things cite. What rests on it
is told by how much and where, since all of it is suspect for one reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.language.sources import Clause, Force, Sentence
from model.register.reading import Heard
from switchproof.deciding.format import ClaimRow
from switchproof.dossier.lines import wrapped
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.edition import Difference
from switchproof.dossier.trace.format_compared import AgainRow, ChangedRow
from switchproof.dossier.trace.uses import Citing

WEIGHTY_FIRST = (
    Force.RULE,
    Force.ASSUMPTION,
    Force.DEFINITION,
    Force.PLAN,
    Force.REFERENCE,
    Force.REASON,
)
FIRST_WORDS = 60


def to_read_again(
    found: Difference,
    covered: Coverage,
    verdicts: Sequence[ClaimRow],
    findings: Mapping[str, Sequence[str]],
) -> list[AgainRow]:
    """Return the statements whose sentence is gone; `findings` are what each finding cites."""
    mine = [clause for clause in covered.clauses if clause.id in found.suspect]
    rows = [_row(clause, found, covered, verdicts, findings) for clause in mine]
    forces = [force.value for force in WEIGHTY_FIRST]
    return sorted(rows, key=lambda row: (forces.index(row["force"]), -_weight(row)))


def _row(
    clause: Clause,
    found: Difference,
    covered: Coverage,
    verdicts: Sequence[ClaimRow],
    findings: Mapping[str, Sequence[str]],
) -> AgainRow:
    def named(*kinds: Citing) -> list[str]:
        return list(dict.fromkeys(use.name for use in covered.of(clause.id, *kinds)))

    resting = [row for row in verdicts if clause.id in row["rests_on"]]
    return {
        "id": clause.id,
        "force": clause.force.value,
        "says": clause.says,
        "changed": [
            _changed(was, found.changed) for was in found.gone if clause.id in was.ids.split()
        ],
        "duties": named(Citing.DUTY, Citing.TIE),
        "rules": named(Citing.RULE),
        "claims": named(Citing.CLAIM),
        "doubts": named(Citing.DOUBT),
        "findings": [name for name, cites in findings.items() if clause.id in cites],
        "tensions": clause.tensions.split(),
        "verdicts": dict(Counter(row["flow"] for row in resting)),
        "surprises": [f"{row['flow']}, {row['id']}" for row in resting if row["surprise"]],
    }


def _weight(row: AgainRow) -> int:
    hanging = (row["duties"], row["rules"], row["claims"], row["doubts"], row["findings"])
    return sum(map(len, hanging))


def _changed(was: Sentence, changed: Mapping[Sentence, Heard]) -> ChangedRow:
    now = changed.get(was)
    there = now.qualifiers if now else ()
    return {
        "place": was.place,
        "words": first_words(now) if now else None,
        "qualifiers_gone": [q for q in was.qualifiers if q not in there],
        "qualifiers_new": [q for q in there if q not in was.qualifiers],
    }


def first_words(one: Heard) -> str:
    """Return how a sentence begins, and no more of it."""
    whole = " ".join(one.text.split())
    return f"{whole[:FIRST_WORDS].rsplit(' ', 1)[0]} ..." if len(whole) > FIRST_WORDS else whole


def again_lines(rows: Sequence[AgainRow]) -> Iterator[str]:
    """Yield what to read again, each with what has changed in it and what hangs on it."""
    if rows:
        yield f"  read again, the most important first ({len(rows)}):"
    for number, row in enumerate(rows, 1):
        yield from wrapped(f"{number}. {row['id']}, a {row['force']}: {row['says']}", "    ")
        for line in (*(f"{one['place']} {_told(one)}" for one in row["changed"]), *_hanging(row)):
            yield from wrapped(line, "       ")


def _told(one: ChangedRow) -> str:
    if one["words"] is None:
        return "is gone"
    gone, new = ", ".join(one["qualifiers_gone"]), ", ".join(one["qualifiers_new"])
    parts = [f"no longer said: {gone}" if gone else "", f"newly said: {new}" if new else ""]
    told = "; ".join(filter(None, parts)) or "no qualifier differs"
    return f"is now '{one['words']}' ({told})"


def _hanging(row: AgainRow) -> Iterator[str]:
    for what, names in (
        ("duties and ties", row["duties"]),
        ("findings", row["findings"]),
        ("doubts", row["doubts"]),
        ("statements in tension", row["tensions"]),
    ):
        if names:
            yield f"{what}: {', '.join(names)}"
    yield f"then {len(row['rules'])} events and {len(row['claims'])} claims that cite it"
    if row["verdicts"]:
        told = ", ".join(f"{n} of {flow}" for flow, n in row["verdicts"].items())
        as_it_was = _surprises(row["surprises"])
        yield f"verdicts that rest on it, suspect until then: {told}; {as_it_was}"


def _surprises(named: Iterable[str]) -> str:
    told = "; ".join(named)
    return f"no longer as expected: {told}" if told else "each is as it was"
