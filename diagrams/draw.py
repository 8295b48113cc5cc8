"""Writes the pictures of a flow, or of the change from one flow to another, into a folder.

A file is written whole or not at all. What is wrong with the folder is raised as OSError.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from diagrams import duties, events, matrix
from diagrams.rules import families
from diagrams.state import compact_picture, full_picture
from diagrams.table import table
from model.language.definitions import Machine
from model.language.flow import Flow


def draw(flow: Flow, folder: Path) -> list[Path]:
    """Write the pictures and tables of a flow; return the files in the order of the flow."""
    return [_write(folder, name, text) for name, text in pictures(flow)]


def draw_change(old: Flow, new: Flow, folder: Path) -> list[Path]:
    """Write both flows side by side, and who owes what in each; return the files."""
    return [_write(folder, name, text) for name, text in pictures_of_change(old, new)]


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


def _write(folder: Path, name: str, text: str) -> Path:
    """Write a file beside its place and then put it there, so that no half of it is ever seen."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=folder, prefix=f".{name}.", delete=False) as file:
        try:
            file.write(text.encode())
            file.flush()
            Path(file.name).chmod(0o644)
            os.replace(file.name, folder / name)  # noqa: PTH105  # the name of an open file
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return folder / name
