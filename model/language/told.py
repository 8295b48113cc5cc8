"""What a story says of an event, and of a field that has a value, as their definitions give it.

An event has one text, in which `{by}` is who acts. Of the values of a sort in their order each has
a text, and the last stands for all that follow it; `{value}` in a text is the value. Of a family
`{}` is the member. An empty text is of a value that another field's sentence always tells of as
well.
"""

from model.language.errors import IllFormed, Place
from model.language.families import Of, kind_of
from model.language.given import check_text
from model.language.sorts import Sort, Value, members, words_of

VALUE = "{value}"


def check_told(texts: tuple[str, ...], sort: Sort, of: Of, where: str, place: Place) -> None:
    """Refuse texts that are more than there are values, or that do not say whose or which."""
    values = members(sort)
    if len(texts) > len(values):
        message = f"{where}: {len(texts)} texts in 'told' for {len(values)} values"
        raise IllFormed(f"{message}; write one for each, in their order", place)
    for text in texts:
        check_text(text, f"{where}: each text in 'told'", place)
        check_whose(text, of, where, place)
    if texts and len(texts) < len(values) and VALUE not in texts[-1]:
        message = f"{where}: {len(texts)} text(s) in 'told' for {len(values)} values"
        raise IllFormed(f"{message}; write one for each, or {VALUE} in the last", place)


def check_whose(text: str, of: Of, where: str, place: Place) -> None:
    """Refuse a text of a family that does not say of which member it is."""
    if of and text and "{}" not in text:
        message = f"{where}: 'told' says '{text}' of each {kind_of(of)}"
        raise IllFormed(f"{message}; write {{}} where its name is to stand", place)


def told_of(texts: tuple[str, ...], sort: Sort, value: Value) -> str:
    """Return what is said of a value, or nothing where there are no texts."""
    if not texts:
        return ""
    number = members(sort).index(value)
    return texts[min(number, len(texts) - 1)].replace(VALUE, words_of(value))
