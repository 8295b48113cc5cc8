"""What every claim has: a sentence, what it says of a flow, and its sources."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from model.language.errors import IllFormed, Place, here
from model.language.events import Event, Happens
from model.language.expressions import (
    Apply,
    Const,
    Expression,
    as_expression,
    has_quantifier,
    need_truth,
    reads,
    unnamed,
)
from model.language.families import no_family
from model.language.flow import Flow
from model.language.given import called, check_texts, take
from model.language.owing import said_of, speaks_of_duties

Body = Expression | Callable[[Flow], Expression]
NOTHING = Const(True, bool)  # what a claim says that has no body


@dataclass(frozen=True, eq=False)
class Claim:
    """A sentence, what it means, and its sources; `pending` gives why it is not decided yet.

    What it is `given` are claims that may be used for its proof, where each is itself proved.
    """

    id: str
    sentence: str
    body: Body
    cites: str = ""
    pending: str = ""
    place: Place = field(default_factory=here)
    given: "tuple[Claim, ...]" = field(default=(), kw_only=True)

    kind: ClassVar[str]
    takes: ClassVar[tuple[str, ...]] = ()  # kinds of claims that it may be given
    of_states: ClassVar[bool] = False  # and so of no step

    def __post_init__(self) -> None:
        check_texts(self, self.called, self.place, "id")
        if isinstance(self.body, type) or not callable(self.body):
            node = self._checked(self.body)  # type: ignore[arg-type]  # which refuses a type
            body = partial(said_of, node=node) if speaks_of_duties(node) else node
            object.__setattr__(self, "body", body)
        take(self, self.called, self.place, given=Claim)
        for number, one in enumerate(self.given):
            if wrong := self._ungivable(one):
                raise IllFormed(f"{self.called} {wrong}", self.place.at(self, "given", number))

    def _ungivable(self, one: "Claim") -> str:
        """Return what is wrong with being given a claim, or nothing."""
        if not self.takes:
            return f"is of the kind '{self.kind}', which is given nothing; leave out 'given'"
        if one.kind not in self.takes:
            may = " or ".join(f"'{kind}'" for kind in self.takes)
            return f"is given '{one.id}' of the kind '{one.kind}'; give it what is {may}"
        if self.given.count(one) > 1:
            return f"is given '{one.id}' twice; leave one out"
        return ""

    @property
    def called(self) -> str:
        """Return what a complaint calls it."""
        return called("claim", self.id)

    def of(self, flow: Flow) -> Expression:
        """Return what it says of a flow."""
        if isinstance(self.body, Expression):
            return self.body
        return self._checked(self.body(flow))

    def _checked(self, body: Expression, name: str = "body") -> Expression:
        if not isinstance(body, Expression) or body.sort is not bool:
            need_truth(body, f"{self.called}: '{name}'", self.place.at(self, name))
        node = self._of_members(as_expression(body))
        if has_quantifier(node):
            message = "is 'for every point' as it stands: write its body without a quantifier"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        if self.of_states and speaks_of_a_step(node):
            message = "speaks of a step (after, happens): make it a Step claim"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        return node

    def _of_members(self, node: Expression) -> Expression:
        """Refuse what speaks of a family and not of a member: only some kinds are for each."""
        no_family(node, f"claim '{self.id}' is not for each member", self.place)
        return node

    def parts(self, flow: Flow) -> tuple[Expression, ...]:
        """Return all that it says of a flow."""
        return (self.of(flow),)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that it names beside its body."""
        return ()


def speaks_of_a_step(node: Expression) -> bool:
    """Tell whether an expression reads the state after a step, or the step's event."""
    happening = any(isinstance(leaf, Happens) for leaf in node.leaves)
    return happening or any(read.after for read in reads(node))


def situations(node: Expression) -> Iterator[Expression]:
    """Yield what a claim supposes: the left of each `implies` that it is, or joins by `and`."""
    bare = unnamed(node)
    if isinstance(bare, Apply) and bare.operator == "implies":
        yield bare.arguments[0]
    elif isinstance(bare, Apply) and bare.operator == "and":
        for argument in bare.arguments:
            yield from situations(argument)
