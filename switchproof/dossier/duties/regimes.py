"""The two regimes whose duties are set side by side, and one reading of 2.3-d to the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.css.duties import ANSWERS as ANSWERS_THEN
from model.css.duties import NETWORKS_RECEIVE_ONLY
from model.css.flow import FLOW as THEN_FLOW
from model.css.licence import ONE_PERSON, Licence, licence
from model.current.duties import ANSWERS as ANSWERS_TODAY
from model.current.flags import ACCEPT_FLAG, REJECT_FLAG
from model.current.flow import FLOW as TODAY_FLOW
from model.language import POINT, Always, Answers, Flow, any_of


@dataclass(frozen=True, eq=False)
class Answering:
    """A flow, and who is said to answer for whom in it."""

    flow: Flow
    answers: Sequence[Answers]


TODAY = Answering(TODAY_FLOW, ANSWERS_TODAY)
THEN = Answering(THEN_FLOW, ANSWERS_THEN)

NONE_SELF_OWED = Always(
    "none-self-owed-after-a-split",
    "With two licensees no duty is owed by a legal person to itself (P29).",
    licence.is_(Licence.SPLIT).implies(
        ~any_of(*(d.owed_to_itself(ONE_PERSON) for d in THEN_FLOW.duties))
    ),
    cites="2.1-f S0.3",
)

# "Receiving only", read to the letter, forbids the answers to flags as well.
RECEIVE_TO_THE_LETTER = replace(
    NETWORKS_RECEIVE_ONLY,
    scope=POINT,
    breached_by=(*NETWORKS_RECEIVE_ONLY.breached_by, ACCEPT_FLAG, REJECT_FLAG),
)
TO_THE_LETTER = replace(
    THEN_FLOW,
    duties=tuple(
        RECEIVE_TO_THE_LETTER if duty is NETWORKS_RECEIVE_ONLY else duty
        for duty in THEN_FLOW.duties
    ),
)
