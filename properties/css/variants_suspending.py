"""Word of a suspension: variants in which there is none, or it is of nothing."""

from model.css.entry import REINSTATE, SUSPEND
from model.css.flow import FLOW
from model.css.suspension import NOTHING, SUSPENSION
from model.language import STAYS, Variant
from model.language.acting import amiss

VARIANTS_OF_SUSPENDING: tuple[Variant, ...] = (
    Variant(
        "a suspension of which there is nothing to tell",
        "Whoever is recognised in a suspension can be told of it (5-H2).",
        FLOW.but(amiss(SUSPENSION, SUSPEND, target=NOTHING)),
        breaks={"told-of-suspensions-alone": 1},
    ),
    Variant(
        "a suspension that is over is still told",
        "After its reinstatement the CSS is not suspended, and there is nothing to tell.",
        FLOW.but(amiss(SUSPENSION, REINSTATE, target=STAYS)),
        breaks={"told-of-suspensions-alone": 2},
    ),
)
