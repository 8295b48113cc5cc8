"""What every page is written from: the material, where each thing has its place, and the pages."""

from dataclasses import dataclass
from functools import cache, cached_property

from diagrams.draw import pictures_of_change, pictures_of_events
from diagrams.rules import families
from switchproof.deciding.decide import Task, loaded
from switchproof.dossier.document import AFTER, BEFORE
from switchproof.dossier.site.html import Html, e
from switchproof.dossier.site.material import FindingPage, Material
from switchproof.dossier.site.pages import Pages
from switchproof.dossier.site.places import Places
from switchproof.dossier.site.told import VerdictTold
from switchproof.dossier.trace.filled import pictures_in
from switchproof.dossier.trace.format import Entry
from switchproof.dossier.trace.verdicts import said
from switchproof.verify.screen import HEADS

COUNTED = (
    "Flow",
    *(f"proved: {head}" for head in HEADS[1:4]),
    f"variants {HEADS[4]}",
    *HEADS[5:],
)


@dataclass(frozen=True)
class Context:
    """The material with what is found in it by name."""

    material: Material
    places: Places
    pages: Pages

    @cached_property
    def entries(self) -> dict[tuple[str, str], Entry]:
        """Return the entries of the register by kind and id."""
        return {(one["kind"], one["id"]): one for one in self.material.entries}

    @cached_property
    def broken_by(self) -> dict[tuple[str, str], list[tuple[Task, VerdictTold]]]:
        """Return the variants that break each claim of a flow."""
        found: dict[tuple[str, str], list[tuple[Task, VerdictTold]]] = {}
        for task, told in self.material.told.items():
            if task.variant is not None:
                found.setdefault((task.source, task.claim), []).append((task, told))
        return found

    def findings_on(self, statement: str) -> list[FindingPage]:
        """Return the findings that cite a statement."""
        return [one for one in self.material.findings if statement in one.cites]

    def findings_by(self, flow: str, claim: str) -> list[FindingPage]:
        """Return the findings that are about a claim of a flow."""
        return [one for one in self.material.findings if (one.flow, one.claim) == (flow, claim)]


@cache
def pictures_of(flow: str) -> tuple[tuple[str, str], ...]:
    """Return the names and texts of the pictures of a flow, each drawn once."""
    whole = loaded(flow).flow
    drawn = [one for machine in families(whole) for one in pictures_in(flow, machine)]
    shared = () if whole.elsewhere else pictures_of_events(whole)
    return tuple(
        (name, text)
        for name, text in (*pictures_in(flow, None), *shared, *drawn)
        if name.endswith(".svg")
    )


def pictures_before_and_after() -> list[tuple[str, str]]:
    """Return the names and texts of the pictures of the change."""
    return list(pictures_of_change(loaded(BEFORE).flow, loaded(AFTER).flow))


def verdict(told: VerdictTold) -> Html:
    """Return a verdict in words, told apart by more than its colour."""
    row = told.row
    words = said(row) or ""
    if row["points"] and row["verdict"] == "proved":
        numbers = "any number" if row["points"] == "any" else f"with {row['points']}"
        words = f"{words}, {numbers}"
    kind = "surprise" if row["surprise"] else row["verdict"] or "pending"
    if kind == "refuted":
        kind = "fails"
    sign = {"undecided": "? ", "pending": "? ", "surprise": "! "}.get(kind, "")
    return e("span", f"{sign}{words}", class_=f"verdict {kind}")
