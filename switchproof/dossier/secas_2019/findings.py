"""What the document gets wrong or leaves open, each with what shows it; and what was dismissed."""

from model.current.flow import FLOW as TODAY
from properties.css.going_wrong import FINDING
from switchproof.dossier.findings.kinds import Finding, InTheText
from switchproof.dossier.secas_2019.dismissed import DISMISSED
from switchproof.dossier.secas_2019.on_duties import ON_DUTIES
from switchproof.dossier.secas_2019.on_faults import ON_FAULTS
from switchproof.dossier.secas_2019.on_handover import ON_HANDOVER
from switchproof.dossier.secas_2019.on_receiving import ON_RECEIVING
from switchproof.dossier.secas_2019.on_remedies import ON_REMEDIES
from switchproof.dossier.secas_2019.on_requests import ON_REQUESTS
from switchproof.dossier.secas_2019.on_sending import ON_SENDING
from switchproof.dossier.secas_2019.on_silence import ON_SILENCE
from switchproof.dossier.secas_2019.on_terms import ON_TERMS
from switchproof.dossier.secas_2019.on_text import CODES_REPLACED, ON_TIMETABLE
from switchproof.dossier.secas_2019.on_the_night import ON_THE_NIGHT
from switchproof.dossier.secas_2019.on_what_moves import ON_WHAT_MOVES
from switchproof.dossier.who_must_fail.every import REGIMES

FINDINGS: tuple[Finding, ...] = (
    *ON_DUTIES,
    *ON_HANDOVER,
    *ON_THE_NIGHT,
    *ON_WHAT_MOVES,
    *ON_REQUESTS,
    *ON_SENDING,
    *ON_FAULTS,
    *ON_RECEIVING,
)
ON_TEXT: tuple[InTheText, ...] = (
    *ON_REMEDIES,
    *ON_TERMS,
    CODES_REPLACED,
    *ON_TIMETABLE,
    *ON_SILENCE,
)

FLOWS_OF_DUTIES = tuple(regime.flow for regime in REGIMES)
FAULTS_OF_THE_FLOW = {claim.id for claim in FINDING}

# By use to a drafter.
ORDER = (
    "the-remedy-is-lost",
    "receive-only-must-answer",
    "owed-while-shut-out",
    "known-and-not-told",
    "no-heartbeat",
    "no-order",
    "keys-that-still-sign",
    "duties-on-the-unbound",
    "a-removed-hub-stays",
    "nothing-is-saved",
    "a-first-load-with-no-time",
    "live-where-nobody-looks",
    "records-moved-ahead",
    "a-fallback-that-forgets",
    "accepted-before-and-loaded-after",
    "one-file-holds-up-the-change",
    "entered-and-suspended",
    "remedied-by-another",
    "owed-in-the-gap",
    "orphan-duty",
    "a-service-that-owes",
    "nobody-meets-the-definition",
    "three-words-for-one-standard",
    "one-entity-of-two",
    "a-split-that-binds-nobody",
    "owed-to-oneself",
    "not-at-one-instant",
    "can-is-not-must",
    "suspended-without-a-word",
    "no-trigger",
    "accepted-then-suspended",
    "parties-that-are-touched",
    "networks-unheard",
    "a-code-that-is-nowhere-replaced",
    "a-timetable-that-nobody-owes",
    "one-gateway",
)
ANNEX = (
    "frozen-for-good",
    "a-date-that-is-lost",
    "a-new-power-over-an-old-switch",
    "an-objection-that-only-cancels",
    "the-tie",
    "secured-and-not-applied",
    "two-dates-for-good",
)
ON_THE_ANNEX = (
    "These are about switches under the REC. The paper has no clause on them, so no wording of the "
    "SEC cures them."
)

__all__ = [
    "ANNEX",
    "DISMISSED",
    "FAULTS_OF_THE_FLOW",
    "FINDINGS",
    "FLOWS_OF_DUTIES",
    "ON_TEXT",
    "ON_THE_ANNEX",
    "ORDER",
    "TODAY",
]
