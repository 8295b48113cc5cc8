"""A run that breaks a claim, or shows that something happens, as pictures with their names."""

from model.language.claims import Variant
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.explain.head import variant_named
from switchproof.terminal.errors import BadInput

SHOWN = 3  # variants that are named


def as_pictures(one: Loaded, variant: Variant | None, result: Result) -> list[tuple[str, str]]:
    """Return the names and texts of the figures; raises BadInput where there is no step to draw."""
    from switchproof.telling.figures import figures

    changed = [variant.name] if variant else []
    where = f", in {variant_named(variant)}" if variant else ""
    claim = result.claim.id
    title = f"{one.flow.title}{where}. Claim '{claim}'"
    if found := figures(result, title, one.flow.name, claim, *changed):
        return found
    raise BadInput(f"'{claim}' {_nothing(one, result, one.flow.name + where)}")


def _nothing(one: Loaded, result: Result, on: str) -> str:
    """Say why there is nothing to draw, and what to ask instead."""
    if result.run is not None:
        return f"is {_said(result)} on {on} before any step; ask for it without --draw"
    if result.verdict is not Verdict.PROVED:
        return f"is {_said(result)} on {on} and no run shows it; ask for it without --draw"
    breaking = [f"'{v.name}'" for v in one.variants if result.claim.id in v.breaks][:SHOWN]
    instead = f"ask with --variant {' or '.join(breaking)}" if breaking else "ask without --draw"
    return f"is proved on {on}, so no run breaks it; {instead}"


def _said(result: Result) -> str:
    return result.verdict.value if result.verdict else "pending"
