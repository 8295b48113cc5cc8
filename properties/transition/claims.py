"""What must hold at every instant of the transition, whatever its design."""

from model.css.duties import MISS_TIME, POINT_DATA
from model.css.entry import ADMITTED, CssEntry, css_entry
from model.css.gateway import PASSES
from model.css.messages import NOTHING, message
from model.css.reconciliation import Reconciliation, reconciliation
from model.css.registration import (
    ACTIVE,
    MIDNIGHT,
    OPEN,
    SECURED_INACTIVE,
    gain,
    on_record,
    registration,
)
from model.css.registration import NONE as NO_GAIN
from model.css.registration import supplier_of_record as at_the_css
from model.current.authority import copy
from model.current.duties import ANSWERING, DAY_ENDS, SENDING, Mark, mark
from model.current.duties_on_data import FULL_SETS
from model.current.entry import HAS_GONE_LIVE as RDP_HAS_ENTERED
from model.current.entry import Entry, entry
from model.current.files import ACCEPT, LOAD, owed
from model.current.flags import Flag, flag
from model.current.provision import OUTSTANDING
from model.current.registration import OPEN as OLD_OPEN
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
    choose,
    every,
    exactly_one,
    happens,
)
from model.language.owing import exactly_one_owes, owed_by_the_bound, some_obligor_is_unbound
from model.parties import SUPPLIERS
from model.transition.change import CHANGED, TAKE_EFFECT, UNCHANGED
from model.transition.joined import crs_mark
from model.transition.names import (
    AT_MPAS,
    OLD_MIDNIGHT,
    nothing_under_way,
    old_is_live,
    old_request,
    old_supplier_of_record,
)
from properties.css.answering import UNANSWERED, accepted, css_passed_all
from properties.css.inviting import CSS_STOPS_NO_FLAGS, RDP_STOPS_NO_MESSAGES
from properties.current.answering import DATA_LOST, FOR_THE_RDP
from properties.current.answering import passed_all as rdp_passed_all
from properties.transition.kept import KEPT, LOADED_FOR_THE_CRS

OLD_MIDNIGHTS, NEW_MIDNIGHTS = every(OLD_MIDNIGHT), every(MIDNIGHT)

supplier_of_record = choose(CHANGED, at_the_css, old_supplier_of_record)
TIME_PASSES = Named(
    "the time for sending passes",
    any_of(happens(DAY_ENDS) & UNCHANGED, happens(MISS_TIME) & CHANGED),
    cites="A-deadline",
)
IN_THE_OLD_WAY = any_of(AT_MPAS.of(OUTSTANDING), owed, ~RDP_HAS_ENTERED)
IN_THE_NEW_WAY = message.is_not(NOTHING) | reconciliation.is_(Reconciliation.DUE)

