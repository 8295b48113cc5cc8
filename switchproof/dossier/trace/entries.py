"""Entries: a statement with all that rests on it, or a rule, duty or claim with its statements."""

from collections.abc import Iterator, Mapping, Sequence

from model.language.sources import TAGS, Assumption, Clause, Fact, Source
from model.register.glossary import GLOSSARY
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.filled import filled
from switchproof.dossier.trace.format import About, Entry
from switchproof.dossier.trace.glossary import entry_of_word
from switchproof.dossier.trace.uses import Citing, Use
from switchproof.terminal.errors import unknown

NAMED = {
    "rule": (Citing.RULE,),
    "duty": (Citing.DUTY,),
    "claim": (Citing.CLAIM, Citing.FREE),
}


def entries_of(wanted: str, covered: Coverage, sources: Mapping[str, Source]) -> list[Entry]:
    """Return the entries of that name: an id, term, event, duty or claim; raises BadInput."""
    found = [entry_of_source(sources[wanted], covered)] if wanted in sources else []
    found += [entry_of_word(GLOSSARY[wanted], sources)] if wanted in GLOSSARY else []
    for kind, kinds in NAMED.items():
        mine = [u for u in covered.uses if u.kind in kinds and u.name == wanted]
        if mine:
            found.append(_entry_of_uses(kind, mine, covered, sources))
    if not found:
        names = [u.name for u in covered.uses if any(u.kind in kinds for kinds in NAMED.values())]
        raise unknown("statement, term, rule, duty or claim", wanted, [*GLOSSARY, *sources, *names])
    return found


def every_entry(covered: Coverage, sources: Mapping[str, Source]) -> list[Entry]:
    """Return the entries of all sources, and then of all duties, claims and terms."""
    entries = [entry_of_source(source, covered) for source in sources.values()]
    for kind in ("duty", "claim"):
        mine = [u for u in covered.uses if u.kind in NAMED[kind]]
        for name in dict.fromkeys(use.name for use in mine):
            named = [use for use in mine if use.name == name]
            entries.append(_entry_of_uses(kind, named, covered, sources))
    return [*entries, *(entry_of_word(word, sources) for word in GLOSSARY.values())]


def entry_of_source(source: Source, covered: Coverage) -> Entry:
    """Return a clause, fact or assumption with all that cites it."""
    kind = type(source).__name__.lower()
    entry = filled(kind, source.id, source.says, covered.of(source.id))
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
    entry = filled(kind, name, says, [*mine, *(broken_by if kind == "claim" else ())])
    cited = dict.fromkeys(id_ for use in mine for id_ in use.cites)
    entry["statements"] = [{"id": id_, "says": sources[id_].says} for id_ in cited]
    return entry
