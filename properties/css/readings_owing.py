"""Doubts about the duty to send: when it rests or is breached, who does it, who is owed it."""

from dataclasses import replace

from model.css.duties import CRS_OWES, CRS_SENDS, LATE, MARK, MISS_TIME
from model.css.entry import ADMITTED, CssEntry, css_entry
from model.css.flow import FLOW
from model.css.gateway import PASSES, CssGateway, css_gateway
from model.css.licence import CRS
from model.css.messages import (
    ACCEPTED,
    DUE,
    GIVEN_UP,
    LOAD,
    MESSAGES,
    NEVER_MADE,
    NOTHING,
    REFUSED,
    carried,
    message,
)
from model.current.duties import Mark
from model.language import STAYS, Flow, Named, Party, Transition, all_of, any_of
from model.language.doubts import Doubt, Reading
from model.parties import CSS, DSP, RDP, Supplier
from properties.css.variants_answering import DUTY_ON_THE_CSS

RESTING = any_of(css_entry.is_(CssEntry.SUSPENDED), css_gateway.is_(CssGateway.CONTROLLED))
BARRED = Named("the CSS is kept from sending", RESTING, cites="5-H2 5-H3")
RESTING_DUTY = replace(CRS_SENDS, in_force=CRS_OWES & ~BARRED)
WITH_THE_CSS = Named(
    "the message is with the CSS", message.in_(DUE, NEVER_MADE, GIVEN_UP, REFUSED), cites="5-E1"
)
CAN_SEND = all_of(ADMITTED, PASSES)


NOT_BARRED = Named("the CSS is free to send", ~BARRED, cites="5-H2 5-H3")
IN_ITS_POWER = Named("the CRS could have had it sent", WITH_THE_CSS & CAN_SEND, cites="5-E1")
BREACHED = Transition(
    MISS_TIME, Mark, Mark.BREACHED, LATE & NOT_BARRED, cites="5-E1", breaches=CRS_SENDS.name
)
NO_BREACH = Transition(MISS_TIME, Mark, STAYS, when=~(LATE & NOT_BARRED), cites="A-total")
EXCUSED_MARK = MARK.instead(MISS_TIME, BREACHED, NO_BREACH)
EXCUSED = FLOW.but(EXCUSED_MARK)
REASONABLE = FLOW.but(
    MARK.instead(
        MISS_TIME,
        replace(BREACHED, when=LATE & IN_ITS_POWER),
        replace(NO_BREACH, when=~(LATE & IN_ITS_POWER)),
    )
)
STOPPED = Transition(
    LOAD, ACCEPTED, NOTHING, when=ADMITTED, then={carried: Supplier.NOBODY}, cites="5-G"
)


def laid_on(body: Party, *clauses: str) -> Flow:
    """Return the flow in which the duties that a body performs under some clauses are its own."""
    theirs = (
        duty
        for duty in FLOW.duties
        if duty.performer is body and not set(clauses).isdisjoint(duty.cites.split())
    )
    return FLOW.but(*(replace(duty, obligor=body) for duty in theirs))


