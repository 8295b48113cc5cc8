"""Who owes, who answers for whom, who may send, and what a breach leaves behind."""

from model.css.duties import LATE, MISS_TIME, POINT_DATA
from model.css.entry import (
    NOMINATED,
    CssEntry,
    css_entry,
    css_has_dccki,
    css_has_id,
    css_has_met_code,
    css_has_passed,
    css_has_smki,
)
from model.css.gateway import CssGateway, css_gateway
from model.css.hub import RECEIVE_PAIR, SEND_PAIR
from model.css.late import ACCEPT_LATE, DISCARD
from model.css.messages import ACCEPT, LOAD, REFUSE, RESEND, RETRY, SEND, SEND_FAULTY
from model.css.old_channel import TAKE_FILE
from model.css.reconciliation import RECONCILE
from model.css.sources import RDPS_SHUT_OUT, accepts_css
from model.current.authority import copy
from model.current.complying import COMPLYING
from model.current.duties import SENDING, Mark, mark
from model.current.duties_on_service import SECURITY
from model.current.store import accepts_rdp
from model.language import (
    Always,
    Claim,
    Named,
    Step,
    after,
    all_of,
    any_of,
    at_most_one,
    changed,
    happens,
)
from model.language.owing import (
    exactly_one_owes,
    in_force,
    owed_by_the_bound,
    some_obligor_is_unbound,
)
from model.parties import CSS, NETWORK_PARTY, SEC
from properties.current.answering import DATA_LOST, FOR_THE_RDP, MARKED

css_passed_all = all_of(css_has_id, css_has_smki, css_has_dccki, css_has_met_code, css_has_passed)
from_css = happens(LOAD, ACCEPT_LATE, RECONCILE)
accepted = happens(ACCEPT, ACCEPT_LATE, RECONCILE)
through_gateway = happens(
    *(SEND, SEND_FAULTY, RETRY, RESEND, ACCEPT, REFUSE),
    *(ACCEPT_LATE, DISCARD, RECONCILE, SEND_PAIR, RECEIVE_PAIR),
)


FOR_THE_CSS = owed_by_the_bound(SENDING, performer=CSS).called(
    "the party that owes the sending answers for the CSS", cites="2.1-d"
)
UNANSWERED = any_of(accepts_css & ~FOR_THE_CSS, accepts_rdp & ~FOR_THE_RDP)
NETWORKS_OWE_UNDER_THE_SEC = in_force(
    SENDING, POINT_DATA, obligor=NETWORK_PARTY, instrument=SEC
).called("Networks owe it under the SEC", cites="2.3-a 2.3-g 5-E2")
FILE_LOADED = Named(
    "a registration file of an RDP is loaded", happens(TAKE_FILE), cites="1-a 2.3-d 5-X2 5-Y2"
)

