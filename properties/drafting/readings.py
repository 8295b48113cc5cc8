"""Doubts about the drafting: whose the design is, and what goes to the Panel together."""

from model.drafting.design import FINALISE
from model.drafting.flow import FLOW
from model.drafting.text import AMENDED, PRESENT, TEXT, Text, references
from model.language import Named, Party, Step, Transition, happens
from model.language.acting import acted_by
from model.language.doubts import Doubt, Reading

DSP_AND_PROVIDER = Party("the DSP and the CSS service provider")
WITH_THE_DSP = FLOW.but(parties=(*FLOW.parties, DSP_AND_PROVIDER))

AMENDED_FIRST = Named("the references are amended", references.is_(AMENDED), cites="6-d")
BOTH = Transition(PRESENT, Text.DRAFTED, Text.PRESENTED, when=AMENDED_FIRST, cites="6-d 6-e")
TOGETHER = FLOW.but(TEXT.instead(PRESENT, BOTH))

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
    Doubt(
        "one-package",
        "Do the cross-references go to the Panel with the legal text, or when they are ready?",
        "4-a 4-b 6-d 6-e 5-A 5-K 5-S1 5-S5",
        (
            Reading(
                "when they are ready",
                "They wait for the design alone (4-b), and the text for more (6-a, 6-d).",
                FLOW,
            ),
            Reading(
                "with the legal text",
                "The required changes of the text (6-d) are all that the table heads so, and it "
                "has references replaced.",
                TOGETHER,
                costs={"the-panel-sees-the-text-alone": 0},
                gains=("the-panel-sees-the-whole",),
            ),
        ),
        why="in the event they were amended ten months before the rest (O1.apart)",
        claims=(
            Step(
                "the-panel-sees-the-whole",
                "What is presented to the Panel has its cross-references amended.",
                happens(PRESENT).implies(AMENDED_FIRST),
                cites="6-d 6-e",
            ),
        ),
    ),
)