DOUBTS_OF_OWING: tuple[Doubt, ...] = (
    Doubt(
        "suspended-duty",
        "Does the duty to send rest while the CSS is suspended or its gateway under control?",
        "5-E1 5-H2 5-H3",
        (
            Reading("the duty goes on", "No clause read suspends it.", FLOW),
            Reading(
                "the duty rests",
                "Nobody is under a duty to send while the CSS is kept from it.",
                FLOW.but(RESTING_DUTY, EXCUSED_MARK),
                costs={
                    "one-bound-obligor": 1,
                    "accepted-is-answered-for": 1,
                    "copy-only-from-answered": 9,
                    "breach-is-marked": 7,
                },
            ),
            Reading(
                "the duty goes on and its breach is excused",
                "The CRS owes it all the while, and is not in breach of what it may not do.",
                EXCUSED,
                costs={"breach-is-marked": 7},
            ),
        ),
        why="the text does not suspend it",
    ),
    Doubt(
        "ensure",
        "Is ensuring strict, or is it taking all reasonable steps?",
        "1-b 2.2-b 5-E1",
        (
            Reading("strict", "Data that is late is a breach, whoever is the cause.", FLOW),
            Reading(
                "all reasonable steps",
                "The CRS is in breach only where the message is with the CSS and could be sent.",
                REASONABLE,
                costs={"breach-is-marked": 7},
            ),
        ),
        why="the text says ensure and adds nothing to it",
    ),
    Doubt(
        "provide",
        "Is the CRS to provide the data itself, or to ensure that the CSS sends it?",
        "2.1-a 1-b 2.2-b",
        (
            Reading("ensure that the CSS sends", "The CSS sends, and the CRS sees to it.", FLOW),
            Reading(
                "provide it itself",
                "The CRS is the one to send, and answers for nobody in it.",
                FLOW.but(replace(CRS_SENDS, performer=CRS)),
                costs={
                    "accepted-is-answered-for": 0,
                    "accepted-only-from-answered": 2,
                    "copy-only-from-answered": 2,
                },
            ),
        ),
        why="2.1-a alone says provide, and 2.1 goes on to the systems that will be what sends",
    ),
    Doubt(
        "accepted",
        "Is a message that passed its check loaded after its sender was suspended?",
        "5-G 5-H2",
        (
            Reading("accepted is accepted", "Loading asks nothing more.", FLOW),
            Reading(
                "loading looks at the sender again",
                "What a suspended sender has at the DSP waits for its reinstatement.",
                FLOW.but(MESSAGES.instead(LOAD, STOPPED)),
                costs={"what-is-accepted-is-loaded": 8},
            ),
        ),
        why="the check is where a sender is looked at, and no second check was found",
    ),
    Doubt(
        "named-bodies",
        "Where a clause lays a duty on a body that is not bound, who owes it?",
        "5-Y2 2.3-c 2.3-d 5-X2 5-G 5-L 2.1-c 2.1-d",
        (
            Reading("its principal sees to it", "CRS, DCC or Network Party owe it.", FLOW),
            Reading(
                "the CSS owes the sending",
                "The duty to send lies on the CSS itself (5-Y2).",
                DUTY_ON_THE_CSS,
                costs={
                    "one-bound-obligor": 0,
                    "only-the-bound-owe": 0,
                    "accepted-is-answered-for": 0,
                    "accepted-only-from-answered": 2,
                    "copy-only-from-answered": 2,
                },
            ),
            Reading(
                "the DSP owes the flags",
                "The duty to issue smart metering information lies on the DSP itself (2.3-c).",
                laid_on(DSP, "2.3-c"),
                costs={"only-the-bound-owe": 1},
            ),
            Reading(
                "the RDP owes to receive only",
                "The duty to send no file lies on the RDP itself (2.3-d, 5-X2).",
                laid_on(RDP, "2.3-d", "5-X2"),
                costs={"only-the-bound-owe": 0},
            ),
            Reading(
                "the CSS owes its own security",
                "The duties of entry, security and keys lie on the CSS itself (5-G, 5-L).",
                laid_on(CSS, "5-G", "5-L"),
                costs={"only-the-bound-owe": 0, "the-security-of-the-css-is-owed": 0},
            ),
        ),
        why="it is the pattern of today, and a duty on a body that is not bound binds nobody",
    ),
    Doubt(
        "beneficiary",
        "Is registration data owed to the DCC, or to the DSP?",
        "5-E1 5-X2 5-Y2 2.2-b",
        (
            Reading("owed to the DCC", "The DCC is owed it, and it is delivered to the DSP.", FLOW),
            Reading(
                "owed to the DSP",
                "The DSP is owed it.",
                FLOW.but(replace(CRS_SENDS, beneficiary=DSP)),
                costs={"owed-to-the-bound": 0},
            ),
        ),
        why="5-E1 and 5-X2 say to the DCC, and the DSP is its service provider, bound by contract",
    ),
)
