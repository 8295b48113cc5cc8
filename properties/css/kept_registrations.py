"""What each act on a registration of the new flow must do and leave alone."""

from model.css.registration import (
    ANNUL,
    ANNUL_OWN,
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    MAKE_PENDING,
    MIDNIGHT,
    OBJECT,
    OPEN,
    REJECT,
    SAY_NO_OBJECTION,
    SUBMIT,
    SUBMIT_BADLY,
    WITHDRAW,
    WITHDRAW_ANOTHERS,
    Ended,
    Gain,
    bad_date,
    ended,
    gain,
    no_other_open,
    not_yet_active,
)
from model.language import Claim, Expression, Step, after, all_of, changed, happens
from model.parties import Supplier
from properties.acting import each, goes
from properties.current.switching import of_each

N = Gain
EARLY, TOO_LATE = (N.PENDING, N.CONFIRMED), (N.CONFIRMED, N.SECURED_ACTIVE)


def _ends(s: Supplier, how: Ended, *sources: Gain) -> Expression:
    return goes(gain[s], *sources, to=N.NONE) & after(ended[s]).is_(how)


def _registration(s: Supplier) -> Expression:
    mine, date = gain[s], bad_date[s]
    fine = all_of(~date, no_other_open[s], not_yet_active[s])
    return all_of(
        each(
            (SUBMIT[s], goes(mine, N.NONE, to=N.SUBMITTED) & ~after(date)),
            (SUBMIT_BADLY[s], goes(mine, N.NONE, to=N.SUBMITTED) & after(date)),
            (MAKE_PENDING[s], goes(mine, N.SUBMITTED, to=N.PENDING) & fine),
            (REJECT[s], _ends(s, Ended.REJECTED, N.SUBMITTED) & ~fine),
        ),
        each(
            (CANCEL[s], _ends(s, Ended.CANCELLED, N.LODGED)),
            (SAY_NO_OBJECTION[s], goes(mine, N.PENDING, to=N.CONFIRMED)),
            (CLOSE_WINDOW[s], goes(mine, N.PENDING, to=N.CONFIRMED)),
            (CLOSE_GATE[s], goes(mine, N.CONFIRMED, to=N.SECURED_ACTIVE)),
            (MIDNIGHT[s], _ends(s, Ended.SWITCHED, N.SECURED_ACTIVE)),
        ),
    )


def _power(s: Supplier) -> Expression:
    mine = gain[s]
    nothing = ~changed(mine) & ~changed(ended[s])
    in_vain = mine.is_(N.SECURED_ACTIVE) & nothing
    return each(
        (OBJECT[s], goes(mine, N.PENDING, to=N.LODGED) | (mine.in_(*TOO_LATE) & nothing)),
        (WITHDRAW[s], _ends(s, Ended.WITHDRAWN, *EARLY) | in_vain),
        (ANNUL[s], _ends(s, Ended.ANNULLED, *EARLY) | in_vain),
        (WITHDRAW_ANOTHERS[s], mine.in_(*OPEN) & nothing),
        (ANNUL_OWN[s], mine.in_(*OPEN) & nothing),
    )


def _can_be_asked(s: Supplier) -> Expression:
    late = gain[s].is_(N.SECURED_ACTIVE)
    acts = (OBJECT[s], WITHDRAW[s], ANNUL[s])
    others_acts = (WITHDRAW_ANOTHERS[s], ANNUL_OWN[s])
    return all_of(
        *((happens(act) & late).implies(after(gain[s]).is_(N.SECURED_ACTIVE)) for act in acts),
        *(happens(act).implies(~changed(gain[s])) for act in others_acts),
    )


REGISTRATIONS_KEPT: tuple[Claim, ...] = (
    Step(
        "a-registration-goes-in-order",
        "A registration is submitted, made pending where nothing stands against it and rejected "
        "only where something does, confirmed, secured at the gate and Active at midnight; an "
        "objection cancels it; how it ended is remembered.",
        of_each(_registration),
        cites="C1.2.4 C1.2.5 C1.6.2 C1.6.7 C1.7.1.8 C1.12.1 C2 C3.confirmed C3.request C1 "
        "C1.7.1.9 A-no-request-to-oneself A-objection-first",
    ),
    Step(
        "what-is-too-late-has-no-effect",
        "To object, withdraw or annul takes effect in its time; afterwards, or by the supplier "
        "that has not this power, it can still be asked and changes nothing (P4, P5, P6).",
        all_of(of_each(_power), _can_be_asked(Supplier.B)),
        cites="C1.1.4d C1.6.1 C1.6.2 C1.9 C1.10 C2.annulment D2.confusion",
    ),
)
