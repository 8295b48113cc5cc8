"""The pictures of a flow, or of the change from one flow to another: a name and a text for each."""

import re
from collections.abc import Iterator

from diagrams import duties, events, matrix
from diagrams.rules import families
from diagrams.state import compact_picture, full_picture
from diagrams.table import table
from model.language.definitions import Machine
from model.language.flow import Flow


def pictures(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file: SVG, and Markdown for the tables of rules."""
    for machine in families(flow).values():
        yield from pictures_of_machine(flow, machine)
    for number, picture in enumerate(events.pictures(flow), 1):
        yield _name(flow.name, "events", *([str(number)] if number > 1 else [])) + ".svg", picture
    yield from pictures_of_duties(flow)


def pictures_of_duties(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield the name and text of the picture of who answers for whom, where there is one."""
    if chain := duties.picture(flow):
        yield _name(flow.name, "duties") + ".svg", chain


def pictures_of_machine(flow: Flow, machine: Machine) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file of one machine.

    A machine without rules has no picture, and one without room for labels no full picture.
    """
    name = _name(flow.name, machine.name)
    if full := full_picture(flow, machine):
        yield f"{name}.svg", full.svg
    if compact := compact_picture(flow, machine):
        yield f"{name}-compact.svg", compact.svg
        yield f"{name}.md", table(flow, machine)


def pictures_of_change(old: Flow, new: Flow) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each picture of the change between two flows."""
    name = _name(old.name, "to", new.name)
    for kind, picture in (("duties", duties.change), ("matrix", matrix.picture)):
        if drawn := picture(old, new):
            yield f"{name}-{kind}.svg", drawn


def _name(*parts: str) -> str:
    return "-".join(re.sub(r"[^\w.]+", "-", part).strip("-") for part in parts)
