"""The findings as one text for those who draft: plain words, the run, the fault, the cure."""

from collections.abc import Iterable, Iterator, Sequence

from switchproof.dossier.document import ANNEX, DOCUMENT, ON_THE_ANNEX, ORDER
from switchproof.dossier.findings.kinds import Dismissed, InTheText, title
from switchproof.dossier.findings.stories import common_in, common_told, wrapped
from switchproof.dossier.findings.together import Together, collisions_told, together_told
from switchproof.dossier.findings.told import (
    DismissedTold,
    FindingTold,
    finding_told,
    instructed,
)
from switchproof.dossier.findings.writers import who_writes
from switchproof.telling.common import Stretch


def document(
    told: Sequence[FindingTold],
    on_text: Sequence[InTheText],
    dismissed: Sequence[DismissedTold],
    together: Sequence[Together],
) -> str:
    """Return the whole text; the same verdicts give the same bytes."""
    common = common_in([run for one in told if one.stands for run in one.runs])
    standing = entries(told, on_text, common)
    lines = [*_head(len(standing)), *who_writes(list(standing), on_text), *on_cures(together, told)]
    lines += common_told(common)
    for number, (name, says) in enumerate(standing.items(), start=1):
        if name == next((one for one in ANNEX if one in standing), ""):
            lines += ["", "## Annex for those who draft the REC", "", *wrapped(ON_THE_ANNEX)]
        lines += ["", f"## {number}. {title(name)}", "", *says]
    lines += on_dismissed(dismissed)
    open_ = [one.finding.id for one in told if not one.stands]
    open_ += [one.dismissed.sentence for one in dismissed if not one.holds]
    if open_:
        lines += ["", "## Not shown any more, or not known", "", *(f"- {one}" for one in open_)]
    return "\n".join(lines) + "\n"


def entries(
    told: Sequence[FindingTold], on_text: Sequence[InTheText], common: Sequence[Stretch] = ()
) -> dict[str, Iterator[str]]:
    """Return what is said of each finding that stands, in their order."""
    standing = {one.finding.id: finding_told(one, common) for one in told if one.stands}
    every = standing | {one.id: _on_text(one) for one in on_text}
    return {name: every[name] for name in in_order(every)}


def on_dismissed(dismissed: Sequence[DismissedTold]) -> Iterator[str]:
    """Yield what was looked at and is no finding, and why."""
    yield from ("", "## Candidates that were dismissed", "")
    for one in dismissed:
        if one.holds:
            yield from _dismissed(one.dismissed)


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names of findings as they are told: by use to a drafter."""
    return sorted(names, key=(*ORDER, *ANNEX).index)


def _head(count: int) -> Iterator[str]:
    yield "# Findings for those who draft the change"
    yield ""
    yield from wrapped(
        f'{count} findings on the {DOCUMENT.publisher} paper "{DOCUMENT.title}" of '
        f"{DOCUMENT.year} ({DOCUMENT.edition}). Made by "
        "`switchproof dossier findings --write FINDINGS.md` from the verdicts on that edition, "
        "not by hand: a finding that the model no longer shows drops out. "
        "What an id such as 5-E1 or A-load says stands in `model/register/`, and what terms stand "
        "for in `GLOSSARY.md`. What the paper leaves open, with no fault to show, is told by "
        "`switchproof dossier questions` and `switchproof dossier doubts`."
    )
    yield ""
    yield from wrapped(
        "Each run was replayed step by step on the whole flow. Steps that change nothing of what "
        "the finding speaks of are told together. The step named after a run is the last before "
        "which a party could lawfully have prevented this, had all else gone the same way. "
        "Another run may still lead there."
    )
    yield ""
    yield from wrapped(
        "A cure says what to write where, and what it replaces in the paper. How it was checked is "
        "said of each: proved against the flow with that change, for any number of metering "
        "points; kept to by the flow already; checked on the register alone; or not at all. What "
        "its words say and the change does not is named."
    )


def on_cures(together: Sequence[Together], told: Sequence[FindingTold]) -> Iterator[str]:
    """Yield what comes of the cures when they are made together."""
    yield from ("", "## The cures together", "")
    for one in together:
        yield from wrapped(f"- {' '.join(together_told(one))}", "  ")
    for each in told:
        for line in collisions_told(each):
            yield from wrapped(f"- {line}", "  ")


def _on_text(one: InTheText) -> Iterator[str]:
    yield from wrapped(one.sentence)
    yield ""
    yield from wrapped(f"On: {', '.join(one.clauses.split())}.")
    yield ""
    yield from wrapped(one.shown)
    yield ""
    yield from instructed("**At fault:** the text. **What would cure it:**", one.cure)
    yield from wrapped(one.checked)
    yield ""
    yield from wrapped(f"**Confidence:** {one.confidence}")


def _dismissed(one: Dismissed) -> Iterator[str]:
    claims = f" (claims: {', '.join(one.claims)})" if one.claims else ""
    cites = ", ".join(one.clauses.split())
    yield from wrapped(f"- {one.sentence} ({cites}) {one.why}{claims}", "  ")
