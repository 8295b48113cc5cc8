"""The pictures of a flow, or of the change from one flow to another: a name and a text for each."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256

from diagrams import duties, events, matrix
from diagrams.numbers import NUMBERED, SPLIT
from diagrams.rules import families, listed
from diagrams.state import picture, unseen
from diagrams.table import table
from model.language.flow import Flow
from model.language.given import folded
from model.language.machines import Machine

LONGEST = 120  # bytes of a file's name; a longer one is cut, and told apart by its hash
Files = Iterator[tuple[str, str]]


def parts(flow: Flow) -> Iterator[tuple[str, Callable[[], Files]]]:
    """Yield what there is to draw, in words and as what draws it, so that one may fail alone.

    Of what is drawn elsewhere only the machines that are all its own.
    """
    for machine in families(flow).values():
        yield f"the picture of '{machine.name}'", partial(_states, flow, machine)
        yield f"the table of '{machine.name}'", partial(_table, flow, machine)
    if not flow.elsewhere:
        yield "the picture of the events that machines share", partial(pictures_of_events, flow)
        yield "the picture of who answers for whom", partial(pictures_of_duties, flow)


def pictures(flow: Flow) -> Files:
    """Yield the name and text of each file: SVG, and Markdown for the tables of rules."""
    for _, draw in parts(flow):
        yield from draw()


def pictures_of_duties(flow: Flow) -> Files:
    """Yield the name and text of the picture of who answers for whom, where there is one."""
    if chain := duties.picture(flow):
        yield _name(flow.name, "duties") + ".svg", chain


def pictures_of_machine(flow: Flow, machine: Machine) -> Files:
    """Yield the name and text of each file of one machine; no picture where `left_out` says so."""
    yield from _states(flow, machine)
    yield from _table(flow, machine)


def left_out(flow: Flow) -> Iterator[str]:
    """Yield in a line each reason to draw no picture of some machines, with their names."""
    by_reason: dict[str, list[str]] = {}
    for name, machine in families(flow).items():
        if why := unseen(flow, machine):
            by_reason.setdefault(why, []).append(f"'{name}'")
    for why, names in by_reason.items():
        yield f"no picture of {listed(names, 'and')}: {why}"


def shortened(picture: str) -> str:
    """Return how a picture was fitted to its page, as its description says; else nothing."""
    if SPLIT in picture:
        return "is split by phase, with numbers that its tables tell: one page has no room for it"
    if NUMBERED in picture:
        return "has numbers that its table tells: words have no room on the page"
    return ""


def _states(flow: Flow, machine: Machine) -> Files:
    if drawn := picture(flow, machine):
        yield from _parts(_stems(flow)[machine.name], drawn.pages)


def _parts(stem: str, pages: Iterable[str]) -> Files:
    for number, page in enumerate(pages, 1):
        yield f"{stem}-part-{number}.svg" if number > 1 else f"{stem}.svg", page


def _table(flow: Flow, machine: Machine) -> Files:
    if machine.transitions:
        yield f"{_stems(flow)[machine.name]}.md", table(flow, machine)


def pictures_of_events(flow: Flow) -> Files:
    """Yield the name and text of each picture of the events that machines share."""
    yield from _parts(_name(flow.name, "events"), events.pictures(flow))


def pictures_of_change(old: Flow, new: Flow) -> Files:
    """Yield the name and text of each picture of the change between two flows."""
    name = _name(old.name, "to", new.name)
    for kind, make in (("duties", duties.change), ("matrix", matrix.picture)):
        if drawn := make(old, new):
            yield f"{name}-{kind}.svg", drawn


def _stems(flow: Flow) -> dict[str, str]:
    """Return how the files of each machine begin, so that no two are the same file anywhere."""
    found, taken = {}, {_whole(_name(flow.name, kind)) for kind in ("events", "duties")}
    for name in families(flow):
        plain = stem = _name(flow.name, name)
        number = 2
        while _whole(stem) in taken:
            stem, number = f"{plain}.{number}", number + 1
        taken.add(_whole(stem))
        found[name] = stem
    return found


def _whole(stem: str) -> str:
    """Return what two names have in common if one could be a part of the other."""
    return re.sub(r"-part-\d+$", "", folded(stem))


def _name(*words: str) -> str:
    name = "-".join(re.sub(r"[^\w.]+", "-", word).strip("-") or "_" for word in words)
    if len(whole := name.encode()) <= LONGEST:
        return name
    return f"{whole[:LONGEST].decode(errors='ignore')}-{sha256(whole).hexdigest()[:8]}"
