"""All findings with what was decided of them, and what it comes to."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.flows import FLOWS
from properties.engine.packets.kept import Kept
from switchproof.dossier.document import DISMISSED, FINDINGS, ON_TEXT
from switchproof.dossier.findings.deciding import Deciding
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.text import in_order
from switchproof.dossier.findings.together import Together
from switchproof.dossier.findings.told import DismissedTold, FindingTold
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress


@dataclass(frozen=True)
class Findings:
    """The findings that a run or a proof shows, those on the text, and cures made together."""

    told: Sequence[FindingTold]
    dismissed: Sequence[DismissedTold]
    together: Sequence[Together]

    @cached_property
    def on_text(self) -> list[InTheText]:
        """Return the findings that the register itself shows."""
        return [one for one in ON_TEXT if one.stands]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Return the number of each finding that stands, in the order in which they are told."""
        standing = [one.finding.id for one in self.told if one.stands]
        standing += [one.id for one in self.on_text]
        return {name: number for number, name in enumerate(in_order(standing), start=1)}

    @property
    def status(self) -> int:
        """Return the exit status that they come to."""
        return status(self.told, self.dismissed, self.together)


def status(
    told: Sequence[FindingTold], dismissed: Sequence[DismissedTold], together: Sequence[Together]
) -> int:
    """Return the exit status: whether all of it is known, and as it is meant."""
    if any(one.undecided for one in told) or any(one.undecided for one in together):
        return UNDECIDED
    as_meant = [one.stands for one in told] + [one.holds for one in dismissed]
    as_meant += [one.stands for one in ON_TEXT] + [one.holds for one in together]
    return AS_EXPECTED if all(as_meant) else SURPRISE


def decided(
    seconds: float, progress: Progress, kept: Kept | None, flows: Container[str] = FLOWS
) -> Findings:
    """Return every finding on these flows with its cures, decided or kept."""
    deciding = Deciding(seconds, progress, kept)
    told = [deciding.finding(one) for one in FINDINGS if one.base in flows]
    bases = dict.fromkeys(one.finding.base for one in told if one.finding.cures)
    together = [deciding.together(base) for base in bases]
    dismissed = [one for one in DISMISSED if not one.base or one.base in flows]
    return Findings(told, [deciding.dismissed(one) for one in dismissed], together)
