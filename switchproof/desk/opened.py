"""A flow opened by its name: what it is, what it answers, and what becomes of it otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.language.claims import Variant
from model.language.duties import Duty
from model.language.events import Event
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.lines import expanded
from model.language.machines import Machine
from model.language.words import counted
from properties.engine.verdict import Verdict
from switchproof.deciding.change import Change, WhatIf, what_if
from switchproof.deciding.events import event_named
from switchproof.deciding.keeping import verdict_on
from switchproof.deciding.load import Loaded, load, no_claim
from switchproof.desk.answer import ClaimAnswer
from switchproof.desk.shown import Lines, Picture, words
from switchproof.desk.walking import Walking, field_named
from switchproof.terminal.errors import BadInput, unknown


def flow(source: str) -> "Opened":
    """Return the flow of that name, or in the file of that path; raises BadInput."""
    return Opened(load(source))


@dataclass(frozen=True)
class Opened:
    """A flow with its claims; `variant` is what was made of it, if anything was."""

    one: Loaded
    variant: Variant | None = None

    @property
    def flow(self) -> Flow:
        """Return the definition, as it stands or as it was changed."""
        return self.one.flow if self.variant is None else self.variant.flow

    def __repr__(self) -> str:
        """Return what it is, and how large."""
        machines, rules = len(self.flow.machines), sum(1 for _ in self.flow.rules())
        size = f"{counted(machines, 'machine')}, {counted(rules, 'rule')}, "
        claims = f"{counted(len(self.one.claims), 'claim')} on it"
        changed = [f"{self.variant.name}: {self.variant.why}"] if self.variant else []
        return repr(words([self.flow.title, *changed, f"{size}{claims}"]))

    @property
    def left_out(self) -> Lines:
        """Say what the flow leaves out."""
        return words(f"- {bound}" for bound in self.flow.bounds)

    def event(self, name: str) -> Event:
        """Return the event of that name, or with that part that only one has; raises BadInput."""
        return event_named(self.flow, name)

    def field(self, name: str) -> Field:
        """Return a field of it by its name, to be asked in a condition; raises BadInput."""
        return field_named(self.flow, name)

    def machine(self, name: str) -> Machine:
        """Return a machine, to be changed and given to `but`; raises BadInput."""
        named = {str(machine): machine for machine in self.flow.machines}
        if name not in named:
            raise unknown("machine", name, named)
        return named[name]

    def rules(self, event: str) -> Lines:
        """Return the rules of an event as they are written, a line each; raises BadInput."""
        return words(line for line in expanded(self.flow) if f": {self.event(event)}, " in line)

    def draw(self, name: str) -> Picture:
        """Draw a machine with its rules; of a family, the one that stands for all of it."""
        from diagrams.rules import families
        from diagrams.state import picture

        found = families(self.flow)
        if name not in found:
            raise unknown("machine", name, found)
        drawn = picture(self.flow, found[name])
        if drawn is None:
            raise BadInput(f"a picture of '{name}' says no more than its table: list its rules")
        return Picture(drawn.pages[0])

    def draw_duties(self) -> Picture:
        """Draw who owes the sending, who does it, and who answers for whom."""
        from diagrams.duties import picture

        drawn = picture(self.flow)
        if drawn is None:
            raise BadInput(f"nobody owes anything in '{self.flow.name}'; there is nothing to draw")
        return Picture(drawn)

    def walk(self, points: int = 1, providers: int = 1, **starts: str) -> Walking:
        """Begin to walk; `starts` says how fields begin that can begin in several ways."""
        return Walking(self.flow, points, providers, starts)

    def ask(self, claim: str) -> ClaimAnswer:
        """Return what is known of a claim, kept or found now; raises BadInput."""
        if claim not in {one.id for one in self.one.all_claims}:
            raise no_claim(claim, [self.one])
        named = self.variant.name if self.variant else None
        return ClaimAnswer(
            self.one, self.variant, verdict_on(self.flow, self.one.claim(claim), named)
        )

    def with_variant(self, name: str) -> "Opened":
        """Return one of the mistakes that the flow's claims must notice; raises BadInput."""
        named = {variant.name: variant for variant in self.one.variants}
        if name not in named:
            raise unknown("variant", name, named)
        return replace(self, variant=named[name])

    def without(self, *events: str) -> "Opened":
        """Return the flow in which some events can never happen; raises BadInput."""
        return replace(self, variant=what_if(self.one, Change(without=events)))

    def reading(self, name: str) -> "Opened":
        """Return the flow as the text can be read as well; raises BadInput."""
        return replace(self, variant=what_if(self.one, Change(reading=name)))

    def but(self, name: str, *parts: Machine | Duty) -> "Opened":
        """Return the flow with machines or duties in place of those of their names."""
        return replace(self, variant=WhatIf(name, "Changed here.", self.flow.but(*parts)))

    def breaks(self, *claims: str) -> "Differences":
        """Ask claims, or all, of this flow and of the one it was made of."""
        before, asked = replace(self, variant=None), claims or [c.id for c in self.one.claims]
        return Differences(tuple((before.ask(claim), self.ask(claim)) for claim in asked))


@dataclass(frozen=True)
class Differences:
    """Claims with what is known of each, before a change and after it."""

    pairs: tuple[tuple[ClaimAnswer, ClaimAnswer], ...]

    @property
    def other(self) -> tuple[ClaimAnswer, ...]:
        """Return what is known after the change where it is known, and is not as before."""
        return tuple(after for before, after in self.pairs if _differ(before, after))

    def __repr__(self) -> str:
        """Return the claims of which something else is known, and how many there are."""
        return repr(words(self._lines()))

    def _lines(self) -> Iterator[str]:
        for after in self.other:
            run = after.result.run
            steps = f", in {counted(len(run), 'step')}" if run else ""
            yield f"{after.verdict_in_words}{steps}: {after.result.claim.sentence}"
            yield f"   ({after.result.claim.id})"
        unknown = [after for before, after in self.pairs if not _known(before, after)]
        yield from (f"not known: {after.result.claim.id}" for after in unknown)
        same = len(self.pairs) - len(self.other) - len(unknown)
        yield f"of {counted(len(self.pairs), 'claim')}, {same} as before"


def _known(*answers: ClaimAnswer) -> bool:
    return all(one.verdict in (Verdict.PROVED, Verdict.REFUTED) for one in answers)


def _differ(before: ClaimAnswer, after: ClaimAnswer) -> bool:
    return _known(before, after) and before.verdict is not after.verdict
