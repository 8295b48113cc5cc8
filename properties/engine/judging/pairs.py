"""Values of one slot, or of two, that were never met together, as boxes that need no question."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from properties.engine.budget import look

Having = Sequence[Mapping[int, int]]  # of each slot, for each value bits that tell what has it


def never_together(
    values: Sequence[Sequence[int]], having: Having
) -> Iterator[dict[int, frozenset[int]]]:
    """Yield for each slot the values that were not met, and for each two what was not met of both.

    Values of one slot that were met with the same values of the other stand in one box.
    """
    for slot, every in enumerate(values):
        if unmet := frozenset(every).difference(having[slot]):
            yield {slot: unmet}
    for one, other in combinations(range(len(values)), 2):
        look()
        apart: dict[frozenset[int], set[int]] = {}
        for value, bits in having[one].items():
            without = frozenset(v for v, theirs in having[other].items() if not bits & theirs)
            apart.setdefault(without, set()).add(value)
        yield from ({one: frozenset(some), other: w} for w, some in apart.items() if w)
