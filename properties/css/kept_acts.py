"""What the new flow keeps of each supplier's acts, whichever of the two gains the point."""

from model.css.registration import (
    ANNUL,
    ANNUL_OWN,
    CLOSE_WINDOW,
    OBJECT,
    REJECT,
    SAY_NO_OBJECTION,
    WITHDRAW,
    WITHDRAW_ANOTHERS,
    Ended,
    Gain,
    ended,
    gain,
)
from model.language import Claim, Expression, Step, after, all_of, changed, happens
from model.parties import Supplier
from properties.acting import goes
from properties.current.switching import of_each

N, A = Gain, Supplier.A


def _rejected(s: Supplier) -> Expression:
    back = goes(gain[s], N.SUBMITTED, to=N.NONE) & after(ended[s]).is_(Ended.REJECTED)
    return happens(REJECT[s]).implies(back)


def _confirmed(s: Supplier) -> Expression:
    now = goes(gain[s], N.PENDING, to=N.CONFIRMED)
    return all_of(happens(SAY_NO_OBJECTION[s]).implies(now), happens(CLOSE_WINDOW[s]).implies(now))


def _in_vain() -> Expression:
    mine = gain[A]
    too_late = (OBJECT[A], WITHDRAW[A], ANNUL[A])
    anothers = (WITHDRAW_ANOTHERS[A], ANNUL_OWN[A])
    nothing = ~changed(mine) & ~changed(ended[A])
    return all_of(
        *((happens(act) & mine.is_(N.SECURED_ACTIVE)).implies(nothing) for act in too_late),
        *(happens(act).implies(nothing) for act in anothers),
    )


ACTS_KEPT: tuple[Claim, ...] = (
    Step(
        "either-request-can-be-rejected",
        "Whichever supplier submits a request, it can be rejected, and is over then.",
        of_each(_rejected),
        cites="C2 C1.2.5",
    ),
    Step(
        "confirmed-early-or-in-time",
        "Whichever supplier gains, a pending registration is confirmed when the other says that "
        "it does not object, and when the objection window closes.",
        of_each(_confirmed),
        cites="C1.6.2 C3.confirmed",
    ),
    Step(
        "in-vain-where-a-point-is-gained-back",
        "Also where a supplier gains back a point, an objection, withdrawal or annulment after the "
        "gate can be tried, and so can what is the other's to do, and nothing comes of it.",
        _in_vain(),
        cites="C1.6.2 C1.9 C1.10",
    ),
)
