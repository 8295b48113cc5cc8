"""The facts of the domain, each in one sentence and tagged with how well it is known.

An id is a section of our notes on the domain (A: data under the SEC, B: switching before the
CSS, C: the CSS, D: transition and incidents, O: the outcome, S0: the governing document), a
clause that is recalled (E, H), or a change to the REC (R), with a suffix for what is told apart
within it.
Nothing here may be surer than its source: where a sentence rests on two, the weaker tag stands.
"""

from model.register.facts_css import CSS
from model.register.facts_files import FILES
from model.register.facts_incidents import INCIDENTS
from model.register.facts_rec import RULES
from model.register.facts_section_e import SECTION_E
from model.register.facts_service import SERVICE
from model.register.facts_switching import SWITCHING
from model.register.facts_transition import TRANSITION
from model.register.secas_2019.facts_outcome import OUTCOME
from model.register.secas_2019.facts_seed import STATED

FACTS = (
    *(*STATED, *FILES, *INCIDENTS, *SECTION_E, *SWITCHING, *RULES, *CSS, *SERVICE, *TRANSITION),
    *OUTCOME,
)
