"""Every wording that is compared: drafts of a clause, each under a reading that has its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language import Event, Flow
from properties.css.wordings import ALL_REASONABLE_STEPS, ENSURE, PROVIDE, SEEN_OF_SENDING
from properties.handover.wordings import (
    AT_ONCE,
    EVERY_ONE,
    LATER,
    NOT_LATER,
    SEEN_OF_READINESS,
    SEEN_OF_THE_RIGHT,
)


@dataclass(frozen=True, eq=False)
class DraftRead:
    """Words, how they are read, on what that reading rests, and the flow that it makes."""

    words: str
    reading: str
    source: str
    flow: Flow


@dataclass(frozen=True, eq=False)
class Drafts:
    """Drafts of one clause, and what is seen where they are compared.

    `unsaid` is a reading that is not compared, and why.
    """

    id: str
    about: str
    cites: str
    seen: Sequence[Event]
    drafts: tuple[DraftRead, ...]
    unsaid: str = ""


DOUBT_OF_ENSURE, DOUBT_OF_PROVIDE = "the doubt 'ensure'", "the doubt 'provide'"
PLAIN = "the plain meaning; no text read settles it"

WORDINGS = (
    Drafts(
        "the duty to send",
        "The CRS shall ... that the CSS sends registration data.",
        "1-b 2.1-a 2.2-b 5-E1",
        SEEN_OF_SENDING,
        (
            DraftRead("ensure", "whoever is the cause, what is late is a breach", "5-E1", ENSURE),
            DraftRead(
                "take all reasonable steps to ensure",
                "only what the CRS could have had sent is a breach",
                DOUBT_OF_ENSURE,
                ALL_REASONABLE_STEPS,
            ),
            DraftRead("provide", "the CRS is itself the one to send", DOUBT_OF_PROVIDE, PROVIDE),
        ),
    ),
    Drafts(
        "the end of the right to send",
        "RDPs shall not send registration data ... go-live.",
        "2.3-d",
        SEEN_OF_THE_RIGHT,
        (
            DraftRead("at", "the right ends in the instant of go-live", PLAIN, AT_ONCE),
            DraftRead("by", "it ends then at the latest", PLAIN, NOT_LATER),
            DraftRead("from", "it ends in that instant", PLAIN, AT_ONCE),
            DraftRead("from", "the DCC withdraws it after that", "A-withdrawal-by-DCC", LATER),
        ),
    ),
    Drafts(
        "whose readiness is needed",
        "The change takes effect when ... Network Party has declared itself ready.",
        "1-a 2.1-d",
        SEEN_OF_READINESS,
        (
            DraftRead("each", "every one of them", PLAIN, EVERY_ONE),
            DraftRead("any", "whichever it is, so every one", PLAIN, EVERY_ONE),
        ),
        unsaid="'any', read as: some one of them is enough. That asks for two Network Parties, and "
        "one metering point sees one",
    ),
)
