"""Who may act on the breach of a duty, before and after: what the ties of its obligor say."""

from model.language.duties import Duty
from model.language.expressions import TRUE, Expression
from model.language.remedies import Remedy
from model.language.words import words
from switchproof.diff.format import RecourseRow, StandRow


def recourse(before: Duty | None, after: Duty | None) -> list[RecourseRow]:
    """Return each remedy of either, as it stands before and after."""
    was, now = (duty.remedies if duty else () for duty in (before, after))
    named = dict.fromkeys((one.name, one.by) for _, one in (*was, *now))
    return [_row(name, by, was, now) for name, by in named]


def _row(
    name: str,
    by: str,
    was: tuple[tuple[Expression, Remedy], ...],
    now: tuple[tuple[Expression, Remedy], ...],
) -> RecourseRow:
    mine = [[one for one in side if (one[1].name, one[1].by) == (name, by)] for side in (was, now)]
    cites = [id_ for side in mine for _, remedy in side for id_ in remedy.cites.split()]
    return {
        "name": name,
        "by": by,
        "before": [_stand(*one) for one in mine[0]],
        "after": [_stand(*one) for one in mine[1]],
        "cites": list(dict.fromkeys(cites)),
    }


def _stand(while_: Expression, one: Remedy) -> StandRow:
    return {
        "availability": one.availability.value,
        "while_": None if while_ is TRUE else words(while_),
        "why": one.why or None,
    }
