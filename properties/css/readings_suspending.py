"""A doubt about the CRS in an emergency suspension: what it is to be recognised there."""

from model.css.entry import REINSTATE, SUSPEND, CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import RESTORE, TAKE_CONTROL, CssGateway, css_gateway
from model.css.licence import CRS
from model.css.suspension import NOT_YET, NOTHING, SUSPENSION, TELL_CRS, TOLD, Told
from model.language import STAYS, Named, Transition
from model.language.acting import acted_by, amiss
from model.language.doubts import Doubt, Reading

SUSPENDED = Named("the CSS is suspended", css_entry.is_(CssEntry.SUSPENDED), cites="5-H2")
CONTROLLED = Named(
    "the gateway is under control", css_gateway.is_(CssGateway.CONTROLLED), cites="5-H3"
)
OF_CONTROL_TOO = (
    Transition(TAKE_CONTROL, NOTHING, NOT_YET, cites="5-H2 5-H3"),
    Transition(TAKE_CONTROL, (NOT_YET, TOLD), STAYS, cites="5-H2 5-H3"),
    Transition(RESTORE, Told, NOTHING, when=~SUSPENDED, cites="5-H2 5-H3"),
    Transition(RESTORE, Told, STAYS, when=SUSPENDED, cites="5-H2 5-H3"),
    Transition(REINSTATE, Told, NOTHING, when=~CONTROLLED, cites="5-H2 5-H3"),
    Transition(REINSTATE, Told, STAYS, when=CONTROLLED, cites="5-H2 5-H3"),
)

DOUBTS_OF_SUSPENDING: tuple[Doubt, ...] = (
    Doubt(
        "recognised",
        "What is it to recognise the CRS during emergency suspension?",
        "5-H2 5-H3",
        (
            Reading("it can be told", "It may be told of it, and takes no step.", FLOW),
            Reading(
                "it is told at once",
                "Whoever suspends the CSS tells the CRS in the same breath.",
                FLOW.but(amiss(SUSPENSION, SUSPEND, target=TOLD).without(TELL_CRS)),
                costs={"in-breach-and-not-told": 0},
            ),
            Reading(
                "it is named and no more",
                "The CRS stands in the text, and nobody tells it anything.",
                FLOW.but(SUSPENSION.without(TELL_CRS)),
                costs={"the-crs-is-told": 0},
            ),
            Reading(
                "it suspends",
                "It is the CRS that suspends and reinstates its CSS.",
                acted_by(acted_by(FLOW, SUSPEND, CRS), REINSTATE, CRS),
                costs={"the-css-is-let-in-and-out-by-whom": 0},
            ),
            Reading(
                "it is told of a gateway under control as well",
                "The CRS is recognised in both of what the sentence names.",
                FLOW.but(SUSPENSION.without(REINSTATE).also(*OF_CONTROL_TOO)),
                costs={"told-of-suspensions-alone": 2},
            ),
        ),
        why="it is the least that the word asks for, and no text read says who does what",
    ),
)
