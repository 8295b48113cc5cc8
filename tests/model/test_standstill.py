"""A standstill and the return of an erroneous switch, which it spares: narrowly or too widely."""

from properties.css.switching import SWITCHING
from properties.css.variants_inviting import NARROW, WIDE
from properties.engine.prove import decide
from properties.engine.verdict import Verdict

ONE_OPEN_REQUEST = next(claim for claim in SWITCHING if claim.id == "one-open-request")


def test_a_return_that_is_spared_the_standstill_alone_keeps_one_open_request() -> None:
    assert decide(NARROW, ONE_OPEN_REQUEST).verdict is Verdict.PROVED


def test_a_return_that_is_spared_the_look_for_others_meets_another_open_request() -> None:
    assert decide(WIDE, ONE_OPEN_REQUEST).verdict is Verdict.REFUTED
