"""Elements of HTML: text is escaped where it is put in, and elements are not escaped again."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeAlias

EMPTY = frozenset({"br", "img", "link", "meta"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Inside: TypeAlias = str | Iterable["Inside"] | None
NOTHING = Html()


def e(tag: str, *inside: Inside, **attributes: str | int | None) -> Html:
    """Return an element; of an attribute's name an underscore stands for a hyphen, or is left out.

    An attribute that is None is left out.
    """
    given = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    said = "".join(f' {n}="{escape(str(v))}"' for n, v in given.items() if v is not None)
    if tag in EMPTY:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{all_of(inside)}</{tag}>")


def all_of(inside: Inside) -> Html:
    """Return texts and elements one after the other."""
    if inside is None:
        return NOTHING
    if isinstance(inside, Html):
        return inside
    if isinstance(inside, str):
        return Html(escape(inside))
    return Html("".join(all_of(one) for one in inside))


def between(sign: str, parts: Iterable[Inside]) -> Html:
    """Return the parts with a sign between each two."""
    return Html(escape(sign).join(all_of(part) for part in parts))


def link(to: str, words: Inside) -> Html:
    """Return a link; a place in the site is written from its top, with a slash before it."""
    return e("a", words, href=to)


def grid(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[Inside]], ids: Iterable[str] = ()
) -> Html:
    """Return a table that scrolls in its own box, if it has a row; rows may have names."""
    told, named = list(rows), list[str | None](ids)
    if not told:
        return NOTHING
    names = named or [None for _ in told]
    body = [
        e("tr", e("th", first, scope="row"), (e("td", cell) for cell in rest), id=name)
        for (first, *rest), name in zip(told, names, strict=True)
    ]
    table = e(
        "table",
        e("caption", caption),
        e("thead", e("tr", (e("th", head, scope="col") for head in heads))),
        e("tbody", body),
    )
    return boxed(caption, table)


def boxed(name: str, inside: Inside) -> Html:
    """Return what may be wider than the page in a box that a keyboard can scroll."""
    return e("div", inside, class_="wide", tabindex=0, role="region", aria_label=name)
