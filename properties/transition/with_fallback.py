"""What is claimed where the change can be undone, beside what every design shares."""

from model.css.registration import on_record
from model.css.registration import supplier_of_record as at_the_css
from model.current.registration import LIVE
from model.language import (
    CanStill,
    Claim,
    Sometimes,
    Step,
    Variant,
    after,
    all_of,
    happens,
)
from model.parties import SUPPLIERS, Supplier
from model.transition.change import CHANGED, FALLEN_BACK, change
from model.transition.fallback import (
    CRS_ENDS,
    FALL_BACK,
    FLOW,
    UNDONE,
)
from model.transition.names import OLD_REGISTRATIONS, old_is_live, old_registration
from properties.transition.claims import HOLDING, NOTHING_ACROSS, ONE_REGISTRY_AT_A_TIME
from properties.transition.happening import LIVE_THERE, ON_EITHER_SIDE, SWITCHING

FELL_BACK = change.is_(FALLEN_BACK)

OF_THE_FALLBACK: tuple[Claim, ...] = (
    Step(
        "a-fallback-keeps-the-record",
        "As the change is undone, whoever is on record at the CSS is registered at MPAS or UK "
        "Link, and nobody else.",
        happens(FALL_BACK).implies(
            all_of(on_record.is_(after(old_registration).is_(LIVE)), of=SUPPLIERS)
        ),
        cites="A-fallback C1 B4",
    ),
    Sometimes(
        "live-after-a-fallback",
        "A switch goes live at MPAS or UK Link after the change was undone.",
        all_of(FELL_BACK, LIVE_THERE, at_the_css.is_(Supplier.A)),
        cites="A-fallback B4",
    ),
    Sometimes(
        "switched-at-the-css-and-kept",
        "A switch that went live at the CSS is registered at MPAS or UK Link after a fallback.",
        all_of(happens(FALL_BACK), at_the_css.is_(Supplier.B), old_is_live[Supplier.A]),
        cites="A-fallback C1",
    ),
    CanStill(
        "the-change-can-still-be-undone",
        "A change that is in effect can still be undone, whatever is under way at the CSS.",
        CHANGED,
        to=FELL_BACK,
        cites="A-fallback A-source-switch",
    ),
)
CLAIMS: tuple[Claim, ...] = (
    *HOLDING,
    *ONE_REGISTRY_AT_A_TIME,
    *NOTHING_ACROSS,
    *SWITCHING,
    *ON_EITHER_SIDE,
    *OF_THE_FALLBACK,
)
VARIANTS: tuple[Variant, ...] = (
    Variant(
        "a fallback that forgets the old registry",
        "Where MPAS or UK Link is not told, it forgets what was switched at the CSS.",
        FLOW.but(OLD_REGISTRATIONS),
        breaks={"a-fallback-keeps-the-record": 19},
    ),
    Variant(
        "a fallback that forgets the CRS's duty",
        "A fallback is a transfer too: forgotten, the new duty goes on beside the old one.",
        FLOW.but(CRS_ENDS.without(FALL_BACK)),
        breaks={"one-bound-obligor": 14},
    ),
    Variant(
        "a change that is final",
        "Where no fallback is provided for, a change that is in effect cannot be undone.",
        FLOW.but(UNDONE.without(FALL_BACK)),
        breaks={"the-change-can-still-be-undone": 12},
    ),
    Variant(
        "a fallback that waits for nothing at the CSS",
        "What is under way at the CSS is lost, or goes live where no one looks any more.",
        FLOW.but(UNDONE.lacking(FALL_BACK, "no point has a request at the CSS")),
        breaks={"none-left-behind": 15},
    ),
)
