"""Findings on the night of the change, in both registries: when duties begin, and breaches."""

from collections.abc import Iterator
from dataclasses import replace

from model.css.duties import CRS_OWES
from model.css.duties_of_crs import CRS_RECONCILES
from model.css.entry import HAS_GONE_LIVE
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.current.duties import DAY_ENDS, NETWORKS_SEND, Mark, mark
from model.current.files import LOAD as LOAD_FILE
from model.language import (
    STAYS,
    Field,
    Flow,
    Machine,
    Named,
    Sometimes,
    Transition,
    after,
    all_of,
    happens,
)
from model.transition.change import CHANGE
from model.transition.flow import FLOW
from model.transition.joined import MARK
from properties.transition.claims import HOLDING
from properties.transition.happening import COSTS
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

BASE = "drained-before"
DIRECTION = "the direction that brings the change into effect"

ENTERED_ONLY = FLOW.but(CHANGE.meaning("the sender is admitted", HAS_GONE_LIVE))

by_networks = Field(
    "breach by the Networks",
    bool,
    initial=False,
    told=("the breach is not the Networks'", "the breach is the Networks'"),
)
THEIRS = Named("the breach is the Networks'", by_networks, cites="1-a")
NOT_THEIRS = Named("the breach is not the Networks'", ~by_networks, cites="1-a")
FIRST_LOAD_DUE = Named(
    "the first load is due",
    all_of(CRS_OWES, reconciliation.is_(Reconciliation.DUE)),
    cites="A-first-load",
)


def _whose(rule: Transition) -> Transition:
    """Return the rule that keeps whose breach it is, where it is about one of the Networks'."""
    if rule.breaches == NETWORKS_SEND.name:
        return replace(rule, then={by_networks: True})
    if rule.event is LOAD_FILE and rule.target is Mark.REMEDIED:
        return replace(rule, then={by_networks: False})
    return rule


def _apart(rule: Transition) -> Iterator[Transition]:
    """Yield the rules in which a breach of the Networks' is remedied by a file alone."""
    if rule.event is LOAD_FILE or rule.target is not Mark.REMEDIED:
        yield rule
    else:
        yield replace(rule, when=rule.when & NOT_THEIRS)
        yield replace(rule, target=STAYS, when=rule.when & THEIRS)


def _mark_of(flow: Flow) -> Machine:
    return next(one for one in flow.machines if str(one) == str(MARK))


def _told_apart(flow: Flow) -> Flow:
    old = _mark_of(flow)
    rules = tuple(map(_whose, old.transitions))
    return flow.but(replace(old, fields=(*old.fields, by_networks), transitions=rules))


def _each_its_own(flow: Flow) -> Flow:
    apart = _told_apart(flow)
    rules = tuple(new for rule in _mark_of(apart).transitions for new in _apart(rule))
    return apart.but(replace(_mark_of(apart), transitions=rules))


def _by_the_end_of_the_day(flow: Flow) -> Flow:
    late = Transition(
        DAY_ENDS,
        Mark,
        Mark.BREACHED,
        when=FIRST_LOAD_DUE,
        cites="A-first-load",
        breaches=CRS_RECONCILES.name,
    )
    return flow.but(_mark_of(flow).also(late))


ON_THE_NIGHT: tuple[Finding, ...] = (
    Finding(
        "entered-and-suspended",
        "The CRS can come to owe the sending while its CSS is suspended: to have entered is not to "
        "be allowed to send.",
        "1-b 2.2-c 5-H2 5-G",
        BASE,
        fails(found(HOLDING, "the-duty-begins-with-a-css-that-may-send")),
        ENTERED_ONLY,
        (
            Cure(
                Instruction(
                    DIRECTION,
                    "The amendments take effect at a time at which the CSS is admitted, is not "
                    "suspended, and its gateway carries traffic; failing that, on the next day on "
                    "which all of this is so",
                    writer=Drafter.OFGEM,
                ),
                "who states that it is so",
            ),
        ),
        reading="it is enough that the CSS has entered, whatever has become of it since",
        besides="2.2-c and 5-G ask for entry alone, and name no time.",
    ),
    Finding(
        "remedied-by-another",
        "The first load by the CSS may pass for the remedy of a breach that Network Parties "
        "committed: no text says who can remedy it.",
        "1-a 1-b 5-E1 5-E2",
        BASE,
        Sometimes(
            "remedied-by-the-crs",
            "The first load by the CSS marks as remedied a breach that was the Networks'.",
            all_of(
                happens(RECONCILE),
                *(by_networks, mark.is_(Mark.BREACHED), after(mark).is_(Mark.REMEDIED)),
            ),
            cites="A-remedied-by-load 1-a 1-b",
        ),
        _told_apart(FLOW),
        (
            Cure(
                Instruction(
                    "Section E, beside the removal of the Networks' duty",
                    "What the CRS has sent after the removal does not remedy a breach of the duty "
                    "that is removed",
                ),
                "what a Network Party can still do about its breach",
                _each_its_own,
            ),
        ),
    ),
    Finding(
        "a-first-load-with-no-time",
        "After the change the DSP may be wrong about a point for days with nobody in breach: no "
        "time is set for the first load.",
        "1-b 2.2-b 2.3-e",
        BASE,
        found(COSTS, "behind-and-nobody-in-breach"),  # type: ignore[arg-type]
        FLOW,
        (
            Cure(
                Instruction(
                    "Section E, beside the duty of the CRS",
                    "The CRS shall have the DSP loaded from the CSS by the end of the day on which "
                    "this takes effect, and by the end of each day on which that is due again",
                ),
                "how long a load of all points takes",
                _by_the_end_of_the_day,
            ),
        ),
    ),
)
