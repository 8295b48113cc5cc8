"""How the names of a machine are those of the one that it mirrors, and that none are merged."""

import re
from collections.abc import Iterator, Mapping

from model.language.expressions import Read, reads
from model.language.given import check_text, twice
from model.language.machines import Machine
from model.language.transitions import Transition


def renamed(name: str, renaming: Mapping[str, str]) -> str:
    """Return a name with each word or phrase of the renaming replaced, longest first."""
    if not renaming:
        return name
    phrases = sorted(renaming, key=len, reverse=True)
    pattern = r"\b(" + "|".join(map(re.escape, phrases)) + r")\b"
    return re.sub(pattern, lambda found: renaming[found.group()], name)


def wrong_renaming(machine: Machine, renaming: Mapping[str, str]) -> str:
    """Return why a renaming would make two names of a machine one, or nothing."""
    for phrase, new in renaming.items():
        check_text(phrase, "a phrase to rename", machine.place, filled=True)
        check_text(new, f"what '{phrase}' is renamed to", machine.place, filled=True)
    for kind, names in names_of(machine).items():
        if (merged := twice(renamed(name, renaming) for name in names)) is not None:
            told = " and ".join(f"'{n}'" for n in names if renamed(n, renaming) == merged)
            return f"renames the {kind} {told} to one name; let each have its own"
    return ""


def names_of(machine: Machine) -> dict[str, tuple[str, ...]]:
    """Return the names by kind that a table of a machine's rules is made of."""
    return {kind: tuple(dict.fromkeys(names)) for kind, names in _names(machine).items()}


def _names(machine: Machine) -> dict[str, Iterator[str]]:
    rules = machine.transitions
    used = [*machine.all_fields, *(read.field for rule in rules for read in _reads(rule))]
    enums = {
        field.sort for field in used if isinstance(field.sort, type) and field.sort is not bool
    }
    return {
        "events": (str(rule.event) for rule in rules),
        "parties": (str(rule.actor) for rule in rules),
        "duties": (rule.breaches for rule in rules if rule.breaches),
        "fields": (field.name for field in used),
        **{f"values of {e.__name__}": iter(e.__members__) for e in enums},
    }


def _reads(rule: Transition) -> Iterator[Read]:
    return (read for node in (rule.when, *rule.then.values()) for read in reads(node))
