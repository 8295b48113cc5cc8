"""Whether captions keep the qualifiers of their sentences, or say why one is dropped."""

from collections.abc import Iterator, Sequence

from model.language.sources import Clause, Sentence
from model.register.qualifiers import QUALIFIERS, qualifiers
from switchproof.dossier.trace.faults import Gap


def dropped(clause: Clause) -> tuple[str, ...]:
    """Return the qualifiers that a caption says it drops."""
    names, _, _ = clause.drops.partition(":")
    return tuple(filter(None, map(str.strip, names.split(","))))


def faults_of_captions(clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> Iterator[Gap]:
    """Yield each qualifier that no caption keeps, and each that is said to be dropped and is not.

    Of several captions that rest on one sentence one may keep what the others leave out.
    """
    kept = {clause.id: {*qualifiers(clause.says), *dropped(clause)} for clause in clauses}
    for one in sentences:
        here = set[str]().union(*(kept.get(id_, ()) for id_ in one.ids.split()))
        lost = [q for q in one.qualifiers if q not in here]
        if one.ids and lost:
            says = f"no caption keeps {_quoted(lost)} of the sentence at {one.place}"
            yield Gap(8, one.ids.replace(" ", ", "), says)
    for clause in clauses:
        yield from _of_drops(clause)


def _of_drops(clause: Clause) -> Iterator[Gap]:
    there = {q for sentence in clause.sentences for q in sentence.qualifiers}
    idle = [q for q in dropped(clause) if q not in there or q in qualifiers(clause.says)]
    unknown = [q for q in dropped(clause) if q not in QUALIFIERS]
    amiss = {
        f"drops {_quoted(unknown)}, which are no qualifiers": unknown,
        f"says that it drops {_quoted(idle)}, and does not": idle,
        "does not say why it drops a qualifier": clause.drops
        and not clause.drops.partition(":")[2],
    }
    for says in [says for says, so in amiss.items() if so][:1]:
        yield Gap(8, clause.id, says)


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
