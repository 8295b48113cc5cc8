"""What several runs have in common, told once: stretches of steps that are told in the same words.

A stretch is chosen by how many words are saved if it is told once. The last step of a run and a
breach are always told where they happen.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from string import ascii_uppercase

from switchproof.telling.folding import StepTold, Story, folded, numbers

SHORTEST = 3  # steps
A_NAMING = 12  # words


@dataclass(frozen=True)
class Stretch:
    """A stretch of steps that several runs have, with its letter."""

    letter: str
    steps: Story

    @property
    def until(self) -> str:
        """Return how it ends."""
        return self.steps[-1].sentence


def common_to(stories: Sequence[Story]) -> tuple[Stretch, ...]:
    """Return what is best told once, that which saves most words first."""
    left = [story[:-1] for story in stories]
    found: list[Stretch] = []
    for letter in ascii_uppercase:
        if not (best := _best(left)):
            break
        found.append(Stretch(letter, best))
        left = [piece for story in left for at, piece in parted(story, found) if at is None]
    return tuple(replace(one, steps=_with_all_that_matters(one.steps, stories)) for one in found)


def parted(story: Story, common: Sequence[Stretch]) -> Iterator[tuple[Stretch | None, Story]]:
    """Yield a story in pieces: each a stretch of several, or the beginning of one, or its own."""
    own: list[StepTold] = []
    while story:
        stretch = max(common, key=lambda one: _shared(one.steps, story), default=None)
        length = _shared(stretch.steps, story) if stretch else 0
        if length < SHORTEST:
            own.append(story[0])
            story = story[1:]
            continue
        if own:
            yield None, tuple(own)
            own = []
        yield stretch, story[:length]
        story = story[length:]
    if own:
        yield None, tuple(own)


def abridged(story: Story, common: Sequence[Stretch]) -> Iterator[str]:
    """Yield a story in lines, in which a stretch of several stands by its letter."""
    first = 1
    for stretch, steps in parted(story[:-1], common):
        last = first + len(steps) - 1
        if stretch:
            yield f"{numbers(first, last)}. As in {stretch.letter}, until {steps[-1].sentence}."
        else:
            yield from folded(steps, first)
        first = last + 1
    yield from folded(story[-1:], first)


def _shared(steps: Story, story: Story) -> int:
    """Return how many steps a story begins with as a stretch does."""
    return len(list(takewhile(lambda both: both[0] == both[1], zip(steps, story, strict=False))))


def _best(stories: Sequence[Story]) -> Story:
    """Return the stretch that saves most words; nothing where none saves any."""
    counts = Counter(stretch for story in stories for stretch in set(_stretches(story)))
    saved = {
        stretch: (count - 1) * _length(stretch) - count * A_NAMING
        for stretch, count in counts.items()
    }
    best = max(sorted(saved, key=_text), key=saved.__getitem__, default=())
    return best if best and saved[best] > 0 else ()


def _stretches(story: Story) -> Iterator[Story]:
    """Yield each stretch that can be told elsewhere."""
    for first in range(len(story)):
        for last in range(first + SHORTEST, len(story) + 1):
            if any(one.is_breach for one in story[first:last]):
                break
            yield story[first:last]


def _text(steps: Story) -> str:
    return " ".join(folded(steps))


def _length(steps: Story) -> int:
    return len(_text(steps).split())


def _with_all_that_matters(steps: Story, stories: Sequence[Story]) -> Story:
    """Return the steps, of which each matters that does in any of the stories."""
    told = {one for story in stories for one in story[:-1] if one.matters}
    return tuple(replace(one, matters=one in told) for one in steps)
