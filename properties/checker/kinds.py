"""What each kind of packet must hold, what shows it, and which claims it proves or refutes.

What `always`, `step` and `sometimes` rest on is in `kernel/` alone where one view is enough.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from . import arising, comparisons, free, interfaces, lassos, lemmas, monitors, still, stuck
from .forms import (
    ARISING,
    BOX,
    EDGES,
    FORMAT,
    INDEX,
    LADDER,
    LED,
    LEGS,
    LEMMA,
    NO_MORE,
    PACKET,
    PARTING,
    PROOF,
    RANKING,
    RUN,
    SIDE,
    STATES,
    Either,
    need_form,
)
from .kernel.claims import of_steps
from .kernel.flow import Data, Flow
from .kernel.need import Rejected, need, tick, ticking
from .kernel.runs import ends
from .kernel.search import Question
from .proofs import proofs_of
from .sorts import need_claim

MALFORMED = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)


def by_invariant(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer for a claim, or for the opposite of a *sometimes*."""
    claim = flow.claims[packet["claim"]]
    body, kind = stuck.said(flow, claim), claim["kind"]
    said, stepwise = ["not", body] if kind == "sometimes" else body, of_steps(kind, body)
    need(packet["points"] == "any", "an invariant is for any number of points")
    for proof in proofs_of(flow, said, packet, stuck.seen_by(flow, claim), stepwise=stepwise):
        yield from proof.questions()
    for proof in arising.never_of(flow, packet):
        yield from proof.questions()


def by_runs(flow: Flow, packet: Data) -> Iterable[Question]:
    """Reject unless each run can be taken and ends as it must: one refutes, some show."""
    claim, runs = flow.claims[packet["claim"]], packet["runs"]
    need(runs, "there is no run")
    need(claim["kind"] == "sometimes" or len(runs) == 1, "one run refutes")
    numbers = [sum(run["shape"]) for run in runs]
    need(numbers == sorted(set(numbers)), "two runs for as many points")
    need(packet["points"] == ", ".join(map(str, numbers)), "for how many points")
    for run in runs:
        seen_by = stuck.seen_by(flow, claim)
        as_it_must = ends(flow, claim["kind"], claim["body"], run, seen_by)
        need(as_it_must, "the run does not end as it must")
        if claim["kind"] == stuck.KIND:
            stuck.need_stuck(flow, claim, run)
    return ()


