"""What is asked of each value that a field can have as an event happens."""

from model.language.claims import Step
from model.language.events import Event, happens
from model.language.expressions import Field
from model.language.sorts import Value, words_of


def never(event: Event, field: Field, value: Value) -> Step:
    """Return the claim that an event never happens while a field has a value."""
    told = field.told_as(value) or f"{field.name} is {words_of(value)}"
    name, body = f"{field.name}: {words_of(value)}", ~(happens(event) & field.is_(value))
    return Step(name, f"It is never so that, as '{event}' happens, {told}.", body)
