"""A text against the fingerprints that the register keeps of the document's sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from model.language.sources import Sentence
from model.register.reading import Heard, read


@dataclass(frozen=True)
class Difference:
    """What a text has that the register does not know, what it lacks, and what it moved.

    `unread` are sentences that are known, and are now told apart otherwise as normative or not;
    `requalified` are those in which other qualifiers are now found.
    """

    known: int
    new: tuple[Heard, ...]
    gone: tuple[Sentence, ...]
    moved: tuple[tuple[Sentence, Heard], ...]
    unread: tuple[Sentence, ...]
    requalified: tuple[Sentence, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether the text is the one that the register keeps."""
        return not (self.new or self.gone or self.moved or self.unread or self.requalified)

    @property
    def changed(self) -> Mapping[str, Heard]:
        """Return by its place each new sentence that stands where one is gone."""
        lost = {one.place for one in self.gone}
        return {one.place: one for one in self.new if one.place in lost}

    @property
    def unanswered(self) -> tuple[Heard, ...]:
        """Return the normative sentences that have neither clauses nor a reason for skipping."""
        return tuple(one for one in self.new if one.normative)

    @property
    def suspect(self) -> tuple[str, ...]:
        """Return the clauses that rest on a sentence that is gone."""
        return tuple(dict.fromkeys(id_ for one in self.gone for id_ in one.ids.split()))


def compare(text: str, sentences: Sequence[Sentence]) -> Difference:
    """Return where a text differs from the sentences kept."""
    there = read(text)
    before, after = [s.fingerprint for s in sentences], [r.fingerprint for r in there]
    matching = SequenceMatcher(None, before, after, autojunk=False)
    kept = [(a + n, b + n) for a, b, size in matching.get_matching_blocks() for n in range(size)]
    lost = [s for n, s in enumerate(sentences) if n not in {a for a, _ in kept}]
    found = [r for n, r in enumerate(there) if n not in {b for _, b in kept}]
    moved = _moved(lost, found)
    return Difference(
        known=len(kept),
        new=tuple(r for r in found if r not in {now for _, now in moved}),
        gone=tuple(s for s in lost if s not in {was for was, _ in moved}),
        moved=tuple(moved),
        unread=tuple(sentences[a] for a, b in kept if sentences[a].normative != there[b].normative),
        requalified=tuple(
            sentences[a] for a, b in kept if sentences[a].qualifiers != there[b].qualifiers
        ),
    )


def _moved(lost: Iterable[Sentence], found: Iterable[Heard]) -> list[tuple[Sentence, Heard]]:
    """Return the pairs with one fingerprint, each sentence once."""
    left = list(found)
    pairs = []
    for was in lost:
        now = next((one for one in left if one.fingerprint == was.fingerprint), None)
        if now is not None:
            left.remove(now)
            pairs.append((was, now))
    return pairs
