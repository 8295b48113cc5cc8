"""How a report is broken into lines."""

import textwrap

WIDTH = 98


def wrapped(said: str, indent: str) -> list[str]:
    """Return a text in lines, the first put in by an indent and the others further."""
    rest = f"{indent}  "
    return textwrap.wrap(
        said, WIDTH, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False
    )
