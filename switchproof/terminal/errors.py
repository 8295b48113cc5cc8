"""The one complaint about what was asked: what is wrong, and what to do, in one line."""

import difflib
from collections.abc import Iterable

SHOWN = 12


class BadInput(Exception):
    """What was asked cannot be done; the message is one line that says what and what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows of it."""
        return [str(self)]


def unknown(kind: str, name: str, known: Iterable[str]) -> BadInput:
    """Return the complaint about a name that is not known, with the nearest or all that are."""
    names = list(dict.fromkeys(known))
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.6)
    near = near or [known for known in names if name and name.lower() in known.lower()][:3]
    if near:
        nearest = " or ".join(f"'{one}'" for one in near)
        return BadInput(f"no {kind} is called '{name}'; did you mean {nearest}?")
    if not names:
        return BadInput(f"no {kind} is called '{name}'; there is none to choose from")
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return BadInput(f"no {kind} is called '{name}'; choose from {', '.join(names[:SHOWN])}{more}")
