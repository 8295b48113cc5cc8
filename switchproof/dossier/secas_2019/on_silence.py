"""Findings on what the paper does not say: what is saved, how one is suspended, who is heard.

Each is shown by the register and the rules as they stand: a statement that says it ends it.
"""

import re

from model.css.entry import REINSTATE, SUSPEND, css_entry
from model.css.flow import FLOW as THEN
from model.css.licence import CRS
from model.current.flow import FLOW as TODAY
from model.drafting.flow import FLOW as DRAFTING
from model.language import Flow
from model.language.expressions import TRUE
from model.language.words import listed
from model.parties import CLOCK, NETWORK_PARTY
from properties.analyses.duties.transfer import holders
from switchproof.dossier.findings.kinds import InTheText
from switchproof.dossier.findings.words import Drafter, Instruction
from switchproof.dossier.secas_2019.on_text import SAID
from switchproof.telling.sentences import capital, the

ON_SAVING = re.compile(r"breach|dispute|accrue|liabilit|incident then open", re.IGNORECASE)
ON_SUSPENDING = re.compile(r"notice|notif|reinstat|reason for suspen", re.IGNORECASE)


def saves_nothing(said: dict[str, str] = SAID) -> str:
    """Say which duties pass to another, where no statement says what becomes of a breach."""
    if any(ON_SAVING.search(says) for says in said.values()):
        return ""
    heirs = {duty: holders(duty, THEN) for duty in TODAY.duties}
    passing = [
        d.name for d, found in heirs.items() if any(h.obligor is not d.obligor for h in found)
    ]
    if not passing:
        return ""
    return (
        f"{len(passing)} duties of today pass to another: {listed(passing, 'and')}. No statement "
        "of the paper speaks of a breach, a dispute or an incident from before the change."
    )


def suspended_in_silence(flow: Flow = THEN, said: dict[str, str] = SAID) -> str:
    """Say what is not asked for when the CSS is suspended, as rules and statements have it."""
    rules = [r for m, r in flow.rules() if r.event is SUSPEND and m.state is css_entry]
    owed = {event for duty in flow.duties for event in duty.performed_by}
    on_it = [rule for _, rule in flow.rules() if "5-H2" in rule.cites.split()]
    silent = {
        "no reason is asked for": all(rule.when is TRUE for rule in rules),
        "no duty asks for reinstatement": REINSTATE not in owed,
        "the CRS takes no step in it": all(rule.actor is not CRS for rule in on_it),
        "no statement speaks of notice": not any(ON_SUSPENDING.search(s) for s in said.values()),
    }
    return capital("; ".join(silent)) + "." if all(silent.values()) else ""


def networks_unheard(flow: Flow = DRAFTING, said: dict[str, str] = SAID) -> str:
    """Say who takes the steps of section 6, where no Network Party is among them."""
    section = [rule for _, rule in flow.rules() if " 6-" in f" {rule.cites}"]
    parties = [rule.actor for rule in section if rule.actor and rule.actor is not CLOCK]
    actors = dict.fromkeys(map(the, parties))
    named = any("Network" in says for name, says in said.items() if name.startswith("6-"))
    if named or NETWORK_PARTY in parties or not said["1-c"].startswith("Only Network Parties"):
        return ""
    steps = f"The steps of section 6 are taken by {listed(actors, 'and')}"
    return f"{said['1-c'].rstrip('.')} (1-c). {steps}."


ON_SILENCE = (
    InTheText(
        "nothing-is-saved",
        "A breach, a dispute or an incident from before the change may be left with nobody: the "
        "duty ends, and nothing is saved.",
        "1-a 1-b 2.3-a 5-E1 5-E2",
        saves_nothing,
        Instruction(
            "Section E, beside the removal of the Networks' duty",
            "The removal affects no breach of the duty before it, and no dispute or incident that "
            "is then open: each is concluded between those whom it concerns, as if the duty had "
            "gone on. What was in a file that is refused because of the change is sent by the CSS",
        ),
        rests=(
            "whether the SEC has a general clause on savings was not read; meanwhile the first "
            "load is taken to make good what was due or refused (A-first-load, A-refused-in-flight)"
        ),
    ),
    InTheText(
        "suspended-without-a-word",
        "The CSS can be suspended with no reason and no notice, and need never be reinstated, "
        "while the CRS goes on owing the data.",
        "5-H2 5-E1",
        suspended_in_silence,
        Instruction(
            "Section H",
            "The DCC gives the CRS notice of an emergency suspension of the CSS at once, with its "
            "reason, and reinstates the CSS as soon as that reason is gone",
            "'Recognise CRS during emergency suspension services'",
        ),
        rests=(
            "that the DCC suspends is assumed (A-suspension); the rules on RDPs in Section H, "
            "which may say all this, were not read (A6.unread)"
        ),
    ),
    InTheText(
        "networks-unheard",
        "Network Parties, the only Parties that feel the change, take no step in section 6 and "
        "may first see it when it is final.",
        "1-c 6-a 6-c 6-d 6-e 6-f",
        networks_unheard,
        Instruction(
            "section 6 of the paper, before the text goes to the Panel",
            "The proposed text is put to Network Parties for comment",
            writer=Drafter.PAPER,
            read=True,
        ),
        rests="whether the SCR has the text consulted on was not read",
    ),
)