HOLDING: tuple[Claim, ...] = (
    Always(
        "one-bound-obligor",
        "For each point, at every instant of the transition, exactly one party bound by the SEC "
        "owes the duty to have registration data sent (P15).",
        exactly_one_owes(SENDING),
        cites="1-a 1-b 2.1-e 2.2-a 2.2-b 5-E1 5-E2 S0.1 S0.3 A-one-instant A-regions-together",
    ),
    Always(
        "only-the-bound-owe",
        "Nobody owes a duty under an instrument that does not bind it (P16).",
        ~some_obligor_is_unbound(cites="2.1-c"),
        cites="2.1-b 2.1-c 2.1-e 2.1-f 2.3-b S0.1 S0.3 A-accession",
    ),
    Step(
        "the-duty-begins-with-a-css-that-may-send",
        "The CRS's duty begins only while its CSS is admitted and its gateway passes traffic.",
        happens(TAKE_EFFECT).implies(all_of(ADMITTED, PASSES)),
        cites="1-b 2.2-c 5-H2 5-H3 A-may-send",
    ),
    Always(
        "accepted-is-answered-for",
        "Each source that the DSP accepts is the agent for which the party that owes the sending "
        "answers.",
        ~UNANSWERED,
        cites="1-a 1-b 2.1-d A-source-switch A-one-instant",
    ),
    Step(
        "copy-only-from-answered",
        "The DSP's copy changes only by data from the agent for which the party that owes the "
        "sending answers, whenever it was accepted, or as the DSP loses its data.",
        when=changed(copy),
        then=any_of(DATA_LOST, happens(LOAD) & FOR_THE_RDP, LOADED_FOR_THE_CRS),
        cites="1-a 1-b 2.1-d 2.2-a 2.2-b E1.1 A-load A-reconciliation A-source-switch",
    ),
    Always(
        "exactly-one-record",
        "Of each point exactly one supplier is on record at the registry that is in operation: at "
        "MPAS or UK Link before the change, at the CSS after it.",
        choose(
            CHANGED,
            exactly_one(on_record, of=SUPPLIERS),
            exactly_one(old_is_live, of=SUPPLIERS),
        ),
        cites="1-a 1-b B4 C1 D1.migration",
    ),
    Step(
        "the-change-keeps-the-record",
        "As the change takes effect, whoever is registered at MPAS or UK Link is on record at the "
        "CSS, and nobody else.",
        happens(TAKE_EFFECT).implies(
            all_of(old_is_live.is_(after(registration).in_(ACTIVE, SECURED_INACTIVE)), of=SUPPLIERS)
        ),
        cites="1-b D1.migration C1",
    ),
    Always(
        "one-open-over-both",
        "Over both registries no two requests for a point are open at once.",
        at_most_one(
            *(asked.in_(*OLD_OPEN) for asked in old_request.values()),
            *(gained.in_(*OPEN) for gained in gain.values()),
        ),
        cites="D1.unread B2.one-request C2",
    ),
    Always(
        "difference-explained",
        "Where the DSP's copy differs from the supplier of record at the registry that is in "
        "operation, something is outstanding: on the old way before the change, on the new after "
        "it (P13).",
        copy.is_not(supplier_of_record).implies(choose(CHANGED, IN_THE_NEW_WAY, IN_THE_OLD_WAY)),
        cites="1-a 1-b 2.2-a 2.2-b A2 E1.1 E2.8 A-load A-first-load A-reconciliation D1.unread "
        "D1.migration",
    ),
    Step(
        "behind-only-where-it-is-marked",
        "When the time for sending passes and the DSP's copy is wrong, a breach is marked, or a "
        "full set or the first load is owed, or the RDP has not entered (P13).",
        when=TIME_PASSES & copy.is_not(supplier_of_record),
        then=any_of(
            choose(CHANGED, after(crs_mark), after(mark)).is_(Mark.BREACHED),
            choose(CHANGED, reconciliation.is_(Reconciliation.DUE), owed | ~RDP_HAS_ENTERED),
        ),
        cites="2.2-a 2.2-b 5-E1 E2.8 A-deadline A-first-load",
    ),
    Step(
        "no-file-of-an-rdp-after-the-change",
        "After the change the DSP accepts and loads no file of an RDP, whenever it was sent (P17).",
        CHANGED.implies(~happens(ACCEPT, LOAD)),
        cites="1-a 2.2-a 2.3-d A-source-switch",
    ),
    Always(
        "flags-are-still-answered-for",
        "After the change somebody bound by the SEC owes the answer to each flag that is sent to "
        "an RDP (P17, P28).",
        when=CHANGED & flag.is_(Flag.SENT),
        then=owed_by_the_bound(ANSWERING),
        cites="2.3-c 2.3-d A3.answers",
    ),
    Always(
        "all-points-are-owed-by-one",
        "Once the RDP has entered, exactly one party bound by the SEC owes the DSP all points "
        "where they are needed: by a full set before the change, by reconciling after it (P28).",
        when=CHANGED | RDP_HAS_ENTERED,
        then=exactly_one_owes(FULL_SETS),
        cites="2.3-e E2.5 E2.8 A-reconciliation A-first-load",
    ),
    Always(
        "point-data-is-owed-after-the-change",
        "After the change somebody bound by licence and REC owes the CSS the metering point data.",
        when=CHANGED,
        then=exactly_one_owes(POINT_DATA),
        cites="2.3-b S0.7",
    ),
    Step(
        "only-admitted-senders",
        "Before and after the change nothing is accepted from an RDP or a CSS that has not passed "
        "its entry, whose credentials have lapsed, or that is suspended (P18, P23).",
        all_of(
            happens(ACCEPT).implies(rdp_passed_all & entry.is_not(Entry.SUSPENDED)),
            accepted.implies(css_passed_all & css_entry.is_not(CssEntry.SUSPENDED)),
        ),
        cites="2.2-c 5-G 5-L S0.4 A6 A-suspension",
    ),
    CSS_STOPS_NO_FLAGS,
    RDP_STOPS_NO_MESSAGES,
    *KEPT,
)
ONE_REGISTRY_AT_A_TIME: tuple[Claim, ...] = (
    Step(
        "switched-where-it-is-in-operation",
        "A switch goes live at MPAS or UK Link only before the change, and at the CSS only after "
        "it, so none is applied twice.",
        all_of(
            happens(*OLD_MIDNIGHTS).implies(UNCHANGED),
            happens(*NEW_MIDNIGHTS).implies(CHANGED),
        ),
        cites="D1.unread B4 C1",
    ),
    Always(
        "none-left-behind",
        "After the change nothing is under way at MPAS or UK Link, and before it nothing at the "
        "CSS, so no switch is lost.",
        choose(CHANGED, nothing_under_way, all_of(gain.is_(NO_GAIN), of=SUPPLIERS)),
        cites="D1.unread 1-b",
    ),
)
NOTHING_ACROSS: tuple[Claim, ...] = (
    Step(
        "nothing-under-way-as-the-change-takes-effect",
        "As the change takes effect, no point has a request at either registry: none is lost, none "
        "is applied twice, and there is nothing across the change (P26).",
        happens(TAKE_EFFECT).implies(nothing_under_way & all_of(gain.is_(NO_GAIN), of=SUPPLIERS)),
        cites="D1.unread 1-b",
    ),
)
