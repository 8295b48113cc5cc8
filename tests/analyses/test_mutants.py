"""The mutation gate on a small flow whose mutants are known one by one."""

import json
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from model.language import (
    FALSE,
    POINT,
    TRUE,
    Always,
    DoneBy,
    Event,
    Expression,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Named,
    Party,
    Sometimes,
    Transition,
)
from properties.analyses.mutation import noticed
from properties.analyses.mutation.base import Base, base
from properties.analyses.mutation.mutants import Mutant, mutants
from properties.analyses.mutation.noticed import Fate, Notice, notice
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.free import free_claims
from switchproof.cli import main


class Stage(Enum):
    """A notice on its way."""

    DUE = "due"
    SENT = "sent"
    HELD = "held"


state = Field("notice", Stage, Stage.DUE)
told = Field("the receiver is told", bool, False)
spare = Field("spare", bool, False)
sender, receiver = Party("sender"), Party("receiver")
SEND, TAKE = Event("send", POINT, sender), Event("take", POINT, receiver)
NOT_TOLD = Named("the receiver is not told", ~told)
NOTICE = Machine(
    "notice",
    POINT,
    state=state,
    fields=(told, spare),
    transitions=(
        Transition(SEND, Stage.DUE, Stage.SENT, when=NOT_TOLD, then={spare: True}),
        Transition(TAKE, Stage.SENT, Stage.HELD, then={told: True}),
    ),
)
FLOW = Flow("notice", "A notice", (NOTICE,), (sender, receiver))
CLAIMS = (
    Always("told-holds", "Who is told holds it.", told.is_(state.is_(Stage.HELD))),
    Sometimes("held", "It is held at last.", state.is_(Stage.HELD)),
)
EVERY = (*CLAIMS, *free_claims())


@pytest.fixture(scope="module")
def known() -> Base:
    return base(FLOW, EVERY, Budget())


def fates(known: Base) -> Iterator[tuple[Mutant, Notice]]:
    return ((mutant, notice(known, mutant, Budget())) for mutant in mutants(FLOW))


def fate_of(known: Base, kind: str, said: str) -> Notice:
    found = [n for m, n in fates(known) if m.wrong.kind == kind and said in m.wrong.says]
    assert len(found) == 1
    return found[0]


def test_every_kind_that_fits_is_tried() -> None:
    kinds = {mutant.wrong.kind for mutant in mutants(FLOW)}
    assert kinds == {
        "rule removed",
        "rule doubled",
        "conjunct dropped",
        "conjunct negated",
        "effect dropped",
        "effect changed",
        "target changed",
        "actor swapped",
    }


def test_an_effect_that_a_claim_speaks_of_is_noticed_in_a_shortest_run(known: Base) -> None:
    found = fate_of(known, "effect dropped", "'the receiver is told'")
    assert found == Notice(Fate.NOTICED, "told-holds", 2)


def test_a_rule_that_is_gone_is_noticed_by_what_never_arises_then(known: Base) -> None:
    found = fate_of(known, "rule removed", "'take'")
    assert (found.fate, found.claim) == (Fate.NOTICED, "held")


def test_a_rule_that_stands_twice_competes_with_itself(known: Base) -> None:
    found = fate_of(known, "rule doubled", "'take'")
    assert (found.fate, found.claim) == (Fate.NOTICED, "no-two-compete")


def test_a_conjunct_that_always_holds_where_it_is_asked_is_equivalent(known: Base) -> None:
    assert fate_of(known, "conjunct dropped", "not told").fate is Fate.EQUIVALENT


noted, closed = (Field(name, bool, False) for name in ("noted", "closed"))
first, mark, step, end, tail, settled, never, bell = (
    Field(name, Stage, Stage.DUE)
    for name in ["first", "mark", "step", "end", "tail", "set", "never", "bell"]
)
MARK, STEP, END, SET, CLOSE, TOLL = (
    Event(name, POINT, sender) for name in ["mark", "step", "end", "set", "close", "toll"]
)
DUE, SENT, HELD = Stage
ENDS = Transition(
    END, DUE, SENT, when=step.is_(SENT) & mark.is_(HELD), then={noted: True, closed: False}
)
TOLLS = Transition(TOLL, DUE, SENT)


def chained(state: Field, *rules: Transition) -> Machine:
    fields = (noted, closed) if state is end else ()
    return Machine(state.name, POINT, state, rules, fields=fields)


CHAIN = Flow(
    "chain",
    "One thing after another",
    (
        chained(first, Transition(MARK, DUE, HELD)),
        chained(mark, Transition(MARK, DUE, HELD)),
        chained(step, Transition(STEP, DUE, SENT, when=first.is_(HELD))),
        chained(settled, Transition(SET, DUE, HELD)),
        chained(end, ENDS, Transition(CLOSE, SENT, HELD, settled.is_(HELD), {closed: True})),
        chained(
            tail,
            Transition(END, DUE, HELD, when=first.is_(HELD)),
            Transition(END, DUE, SENT, when=first.is_not(HELD)),
        ),
        chained(never, Transition(TOLL, DUE, SENT, when=step.is_(HELD))),
        chained(bell, TOLLS),
    ),
    (sender, receiver),
)


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ("end, 'end' from due: does not ask that mark is held", Fate.EQUIVALENT),
        ("end, 'close' from sent: does not ask that set is held", Fate.PINNED),
        ("end, 'end' from due: does not set 'closed'", Fate.EQUIVALENT),
        ("end, 'end' from due: does not set 'noted'", Fate.PINNED),
        ("tail, 'end' from due: is gone", Fate.EQUIVALENT),
        ("never, 'toll' from due: is gone", Fate.PINNED),
        ("bell, 'toll' from due: leads to held", Fate.EQUIVALENT),
        ("bell, 'toll': it takes no part in it", Fate.EQUIVALENT),
        ("never, 'toll': it takes no part in it", Fate.PINNED),
        ("'toll' is done by receiver, not by sender", Fate.EQUIVALENT),
    ],
)
def test_what_makes_no_difference_for_reasons_far_away_is_equivalent(said: str, fate: Fate) -> None:
    known = base(CHAIN, (), Budget())
    found = [notice(known, m, Budget()).fate for m in mutants(CHAIN) if m.wrong.says == said]
    assert fate in found
    assert len(set(found)) == len(found)


