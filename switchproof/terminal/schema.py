"""What a report in JSON holds, told from its type alone: each field, and what its type says of it.

A field says more by `Annotated[..., "what it is"]`; rows within rows are told where they stand.
"""

from collections.abc import Iterator
from textwrap import wrap
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints, is_typeddict

WIDTH = 98
PUT_IN = 2  # columns by which a row within a row stands further in


def described(report: type) -> str:
    """Return what `--format json` prints, one object of that TypedDict, as text for help."""
    return "\n".join(["--format json prints one object:", "{", *_fields(report, PUT_IN), "}"])


def _fields(row: type, column: int) -> Iterator[str]:
    hints = get_type_hints(row, include_extras=True)
    width = max(len(name) for name in hints) + 2
    for name, hint in hints.items():
        yield from _field(f'"{name}":'.ljust(width + 1), hint, column)


def _field(head: str, hint: Any, column: int) -> Iterator[str]:  # noqa: ANN401  # any annotation
    inner, says = _parts(hint)
    opened, row, closed = _row_in(inner)
    if row is None:
        yield from _told(f"{head} {says}" if says else head.rstrip().rstrip(":"), head, column)
    elif _is_plain(row):
        names = ", ".join(map('"{}"'.format, row.__annotations__))
        comma = ", " if says else ""
        yield from _told(f"{head} {opened}{names}{closed}{comma}{says}", head, column)
    else:
        yield from _told(f"{head} {says}{': ' if says else ''}{opened}", head, column)
        yield from _fields(row, column + PUT_IN)
        yield f"{' ' * column}{closed}"


def _told(text: str, head: str, column: int) -> list[str]:
    further = " " * (column + len(head) + 1)
    return wrap(text, WIDTH, initial_indent=" " * column, subsequent_indent=further)


def _parts(hint: Any) -> tuple[Any, str]:  # noqa: ANN401
    """Return what is annotated, and what is said of it."""
    if get_origin(hint) is Annotated:
        inner, *said = get_args(hint)
        return inner, " ".join(said)
    return hint, ""


def _row_in(hint: Any) -> tuple[str, type | None, str]:  # noqa: ANN401
    """Return the row that a field holds, with the brackets around it; none where it holds none."""
    if is_typeddict(hint):
        return "{", hint, "}"
    if get_origin(hint) is list:
        opened, row, closed = _row_in(get_args(hint)[0])
        return f"[{opened}", row, f"{closed}]"
    if get_origin(hint) is dict:
        opened, row, closed = _row_in(get_args(hint)[1])
        return f"{{NAME: {opened}" if row else "", row, f"{closed}}}"
    if get_origin(hint) is UnionType:
        opened, row, closed = _row_in(get_args(hint)[0])
        return f"null or {opened}", row, closed
    return "", None, ""


def _is_plain(row: type) -> bool:
    """Tell whether the names of a row say all: none is explained, and none holds a row."""
    hints = get_type_hints(row, include_extras=True).values()
    return all(get_origin(hint) is not Annotated and _row_in(hint)[1] is None for hint in hints)
