"""Pages in one frame, with links that are right wherever the folder lies, and none of them dead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from html import unescape
from importlib.metadata import version
from pathlib import Path
from posixpath import relpath

from switchproof.dossier.document import DOCUMENT
from switchproof.dossier.site.html import Html, Inside, between, e, link

STYLE = Path(__file__).with_name("style.css")
FROM_THE_TOP = re.compile(r'( (?:href|src)=")/([^"#]*)(#[^"]*)?(")')
IDS = re.compile(r' id="([^"]*)"')
GENERATOR = "switchproof dossier site"
PARTS = {
    "Start": "/index.html",
    "Flows": "/flows.html",
    "Diagrams": "/diagrams.html",
    "Claims": "/claims.html",
    "Statements": "/statements.html",
    "Findings": "/findings.html",
    "Handover": "/handover.html",
    "Glossary": "/glossary.html",
    "How to check": "/checking.html",
}


@dataclass
class Pages:
    """The files of the site by their paths; `dated` says from what it was made."""

    dated: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def add(self, path: str, title: str, *inside: Inside, above: Mapping[str, str] = {}) -> None:
        """Add a page, with the pages that it stands under; links are written from the top."""
        way = [link(to, words) for words, to in above.items()]
        main = e(
            "main",
            e("nav", between(" / ", way), aria_label="Where this stands", class_="way")
            if way
            else None,
            e("h1", title),
            *inside,
            id="main",
        )
        self.put(path, f"<!doctype html>\n{_html(path, title, main, self.dated)}\n")

    def put(self, path: str, content: str | bytes) -> None:
        """Add a file by its path from the top; no disk takes two of them for one."""
        if path.lower() in self._taken:
            raise AssertionError(f"two files are {path}")
        self._taken.add(path.lower())
        self.files[path] = content

    def linked(self) -> dict[str, str | bytes]:
        """Return the files with relative links; every place that is linked to is there."""
        ids = {path: set(IDS.findall(page)) for path, page in self._html()}
        made = dict(self.files)
        for path, page in self._html():
            made[path] = FROM_THE_TOP.sub(partial(self._relative, path, ids), page)
        return {path.removeprefix("/"): content for path, content in made.items()}

    def _html(self) -> list[tuple[str, str]]:
        files = self.files.items()
        return [(p, c) for p, c in files if isinstance(c, str) and p.endswith(".html")]

    def _relative(self, path: str, ids: Mapping[str, set[str]], at: re.Match[str]) -> str:
        start, to, place, end = at[1], f"/{unescape(at[2])}", at[3] or "", at[4]
        if to not in self.files or (place and place[1:] not in ids[to]):
            raise AssertionError(f"{path} leads to {to}{place}, which is not there")
        near = "" if to == path and place else _near(to, path.rpartition("/")[0] or "/")
        return f"{start}{near}{place}{end}"


@cache
def _near(to: str, folder: str) -> str:
    return relpath(to, folder)


def _html(path: str, title: str, main: Html, dated: str) -> Html:
    whole = title if path == PARTS["Start"] else f"{title} – {DOCUMENT.title}"
    return e(
        "html",
        e(
            "head",
            e("meta", charset="utf-8"),
            e("meta", name="viewport", content="width=device-width, initial-scale=1"),
            e("meta", name="generator", content=GENERATOR),
            e("title", whole),
            e("link", rel="stylesheet", href="/style.css"),
        ),
        e("body", link("#main", "To the content"), _header(path), main, _footer(dated)),
        lang="en",
    )


def _header(path: str) -> Html:
    return e(
        "header",
        e("p", link(PARTS["Start"], DOCUMENT.title)),
        e(
            "nav",
            (
                e("a", words, href=to, aria_current=_current(path, to))
                for words, to in PARTS.items()
            ),
            aria_label="Parts of this site",
        ),
    )


def _current(path: str, to: str) -> str | None:
    """Tell whether a link of the head leads to this page, or to what it is a part of."""
    if to == path:
        return "page"
    return "true" if path.startswith(to.removesuffix(".html") + "/") else None


def _footer(dated: str) -> Html:
    made = f"Made by {made_by()} from {dated}. Prepared from a model, issued by nobody."
    return e("footer", e("p", made))


@cache
def made_by() -> str:
    """Return which version of what made the pages."""
    return f"switchproof {version('switchproof')}"
