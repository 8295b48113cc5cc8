"""The one kind of refusal, and why each machine refuses, in the guards' own words.

What a flow does not have is no refusal but a LookupError, which asks whose of a family is meant.
"""

from collections.abc import Iterator

from model.language.events import Event
from model.language.expressions import Field
from model.language.families import kind_of, whose
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, Refusal, World
from model.language.sorts import words_of
from model.language.words import words


class Refused(Exception):
    """A step that did not happen and changed nothing; `refusals` says why, machine by machine."""

    def __init__(self, world: World, move: Move, refusals: tuple[Refusal, ...]) -> None:
        self.move = move
        self.refusals = refusals
        self.why = "; ".join(dict.fromkeys(_why(world, move, refusals)))
        super().__init__(f"{move} is refused: {self.why}")


def _why(world: World, move: Move, refusals: tuple[Refusal, ...]) -> Iterator[str]:
    """Say what stops each machine; of several transitions that might have fitted, all."""
    needs: dict[str, list[str]] = {}
    for one in refusals:
        whose = owned(world, one.machine, one.owner)
        if one.left_sort:
            yield f"{whose}: {one.left_sort}"
        elif one.rule is None:
            yield f"{whose} is '{words_of(one.state)}', not {sources(one.machine, move.event)}"
        else:
            needs.setdefault(whose, []).append(", and ".join(words(c) for c in one.false))
    for whose, alternatives in needs.items():
        yield f"{whose} needs: {', or else '.join(dict.fromkeys(alternatives))}"


def sources(machine: Machine, event: Event) -> str:
    """Return the states from which a machine takes an event, in words."""
    fitting = dict.fromkeys(state for rule in machine.rules_of(event) for state in rule.source)
    return " or ".join(f"'{words_of(state)}'" for state in fitting)


def owned(world: World, machine: Machine, owner: int) -> str:
    """Return a machine in words, with the number of its owner where there are several."""
    if len(world.owners(machine.scope)) == 1:
        return called(machine)
    return f"{called(machine)} at {machine.scope.name.lower()} {owner + 1}"


def called(machine: Machine) -> str:
    """Return a machine in words, with what it is of where it is written once for each."""
    if machine.member is None:
        return machine.name
    return f"{machine.name} of {words_of(machine.member)}"


def machine_of(flow: Flow, field: Field) -> Machine:
    """Return the machine that has a field; raises LookupError where none has, or each of some."""
    if field.of:
        raise LookupError(whose(field.of, field.name))
    if field not in flow.machine_of:
        raise LookupError(f"flow '{flow.name}' has no field '{field.name}'")
    return flow.machine_of[field]


def no_event(flow: Flow, event: Event | str) -> str:
    """Return why there is no such event in a flow; of a family, which there are."""
    name = event.name if isinstance(event, Event) else event
    named = [one for one in flow.events if one.name == name and one.member is not None]
    if isinstance(event, Event) and event.of:
        return whose(event.of, name)
    if named and isinstance(event, str):
        of = tuple(one.member for one in named if one.member is not None)
        return f"which {kind_of(of)}'s? write '{named[0]}'"
    return f"flow '{flow.name}' has no event '{event}'"
