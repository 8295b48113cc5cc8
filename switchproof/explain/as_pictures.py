"""A run that breaks a claim, or shows that something happens, as pictures with their names."""

import re

from model.language.claims import Variant
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.explain.head import variant_named
from switchproof.terminal.errors import BadInput

SHOWN = 3  # variants that are named


def as_pictures(one: Loaded, variant: Variant | None, result: Result) -> list[tuple[str, str]]:
    """Return the names and texts of the figures; raises BadInput where there is no step to draw."""
    if result.run is None or not result.run.moves:
        raise BadInput(_nothing(one, variant, result))
    from diagrams.sequence_part import pictures
    from switchproof.telling.sequence import sequence_of

    changed = f" in {variant_named(variant)}" if variant else ""
    drawn = list(pictures(sequence_of(result, f"{result.claim.id}, on {one.flow.name}{changed}")))
    words = [one.flow.name, result.claim.id, *([variant.name] if variant else []), "run"]
    name = "-".join(re.sub(r"\W+", "-", word).strip("-") for word in words)
    numbers = [f"-{number}" for number in range(1, len(drawn) + 1)] if len(drawn) > 1 else [""]
    return [(f"{name}{number}.svg", svg) for number, svg in zip(numbers, drawn, strict=True)]


def _nothing(one: Loaded, variant: Variant | None, result: Result) -> str:
    """Say why there is nothing to draw, and what to ask instead."""
    claim, on = (
        result.claim.id,
        f"{one.flow.name}{f' in {variant_named(variant)}' if variant else ''}",
    )
    if result.run is not None:
        return f"'{claim}' is so on {on} before any step, so there is nothing to draw"
    if result.verdict is not Verdict.PROVED:
        said = result.verdict.value if result.verdict else "pending"
        return f"'{claim}' is {said} on {on} and no run shows it; ask for it without --draw"
    breaking = [f"'{known.name}'" for known in one.variants if claim in known.breaks][:SHOWN]
    instead = f"ask with --variant {' or '.join(breaking)}" if breaking else "ask without --draw"
    return f"'{claim}' is proved on {on}, so no run breaks it; {instead}"
