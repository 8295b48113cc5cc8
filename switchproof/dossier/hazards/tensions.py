"""The tensions inside the document, and the items of data that may lose their source."""

from dataclasses import dataclass

from switchproof.dossier.hazards.every import Hazard, of_css

TENSIONS: tuple[Hazard, ...] = (
    Hazard(
        1,
        "No SEC Party feels the interface appendices, yet RDPs of Network Parties stay in them.",
        claims=of_css("a-rejected-flag-reaches-an-incident"),
        doubts=("receive-only", "whom-parties-covers"),
    ),
    Hazard(
        2,
        "Rules are assigned and not altered, yet formats and interface are new.",
        variants=of_css("a message out of sequence is accepted", "a stream with no refresh"),
        doubts=("assigned-not-altered", "order"),
    ),
    Hazard(
        3,
        "The DCC as CRS owes a duty to the DCC.",
        claims=of_css("sending-is-owed-to-oneself"),
        variants=of_css("a split with no new licence"),
    ),
    Hazard(
        4,
        "That licence and REC oblige Networks is an assumption alone.",
        claims=of_css("point-data-has-a-giver"),
        variants=of_css("the duty under the REC starts late"),
    ),
    Hazard(
        5,
        "The text names four parts of the SEC, the table thirteen.",
        doubts=("parts-that-change",),
    ),
    Hazard(
        6,
        "Entry tests are mirrored, though the CSS does other things than an RDP.",
        claims=(("handover", "entry-mirrored"),),
        doubts=("entry-tests",),
    ),
)


@dataclass(frozen=True)
class Item:
    """A kind of data that the DSP is given today, where that is said, and what brings it then."""

    name: str
    today: str
    then: str = ""


ITEMS: tuple[Item, ...] = (
    Item("current and pending supplier, with dates", "E2.1 E2.2", "C3.fields"),
    Item("past suppliers", "E2.1 E2.2"),
    Item("network party or transporter", "E2.1 E2.2"),
    Item("meter operator", "E2.1"),
    Item("address", "E2.1 E2.2"),
    Item("objections", "E2.1"),
    Item("status of the point", "E2.2"),
)
WITHOUT_A_SOURCE = tuple(item.name for item in ITEMS if not item.then)
