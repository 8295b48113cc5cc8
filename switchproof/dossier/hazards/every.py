"""The hazards of the domain, and what shows each in the model.

A row names claims, variants and doubts, whose verdicts are pinned where they stand; a claim here
is proved, a variant breaks what it names. What has neither says why it cannot be said.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hazard:
    """A hazard or a tension in one sentence, and how it is treated; flows stand before names."""

    number: int
    says: str
    claims: tuple[tuple[str, str], ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()
    unsaid: str = ""


def of_css(*names: str) -> tuple[tuple[str, str], ...]:
    """Return claims or variants of the new flow."""
    return tuple(("css", name) for name in names)


HAZARDS: tuple[Hazard, ...] = (
    Hazard(
        1,
        "At 17:00 an objection in its window and the closing of the gate can meet at one instant.",
        claims=(("leadtime", "both-deadlines-at-one-instant"), ("css", "lodged-objection-stops")),
        variants=of_css("the tie at 17:00"),
        doubts=("the-tie",),
    ),
    Hazard(
        2,
        "A message never generated is not cured by retry or resend.",
        claims=of_css("nobody-knows-of-a-message-never-made"),
        doubts=("regeneration",),
    ),
    Hazard(
        3,
        "The electricity service cannot apply a secured switch, which the CSS cannot undo.",
        claims=of_css("secured-cannot-be-applied"),
        variants=of_css("an exception is ignored"),
    ),
    Hazard(
        4,
        "A missed cancellation lets the receiver activate a switch that was cancelled.",
        claims=of_css("a-cancellation-goes-missing", "no-wrong-activation"),
        variants=of_css("the proxy is not checked"),
    ),
    Hazard(
        5,
        "A late secured notice leaves the CSS and the retail data service with two dates.",
        claims=of_css("dates-differ-for-good"),
    ),
    Hazard(
        6,
        "After midnight the DSP obeys the old supplier until the new one's data is loaded.",
        claims=(("current", "the-dsp-is-stale"), ("css", "the-dsp-is-stale")),
        doubts=("trigger",),
    ),
    Hazard(
        7,
        "One licensee owes the sending to itself, raises its incidents and resolves them.",
        claims=of_css("sending-is-owed-to-oneself", "the-licence-is-split"),
        variants=of_css("a split with no new licence"),
    ),
    Hazard(
        8,
        "The SEC's duty ends before that under licence and REC begins, and nobody owes the data.",
        claims=of_css("point-data-has-a-giver"),
        variants=of_css("the duty under the REC starts late"),
    ),
    Hazard(
        9,
        "An RDP that only receives must still answer, and a literal split forbids it.",
        claims=of_css("a-rejected-flag-reaches-an-incident", "flag-never-dropped"),
        doubts=("receive-only",),
    ),
    Hazard(
        10,
        "A rule on using earlier data supposes files with a full refresh; a stream has none.",
        claims=of_css("difference-explained"),
        variants=(
            *of_css("a stream with no refresh"),
            ("handover", "no reconciliation at the change"),
        ),
    ),
    Hazard(
        11,
        "After a loss the CSS owes the full data, and its history may still be with others.",
        claims=of_css("difference-explained"),
        variants=of_css("a loss makes no reconciliation due"),
        unsaid="the history of 24 months is left out: what data says is the present supplier alone",
    ),
    Hazard(
        12,
        "Data items of today may have no source in the CSS.",
        unsaid="what data says is the supplier alone; the items of E2.1 and E2.2 that no field of "
        "C3.fields brings stand in the list below",
    ),
    Hazard(
        13,
        "An RDP keeps keys and gateway to receive, and can still sign a registration file.",
        claims=of_css("an-rdp-offers-a-file", "rdp-never-accepted"),
        variants=of_css("the old channel is not looked at", "RDPs still accepted after the change"),
    ),
    Hazard(
        14,
        "One gateway serves all of Great Britain, and closing it stops every update at once.",
        claims=of_css("one-gateway-stops-all", "breach-while-gateway-controlled"),
        doubts=("suspended-duty", "control"),
    ),
    Hazard(
        15,
        "The values of the service flag changed their meaning close to the same time.",
        unsaid="what the values mean is abstracted away: the flag is only current, due or rejected",
    ),
    Hazard(
        16,
        "Working days, calendar days and holidays differ, so deadlines can change places.",
        claims=(
            ("leadtime", "domestic-window-before-gate"),
            ("leadtime", "the-gate-closes-on-a-holiday"),
        ),
        variants=(("leadtime", "the window counts calendar days"),),
        unsaid="the gas day, the change of clocks and UTC have no place in days that are counted",
    ),
    Hazard(
        17,
        "Annulment is taken for withdrawal, and the wrong party ends a switch.",
        claims=of_css("withdraw-and-annul-by-whom"),
        variants=of_css("annulment taken for withdrawal"),
    ),
    Hazard(
        18,
        "The return of an erroneous switch, exempt from standstill, overlaps a pending request.",
        claims=of_css("one-open-request"),
        variants=of_css("an erroneous switch is returned past an open request"),
        unsaid="the standstill itself is left out, since its length was only recalled",
    ),
    Hazard(
        19,
        "A point is deactivated or terminated while a switch is pending.",
        claims=of_css("one-supplier-of-record"),
        variants=of_css("a deactivation races a switch"),
        unsaid="termination is left out (a bound of the flow), and its paragraph was not read",
    ),
    Hazard(
        20,
        "A hub is removed or exchanged, and no duty updates the pair that the CSS holds.",
        claims=of_css("a-removed-hub-stays"),
        doubts=("removed-hub",),
    ),
    Hazard(
        21,
        "Network Parties that share an RDP cannot change over one by one.",
        claims=(("handover", "the-right-goes-with-the-duty"),),
        variants=(("handover", "Parties that share an RDP move one after another"),),
    ),
    Hazard(
        22,
        "The CRS is more than the CSS, and a duty can land on a service that sends nothing.",
        claims=of_css("accepted-is-answered-for"),
        variants=of_css("the duty lands on the Switching Operator"),
    ),
)
