"""Entries: a statement with all that rests on it, or a rule, duty or claim with its statements."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from diagrams.draw import pictures_of_duties, pictures_of_machine
from diagrams.rules import families
from model.language.errors import Place
from model.language.sources import TAGS, Assumption, Clause, Fact, Source
from switchproof.deciding.decide import loaded
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.format import About, Entry
from switchproof.dossier.trace.uses import Citing, Use
from switchproof.terminal.errors import unknown

NAMED = {
    "rule": (Citing.RULE,),
    "duty": (Citing.DUTY,),
    "claim": (Citing.CLAIM, Citing.FREE),
}


def entries_of(wanted: str, covered: Coverage, sources: Mapping[str, Source]) -> list[Entry]:
    """Return the entries of that name: an id, an event, a duty, a claim; raises BadInput."""
    found = [entry_of_source(sources[wanted], covered)] if wanted in sources else []
    for kind, kinds in NAMED.items():
        mine = [u for u in covered.uses if u.kind in kinds and u.name == wanted]
        if mine:
            found.append(_entry_of_uses(kind, mine, covered, sources))
    if not found:
        names = [u.name for u in covered.uses if any(u.kind in kinds for kinds in NAMED.values())]
        raise unknown("statement, rule, duty or claim", wanted, [*sources, *names])
    return found


def every_entry(covered: Coverage, sources: Mapping[str, Source]) -> list[Entry]:
    """Return the entries of all sources, and then of all duties and claims."""
    entries = [entry_of_source(source, covered) for source in sources.values()]
    for kind in ("duty", "claim"):
        mine = [u for u in covered.uses if u.kind in NAMED[kind]]
        for name in dict.fromkeys(use.name for use in mine):
            named = [use for use in mine if use.name == name]
            entries.append(_entry_of_uses(kind, named, covered, sources))
    return entries


def entry_of_source(source: Source, covered: Coverage) -> Entry:
    """Return a clause, fact or assumption with all that cites it."""
    kind = type(source).__name__.lower()
    entry = _filled(kind, source.id, source.says, covered.of(source.id))
    entry["about"] = list(_about(source, covered))
    if source.id in covered.held:
        entry["about"].append({"what": "held by the table only", "words": covered.held[source.id]})
    if isinstance(source, Clause):
        entry["marks"] = ["suspect"] if source.suspect else []
        others = [c.id for c in covered.clauses if source.id in c.tensions.split()]
        entry["tensions"] = list(dict.fromkeys([*source.tensions.split(), *others]))
    return entry


def _about(source: Source, covered: Coverage) -> Iterator[About]:
    match source:
        case Clause():
            yield from _about_clause(source, covered)
        case Fact(tag=tag, source=read_in):
            yield {"what": "known", "words": f"{tag}: {TAGS[tag]}"}
            if read_in:
                yield {"what": "source", "words": read_in}
        case Assumption():
            yield {"what": "known", "words": "no text that was read says it"}


def _about_clause(clause: Clause, covered: Coverage) -> Iterator[About]:
    said = {
        "document": clause.document and f"{clause.document.title} ({clause.document.year})",
        "place": "; ".join(f"page {s.page}: {s.place}" for s in clause.sentences),
        "qualifiers": ", ".join(dict.fromkeys(q for s in clause.sentences for q in s.qualifiers)),
        "drops": clause.drops,
        "force": clause.force.value,
        "treatment": clause.treat,
        "note": clause.note,
        "tried": clause.tried,
        "brings in": clause.terms,
        "puts out of use": clause.retired,
        "lacks": "; ".join(covered.lacks(clause)),
        "exception": clause.exempt,
        "fingerprints": ", ".join(sentence.fingerprint for sentence in clause.sentences),
        "reviewed": clause.reviewed,
    }
    for what, words in said.items():
        if words:
            yield {"what": what, "words": words}


def _entry_of_uses(
    kind: str, mine: Sequence[Use], covered: Coverage, sources: Mapping[str, Source]
) -> Entry:
    """Return a rule, duty or claim, in whatever flows have it, with its statements."""
    name, says = mine[0].name, mine[0].says
    broken_by = [u for u in covered.uses if u.kind is Citing.VARIANT and u.of == name]
    entry = _filled(kind, name, says, [*mine, *(broken_by if kind == "claim" else ())])
    cited = dict.fromkeys(id_ for use in mine for id_ in use.cites)
    entry["statements"] = [{"id": id_, "says": sources[id_].says} for id_ in cited]
    return entry


def _filled(kind: str, name: str, says: str, mine: Sequence[Use]) -> Entry:
    def of(*kinds: Citing) -> list[Use]:
        return [use for use in mine if use.kind in kinds]

    return {
        "kind": kind,
        "id": name,
        "says": says,
        "about": [],
        "marks": [],
        "statements": [],
        "rules": [
            {
                "flow": u.flow,
                "machine": u.of,
                "event": u.name,
                "at": _at(u.place),
                "cites": [*u.cites],
            }
            for u in of(Citing.RULE)
        ],
        "duties": [
            {
                "flow": u.flow,
                "duty": u.name,
                "matter": u.of,
                "at": _at(u.place),
                "cites": [*u.cites],
            }
            for u in of(Citing.DUTY)
        ],
        "ties": [
            {"flow": u.flow, "party": u.name, "instrument": u.says, "cites": [*u.cites]}
            for u in of(Citing.TIE)
        ],
        "claims": [
            {
                "flow": u.flow,
                "id": u.name,
                "sentence": u.says,
                "verdict": "pending" if u.pending else None,
                "surprise": None,
                "cites": [*u.cites],
                "rests_on": [],
            }
            for u in of(Citing.CLAIM, Citing.FREE)
        ],
        "variants": [
            {
                "flow": u.flow,
                "variant": u.name,
                "breaks": u.of,
                "verdict": "pending" if u.pending else None,
                "surprise": None,
            }
            for u in of(Citing.VARIANT)
        ],
        "doubts": [{"id": u.name, "question": u.says} for u in of(Citing.DOUBT)],
        "tensions": [],
        "diagrams": list(_diagrams(mine)),
    }


def _at(place: Place) -> str:
    """Return a place as it is written from here, or else from the project's folder."""
    path, house = Path(place.file), Path(__file__).parents[3]
    near = path.relative_to(house) if path.is_relative_to(house) else path
    return f"{near.as_posix()}:{place.line}"


def _diagrams(mine: Sequence[Use]) -> Iterator[str]:
    machines = dict.fromkeys((u.flow, u.of) for u in mine if u.kind is Citing.RULE)
    for flow, machine in machines:
        yield from _names(flow, machine)
    for flow in dict.fromkeys(u.flow for u in mine if u.kind in (Citing.DUTY, Citing.TIE)):
        yield from _names(flow, None)


@cache
def _names(source: str, machine: str | None) -> tuple[str, ...]:
    """Return the names of the pictures of a machine, or of the duties; each has to be drawn."""
    flow = loaded(source).flow
    if machine is None:
        return () if flow.elsewhere else tuple(name for name, _ in pictures_of_duties(flow))
    if machine not in families(flow):  # drawn elsewhere
        return ()
    drawn = pictures_of_machine(flow, families(flow)[machine])
    return tuple(name for name, _ in drawn if name.endswith(".svg"))