ANSWERING: tuple[Claim, ...] = (
    Always(
        "one-bound-obligor",
        "For each point exactly one party bound by the SEC owes the duty to have registration "
        "data sent (P15).",
        exactly_one_owes(SENDING),
        cites="1-b 2.1-a 2.2-b 5-E1 2.1-b 2.1-e 2.1-f 2.2-a S0.3",
    ),
    Always(
        "only-the-bound-owe",
        "Nobody owes a duty under an instrument that does not bind it (P16).",
        ~some_obligor_is_unbound(cites="2.1-c"),
        cites="2.1-b 2.1-c 2.1-e 2.1-f 2.3-b S0.1 S0.3 A-accession",
    ),
    Step(
        "copy-only-from-answered",
        "The DSP's copy changes only by data from the agent for which the party that owes the "
        "sending answers, or as the DSP loses its data.",
        when=changed(copy),
        then=any_of(from_css & FOR_THE_CSS, happens(TAKE_FILE) & FOR_THE_RDP, DATA_LOST),
        cites="1-b 2.2-b 2.1-d A-loss 2.1-a 2.1-b 2.1-e 2.1-f 2.2-a 5-E1 S0.3 A-source-switch",
    ),
    Always(
        "one-source-accepted",
        "The DSP never accepts registration data from two sources at once.",
        at_most_one(~RDPS_SHUT_OUT, accepts_css),
        cites="1-a A-source-switch",
    ),
    Always(
        "accepted-is-answered-for",
        "Each source that the DSP accepts is one for which a bound party owes the sending.",
        ~UNANSWERED,
        cites="1-b 2.1-d 2.1-a 2.1-b 2.1-e 2.1-f 2.2-b 5-E1 S0.3",
    ),
    Step(
        "rdp-never-accepted",
        "After the change no registration file of an RDP is loaded (P17).",
        ~FILE_LOADED,
        cites="1-a 2.3-d 5-X2 5-Y2 2.2-a A-source-switch",
    ),
    Always(
        "no-sec-duty-on-networks",
        "No duty under the SEC makes Networks have registration data sent, or give metering "
        "point data.",
        ~NETWORKS_OWE_UNDER_THE_SEC,
        cites="2.3-a 2.3-g 5-E2 2.2-a",
    ),
    Always(
        "point-data-has-a-giver",
        "At every moment somebody bound owes the CSS the metering point data.",
        exactly_one_owes(POINT_DATA),
        cites="2.3-b S0.7",
    ),
    Always(
        "the-security-of-the-css-is-owed",
        "From its nomination on, somebody bound by the SEC owes the security of the CSS, as a "
        "Network Party owes that of its RDP.",
        when=NOMINATED,
        then=owed_by_the_bound(SECURITY, performer=CSS),
        cites="2.2-e 5-E3 5-G A6.unread 2.1-d 2.1-b 2.1-e 2.1-f S0.3",
    ),
    Always(
        "the-compliance-of-the-css-is-owed",
        "From its nomination on, somebody bound by the SEC must ensure that the CSS complies with "
        "it, as a Network Party must of its RDP.",
        when=NOMINATED,
        then=owed_by_the_bound(COMPLYING, performer=CSS),
        cites="2.1-h 2.1-d 2.1-b 2.1-e 2.1-f S0.3 5-E3 A-beneficiary",
    ),
    Step(
        "accepted-only-from-answered",
        "The DSP accepts data of the CSS only while the party that owes the sending answers for "
        "the CSS.",
        when=accepted,
        then=FOR_THE_CSS,
        cites="1-b 2.1-d 2.2-b 2.1-a 2.1-b 2.1-e 2.1-f 5-E1 S0.3",
    ),
    Step(
        "only-accepted-sources",
        "The DSP accepts data of the CSS only while the CSS is a source that it accepts.",
        accepted.implies(accepts_css),
        cites="2.2-b A-source-switch 5-X3 A-order A-reconciliation",
    ),
    Step(
        "only-admitted-senders",
        "Nothing is accepted from the CSS while its credentials have lapsed or it is suspended "
        "(P18).",
        accepted.implies(all_of(css_has_smki, css_entry.is_not(CssEntry.SUSPENDED))),
        cites="2.2-c 5-G 5-L A-suspension 5-X3 A-order A-reconciliation",
    ),
    Always(
        "lapsed-has-no-valid-credentials",
        "The credentials of the CSS are valid just while they have not lapsed.",
        css_entry.is_(CssEntry.LAPSED).is_(~css_has_smki),
        cites="5-L 5-G",
    ),
    Step(
        "gateway-closed",
        "Nothing passes the gateway of the CSS while it is under the DCC's control.",
        css_gateway.is_(CssGateway.CONTROLLED).implies(~through_gateway),
        cites="5-H3 5-X3 A-order A-reconciliation",
    ),
    Step(
        "breach-is-marked",
        "If the time for sending passes with data outstanding, that is marked as a breach of the "
        "duty to send.",
        (happens(MISS_TIME) & LATE).implies(after(mark).is_(Mark.BREACHED)),
        cites="5-E1 A-deadline 2.2-b",
    ),
    Step(
        "breach-is-not-forgotten",
        "A breach may be remedied, and even then its mark stays.",
        MARKED.implies(after(mark).is_not(Mark.CLEAN)),
        cites="A-remedied-by-load",
    ),
)
