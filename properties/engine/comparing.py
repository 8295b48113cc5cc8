"""Claims that compare tables of rules: how many rows were compared, and which differ."""

from model.language.claims import Compared, DoneBy, Mirrors
from model.language.flow import Flow
from model.language.sorts import words_of
from properties.engine.mirror import differences as of_mirror


def differences(flow: Flow, claim: Compared) -> tuple[int, list[str]]:
    """Return how many rows were compared, and what differs, a line each."""
    if isinstance(claim, Mirrors):
        return of_mirror(flow, claim)
    assert isinstance(claim, DoneBy)
    return _of_actors(flow, claim)


def _of_actors(flow: Flow, claim: DoneBy) -> tuple[int, list[str]]:
    """Compare who does each event in the rules with who should."""
    wanted = {event: str(party) for event, party in claim.by_event.items()}
    rows = [(m, rule) for m, rule in flow.rules() if str(rule.event) in wanted]
    found = [
        f"{machine}, '{rule.event}' from {' or '.join(map(words_of, rule.source))}: "
        f"done by {rule.actor}, not by {wanted[str(rule.event)]}"
        for machine, rule in rows
        if str(rule.actor) != wanted[str(rule.event)]
    ]
    if not rows:
        found = ["no rule of the flow has an event that it names"]
    return len(rows), found
