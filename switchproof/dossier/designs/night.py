"""One night told by a walk: which duties are in force between its steps, and what is outstanding.

The walk is of the flow in which all is drained before the change, with one switch under way as the
night begins; what happened before is walked first, and not shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagrams.night import Bar, Night, NightRow, picture
from model.css import entry as css
from model.css.reconciliation import RECONCILE
from model.css.sources import START_CSS, accepts_css
from model.current import entry as rdp
from model.current.duties import SENDING
from model.current.duties_on_data import FULL_SETS
from model.current.files import ACCEPT as ACCEPT_FILE
from model.current.files import BUILD_FULL_SET, SEND
from model.current.files import LOAD as LOAD_FILE
from model.current.registration import ACCEPT, CLOSE_WINDOW, MIDNIGHT, REQUEST
from model.current.store import accepts_rdp
from model.language import INDUSTRY, Duty, Event, Expression, all_of
from model.language.events import Scope
from model.language.meaning import State
from model.parties import Supplier
from model.transition.change import DRAIN, TAKE_EFFECT, UNCHANGED
from model.transition.flow import FLOW
from model.transition.moved import BEGIN_TO_GIVE, STOP_RDPS
from model.transition.names import AT_MPAS
from model.walk import Walk
from switchproof.desk.shown import Picture
from switchproof.telling.sentences import capital, happening

B = Supplier.B
THE_RDP = (
    *(rdp.NOMINATE, rdp.IDENTIFY, rdp.ISSUE_SMKI, rdp.ISSUE_DCCKI, rdp.CONNECT, rdp.MEET_CODE),
    *(rdp.PASS_TESTS, rdp.GO_LIVE, BUILD_FULL_SET, SEND, ACCEPT_FILE, LOAD_FILE),
)
THE_CSS = (
    *(css.NOMINATE, css.IDENTIFY, css.ISSUE_SMKI, css.ISSUE_DCCKI, css.CONNECT, css.MEET_CODE),
    *(css.PASS_TESTS, css.GO_LIVE),
)
A_SWITCH = tuple(AT_MPAS.of(one)[B] for one in (REQUEST, ACCEPT, CLOSE_WINDOW))
BEFORE: tuple[Event, ...] = (*THE_RDP, *THE_CSS, *A_SWITCH)
NIGHT: tuple[Event, ...] = (
    *(DRAIN, AT_MPAS.of(MIDNIGHT)[B], BEGIN_TO_GIVE, STOP_RDPS),
    *(TAKE_EFFECT, START_CSS, RECONCILE),
)
TO_THE_DSP = (SENDING, FULL_SETS)
SHUT = all_of(~accepts_rdp, ~accepts_css)
FACTS: tuple[tuple[str, Expression], ...] = (
    ("MPAS or UK Link is in operation", UNCHANGED),
    ("The CSS is in operation", ~UNCHANGED),
    ("The DSP accepts RDPs", accepts_rdp.is_(True)),
    ("The DSP accepts the CSS", accepts_css.is_(True)),
)


@dataclass(frozen=True, repr=False)
class OneNight(Picture):
    """The timeline, for a notebook, with the steps before it and in it, by their names."""

    before: tuple[str, ...]
    steps: tuple[str, ...]


def one_night() -> OneNight:
    """Return the timeline and its steps; of the flow 'drained-before'."""
    named = [tuple(map(str, events)) for events in (BEFORE, NIGHT)]
    return OneNight(picture(night()), *named)


def night() -> Night:
    """Return the timeline; raises Refused if the flow refuses a step of it."""
    walk = Walk(FLOW)
    for event in BEFORE:
        walk.take(event)
    states = [walk.state]
    steps = []
    for event in NIGHT:
        done = walk.take(event)
        steps.append(capital(happening(done.move.event, done.actor)))
        states.append(walk.state)
    return Night(f"One night of the change: {FLOW.title}", steps, tuple(_rows(walk, states)))


def _rows(walk: Walk, states: Sequence[State]) -> Iterator[NightRow]:
    for duty in FLOW.duties:
        bars = [_bar(walk, duty, state) for state in states]
        if len(set(bars)) > 1:
            yield NightRow(capital(duty.name), _owing(duty), bars)
    for words, fact in FACTS:
        so = [_is_so(walk, fact, INDUSTRY, state) for state in states]
        yield NightRow(words, "", [Bar.HOLDS if one else Bar.NONE for one in so])


def _owing(duty: Duty) -> str:
    by = f" through {duty.performer}" if duty.performer is not duty.obligor else ""
    return f"{duty.obligor}{by}, under {duty.instrument}"


def _bar(walk: Walk, duty: Duty, state: State) -> Bar:
    if not _is_so(walk, duty.in_force, duty.scope, state):
        return Bar.NONE
    if duty.outstanding is None or not _is_so(walk, duty.outstanding, duty.scope, state):
        return Bar.FORCE
    shut = duty.matter in TO_THE_DSP and _is_so(walk, SHUT, INDUSTRY, state)
    return Bar.SHUT if shut else Bar.OWED


def _is_so(walk: Walk, what: Expression, scope: Scope, state: State) -> bool:
    return bool(walk.world.compute(what, state, scope, 0))
