"""How what is said of the paper is broken into lines."""

import textwrap

WIDTH = 98


def wrapped(said: str, indent: str, further: str = "") -> list[str]:
    """Return a text in lines, the first put in by an indent and the others further.

    Where it is not said how far, they stand two more columns in.
    """
    return textwrap.wrap(
        said,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=further or f"{indent}  ",
        break_on_hyphens=False,
    )
