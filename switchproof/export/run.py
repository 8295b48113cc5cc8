"""`switchproof export`: a flow with its claims, in the language of another model checker."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from model.language.claims import Claim
from model.language.meaning import dealt_out
from properties.exports.claimed import exportable, state_claim
from properties.exports.instance import Instance
from switchproof.deciding.load import Loaded, load
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED


def run(asked: Namespace) -> int:
    """Print the flow in the language asked for, and return the exit status."""
    loaded = load(asked.flow)
    claims = _claims(loaded, asked.claim)
    instance = Instance(loaded.flow, dealt_out(asked.points, asked.providers))
    written = getattr(import_module(f"properties.exports.{asked.to}"), asked.to)
    print(written(instance, [state_claim(instance, claim) for claim in claims]), end="")
    return AS_EXPECTED


def _claims(loaded: Loaded, wanted: Sequence[str]) -> list[Claim]:
    """Return the claims asked for, in the order of the flow."""
    known = {claim.id: claim for claim in loaded.claims}
    for name in wanted:
        if name not in known:
            raise unknown("claim", name, known)
        if not exportable(known[name]):
            cure = "leave it out, or ask switchproof verify"
            raise BadInput(f"'{name}' ({known[name].kind}) is not on states or steps; {cure}")
    meant = wanted or [name for name, claim in known.items() if exportable(claim)]
    return [claim for name, claim in known.items() if name in meant]