def by_free_proofs(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer for a claim on the rules alone."""
    need(packet["points"] == "any", "an invariant is for any number of points")
    for proof in free.proofs_of(flow, flow.claims[packet["claim"]]["kind"], packet["proofs"]):
        yield from proof.questions()
    yield from ()


def by_free_run(flow: Flow, packet: Data) -> Iterable[Question]:
    """Reject unless a run ends where a claim on the rules alone fails."""
    need(packet["points"] == str(sum(packet["run"]["shape"])), "for how many points")
    free.check_run(flow, flow.claims[packet["claim"]]["kind"], packet["run"])
    return ()


def by_ranks(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer for a claim that something leads to something."""
    need(packet["points"] == "any", "ranks are for any number of points")
    for ranking in lemmas.rankings_of(flow, packet):
        yield from ranking.questions()
    for proof in arising.never_of(flow, packet):
        yield from proof.questions()


def by_ladder(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer for a claim that one can always still get somewhere."""
    need(packet["points"] == "any", "rungs are for any number of points")
    for rungs in still.rungs_of(flow, packet):
        yield from rungs.questions()
    for proof in arising.never_of(flow, packet):
        yield from proof.questions()


def by_chain(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer for a claim that is given others, each with its rungs."""
    need(packet["points"] == "any", "rungs are for any number of points")
    yield from still.on_the_way(flow, packet)
    for leg in packet["legs"]:
        for rungs in still.rungs_of(flow, leg):
            yield from rungs.questions()
    for proof in arising.never_of(flow, packet):
        yield from proof.questions()


class Kind(NamedTuple):
    """What a packet holds besides its head; what shows it; what it proves and refutes."""

    form: Data
    shown: Callable[[Flow, Data], Iterable[Question]]
    proves: tuple[str, ...]
    refutes: tuple[str, ...]
    asks: bool  # whether it has questions, or is looked at alone


FREE, PLAIN = ("stays in sorts", "no two compete"), ("always", "step", stuck.KIND)
PROOFS = [Either(({"boxes": [[BOX]]}, PROOF, STATES))]
KINDS = {
    "invariant": Kind(
        {"boxes": [[BOX]], **ARISING}, by_invariant, PLAIN, ("sometimes",), asks=True
    ),
    "runs": Kind({"runs": [RUN]}, by_runs, ("sometimes",), PLAIN, asks=False),
    # Points that interact, and claims on several.
    "shapes": Kind(
        {"proofs": [Either((PROOF, STATES))], **ARISING},
        by_invariant,
        PLAIN,
        ("sometimes",),
        asks=True,
    ),
    "free": Kind({"proofs": PROOFS}, by_free_proofs, FREE, (), asks=True),
    "free run": Kind({"run": RUN}, by_free_run, (), FREE, asks=False),
    "ranks": Kind(
        {"lemmas": [LEMMA], "ranking": RANKING, **ARISING}, by_ranks, ("leads to",), (), asks=True
    ),
    "lasso": Kind(
        {"run": RUN, "since": INDEX, "back": INDEX}, lassos.by_lasso, (), ("leads to",), asks=False
    ),
    "ladder": Kind(
        {"ladder": LADDER, "lemmas": [LED], **ARISING}, by_ladder, ("can still",), (), asks=True
    ),
    "chain": Kind({"legs": LEGS, **ARISING}, by_chain, ("can still",), (), asks=True),
    "trap": Kind({"run": RUN, "boxes": [[BOX]]}, still.trapped, (), ("can still",), asks=True),
    "mirror": Kind({}, comparisons.by_mirror, ("mirrors",), ("mirrors",), asks=False),
    "actors": Kind(
        {"actors": {str: [str]}}, comparisons.by_actors, ("done by",), ("done by",), asks=False
    ),
    "same automaton": Kind(
        {"automaton": EDGES, "sides": [SIDE], "empty": bool},
        interfaces.by_automaton,
        ("same at",),
        (),
        asks=True,
    ),
    "parted": Kind(
        {"within": [NO_MORE], "differences": [PARTING]},
        interfaces.by_parting,
        (),
        ("same at",),
        asks=True,
    ),
    "accepting": Kind(monitors.FORM, monitors.by_watching, ("accepted",), (), asks=True),
    "same machines": Kind({"machines": [str]}, interfaces.by_identity, ("same at",), (), asks=True),
}


def questions(flow: Flow, packet: Data) -> Iterable[Question]:
    """Return what must have no answer; raises Rejected where it shows nothing anyway."""
    need(packet.get("format") == FORMAT, "it is in another format than is read here")
    need(packet.get("kind") in KINDS, f"no packet is of the kind '{packet.get('kind')}'")
    kind = KINDS[packet["kind"]]
    told = {key: part for key, part in packet.items() if key != "sha256"}
    need_form(told, PACKET | kind.form, "the packet")
    need([flow.name, flow.variant] == [packet["flow"], packet["variant"]], "another flow's")
    need_claim(flow, packet["claim"])
    may = kind.proves if packet["verdict"] == "proved" else kind.refutes
    need(flow.claims[packet["claim"]]["kind"] in may, "this does not show the verdict")
    return kind.shown(flow, packet)


def check(flow: Flow, packet: Data, each: Callable[[], None] = lambda: None) -> None:
    """Raise Rejected unless a packet shows what it says; `each` may stop it by raising."""
    try:
        with ticking(each):
            for question in questions(flow, packet):
                tick()
                need(question.answer() is None, question.words)
    except MALFORMED as wrong:
        raise Rejected(f"it is malformed ({type(wrong).__name__}: {wrong})") from wrong
