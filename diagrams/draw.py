"""The pictures of a flow, or of the change from one flow to another: a name and a text for each."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from diagrams import duties, events, matrix
from diagrams.rules import families
from diagrams.state import compact_picture, full_picture
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
        yield "the picture of the events that machines share", partial(_events, flow)
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
    """Yield the name and text of each file of one machine.

    A machine without rules has no picture, and one without room for labels no full picture.
    """
    yield from _states(flow, machine)
    yield from _table(flow, machine)


def _states(flow: Flow, machine: Machine) -> Files:
    stem = _stems(flow)[machine.name]
    if full := full_picture(flow, machine):
        yield f"{stem}.svg", full.svg
    if compact := compact_picture(flow, machine):
        yield f"{stem}-compact.svg", compact.svg


def _table(flow: Flow, machine: Machine) -> Files:
    if machine.transitions:
        yield f"{_stems(flow)[machine.name]}.md", table(flow, machine)


def _events(flow: Flow) -> Files:
    for number, picture in enumerate(events.pictures(flow), 1):
        yield _name(flow.name, "events", *([str(number)] if number > 1 else [])) + ".svg", picture


def pictures_of_change(old: Flow, new: Flow) -> Files:
    """Yield the name and text of each picture of the change between two flows."""
    name = _name(old.name, "to", new.name)
    for kind, picture in (("duties", duties.change), ("matrix", matrix.picture)):
        if drawn := picture(old, new):
            yield f"{name}-{kind}.svg", drawn


def _stems(flow: Flow) -> dict[str, str]:
    """Return how the files of each machine begin, so that no two are the same file anywhere."""
    events_of = re.compile(rf"{re.escape(folded(_name(flow.name, 'events')))}(-\d+)?")
    found, taken = {}, {folded(_name(flow.name, "duties"))}
    for name in families(flow):
        whole = stem = _name(flow.name, name)
        number = 2
        while taken & _files(stem) or events_of.fullmatch(folded(stem)):
            stem, number = f"{whole}.{number}", number + 1
        taken |= _files(stem)
        found[name] = stem
    return found


def _files(stem: str) -> set[str]:
    return {folded(stem), folded(f"{stem}-compact")}


def _name(*words: str) -> str:
    name = "-".join(re.sub(r"[^\w.]+", "-", word).strip("-") or "_" for word in words)
    if len(whole := name.encode()) <= LONGEST:
        return name
    return f"{whole[:LONGEST].decode(errors='ignore')}-{sha256(whole).hexdigest()[:8]}"