def test_what_no_claim_speaks_of_is_said_to_be_protected_by_none(known: Base) -> None:
    assert fate_of(known, "effect dropped", "'spare'").fate is Fate.PINNED


def test_a_claim_that_is_beyond_the_closure_is_named() -> None:
    with pytest.raises(Undecided, match=f"'{EVERY[0].id}' is not settled by closing slices: limit"):
        base(FLOW, EVERY, Budget(views=1))


def test_who_acts_is_never_called_equivalent(known: Base) -> None:
    swapped = [n.fate for m, n in fates(known) if m.wrong.kind == "actor swapped"]
    assert swapped == [Fate.PINNED, Fate.PINNED]


def test_who_acts_is_noticed_by_the_claim_that_says_so() -> None:
    sends = DoneBy("sends", "The sender alone sends.", actors={sender: (SEND,)})
    known = base(FLOW, (*EVERY, sends), Budget())
    found = {m.event.name: n for m, n in fates(known) if m.wrong.kind == "actor swapped"}

    assert found["send"] == Notice(Fate.NOTICED, "sends", why="its rows differ")
    assert found["take"].fate is Fate.PINNED


def test_an_event_that_is_gone_is_not_noticed_by_who_acts() -> None:
    sends = DoneBy("acts", "Each acts.", actors={sender: (SEND,), receiver: (TAKE,)})
    known = base(FLOW, (sends,), Budget())
    gone = [n.fate for m, n in fates(known) if m.wrong.kind == "rule removed"]

    assert gone == [Fate.PINNED, Fate.PINNED]


def test_what_the_table_does_not_show_is_noticed_by_nothing(
    known: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(flow: Flow) -> list[str]:
        return [flow.name]

    monkeypatch.setattr(noticed, "expanded", blind)
    assert fate_of(known, "effect dropped", "'spare'").fate is Fate.UNNOTICED
    assert fate_of(known, "effect dropped", "'the receiver is told'").fate is Fate.NOTICED


def test_without_time_a_mutant_is_not_decided(known: Base) -> None:
    spare_mutant = next(m for m in mutants(FLOW) if "'spare'" in m.wrong.says)
    assert notice(known, spare_mutant, Budget(seconds=-1)).fate is Fate.UNDECIDED


def test_an_event_that_is_no_longer_shared_is_noticed() -> None:
    from model.handover.flow import FLOW as HANDOVER
    from properties.handover import CLAIMS as OF_HANDOVER

    known = base(HANDOVER, OF_HANDOVER, Budget())
    unshared = [m for m in mutants(HANDOVER) if m.wrong.kind == "event unshared"]
    change = [m for m in unshared if "standing of the CRS, 'the change takes" in m.wrong.says]
    assert [notice(known, m, Budget()).fate for m in change] == [Fate.NOTICED]


def test_what_a_claim_says_of_the_mutant_itself_is_asked() -> None:
    def sends(flow: Flow) -> Expression:
        by = {rule.actor for _, rule in flow.rules() if rule.event.name == "send"}
        return TRUE if by == {sender} else FALSE

    claim = Always("sender-sends", "Only the sender sends.", sends)
    known = base(FLOW, (claim,), Budget())
    swapped = next(m for m in mutants(FLOW) if "'send' is done by" in m.wrong.says)
    assert notice(known, swapped, Budget()).claim == "sender-sends"


def test_what_must_at_last_come_about_notices_a_rule_that_is_gone() -> None:
    at_last = LeadsTo("arrives", "It arrives.", TRUE, to=state.is_(Stage.HELD), weak=(SEND, TAKE))
    known = base(FLOW, (at_last,), Budget())
    stays = next(m for m in mutants(FLOW) if "'take'" in m.wrong.says and "stays" in m.wrong.says)
    assert notice(known, stays, Budget()).claim == "arrives"


def test_the_command_counts_lists_and_keeps(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "mutants.json"
    status = main(["mutants", str(Path(__file__)), "--jobs", "1", "--keep", str(kept)])
    printed = capsys.readouterr().out
    assert status == 0
    assert "by the table only:" in printed
    found = json.loads(kept.read_text())
    assert sum(found["counts"]["notice"]["rule doubled"].values()) == 2
    figures = found["figures"]["all"]
    fates = ("equivalent", "noticed_by_a_claim", "by_the_table_only", "by_nothing", "undecided")
    assert figures == found["figures"]["notice"]
    assert figures["mutants"] == sum(figures[fate] for fate in fates) == 16
    assert (figures["noticed_by_a_claim"], figures["of_every_flow"]) == (11, 2)
    said = "Of the other 15 claims notice 11 (2 of them are noticed by what is claimed of every"
    assert said in printed
    assert len(found["noticed by no claim"]) == 5


def test_the_command_says_in_one_line_that_a_claim_does_not_hold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    broken = tmp_path / "broken.py"
    broken.write_text(text.replace("SEND, Stage.DUE, Stage.SENT,", "SEND, Stage.DUE, Stage.HELD,"))
    assert main(["mutants", str(broken), "--jobs", "1"]) == 2
    err = capsys.readouterr().err
    assert "a claim that should hold does not" in err
    assert err.count("\n") == 1
