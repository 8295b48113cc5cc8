"""Whether what a proved claim supposes arises: a run in which it does, or a proof of never."""

from collections.abc import Iterable, Mapping

from model.language.expressions import Expression
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Invariant, Run, Undecided
from properties.engine.settle import settle
from properties.engine.slices.seen import Outlook, of_situation, parts_of


def arise(
    flow: Flow,
    supposed: Iterable[Expression],
    budget: Budget,
    known: Mapping[int, Run],
    whole: Outlook,
) -> tuple[Run | Invariant, ...]:
    """Return how each situation arises, or why it never does; raises Undecided.

    A run that is known to show one, by its number, is not sought. `whole` is from where the
    claim is seen, and so its situations.
    """
    found, unknown, every = list[Run | Invariant](), list[str](), list(supposed)
    for n, one in enumerate(every):
        share = budget.share(1 / (len(every) - n))
        try:
            shown = known.get(n) or settle(parts_of(flow, ~one, of_situation(whole, one)), share)
        except (Undecided, Spent, Disagreement) as why:
            unknown.append(str(why))
        else:
            found.append(shown)
    if unknown:
        also = (
            "one of its situations never arises, and "
            if any(isinstance(one, Invariant) for one in found)
            else ""
        )
        why_not = f"whether its situation arises is not known: {unknown[0]}"
        raise Undecided(f"it holds, but {also}{why_not}")
    return tuple(found)
