"""The rows of the atlas, and the claims that are the same in both regimes."""

from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.entry import HAS_GONE_LIVE, REINSTATE, RENEW
from model.current.flags import ACCEPT_FLAG, CURRENT, SEND_FLAG, flag
from model.current.gateway import RESTORE, TAKE_CONTROL
from model.current.incident import ASSIGN_POINT, CLOSE_POINT, RAISE_POINT, RESOLVE_POINT
from model.language import Always, Claim, Event, Expression, LeadsTo, Step, any_of, happens
from model.parties import SUPPLIERS
from properties.current.living import INCIDENT_CLOSES

HEADLINE, FROM_ANSWERED = "one-bound-obligor", "copy-only-from-answered"
EXPLAINED, BY_THE_COPY = "difference-explained", "authority-follows-copy"
OBEYED, REFUSED = "obeyed-only-of-record", "refused-only-not-of-record"
SILENT = "nothing-lost-silently"
SERVICES, WRONG = "services-differ-explained", "no-wrong-activation"
DATA, FLAG, INCIDENT = "data-at-last-loaded", "flag-at-last-known", "incident-at-last-closed"
POINT_INCIDENT, PAIR, SECURED = "each-incident-closes", "pair-at-last-held", "secured-at-last-known"

ROWS = {
    HEADLINE: "one bound obligor (P15)",
    FROM_ANSWERED: "copy only from answered",
    EXPLAINED: "difference is explained",
    BY_THE_COPY: "commands by copy (P14)",
    OBEYED: "obeyed: of record (P14)",
    REFUSED: "refused: not of record",
    SILENT: "nothing lost silently",
    SERVICES: "services explained (P12)",
    WRONG: "no wrong activation",
    DATA: "data at last loaded",
    FLAG: "flag at last known",
    INCIDENT: "sender's incident closed",
    POINT_INCIDENT: "point's incident closed",
    PAIR: "pair at last at the CSS",
    SECURED: "secured at last known",
}
RDP_RESTORED = (REINSTATE, RENEW, TAKE_CONTROL, RESTORE)

FLAG_KNOWN = LeadsTo(
    FLAG,
    "Each flag that is due to an RDP that has gone live at last reaches it (P20).",
    flag.is_not(CURRENT) & HAS_GONE_LIVE,
    to=flag.is_(CURRENT),
    strong=(
        *(SEND_FLAG, ACCEPT_FLAG, RAISE_POINT, ASSIGN_POINT, RESOLVE_POINT, CLOSE_POINT),
        *RDP_RESTORED,
    ),
    cites="2.3-c A3.answers A-flag-again",
)
INCIDENT_CLOSED = LeadsTo(
    POINT_INCIDENT,
    "Each incident about a point is at last closed (P22).",
    INCIDENT_CLOSES.body,
    to=INCIDENT_CLOSES.to,
    strong=(ASSIGN_POINT, RESOLVE_POINT, CLOSE_POINT),
    cites="A5.states",
)


def by_the_record(on_record: Expression) -> tuple[Claim, Claim]:
    """Say, in two claims, that a command is accepted if and only if its supplier is of record."""
    accepted, refused = COMMAND_ACCEPTED, COMMAND_REFUSED
    rightly = any_of(*(happens(accepted[s]) & on_record[s] for s in SUPPLIERS))
    fitly = any_of(*(happens(refused[s]) & ~on_record[s] for s in SUPPLIERS))
    return (
        Step(
            OBEYED,
            "A supplier's command is accepted only while that supplier is of record (P14).",
            happens(*accepted.values()).implies(rightly),
            cites="A1 1-c",
        ),
        Step(
            REFUSED,
            "A supplier's command is refused only while that supplier is not of record (P14).",
            happens(*refused.values()).implies(fitly),
            cites="A1 1-c",
        ),
    )


def not_silent(wrong_and_nothing_shows: Expression) -> Claim:
    """Say that where the copy is wrong, something shows it."""
    return Always(
        SILENT,
        "Where the DSP's copy names the wrong supplier, something shows it to somebody.",
        ~wrong_and_nothing_shows,
        cites="1-b 2.3-a",
    )


def at_last_loaded(of_record: Expression, entered: Expression, *events: Event) -> Claim:
    """Say that where the copy differs from the supplier of record, it at last names it."""
    return LeadsTo(
        DATA,
        "Once the sender has gone live: where the DSP's copy differs from the supplier of record, "
        "it at last names it (P13).",
        copy.is_not(of_record) & entered,
        to=copy.is_(of_record),
        strong=events,
        cites="2.2-a 2.2-b E1.1 A-load",
    )
