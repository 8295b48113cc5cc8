"""Changes tracked in Word: words put in, and words taken out, by the model."""

from datetime import date
from typing import TYPE_CHECKING

from switchproof.dossier.paper.tree import Manner, Piece

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

AUTHOR = "switchproof"
TAGS = {Manner.ADDED: ("w:ins", "w:t"), Manner.REMOVED: ("w:del", "w:delText")}


def tracked(told: "Paragraph", run: Piece, on: date) -> None:
    """Add words as a change that Word can accept or reject."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change, words = TAGS[run.manner]
    made, inner, text = OxmlElement(change), OxmlElement("w:r"), OxmlElement(words)
    number = len(told.part.element.xpath("//w:ins | //w:del")) + 1
    for name, value in (("id", number), ("author", AUTHOR), ("date", f"{on}T00:00:00Z")):
        made.set(qn(f"w:{name}"), str(value))
    text.text = run.words
    text.set(qn("xml:space"), "preserve")
    inner.append(text)
    made.append(inner)
    told._p.append(made)  # noqa: SLF001  # has no public name
