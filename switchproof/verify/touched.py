"""What an edit touches: a flow before and after it, part by part."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from model.language.lines import expanded, families
from switchproof.deciding.load import Loaded

SHOWN = 6  # rules
Snapshot = Mapping[str, str]


def snapshot(one: Loaded) -> Snapshot:
    """Return each rule, claim and variant by a name, with what it says."""
    from properties.engine.packets.export import flow_data

    claims = flow_data(one.flow, None, one.claims)["claims"]
    variants = {v.name: "\n".join([*expanded(v.flow), str(v.breaks)]) for v in one.variants}
    return {
        **{f"{line}": "" for line in families(one.flow)},
        **{f"claim {name}": _digest(json.dumps(said)) for name, said in claims.items()},
        **{f"variant '{name}'": _digest(said) for name, said in variants.items()},
    }


def files_of(one: Loaded) -> set[str]:
    """Return the files in which a flow stands, with its rules, claims and variants."""
    places = [one.flow.place, *(machine.place for machine in one.flow.machines)]
    places += [rule.place for _, rule in one.flow.rules()]
    places += [claim.place for claim in one.claims]
    places += [variant.place for variant in one.variants]
    return {file for file in (*one.files, *(p.file for p in places)) if Path(file).is_file()}


def touched(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Yield what is gone, new or otherwise; variants only where no rule is, which all share."""
    gone = [f"- {name}" for name in before if name not in after]
    new = [f"+ {name}" for name in after if name not in before]
    other = [f"~ {name}" for name in after if before.get(name, after[name]) != after[name]]
    found = [*gone, *new, *other]
    if any(not line[2:].startswith(("claim ", "variant '")) for line in found):
        found = [line for line in found if not line.startswith("~ variant '")]
    yield from found[:SHOWN]
    if len(found) > SHOWN:
        yield f"and {len(found) - SHOWN} more"
    if not found:
        yield "nothing that a claim could notice"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
