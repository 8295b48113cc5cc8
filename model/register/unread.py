"""The texts that were not read, or not in the original, and what each would settle.

Each unverified fact and each assumption is settled by one text; a name that ends in a star stands
for all that begin so and that no other text names. What nobody's text would settle, since it is the
form of the model, stands last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.language.sources import Assumption, Clause, Fact, Force, Source

UNVERIFIED = ("R", "M", "gap")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, of whom it can be asked, what it would settle, and the parts of the SEC that it is.

    Of its parts it settles what the table of impacts says of them, and so the doubts on that.
    """

    name: str
    ask: str
    settles: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question, what it is about, and what is taken meanwhile; `assumed` are assumptions.

    `part` names the part of the SEC that would answer it, where what it is about does not tell.
    """

    id: str
    asks: str
    about: str
    meanwhile: str
    assumed: str = ""
    part: str = ""


TEXTS = (
    Text(
        "SEC Section E, before the change and as amended",
        "SECAS",
        "E* C7 A-nomination A-load A-loss A-full-set-on-request A-deadline A-remedied-by-load "
        "A-due-at-live A-dsp-by-the-rules A-beneficiary A-receive-only",
        ("E",),
    ),
    Text(
        "SEC Appendices X and Y, before the change and as amended",
        "SECAS",
        "A2* A3* A-daily-file A-check-order A-sequence A-merge-numbers A-record-check "
        "A-response-arrives A-refresh-resets A-full-set-at-start A-omission A-flag-again "
        "A-gas-flag-rejection A-catch-up",
        ("X", "Y"),
    ),
    Text(
        "the interface design of CSS and DSP",
        "the DCC, for the DSP and the CSS provider",
        "C3* C5.unread A-trigger A-whole-point A-order A-retry A-ack A-message-check "
        "A-regeneration A-reconciliation A-pair-again A-every-pair A-no-duty-on-removal "
        "A-source-switch D3.unread",
    ),
    Text(
        "SEC Sections G, H and L, before the change and as amended",
        "SECAS",
        "A6.unread H14 A-entry-order A-suspension A-recognised A-gateway-rdp",
        ("G", "H", "L"),
    ),
    Text(
        "SEC Appendix AG, before the change and as amended",
        "SECAS",
        "A5* A-awareness A-resolver",
        ("AG",),
    ),
    Text(
        "SEC Sections A, B, F and K and Schedules 1 and 5, as amended",
        "SECAS",
        "A-ids-by-Panel",
        ("A", "B", "F", "K", "Schedule 1", "Schedule 5"),
    ),
    Text(
        "SEC Sections D, I and P and Appendix AL, as amended",
        "SECAS",
        "",
        ("D", "I", "P", "AL"),
    ),
    Text("SEC Section M, on default, from M8.4 on", "SECAS", "O2.unread O2.claims-unread"),
    Text(
        "the licences of the DCC and of Network Parties, and the successor licence",
        "Ofgem",
        "2.1-f 2.3-b O2.licence O2.licences-unread O3* A-accession",
    ),
    Text(
        "REC Schedule 23, in the text of July 2022",
        "the REC code manager",
        "C1* C2* C6.points C6.created C6.schedules A-link-first A-objection-first "
        "A-no-request-to-oneself",
    ),
    Text("the REC, on default", "the REC code manager", "O2.REC-unread"),
    Text(
        "the contracts of the DCC and of Network Parties with their agents",
        "the DCC and the Network Parties",
        "O2.contracts-unread",
    ),
    Text(
        "REC Schedules 24 to 27",
        "the REC code manager",
        "C5.retry-rules C5.periods C6.unread A-REL-exception A-notices-queue A-proxy-checked",
    ),
    Text(
        "MRA, SPAA and UNC, as they stood before the CSS",
        "the REC code manager, and the Joint Office for the UNC",
        "B* A-one-request-today A-lift-electricity",
    ),
    Text(
        "the plan of the transition to the CSS",
        "Ofgem and the DCC",
        "D1.unread A-first-load A-fallback A-withdrawal-by-DCC A-regions-together A-one-instant "
        "A-refused-in-flight A-may-send A-registry-steps",
    ),
    Text(
        "what the authors of the paper meant, and their plan",
        "SECAS, who wrote it",
        "A-newer-REC A-one-package A-one-phase-a-month",
    ),
    Text(
        "reports on service and incidents of the CSS",
        "the REC code manager and the DCC",
        "D2* D3*",
    ),
    Text("the calendar of bank holidays", "GOV.UK", "A-working-days"),
    Text(
        "no text: it is the form of the model",
        "nobody",
        "A-total A-two-suppliers A-empty-provider",
    ),
)
AUTHORS = next(text for text in TEXTS if "who wrote it" in text.ask)
NO_TEXT = TEXTS[-1]


def to_settle(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return what no text that was read in the original says: facts, assumptions, clauses."""
    found = []
    for one in sources:
        match one:
            case Fact(tag=tag) if tag in UNVERIFIED:
                found.append(one.id)
            case Assumption():
                found.append(one.id)
            case Clause(force=Force.ASSUMPTION):
                found.append(one.id)
    return tuple(found)


def settled_by(ids: Iterable[str], texts: Iterable[Text] = TEXTS) -> Mapping[str, list[Text]]:
    """Return for each id the texts that would settle it; a whole name goes before a star."""
    texts = tuple(texts)
    found = {}
    for id_ in ids:
        whole = [text for text in texts if id_ in text.settles.split()]
        begun = [text for text in texts if any(_begins(id_, n) for n in text.settles.split())]
        found[id_] = whole or begun
    return found


def _begins(id_: str, name: str) -> bool:
    return name.endswith("*") and id_.startswith(name[:-1])
