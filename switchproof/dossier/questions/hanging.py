"""What hangs on each text that was not read: computed from the register and from what cites it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.sources import Fact, Source
from model.register.unread import OpenQuestion, Text, settled_by, to_settle
from switchproof.dossier.trace.uses import Citing, Use


@dataclass(frozen=True)
class Cited:
    """A claim, a doubt or a finding by its name, and what it cites."""

    name: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Hanging:
    """A text, and all that it would settle, by name; what is assumed may be a clause."""

    text: Text
    assumed: tuple[str, ...]
    facts: tuple[str, ...]
    claims: tuple[str, ...]
    doubts: tuple[str, ...]
    findings: tuple[str, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def weight(self) -> int:
        """Return how many assumptions, claims, doubts and findings hang on it."""
        return sum(map(len, (self.assumed, self.claims, self.doubts, self.findings)))


@dataclass(frozen=True)
class Unsettled:
    """A register with what cites it, the texts that were not read, and the open questions.

    `parts` are the clauses that are about each part of the SEC. Of the texts, the authors are asked
    what no other text answers, and `no_text` stands for what none would.
    """

    sources: Mapping[str, Source]
    parts: Mapping[str, Sequence[str]]
    texts: Sequence[Text]
    uses: Sequence[Use]
    findings: Sequence[Cited]
    questions: Sequence[OpenQuestion]
    authors: Text
    no_text: Text

    def hanging(self) -> tuple[Hanging, ...]:
        """Return the texts, that on which most hangs first, and last what no text settles."""
        found = [self._on(text) for text in self.texts]
        return tuple(sorted(found, key=lambda one: (one.text == self.no_text, -one.weight)))

    def asked_in(self, question: OpenQuestion) -> Text:
        """Return the text that would answer a question; where none is known, ask the authors."""
        texts = [text for text in self.texts if question.part in text.parts]
        for id_ in (*question.about.split(), *question.assumed.split()):
            texts += self._bearing.get(id_, ())
        return next((text for text in texts if text != self.no_text), self.authors)

    @cached_property
    def _settling(self) -> Mapping[str, Sequence[Text]]:
        """Return the texts that would settle each thing that no text read in the original says."""
        return settled_by(to_settle(self.sources.values()), self.texts)

    @cached_property
    def _bearing(self) -> Mapping[str, Sequence[Text]]:
        """Return those, and for each clause about a part of the SEC the text of that part."""
        found = dict(self._settling)
        for part, ids in self.parts.items():
            found |= {id_: [t for t in self.texts if part in t.parts] for id_ in ids}
        return found

    def _on(self, text: Text) -> Hanging:
        mine = [id_ for id_, texts in self._settling.items() if text in texts]
        claims, doubts = (self._citing(kind) for kind in (Citing.CLAIM, Citing.DOUBT))
        return Hanging(
            text,
            assumed=tuple(id_ for id_ in mine if not isinstance(self.sources[id_], Fact)),
            facts=tuple(id_ for id_ in mine if isinstance(self.sources[id_], Fact)),
            claims=tuple(one.name for one in claims if not set(mine).isdisjoint(one.cites)),
            doubts=self._borne(text, doubts),
            findings=self._borne(text, self.findings),
            questions=tuple(one for one in self.questions if self.asked_in(one) == text),
        )

    def _citing(self, kind: Citing) -> tuple[Cited, ...]:
        mine = (use for use in self.uses if use.kind is kind)
        return tuple(Cited(f"{use.flow} {use.name}".strip(), use.cites) for use in mine)

    def _borne(self, text: Text, cited: Iterable[Cited]) -> tuple[str, ...]:
        """Return those on which the text bears; what no text bears on is for the authors."""
        found = {
            one.name: [t for id_ in one.cites for t in self._bearing.get(id_, ())] for one in cited
        }
        return tuple(name for name, texts in found.items() if text in (texts or [self.authors]))
