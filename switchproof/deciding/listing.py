"""What a flow file defines: FLOW, CLAIMS and VARIANTS, and what was meant to be one and is not."""

from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

from model.language.flow import Flow
from switchproof.terminal.errors import BadInput

T = TypeVar("T")


def the_flow(module: ModuleType, source: str) -> Flow:
    """Return the flow called FLOW, or the only one there is; raises BadInput."""
    chosen = vars(module).get("FLOW")
    if isinstance(chosen, Flow):
        return chosen
    if chosen is not None:
        raise BadInput(f"{source}: FLOW is no flow; write FLOW = Flow(...)")
    found = {id(thing): thing for thing in vars(module).values() if isinstance(thing, Flow)}
    if not found:
        raise BadInput(f"{source}: defines no flow; write FLOW = Flow(...) in it")
    if len(found) > 1:
        names = ", ".join(f"'{flow.name}'" for flow in found.values())
        raise BadInput(f"{source}: defines several flows ({names}); call the one to check FLOW")
    return next(iter(found.values()))


def listed(module: ModuleType, source: str, name: str, kind: type[T]) -> tuple[T, ...]:
    """Return the claims or variants that stand under a name; raises BadInput.

    Where nothing stands under it, no other name may hold what would not be looked at.
    """
    wanted = f"{name} = ({kind.__name__}(...), ...), with a comma after each"
    if name not in vars(module):
        for other in _holding(module, kind):
            raise BadInput(f"{source}: {other} is not looked at; write {wanted}")
        return ()
    things = vars(module)[name]
    if not isinstance(things, tuple | list):
        raise BadInput(f"{source}: {name} is not a tuple; write {wanted}")
    for thing in things:
        if not isinstance(thing, kind):
            raise BadInput(f"{source}: {thing!r} in {name}; write {wanted}")
    return tuple(things)


def _holding(module: ModuleType, kind: type) -> Iterator[str]:
    """Yield the names under which one thing of a kind stands, or several and nothing else."""
    for name, thing in vars(module).items():
        things = thing if isinstance(thing, tuple | list) else (thing,)
        if things and all(isinstance(one, kind) for one in things):
            yield name
