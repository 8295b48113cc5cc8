"""`switchproof list`: rules, events, claims, variants or readings of a flow, a line each."""

from argparse import Namespace

from model.language.lines import events, expanded, families
from switchproof.deciding.load import Loaded, load
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED


def run(asked: Namespace) -> int:
    """Print what was asked for, and return the exit status."""
    if asked.expanded and asked.kind not in ("rules", "events"):
        raise BadInput(f"--expanded is for rules and events; of {asked.kind} each is a line anyway")
    print("".join(f"{line}\n" for line in _lines(load(asked.flow), asked)), end="")
    return AS_EXPECTED


def _lines(loaded: Loaded, asked: Namespace) -> list[str]:
    match asked.kind:
        case "rules":
            return (expanded if asked.expanded else families)(loaded.flow)
        case "events":
            return events(loaded.flow, each=asked.expanded)
        case "claims":
            return [f"{claim.id} ({claim.kind}): {claim.sentence}" for claim in loaded.claims]
        case "readings":
            return [f"{reading.name}: {reading.says}" for reading in loaded.readings]
        case _:
            return [f"{variant.name}: {variant.why}" for variant in loaded.variants]
