"""Faults: those that no duty forbids anybody, and all that nobody would choose.

Files, messages and notices are lost, a gateway is compromised from outside, the DSP loses its data
at once (A-loss), credentials lapse: these befall. Others are somebody's failure, and still no way
in which anybody would keep something worse off.
"""

from model.css.entry import LAPSE as LAPSE_CSS
from model.css.gateway import COMPROMISE as COMPROMISE_CSS
from model.css.hub import FAIL_REL, LOSE_PAIR
from model.css.late import LOSE_LATE
from model.css.messages import FAIL_TO_MAKE, GIVE_UP, SEND_FAULTY
from model.css.messages import LOSE as LOSE_MESSAGE
from model.css.notices import CANNOT_APPLY, MISS_NOTICE
from model.current.entry import LAPSE
from model.current.files import LOSE, SPOIL
from model.current.flags import LOSE_FLAG
from model.current.gateway import COMPROMISE
from model.current.provision import LEAVE_OUT, SPOIL_RECORD
from model.current.store import LOSE_DATA

FAULTS = (
    *(LOSE, LOSE_FLAG, LOSE_MESSAGE, LOSE_LATE, LOSE_PAIR, MISS_NOTICE),
    *(COMPROMISE, COMPROMISE_CSS, LOSE_DATA, LAPSE, LAPSE_CSS),
)
UNCHOSEN = (
    *FAULTS,
    *(SPOIL, SPOIL_RECORD, LEAVE_OUT, FAIL_TO_MAKE, SEND_FAULTY, GIVE_UP, CANNOT_APPLY, FAIL_REL),
)
