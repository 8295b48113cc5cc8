"""A text against the fingerprints that the register keeps of the document's sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from model.language.sources import Sentence
from model.register.reading import Heard, read


@dataclass(frozen=True)
class Difference:
    """What a text has that the register does not know, what it lacks, and what it moved.

    `unread` are sentences that are known, and are now told apart otherwise as normative or not;
    `requalified` are those in which other qualifiers are now found. `changed` has for what is gone
    the new sentence that stands for it, as far as place and qualifiers tell.
    """

    known: int
    new: tuple[Heard, ...]
    gone: tuple[Sentence, ...]
    moved: tuple[tuple[Sentence, Heard], ...]
    unread: tuple[Sentence, ...]
    requalified: tuple[Sentence, ...]
    changed: Mapping[Sentence, Heard]

    @property
    def agrees(self) -> bool:
        """Tell whether the text is the one that the register keeps."""
        return not (self.new or self.gone or self.moved or self.unread or self.requalified)

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
    new = tuple(r for r in found if r not in {now for _, now in moved})
    gone = tuple(s for s in lost if s not in {was for was, _ in moved})
    blocks = [(sentences[a:b], there[c:d]) for _, a, b, c, d in matching.get_opcodes()]
    return Difference(
        known=len(kept),
        new=new,
        gone=gone,
        moved=tuple(moved),
        changed={
            was: now
            for olds, news in blocks
            for was, now in _successors(
                [s for s in olds if s in gone], [r for r in news if r in new]
            )
        },
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


def _successors(gone: Sequence[Sentence], new: Sequence[Heard]) -> Iterator[tuple[Sentence, Heard]]:
    """Yield the pairs of sentences between the same neighbours, the most alike first."""
    pairs = [(was, now) for was, now in product(gone, new) if _may_follow(was, now)]
    paired: set[Sentence | Heard] = set()
    for was, now in sorted(pairs, key=lambda pair: _unlike(*pair)):
        if paired.isdisjoint((was, now)):
            paired |= {was, now}
            yield was, now


def _may_follow(was: Sentence, now: Heard) -> bool:
    return was.place == now.place or not set(was.qualifiers).isdisjoint(now.qualifiers)


def _unlike(was: Sentence, now: Heard) -> tuple[int, int, bool]:
    before, after = set(was.qualifiers), set(now.qualifiers)
    return -len(before & after), len(before ^ after), was.place != now.place
