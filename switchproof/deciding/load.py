"""Load a flow with its claims and variants: one of the project's by name, another by its path.

A flow file is Python code, and loading it runs it; what is wrong with it is said in one line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from model.flows import FLOWS, home_of_claims
from model.language.claim_checks import check_claim, check_given, check_readings
from model.language.claims import Claim, Variant
from model.language.doubts import Reading
from model.language.errors import IllFormed, Place
from model.language.flow import Flow
from model.language.given import folded
from model.language.interfaces import LoggedInterface
from switchproof.deciding.listing import listed, the_flow
from switchproof.deciding.one_line import in_one_line, near
from switchproof.deciding.running import files_run, run_flow
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.streams import output_aside

RESERVED = ("stays-in-sorts", "no-two-compete")  # the claims that come free with every flow


@dataclass(frozen=True)
class Loaded:
    """A flow with the claims on it and the variants that must break them; `source` loads it.

    `files` are those of the user's that were run to load it.
    """

    source: str
    flow: Flow
    claims: tuple[Claim, ...]
    variants: tuple[Variant, ...]
    readings: tuple[Reading, ...] = ()
    files: tuple[str, ...] = ()
    interfaces: tuple[LoggedInterface, ...] = ()

    def claim(self, name: str) -> Claim:
        """Return the claim of that id, also one of those that come free; raises KeyError."""
        mine = {claim.id: claim for claim in self.claims}
        return mine[name] if name in mine else {claim.id: claim for claim in self.all_claims}[name]

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """Return the claims on the flow and then those that come free with every flow."""
        from properties.engine.free import (
            free_claims,  # brings the solver, which a walk does not need
        )

        return (*self.claims, *free_claims())

    def variant(self, name: str) -> Variant:
        """Return the variant of that name; raises KeyError."""
        return {variant.name: variant for variant in self.variants}[name]


def load(source: str) -> Loaded:
    """Return the flow of that name, or in the file of that path; raises BadInput."""
    path = Path(source)
    with in_one_line(source), output_aside():
        if source in FLOWS:
            defined = import_module(FLOWS[source])
            said = import_module(home_of_claims(source))
        elif path.suffix == ".py" or path.exists() or len(path.parts) > 1:
            defined = said = run_flow(path)
        else:
            raise unknown("flow", source, FLOWS)
        where = near(said.__file__ or source)
        loaded = Loaded(
            source,
            the_flow(defined, source),
            listed(said, where, "CLAIMS", Claim),
            listed(said, where, "VARIANTS", Variant),
            listed(said, where, "READINGS", Reading),
            tuple(files_run(said)),
            listed(said, where, "INTERFACES", LoggedInterface),
        )
        _check(loaded)
    return loaded


def no_claim(name: str, asked: Iterable[Loaded]) -> BadInput:
    """Return the complaint about a claim that none of these flows has: another may have it."""
    flows = list(asked)
    here, known = {one.source for one in flows}, [c.id for one in flows for c in one.all_claims]
    there = [one for one in FLOWS if one not in here and name in _ids(one)]
    if not there:
        return unknown("claim", name, known)
    where = " and ".join(there)
    return BadInput(f"'{name}' is no claim on {', '.join(here)}, but on {where}; ask {where}")


def _ids(source: str) -> set[str]:
    return {claim.id for claim in load(source).claims}


def _check(loaded: Loaded) -> None:
    """Refuse claims and variants that do not fit the flow or each other."""
    ids = _without_repeats("claim", [(c.id, c.place) for c in loaded.claims])
    _without_repeats("variant", [(v.name, v.place) for v in loaded.variants])
    for claim in loaded.claims:
        if claim.id in RESERVED:
            message = f"claim '{claim.id}' comes with every flow; give yours another name"
            raise IllFormed(message, claim.place)
        check_claim(loaded.flow, claim)
    check_given(loaded.claims)
    _check_readings_of_text(loaded)
    for variant in loaded.variants:
        if not isinstance(variant.flow, Flow):
            message = f"variant '{variant.name}' is made of no flow; give it FLOW.but(...)"
            raise IllFormed(message, variant.place.at(variant, "flow"))
        if variant.flow.name != loaded.flow.name:
            message = f"variant '{variant.name}' is of '{variant.flow.name}', another flow"
            raise IllFormed(
                f"{message}; make it of '{loaded.flow.name}' by .but(...)", variant.place
            )
        for broken in variant.breaks:
            known = ids if broken in ids else {claim.id for claim in loaded.all_claims}
            if broken not in known:
                message = f"variant '{variant.name}' breaks what is not there: "
                raise IllFormed(f"{message}{unknown('claim', broken, known)}", variant.place)
            check_readings(variant.flow, loaded.claim(broken))


def _check_readings_of_text(loaded: Loaded) -> None:
    """Refuse a reading that is of no flow, or of another."""
    _without_repeats("reading", [(r.name, r.place) for r in loaded.readings])
    for reading in loaded.readings:
        if not isinstance(reading.flow, Flow) or reading.flow.name != loaded.flow.name:
            message = f"reading '{reading.name}' is of another flow, or of none"
            cure = f"make it of '{loaded.flow.name}' by .but(...)"
            raise IllFormed(f"{message}; {cure}", reading.place)
        for claim in loaded.claims:
            check_readings(reading.flow, claim)


def _without_repeats(kind: str, named: list[tuple[str, Place]]) -> set[str]:
    """Return the names; refuse two that are the same, or that one file's name could stand for."""
    seen: set[str] = set()
    for name, place in named:
        if folded(name) in seen:
            raise IllFormed(f"two {kind}s are called '{name}'; give one another name", place)
        seen.add(folded(name))
    return {name for name, _ in named}
