"""`dossier interfaces`: two flows where only some events are seen, and drafts of a clause."""

import json
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from model.flows import FLOWS, flow
from properties.engine.budget import Budget
from properties.engine.interfaces.result import Likeness
from properties.engine.interfaces.same_at import SameAt, by_name
from properties.engine.interfaces.settle import compare
from switchproof.dossier.interfaces.every import COMPARISONS, NOT_MODELLED, NotModelled
from switchproof.dossier.interfaces.grouping import Grouped, grouped
from switchproof.dossier.interfaces.keep import Keeping
from switchproof.dossier.interfaces.rows import report
from switchproof.dossier.interfaces.text import text
from switchproof.dossier.interfaces.wordings import WORDINGS, DraftRead, Drafts
from switchproof.terminal.errors import BadInput
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """Print all comparisons, and return the exit status; raises BadInput."""
    for one in NOT_MODELLED:
        need_no_event_of(one)
    keeping = Keeping(Path(asked.packets)) if asked.packets else None
    with Progress("comparing what is seen") as progress:
        found = [_compared(one.asked, asked.timeout, progress) for one in COMPARISONS]
        drafts = [_grouped(one, asked.timeout, progress) for one in WORDINGS]
    told = report(found, drafts)
    if keeping:
        keeping.end(every(found, drafts))
    print(json.dumps(told, indent=2) if asked.format == "json" else "\n".join(text(told)))
    return told["exit"]


def need_no_event_of(one: NotModelled) -> None:
    """Refuse to say that nothing is modelled of somebody who takes part in a flow."""
    for name in FLOWS:
        if one.party in map(str, flow(name).parties):
            raise BadInput(f"'{one.whom}' are modelled in '{name}'; compare them at an interface")


def every(found: Sequence[Likeness], drafts: Sequence[Grouped]) -> list[Likeness]:
    """Return all that was compared."""
    of_drafts = [one for each in drafts for _, _, one in each.pairs]
    alike = [one for each in drafts for group in each.groups for one in group.shown]
    return [*found, *of_drafts, *alike]


def _compared(one: SameAt, seconds: float, progress: Progress) -> Likeness:
    progress.what = f"comparing {one.id}"
    return compare(one, Budget(seconds=seconds))


def _grouped(one: Drafts, seconds: float, progress: Progress) -> Grouped:
    return grouped(one, partial(_of_drafts, seconds=seconds, progress=progress))


def _of_drafts(
    wording: Drafts, one: DraftRead, other: DraftRead, *, seconds: float, progress: Progress
) -> Likeness:
    numbers = [wording.drafts.index(draft) + 1 for draft in (one, other)]
    name = f"{wording.id}, drafts {numbers[0]} and {numbers[1]}"
    says = f"'{one.words}' and '{other.words}' are alike, as they are read."
    asked = SameAt(name, says, (one.flow, other.flow), by_name(wording.seen), wording.cites)
    return _compared(asked, seconds, progress)
