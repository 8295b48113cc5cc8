"""A small site for tests: one flow with its claims, and every statement of the paper."""

from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from switchproof.dossier.designs.format import ComparedRow, InDesignRow
from switchproof.dossier.site.build import site
from switchproof.dossier.site.material import Material, gathered
from switchproof.dossier.table.format import DesignRow, StateRow
from switchproof.terminal.progress import Progress
from tests.verdicts import kept

FLOW = "linked"


@cache
def material() -> Material:
    """Return what the pages are made of, decided once; designs of the handover are made up."""
    whole = gathered((FLOW,), 60, kept(), Progress("a site for tests"))
    rows = [compared("holds", "fails"), compared("holds", "holds"), compared("happens", "happens")]
    return replace(whole, designs=rows, table=[DESIGN])


def compared(*says: str) -> ComparedRow:
    """Return a claim on designs of the handover with what is so in each."""
    cells: list[InDesignRow] = [
        {"says": one, "steps": 3 if one == "fails" else None, "claimed": False} for one in says
    ]
    return {
        "id": f"a-claim-that-{says[0]}",
        "sentence": "A claim on the design.",
        "designs": dict(zip(("frozen", "carried-over"), cells, strict=True)),
    }


STATE: StateRow = {
    "field": "file",
    "value": "Sent",
    "says": "the file is sent",
    "found": "possible",
    "reason": None,
    "steps": 4,
    "shortest": True,
    "run": None,
    "at_first": False,
    "becomes": [],
    "next": ["load the file"],
    "barred_by": [],
    "cites": ["1-a"],
    "clauses": ["1-a"],
    "silent": False,
}
DESIGN: DesignRow = {
    "design": "frozen",
    "title": "A design",
    "step": "the change takes effect",
    "way": ["go live"],
    "machines": [
        {"machine": name, "of": "provider", "states": [STATE], "options": []}
        for name in ("file", "change")
    ],
}


@cache
def files() -> dict[str, str | bytes]:
    """Return the pages and pictures."""
    return site(material())


def pages() -> dict[str, str]:
    """Return the pages alone."""
    return {n: text for n, text in files().items() if n.endswith(".html") and isinstance(text, str)}


def written(folder: Path) -> Path:
    """Write the site into a folder, and return it."""
    for name, content in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


class Read(HTMLParser):
    """The ids and links of a page, its text, and the tags that are open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.said: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [str(given["id"])] if "id" in given else []
        self.links += [str(given[name]) for name in ("href", "src") if name in given]
        self.headings += [int(tag[1])] if tag in {"h1", "h2", "h3", "h4"} else []
        if tag not in {"meta", "link", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())
