"""The registration data file of an RDP on its way to the DSP: built, sent, accepted, loaded.

Source: Appendices X and Y as far as their vocabulary is known (A2); times, numbers and the order
of checks were not seen (A2.unread), so they are assumptions. One file of an RDP is on its way at
a time. Its number is abstracted to whether an earlier one is missing, and its contents to update,
faulty (signature or format) or full set; faults of single records are the point's own. What is
accepted has passed its check; loading comes later and asks nothing more (A-check-order, A-load).
"""

from enum import Enum

from model.current.entry import ADMITTED, GO_LIVE, REINSTATE
from model.current.gateway import CONNECTED, PASSES
from model.current.store import LOSE_DATA, RDPS_ACCEPTED
from model.language import (
    BEFALLS,
    FAILURE,
    PROVIDER,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    any_of,
)
from model.parties import COMMUNICATIONS, DCC, DSP, RDP


class File(Enum):
    """Where the file is."""

    IDLE = "no file"
    BUILT = "built"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Content(Enum):
    """What is in it."""

    UPDATE = "an update"
    FAULTY = "a faulty update"
    FULL = "a full set"


file = Field(
    "file",
    File,
    File.IDLE,
    told=(
        "no file of the RDP is on its way",
        "the file of the RDP is built",
        "the file of the RDP is sent",
        "the DSP has accepted the file",
        "the DSP has refused the file",
    ),
)
content = Field("content of the file", Content, Content.UPDATE, told=("the file holds {value}",))
gap = Field(
    "an earlier file is missing",
    bool,
    initial=False,
    told=("no earlier file is missing", "an earlier file is missing"),
)
owed = Field(
    "a full set is owed", bool, initial=False, told=("no full set is owed", "a full set is owed")
)

BUILD_UPDATE = Event("build an update file", PROVIDER, RDP, told="{by} builds an update file")
BUILD_FULL_SET = Event("build a full set", PROVIDER, RDP, told="{by} builds a full set")
SPOIL = Event(
    "the file gets a fault", PROVIDER, RDP, mishap=FAILURE, told="{by} makes a fault in the file"
)
SEND = Event("send the file", PROVIDER, RDP, told="{by} sends the file")
LOSE = Event(
    "lose the file", PROVIDER, COMMUNICATIONS, mishap=BEFALLS, told="the file is lost on its way"
)
ACCEPT = Event("accept the file", PROVIDER, DSP, told="{by} accepts the file")
REFUSE = Event("refuse the file", PROVIDER, DSP, told="{by} refuses the file")
REFUSE_LATE = Event(
    "refuse the file as out of sequence",
    PROVIDER,
    DSP,
    told="{by} refuses the file as out of sequence",
)
LOAD = Event("load the file", PROVIDER, DSP, told="{by} loads the file")
CORRECT = Event("correct the file", PROVIDER, RDP, told="{by} corrects the file")
TURN_TO_FULL_SET = Event("turn to a full set", PROVIDER, RDP, told="{by} turns to a full set")
ORDER_FULL_SET = Event("order a full set", PROVIDER, DCC, told="{by} orders a full set")

IS_FULL = Named("the file is a full set", content.is_(Content.FULL), "A2.refresh")
IS_UPDATE = Named("the file is an update", content.is_not(Content.FULL), "A2.update-file")
OWED = Named("a full set is owed", owed, "E2.5 E2.8")
NOT_OWED = Named("no full set is owed", ~owed, "E2.5 E2.8")
SOUND = Named("the file is sound", content.is_not(Content.FAULTY), "A2.checks A5.kinds")
IN_ORDER = Named(
    "the number is in order", any_of(IS_FULL, ~gap), cites="A2.sequence A-sequence A-refresh-resets"
)
FIT = all_of(ADMITTED, SOUND, RDPS_ACCEPTED)
UNFIT = Named("the sender or the file is unfit", ~FIT, cites="A2.rejection A-check-order")
LATE = Named("the number is out of order", ~IN_ORDER, cites="A-sequence")

IDLE, BUILT, SENT, ACCEPTED, REFUSED = File
UPDATE, FAULTY, FULL = Content

MISSING = {content: UPDATE, gap: True}
ALL_THERE = {content: UPDATE, gap: False}
FULL_SET_NEXT = {content: UPDATE, gap: True, owed: True}
FULL_SET_LOADED = {content: UPDATE, gap: False, owed: False}
NOW_OWED = {owed: True}

RULES = (
    Transition(BUILD_UPDATE, IDLE, BUILT, when=CONNECTED & NOT_OWED, cites="2.2-a A-daily-file"),
    Transition(BUILD_FULL_SET, IDLE, BUILT, CONNECTED & OWED, {content: FULL}, cites="E2.12"),
    Transition(SPOIL, BUILT, STAYS, when=IS_UPDATE, then={content: FAULTY}, cites="A5.kinds"),
    Transition(SEND, BUILT, SENT, when=PASSES, cites="2.2-a A2 A2.transport"),
    Transition(LOSE, SENT, IDLE, then=MISSING, cites="A5.kinds"),
    Transition(ACCEPT, SENT, ACCEPTED, when=all_of(PASSES, FIT, IN_ORDER), cites="A2.checks"),
    Transition(REFUSE, SENT, REFUSED, when=PASSES & UNFIT, cites="A2.rejection A2.checks"),
    Transition(REFUSE_LATE, SENT, REFUSED, when=all_of(PASSES, FIT, LATE), cites="A2.sequence"),
    Transition(LOAD, ACCEPTED, IDLE, when=IS_UPDATE, then={content: UPDATE}, cites="E1.1 A-load"),
    Transition(LOAD, ACCEPTED, IDLE, IS_FULL, then=FULL_SET_LOADED, cites="E1.1 A-refresh-resets"),
    Transition(CORRECT, REFUSED, BUILT, NOT_OWED, ALL_THERE, cites="A-merge-numbers"),
    Transition(TURN_TO_FULL_SET, REFUSED, IDLE, then=FULL_SET_NEXT, cites="A-full-set-on-request"),
    Transition(ORDER_FULL_SET, File, STAYS, NOT_OWED, NOW_OWED, cites="A-full-set-on-request"),
    Transition(LOSE_DATA, File, STAYS, then=NOW_OWED, cites="E2.8 A-loss"),
    Transition(GO_LIVE, File, STAYS, then=NOW_OWED, cites="E2.5 A-full-set-at-start"),
    Transition(REINSTATE, File, STAYS, then=NOW_OWED, cites="A-catch-up"),
)

FILES = Machine(
    "file",
    PROVIDER,
    state=file,
    fields=(content, gap, owed),
    transitions=RULES,
    happy=(IDLE, BUILT, SENT, ACCEPTED),
)
