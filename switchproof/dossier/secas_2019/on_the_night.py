"""Findings on the night of the change, in both registries: when duties begin, and breaches."""

from model.css.duties import CRS_OWES
from model.css.duties_of_crs import CRS_RECONCILES
from model.css.entry import HAS_GONE_LIVE
from model.css.reconciliation import Reconciliation, reconciliation
from model.current.duties import DAY_ENDS, Mark
from model.language import (
    STAYS,
    Flow,
    Named,
    Transition,
    all_of,
)
from model.transition.change import CHANGE
from model.transition.flow import FLOW
from model.transition.joined import CRS_MARK
from properties.transition.claims import HOLDING
from properties.transition.happening import COSTS
from properties.transition.kept import KEPT
from properties.transition.variants_kept import VARIANTS_OF_WHAT_IS_KEPT
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

BASE = "drained-before"
DIRECTION = "the direction that brings the change into effect"

(ONE_MARK,) = (v.flow for v in VARIANTS_OF_WHAT_IS_KEPT if v.name == "one mark for both")
ENTERED_ONLY = FLOW.but(CHANGE.meaning("the sender is admitted", HAS_GONE_LIVE))

FIRST_LOAD_DUE = Named(
    "the first load is due",
    all_of(CRS_OWES, reconciliation.is_(Reconciliation.DUE)),
    cites="A-first-load",
)


def _by_the_end_of_the_day(flow: Flow) -> Flow:
    late = Transition(
        DAY_ENDS,
        Mark,
        Mark.BREACHED,
        when=FIRST_LOAD_DUE,
        cites="A-first-load",
        breaches=CRS_RECONCILES.name,
    )
    in_time = Transition(DAY_ENDS, Mark, STAYS, when=~FIRST_LOAD_DUE, cites="A-first-load")
    return flow.but(CRS_MARK.also(late, in_time))


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
        fails(found(KEPT, "each-remedies-its-own-breach")),
        ONE_MARK,
        (
            Cure(
                Instruction(
                    "Section E, beside the removal of the Networks' duty",
                    "What the CRS has sent after the removal does not remedy a breach of the duty "
                    "that is removed",
                ),
                "what a Network Party can still do about its breach",
            ),
        ),
        reading="a breach is marked for the duty to send, and not for whoever committed it",
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
