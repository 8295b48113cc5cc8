"""What a comparison of the uses of terms shows; each is a candidate, for somebody to judge.

Read from the register alone: no flow has a term in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.language.sources import Clause
from model.register.sending import TODAY, Sending
from model.register.terms import Sense, Term, named

STANDARDS = ("required", "relevant", "correct")
FINDING, DOUBT = "candidate finding", "candidate doubt"


@dataclass(frozen=True)
class Candidate:
    """Something that a comparison shows, of what kind, and of which term or matter."""

    kind: str
    standing: str
    about: str
    says: str
    cites: tuple[str, ...]


def candidates(
    terms: Sequence[Term], sendings: Sequence[Sending], clauses: Iterable[Clause]
) -> tuple[Candidate, ...]:
    """Return what is found: findings before doubts, each by kind."""
    by_id = {clause.id: clause for clause in clauses}
    found = (
        *_of_several_things(terms),
        *_circular(terms),
        *_used_once(terms),
        *_no_longer_met(terms),
        *_of_sending(sendings, by_id),
    )
    return tuple(sorted(found, key=lambda one: one.standing == DOUBT))


def unlike(terms: Sequence[Term], clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield each place where the uses kept and the captions do not name the same."""
    kept = {(term.name, id_) for term in terms for id_ in term.statements}
    known = {term.name for term in terms}
    said = {(name, c.id) for c in clauses for name in named(c.says) if name in known}
    for name, id_ in sorted(said - kept):
        yield f"the caption of {id_} names {name}, of which no sense is kept there"
    for name, id_ in sorted(kept - said):
        yield f"a sense of {name} is kept for {id_}, whose caption does not name it"


def _of_several_things(terms: Iterable[Term]) -> Iterator[Candidate]:
    for term in terms:
        if len(term.uses) > 1:
            counts = (f"{s.value} ({len(ids.split())})" for s, ids in term.uses.items())
            says = f"used as {', '.join(counts)}"
            yield Candidate("several things", DOUBT, term.name, says, term.statements)
        if "/" in term.name and set(term.uses) == {Sense.BODY}:
            says = "two names with a stroke stand for one body, which other statements tell apart"
            yield Candidate("one of two", FINDING, term.name, says, term.statements)


def _circular(terms: Sequence[Term]) -> Iterator[Candidate]:
    through = {term.name: {by for one in term.meanings for by in one.by} for term in terms}
    for term in terms:
        for one in term.meanings:
            back = [by for by in one.by if term.name in _reached(by, through)]
            if back:
                says = f"it is told by {', '.join(back)}, and that by it: {one.says}"
                yield Candidate("circular", FINDING, term.name, says, tuple(one.cites.split()))


def _reached(name: str, through: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    open_ = [name]
    while open_:
        new = through.get(open_.pop(), set()) - found
        found |= new
        open_ += new
    return found


def _used_once(terms: Iterable[Term]) -> Iterator[Candidate]:
    for term in terms:
        if len(term.statements) == 1:
            says = "it is brought in, and no other statement uses it"
            yield Candidate("never used", FINDING, term.name, says, term.statements)


def _no_longer_met(terms: Iterable[Term]) -> Iterator[Candidate]:
    for term in terms:
        for one in term.meanings:
            for who, does in term.bearers.items():
                lacks = [what for what in one.does if what not in does]
                if lacks:
                    says = f"it means {one.says}; {who} is then not one that {' and '.join(lacks)}"
                    yield Candidate(
                        "no longer met", FINDING, term.name, says, tuple(one.cites.split())
                    )


def _of_sending(sendings: Sequence[Sending], clauses: Mapping[str, Clause]) -> Iterator[Candidate]:
    """Yield where statements on one duty differ: today's apart from those of then."""
    for when in dict.fromkeys(one.when for one in sendings):
        mine = [one for one in sendings if one.when == when]
        columns = {
            "recipient": {one.id: one.to for one in mine},
            "owed by": {one.id: one.owed_by for one in mine},
            "verb": {one.id: one.verb for one in mine},
            "standard": {one.id: _standard(clauses[one.id]) for one in mine},
            "manner": {one.id: _manner(clauses[one.id]) for one in mine},
        }
        about = "the duty to send today" if when == TODAY else "the duty to send then"
        for kind, said in columns.items():
            ways = {
                way: [id_ for id_, w in said.items() if w == way] for way in said.values() if way
            }
            if len(ways) > 1:
                told = "; ".join(f"{way} in {', '.join(ids)}" for way, ids in ways.items())
                yield Candidate(
                    kind, DOUBT, about, told, tuple(i for w in ways.values() for i in w)
                )


def _standard(clause: Clause) -> str:
    there = _qualifiers(clause)
    return next((word for word in STANDARDS if word in there), "")


def _manner(clause: Clause) -> str:
    return "ensure" if "ensure" in _qualifiers(clause) else "do"


def _qualifiers(clause: Clause) -> set[str]:
    return {qualifier for sentence in clause.sentences for qualifier in sentence.qualifiers}
