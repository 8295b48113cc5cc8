"""Whether every sentence has its clauses, every clause what its force needs, and what is cited.

Each fault names its culprit. The numbers are those of our rules of coverage: 1, sentences; 2,
clauses; 3, citations; 4, texts that changed; 5, force and treatment, which are in the
fingerprint that 4 compares; 7, doubts; 8, captions. (6 compares citations with what a proof
needs.)
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from model.language import Flow
from model.language.doubts import Doubt
from model.language.sources import TREATMENTS, Clause, Force, Sentence, Source
from switchproof.deciding.load import Loaded
from switchproof.dossier.trace.captions import faults_of_captions
from switchproof.dossier.trace.faults import Gap
from switchproof.dossier.trace.uses import Citing, Use, uses

MAKES = (Citing.RULE, Citing.DUTY, Citing.TIE)
AS_A_RULE = (Force.RULE, Force.ASSUMPTION)
RECORDED = "recorded"
NO_CLAIM, NO_VARIANT = "no claim that is decided", "no variant in which its claim fails"


@dataclass(frozen=True)
class Coverage:
    """A register, the flows that answer to it, and the doubts that it raises.

    `held` says why an id needs no claim: the pinned table of rules alone holds it.
    """

    clauses: Sequence[Clause]
    sentences: Sequence[Sentence]
    flows: Sequence[Loaded]
    doubts: Sequence[Doubt] = ()
    held: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Return all that cites."""
        return uses(self.flows, self.doubts)

    def of(self, cited: str, *kinds: Citing) -> list[Use]:
        """Return what cites an id, of some kinds or of all."""
        return [u for u in self.uses if cited in u.cites and (not kinds or u.kind in kinds)]

    @cached_property
    def faults(self) -> tuple[Gap, ...]:
        """Return every rule of coverage that is broken."""
        found = [*self._of_sentences(), *self._of_clauses(), *self._of_citations()]
        found += [*self._of_doubts(), *self._of_held(), *self._of_tried()]
        return (*found, *faults_of_captions(self.clauses, self.sentences))

    def lacks(self, clause: Clause) -> list[str]:
        """Return what a clause's force or treatment needs and it has not."""
        excused = (NO_CLAIM, NO_VARIANT) if clause.id in self.held else ()
        return [need for need in self._needs(clause) if need not in excused]

    def _decided(self, cited: str, kind: Citing) -> bool:
        return any(not use.pending for use in self.of(cited, kind))

    def _needs(self, clause: Clause) -> list[str]:
        if clause.treat == RECORDED:  # then nothing bears it, and the note says why
            return list(self._words(clause))
        made = bool(self.of(clause.id, *MAKES))
        shown, broken = (self._decided(clause.id, k) for k in (Citing.CLAIM, Citing.VARIANT))
        rule, treatments = clause.force in AS_A_RULE, clause.treat.split(", ")
        borne = rule or "modelled" in treatments  # and then it must matter
        of_register = clause.force is Force.REFERENCE and bool(clause.retired)
        answered = made or clause.force is Force.DEFINITION
        needs = {
            "no transition, duty or tie": borne and not answered,
            NO_CLAIM: (borne or "claimed" in treatments) and not (shown or of_register),
            NO_VARIANT: borne and not broken,
            "nothing rests on it": clause.force is Force.REASON and not (made or shown),
            "no step of the drafting": clause.force is Force.PLAN
            and not self.of(clause.id, Citing.RULE),
        }
        return [need for need, missing in needs.items() if missing] + list(self._words(clause))

    def _words(self, clause: Clause) -> Iterator[str]:
        if clause.force is Force.DEFINITION and not clause.terms:
            yield "no term"
        if clause.force is Force.REFERENCE and not (clause.terms or clause.retired):
            yield "neither a term nor a retired code to look for"
        names = [name for one in self.flows for name in _names(one.flow)]
        for term in clause.terms.split():
            if not any(_has(name, term) for name in names):
                yield f"no party or instrument is called {term}"
        named = [*names, *(u.says for u in self.uses if u.kind is Citing.CLAIM)]
        for code in clause.retired.split():
            yield from (
                f"the retired {code} is still named in '{n}'" for n in named if _has(n, code)
            )

    def _of_sentences(self) -> Iterator[Gap]:
        known = {clause.id for clause in self.clauses}
        seen: set[str] = set()
        for sentence in self.sentences:
            culprit = f"sentence at {sentence.place}"
            if bool(sentence.ids) == bool(sentence.skipped):
                says = "has neither clauses nor a reason for skipping it"
                if sentence.ids:
                    says = "has clauses, and a reason for having none"
                yield Gap(1, culprit, says)
            for id_ in sentence.ids.split():
                if id_ not in known:
                    yield Gap(1, culprit, f"names '{id_}', which is not in the register")
            if sentence.fingerprint in seen:
                yield Gap(1, culprit, "has the fingerprint of another")
            seen.add(sentence.fingerprint)

    def _of_clauses(self) -> Iterator[Gap]:
        known = {clause.id for clause in self.clauses}
        for clause in self.clauses:
            lacking = self.lacks(clause)
            if not clause.sentences:
                yield Gap(1, clause.id, "rests on no sentence")
            if lacking and not clause.exempt:
                yield Gap(2, clause.id, f"a {clause.force.value}; {'; '.join(lacking)}")
            if clause.exempt and not lacking:
                yield Gap(2, clause.id, "states an exception that it does not need")
            for other in clause.tensions.split():
                if other not in known:
                    yield Gap(2, clause.id, f"names a tension with '{other}', which is not there")
            if clause.suspect:
                says = f"its text, force or treatment has changed since {clause.reviewed or 'ever'}"
                yield Gap(
                    4, clause.id, f"{says}; read it again, and then review {clause.fingerprint}"
                )

    def _of_citations(self) -> Iterator[Gap]:
        for use in self.uses:
            if not use.cites and use.kind in (*MAKES, Citing.CLAIM):
                says = "cites no clause, fact or assumption"
                yield Gap(3, f"{use.kind.value} '{use.name}' of {use.flow} ({use.of})", says)
        for clause in self.clauses:
            if RECORDED in clause.treat.split(", "):
                yield from self._of_recorded(clause.id)

    def _of_recorded(self, id_: str) -> Iterator[Gap]:
        for use in self.of(id_, *MAKES, Citing.CLAIM):
            says = f"is only recorded, and {use.kind.value} '{use.name}' of {use.flow} cites it"
            yield Gap(3, id_, says)

    def _of_doubts(self) -> Iterator[Gap]:
        known = {id_ for one in self.flows for id_ in _sources(one.flow)}
        for doubt in self.doubts:
            culprit = f"doubt '{doubt.id}'"
            if not doubt.clauses:
                yield Gap(7, culprit, "is about no clause, fact or assumption")
            for id_ in doubt.clauses.split():
                if id_ not in known:
                    yield Gap(7, culprit, f"names '{id_}', which is not in the register")
            if len(doubt.readings) < 2:  # noqa: PLR2004  # else it is no question
                yield Gap(7, culprit, "has fewer than two readings")

    def _of_held(self) -> Iterator[Gap]:
        known = {id_ for one in self.flows for id_ in _sources(one.flow)}
        clauses = {clause.id: clause for clause in self.clauses}
        for id_, why in self.held.items():
            if id_ in clauses:
                needed = not {NO_CLAIM, NO_VARIANT}.isdisjoint(self._needs(clauses[id_]))
            else:
                needed = not all(self._decided(id_, k) for k in (Citing.CLAIM, Citing.VARIANT))
            amiss = {
                "is not in the register": id_ not in known,
                "no rule cites it": not self.of(id_, Citing.RULE),
                "a claim with a variant holds it": not needed,
                "no reason is given": not why.strip(),
            }
            for says in [says for says, so in amiss.items() if so][:1]:
                yield Gap(2, id_, f"is listed as held by the table only, and {says}")

    def _of_tried(self) -> Iterator[Gap]:
        known = {f"{u.flow}:{u.name}" for u in self.uses if u.kind is Citing.CLAIM}
        for clause in self.clauses:
            if clause.tried and clause.treat != RECORDED:
                yield Gap(2, clause.id, "names claims that were tried, and is not only recorded")
            for name in clause.tried.split():
                if name not in known:
                    yield Gap(2, clause.id, f"'{name}' was tried, and there is no such claim")

    def figures(self) -> dict[str, int]:
        """Return how many clauses and sentences there are, and how they are answered."""
        treated = Counter(t for clause in self.clauses for t in clause.treat.split(", "))
        lacking = [clause for clause in self.clauses if self.lacks(clause)]
        return {
            "clauses": len(self.clauses),
            **{treatment: treated[treatment] for treatment in TREATMENTS},
            "excepted": sum(1 for clause in lacking if clause.exempt),
            "without_treatment": sum(1 for clause in lacking if not clause.exempt),
            "held_by_table": len(self.held),
            "suspect": sum(1 for clause in self.clauses if clause.suspect),
            "sentences": len(self.sentences),
            "normative": sum(1 for sentence in self.sentences if sentence.normative),
            "skipped": sum(1 for sentence in self.sentences if sentence.skipped),
            "doubts": len(self.doubts),
        }


def _names(flow: Flow) -> Iterable[str]:
    ties = [tie.instrument for party in flow.parties for tie in party.ties]
    return [*(party.name for party in flow.parties), *ties, *(d.instrument for d in flow.duties)]


def _sources(flow: Flow) -> Mapping[str, Source]:
    assert isinstance(flow.sources, Mapping)  # a flow makes it one
    return flow.sources


def _has(name: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", name) is not None
