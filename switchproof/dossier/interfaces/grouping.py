"""Drafts in groups: in one group are those that are shown to be alike, in the model as read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from properties.engine.interfaces.result import Likeness
from properties.engine.verdict import Verdict
from switchproof.dossier.interfaces.wordings import DraftRead, Drafts

Compare = Callable[[Drafts, DraftRead, DraftRead], Likeness]


@dataclass
class Group:
    """Drafts that are each alike with the first of them, and what shows it."""

    drafts: list[DraftRead]
    shown: list[Likeness] = field(default_factory=list)

    @property
    def points(self) -> str:
        """Return for how many points they are alike; nothing of one draft alone."""
        numbers = {one.points for one in self.shown}
        return "1" if "1" in numbers else next(iter(numbers), "")


@dataclass
class Grouped:
    """The groups of a wording, and each pair of groups with how their first drafts compare."""

    wording: Drafts
    groups: list[Group]
    pairs: list[tuple[int, int, Likeness]]


def grouped(wording: Drafts, compare: Compare) -> Grouped:
    """Put each draft to the first group with whose first draft it is shown to be alike."""
    groups, pairs = list[Group](), list[tuple[int, int, Likeness]]()
    for draft in wording.drafts:
        found = _found(wording, groups, draft, compare)
        if found and found[-1].verdict is Verdict.PROVED:
            group = groups[len(found) - 1]
            group.drafts.append(draft)
            group.shown.append(found[-1])
        else:
            pairs += [(n, len(groups), one) for n, one in enumerate(found)]
            groups.append(Group([draft]))
    return Grouped(wording, groups, pairs)


def _found(
    wording: Drafts, groups: Sequence[Group], draft: DraftRead, compare: Compare
) -> list[Likeness]:
    """Compare a draft with each group in turn, up to one with which it is alike."""
    found = list[Likeness]()
    for group in groups:
        found.append(compare(wording, group.drafts[0], draft))
        if found[-1].verdict is Verdict.PROVED:
            break
    return found
