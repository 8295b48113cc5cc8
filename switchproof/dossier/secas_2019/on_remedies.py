"""The finding on remedies: what the transfer of the duty to send takes, and words that keep it."""

from collections.abc import Iterable
from dataclasses import replace

from model.css.flow import FLOW as THEN
from model.css.licence import CRS
from model.current.flow import FLOW as TODAY
from model.language import Flow
from model.parties import OF_A_PARTY
from properties.analyses.duties.remedies import Shift, at_first, shifts
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.words import Instruction
from switchproof.telling.sentences import capital


def taken(then: Flow = THEN) -> str:
    """Say which remedies are shut once a duty of today goes on as another's."""
    found = [one for one in shifts(TODAY, then) if one.lost]
    if not found:
        return ""
    lost = _names(remedy.name for one in found for remedy in one.lost)
    duties = "; ".join(f"{one.duty.name}, which goes on as {one.heir.name}" for one in found)
    return (
        f"In {len(found)} duties of today what is lost is the {lost}. They are: {duties}."
        f"{_unclear(found)}"
    )


def _unclear(found: Iterable[Shift]) -> str:
    """Say of what is open on one side how it stands on the other."""
    names = _names(remedy.name for one in found for remedy in one.unclear)
    heir = next(iter(found)).heir
    open_ = _names(one.name for one in at_first(THEN, heir) if one.name in names)
    return f" {capital(open_)} is then open, and whether it is today is not known." if open_ else ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def with_crs_apart() -> str:
    """Say what is still lost where the CRS stands to default as any other Party does."""
    tie, *split = CRS.ties
    apart = replace(
        CRS, name="CRS, a Party apart", ties=(replace(tie, remedies=OF_A_PARTY), *split)
    )
    duties = (replace(duty, obligor=apart) if duty.obligor is CRS else duty for duty in THEN.duties)
    return taken(replace(THEN, parties=(*THEN.parties, apart), duties=tuple(duties)))


ON_REMEDIES = (
    InTheText(
        "the-remedy-is-lost",
        "If the CSS stops sending, nobody can call an event of default: the SEC has one against "
        "Network Parties, and none against the DCC.",
        "1-a 1-b 2.1-e 5-E1",
        taken,
        Instruction(
            "Section M8.1",
            "a Party other than the DCC, save that the DCC acting in its capacity as CRS is for "
            "the purposes of this Section M8 a Party apart",
            "'a Party other than the DCC' (the paper has no entry for Section M)",
        ),
        cured=with_crs_apart,
        rests=(
            "on M8.1 as a glossary gives it (O2.default), on a recollection of who acts on a "
            "licence (O2.licence), and on reading the CRS as no Party apart (2.1-e, question "
            "crs-a-party). Not read were what follows a default (O2.unread), the licences of "
            "Network Parties (O2.licences-unread) and the contracts with agents "
            "(O2.contracts-unread)"
        ),
    ),
)
