"""An entry as what uses a source, rule, duty or claim fills it."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from diagrams.draw import pictures_of_duties, pictures_of_machine
from diagrams.rules import families
from model.language.errors import Place
from model.register.glossary import words_in
from switchproof.deciding.decide import loaded
from switchproof.dossier.trace.format import Entry
from switchproof.dossier.trace.uses import Citing, Use


def filled(kind: str, name: str, says: str, mine: Sequence[Use]) -> Entry:
    """Return an entry with all that these uses are, and the words of the glossary in it."""

    def of(*kinds: Citing) -> list[Use]:
        return [use for use in mine if use.kind in kinds]

    return {
        "kind": kind,
        "id": name,
        "says": says,
        "about": [],
        "marks": [],
        "statements": [],
        "rules": [
            {
                "flow": u.flow,
                "machine": u.of,
                "event": u.name,
                "at": place_of(u.place),
                "cites": [*u.cites],
            }
            for u in of(Citing.RULE)
        ],
        "duties": [
            {
                "flow": u.flow,
                "duty": u.name,
                "matter": u.of,
                "at": place_of(u.place),
                "cites": [*u.cites],
            }
            for u in of(Citing.DUTY)
        ],
        "ties": [
            {"flow": u.flow, "party": u.name, "instrument": u.says, "cites": [*u.cites]}
            for u in of(Citing.TIE)
        ],
        "claims": [
            {
                "flow": u.flow,
                "id": u.name,
                "sentence": u.says,
                "verdict": "pending" if u.pending else None,
                "surprise": None,
                "cites": [*u.cites],
                "rests_on": [],
            }
            for u in of(Citing.CLAIM, Citing.FREE)
        ],
        "variants": [
            {
                "flow": u.flow,
                "variant": u.name,
                "breaks": u.of,
                "verdict": "pending" if u.pending else None,
                "surprise": None,
            }
            for u in of(Citing.VARIANT)
        ],
        "doubts": [{"id": u.name, "question": u.says} for u in of(Citing.DOUBT)],
        "tensions": [],
        "terms": list(words_in(says)),
        "diagrams": list(_diagrams(mine)),
    }


def place_of(place: Place) -> str:
    """Return a place as it is written from here, or else from the project's folder."""
    path, house = Path(place.file), Path(__file__).parents[3]
    near = path.relative_to(house) if path.is_relative_to(house) else path
    return f"{near.as_posix()}:{place.line}"


def _diagrams(mine: Sequence[Use]) -> Iterator[str]:
    machines = dict.fromkeys((u.flow, u.of) for u in mine if u.kind is Citing.RULE)
    for flow, machine in machines:
        yield from _names(flow, machine)
    for flow in dict.fromkeys(u.flow for u in mine if u.kind in (Citing.DUTY, Citing.TIE)):
        yield from _names(flow, None)


def _names(source: str, machine: str | None) -> Iterator[str]:
    """Yield the names of the pictures of a machine, or of the duties; each has to be drawn."""
    return (name for name, _ in pictures_in(source, machine) if name.endswith(".svg"))


@cache
def pictures_in(source: str, machine: str | None) -> tuple[tuple[str, str], ...]:
    """Return the names and texts of what is drawn of a machine, or of the duties, of a flow."""
    flow = loaded(source).flow
    if machine is None:
        return () if flow.elsewhere else tuple(pictures_of_duties(flow))
    if machine not in families(flow):  # drawn elsewhere
        return ()
    return tuple(pictures_of_machine(flow, families(flow)[machine]))
