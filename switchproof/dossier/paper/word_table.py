"""A table of the Word file, as one text: cell by cell through python-docx it takes seconds."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table

from diagrams import palette
from switchproof.dossier.paper.tree import Manner, PaperTable, Piece, Text, bold, runs

TWIPS = 1440 / 25.4  # in a mm
LINES = (("top", 7, palette.INK), ("bottom", 3, palette.HAIR), ("insideH", 3, palette.HAIR))
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{weight}" w:color="{colour.lstrip("#")}"/>'
    for side, weight, colour in LINES
)
RULES = f"<w:tblBorders {nsdecls('w')}>{BORDERS}</w:tblBorders>"
MARGINS = f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/></w:tblCellMar>'
WHOLE = (
    '<w:tbl {}><w:tblPr><w:tblW w:w="0" w:type="auto"/>{}<w:tblLayout w:type="fixed"/>{}'
    "</w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>"
)


def ruled(table: Table) -> None:
    """Draw the rules of a table: none upright, and hairlines between rows."""
    about = table._tbl.tblPr  # noqa: SLF001  # has no public name
    for one, before in ((RULES, "w:tblLayout"), (MARGINS, "w:tblLook")):
        about.insert_element_before(parse_xml(one), before, "w:tblCellMar", "w:tblLook")


def table_element(table: PaperTable) -> object:
    """Return a table with its rules, of which the first row stands over each page."""
    wide = [round(column.wide * TWIPS) for column in table.columns]
    heads = [[bold(column.head)] for column in table.columns]
    rows = [_row(heads, wide, "<w:tblHeader/>"), *(_row(row, wide) for row in table.rows)]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in wide)
    return parse_xml(WHOLE.format(nsdecls("w"), RULES, MARGINS, grid, "".join(rows)))


def _row(cells: Sequence[Text], wide: Sequence[int], is_head: str = "") -> str:
    told = "".join(_cell(text, w) for text, w in zip(cells, wide, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{is_head}</w:trPr>{told}</w:tr>"


def _cell(text: Text, wide: int) -> str:
    said = "".join(map(_piece, runs(text)))
    width = f'<w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>'
    return f'<w:tc>{width}<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{said}</w:p></w:tc>'


def _piece(piece: Piece) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if piece.manner is Manner.BOLD else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(piece.words)}</w:t></w:r>'
