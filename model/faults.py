"""Faults that no duty forbids anybody: they befall, and nobody would choose them.

Files, messages and notices are lost, a gateway is compromised from outside, the DSP loses its data
at once (A-loss), credentials lapse.
"""

from model.css.entry import LAPSE as LAPSE_CSS
from model.css.gateway import COMPROMISE as COMPROMISE_CSS
from model.css.hub import LOSE_PAIR
from model.css.late import LOSE_LATE
from model.css.messages import LOSE as LOSE_MESSAGE
from model.css.notices import MISS_NOTICE
from model.current.entry import LAPSE
from model.current.files import LOSE
from model.current.flags import LOSE_FLAG
from model.current.gateway import COMPROMISE
from model.current.store import LOSE_DATA

FAULTS = (
    *(LOSE, LOSE_FLAG, LOSE_MESSAGE, LOSE_LATE, LOSE_PAIR, MISS_NOTICE),
    *(COMPROMISE, COMPROMISE_CSS, LOSE_DATA, LAPSE, LAPSE_CSS),
)
