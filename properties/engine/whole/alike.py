"""Points of one provider are alike: one state stands for all that differ by who is who of them."""

from math import factorial, prod

from model.language.events import Scope
from model.language.meaning import State, World


class Alike:
    """Chooses the states that stand for others, in one search."""

    def __init__(self, world: World) -> None:
        mine = [field for field in world.flow.fields if world.flow.scope_of(field) is Scope.POINT]
        self.slots = [
            [[world.slots[field, point] for field in mine] for point in world.points_of(provider)]
            for provider in range(len(world.shape))
        ]
        self._numbers: dict[State, int] = {}

    def chosen(self, state: State) -> State:
        """Return the state that stands for one."""
        found = list(state)
        for points in self.slots:
            for slots, record in zip(
                points, sorted(_of(state, points), key=self._number), strict=True
            ):
                for slot, value in zip(slots, record, strict=True):
                    found[slot] = value
        return tuple(found)

    def count(self, state: State) -> int:
        """Return for how many states one stands, itself included."""
        return prod(map(_orders, (_of(state, points) for points in self.slots)))

    def _number(self, record: State) -> int:
        return self._numbers.setdefault(record, len(self._numbers))


def _of(state: State, points: list[list[int]]) -> list[State]:
    return [tuple([state[slot] for slot in slots]) for slots in points]


def _orders(records: list[State]) -> int:
    return factorial(len(records)) // prod(factorial(records.count(one)) for one in set(records))
