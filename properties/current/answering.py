"""Who owes, who answers for whom, who may send, and what a breach leaves behind."""

from model.current.authority import copy
from model.current.duties import DAY_ENDS, LATE, SENDING, Mark, mark
from model.current.entry import (
    Entry,
    entry,
    has_dccki,
    has_id,
    has_met_code,
    has_passed,
    has_smki,
)
from model.current.files import ACCEPT, LOAD, REFUSE, REFUSE_LATE, SEND
from model.current.flags import ACCEPT_FLAG, REJECT_FLAG, SEND_FLAG
from model.current.gateway import Gateway, gateway
from model.current.store import LOSE_DATA, RDPS_ACCEPTED
from model.language import (
    Always,
    Claim,
    Named,
    Step,
    after,
    all_of,
    changed,
    happens,
)
from model.language.owing import each_obligor_is_bound, exactly_one_owes, owed_by_the_bound
from model.parties import RDP

passed_all = all_of(has_id, has_smki, has_dccki, has_met_code, has_passed)


FOR_THE_RDP = owed_by_the_bound(SENDING, performer=RDP).called(
    "the party that owes the sending answers for the RDP", cites="2.1-d"
)
DATA_LOST = Named("the DSP loses its data", happens(LOSE_DATA), cites="A-loss")
MARKED = Named("a breach is marked", mark.is_not(Mark.CLEAN), cites="A-remedied-by-load")


ANSWERING: tuple[Claim, ...] = (
    Always(
        "one-bound-obligor",
        "For each point exactly one party bound by the SEC owes the duty to have registration "
        "data sent (P15).",
        exactly_one_owes(SENDING),
        cites="2.2-a S0.1 A-accession",
    ),
    Always(
        "only-the-bound-owe",
        "Nobody owes a duty under an instrument that does not bind it (P16).",
        each_obligor_is_bound(cites="2.1-c"),
        cites="2.1-c S0.1 2.1-e S0.3 A-accession",
    ),
    Step(
        "copy-only-from-answered",
        "The DSP's copy changes only as a file of an RDP is loaded for which the party that owes "
        "the sending answers, or as the DSP loses its data.",
        when=changed(copy),
        then=DATA_LOST | (happens(LOAD) & FOR_THE_RDP),
        cites="2.2-a 2.1-d A-loss S0.1 A-accession",
    ),
    Step(
        "accepted-only-from-answered",
        "The DSP accepts a file of an RDP only while the party that owes the sending answers for "
        "RDPs.",
        when=happens(ACCEPT),
        then=FOR_THE_RDP,
        cites="2.2-a 2.1-d S0.1 A-accession",
    ),
    Step(
        "only-accepted-sources",
        "The DSP accepts a file of an RDP only while RDPs are a source that it accepts.",
        happens(ACCEPT).implies(RDPS_ACCEPTED),
        cites="2.2-a A-source-switch",
    ),
    Step(
        "only-admitted-senders",
        "No file is accepted from an RDP that has not passed its entry, or whose credentials have "
        "lapsed, or that is suspended (P18).",
        happens(ACCEPT).implies(all_of(passed_all, entry.is_not(Entry.SUSPENDED))),
        cites="S0.4 O4.B A6 A-suspension 2.2-c O4.Y 5-L A2.transport A6.dccki H14",
    ),
    Always(
        "live-has-passed-all",
        "An RDP that is live has its ID and its credentials, meets the code of connection and has "
        "passed the entry tests.",
        entry.is_(Entry.LIVE).implies(passed_all),
        cites="S0.4 O4.B A6 H14 A-entry-order O4.Y 5-L A2.transport A6.dccki",
    ),
    Step(
        "gateway-closed",
        "Nothing passes a gateway that is under the DCC's control.",
        gateway.is_(Gateway.CONTROLLED).implies(
            ~happens(SEND, ACCEPT, REFUSE, REFUSE_LATE, SEND_FLAG, ACCEPT_FLAG, REJECT_FLAG)
        ),
        cites="5-H3 A-gateway-rdp",
    ),
    Step(
        "breach-is-marked",
        "A day that ends with data outstanding is marked as a breach of the duty to send.",
        (happens(DAY_ENDS) & LATE).implies(after(mark).is_(Mark.BREACHED)),
        cites="2.2-a A-deadline E2.5",
    ),
    Step(
        "breach-is-not-forgotten",
        "A breach may be remedied, and even then its mark stays.",
        MARKED.implies(after(mark).is_not(Mark.CLEAN)),
        cites="A-remedied-by-load",
    ),
)
