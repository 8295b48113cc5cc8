"""What a reader by ear has of a PDF: its text and alternative texts, in the order of its tags."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, PdfObject

Codes = Mapping[int, str]
Pieces = dict[tuple[int, int], str]  # by page and mark


@dataclass
class Tag:
    """A tag with the tags and texts in it."""

    name: str
    alt: str = ""
    inside: list["Tag | str"] = field(default_factory=list)

    def every(self) -> Iterator["Tag"]:
        """Yield this and all within it, in order."""
        yield self
        for one in self.inside:
            if isinstance(one, Tag):
                yield from one.every()

    def text(self, without: str = "") -> str:
        """Return the text in it, without that of the tags of one name."""
        if self.name == without:
            return ""
        return "".join(o if isinstance(o, str) else o.text(without) for o in self.inside)


def tags(reader: PdfReader) -> Tag:
    """Return the tree of a tagged PDF."""
    pieces: Pieces = {}
    for number, page in enumerate(reader.pages):
        pieces |= {(number, mark): text for mark, text in _marked(page, reader).items()}
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    root = reader.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    whole = Tag("whole")
    _fill(whole, root["/K"], pieces, pages, 0)
    return whole


def _fill(into: Tag, kid: PdfObject, pieces: Pieces, pages: Mapping[int, int], page: int) -> None:
    kid = kid.get_object() if isinstance(kid, IndirectObject) else kid  # type: ignore[assignment]
    if isinstance(kid, ArrayObject):
        for one in kid:
            _fill(into, one, pieces, pages, page)
    elif isinstance(kid, int):
        into.inside.append(pieces.get((page, int(kid)), ""))
    elif isinstance(kid, DictionaryObject):
        if "/Pg" in kid:
            page = pages[kid.raw_get("/Pg").idnum]
        if kid.get("/Type") == "/MCR":
            into.inside.append(pieces.get((page, int(str(kid["/MCID"]))), ""))
        elif "/S" in kid:
            made = Tag(str(kid["/S"])[1:], str(kid.get("/Alt", "")))
            into.inside.append(made)
            _fill(made, kid.get("/K", ArrayObject()), pieces, pages, page)


def _marked(page: PageObject, reader: PdfReader) -> dict[int, str]:
    """Return the text of each mark on a page."""
    found: dict[int, str] = {}
    _read(ContentStream(page["/Contents"], reader), page["/Resources"], found, [])  # type: ignore[arg-type]
    return found


def _read(
    stream: ContentStream, resources: DictionaryObject, found: dict[int, str], open_: list[int]
) -> None:
    codes: Codes = {}
    for operands, operator in stream.operations:
        match operator:
            case b"BDC" | b"BMC":
                about = operands[1] if len(operands) > 1 else {}
                open_.append(int(about.get("/MCID", -1)) if isinstance(about, dict) else -1)
            case b"EMC":
                open_.pop()
            case b"Tf":
                codes = _codes(resources["/Font"][operands[0]].get_object())  # type: ignore[index]
            case b"Tj" | b"TJ":
                parts = operands[0] if operator == b"TJ" else operands
                raw = b"".join(p.original_bytes for p in parts if hasattr(p, "original_bytes"))
                mark = next((m for m in reversed(open_) if m >= 0), -1)
                text = "".join(
                    codes.get(int.from_bytes(raw[at : at + 2], "big"), "?")
                    for at in range(0, len(raw), 2)
                )
                found[mark] = found.get(mark, "") + text


_known: dict[int, Codes] = {}


def _codes(font: DictionaryObject) -> Codes:
    """Return which letters the codes of a font stand for."""
    stream = font["/ToUnicode"].get_data().decode()  # type: ignore[attr-defined]
    key = hash(stream)
    if key not in _known:
        _known[key] = dict(_mapped(stream))
    return _known[key]


def _mapped(text: str) -> Iterator[tuple[int, str]]:
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            yield int(code, 16), bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int.from_bytes(bytes.fromhex(letters)[-2:], "big")
            for code in range(int(first, 16), int(last, 16) + 1):
                yield code, chr(start + code - int(first, 16))
