"""How the Word file looks: page, styles, rules of tables, what stands over and under each page."""

from datetime import datetime, time
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from diagrams import palette
from switchproof.dossier.paper.tree import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

HANG = Mm(13)
INK, SOFT = (RGBColor.from_string(one.lstrip("#")) for one in (palette.INK, palette.SOFT))
SIZES = {
    "Normal": 10.5,
    "Title": 19,
    "Heading 1": 13,
    "Heading 2": 10.5,
    "Caption": 9,
    "List Bullet": 10.5,
    "Quote": 10.5,
    "Cell": 9,
    "Header": 8.5,
    "Footer": 8.5,
}
BOLD = ("Title", "Heading 1", "Heading 2")


def dressed(paper: Paper) -> "Document":
    """Return a new document with the page, the styles and the properties of a paper."""
    made = docx.Document()
    made.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Normal"]
    for name, points in SIZES.items():
        _dress(made, name, points)
    made.styles["List Bullet"].paragraph_format.left_indent = Mm(17)
    made.styles["Quote"].paragraph_format.left_indent = HANG
    made.styles["Cell"].paragraph_format.space_after = Pt(1)
    _speak_english(made)
    _set_page(made, paper)
    about, dated = made.core_properties, datetime.combine(paper.dated, time())
    about.title, about.author, about.language = paper.title, "switchproof", "en-GB"
    about.comments, about.created, about.modified = "", dated, dated
    return made


def _dress(made: "Document", name: str, points: float) -> None:
    style = made.styles[name]
    font = style.font
    font.name, font.size, font.color.rgb = "Arial", Pt(points), INK
    font.bold, font.italic = name in BOLD, False
    fonts = style.element.rPr.rFonts
    for part in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{part}"), None)
    for part in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{part}"), "Arial")
    for given in style.element.xpath(".//w:pBdr | .//w:tabs"):
        given.getparent().remove(given)


def _speak_english(made: "Document") -> None:
    for tongue in made.styles.element.xpath("w:docDefaults//w:lang"):
        tongue.set(qn("w:val"), "en-GB")


def _set_page(made: "Document", paper: Paper) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.different_first_page_header_footer = True
    _tabbed(section.header.paragraphs[0], paper.title).add_run(paper.name)
    for foot in (section.footer, section.first_page_footer):
        told = _tabbed(foot.paragraphs[0], paper.status)
        for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            told.add_run(words)
            _count(told, field)


def _tabbed(told: "Paragraph", words: str) -> "Paragraph":
    told.paragraph_format.tab_stops.add_tab_stop(Mm(160), 2)  # at the right
    told.add_run(f"{words}\t").font.color.rgb = SOFT
    return told


def _count(told: "Paragraph", what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    told._p.append(field)  # noqa: SLF001  # has no public name
