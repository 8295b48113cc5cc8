"""A doubt about the drafting: whose the design of the interface is."""

from model.drafting.design import FINALISE
from model.drafting.flow import FLOW
from model.language import Party
from model.language.acting import acted_by
from model.language.doubts import Doubt, Reading

DSP_AND_PROVIDER = Party("the DSP and the CSS service provider")
WITH_THE_DSP = FLOW.but(parties=(*FLOW.parties, DSP_AND_PROVIDER))

DOUBTS_OF_DRAFTING: tuple[Doubt, ...] = (
    Doubt(
        "who-designs",
        "Whose is the design of the interface: the DCC's or the DSP's, with the CSS provider?",
        "1-d 6-b",
        (
            Reading(
                "the DCC and the CSS provider",
                "They have begun to meet on it, and it is anticipated by the end of June (6-b).",
                FLOW,
            ),
            Reading(
                "the DSP and the CSS service provider",
                "Those whose systems meet in it are discussing it (1-d).",
                acted_by(WITH_THE_DSP, FINALISE, DSP_AND_PROVIDER),
                costs={"drafting-by-whom": 0},
            ),
        ),
        why="6-b has the date, and the DSP is the service provider of the DCC",
    ),
)
