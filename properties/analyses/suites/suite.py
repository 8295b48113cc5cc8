"""A test suite as data: runs in letters, what must not follow, its size, what no run reaches."""

from dataclasses import dataclass, field

from properties.analyses.monitor.monitor import Letter, RefusedLetter

TRANSITIONS, PAIRS, REFUSALS, VARIANTS = "transitions", "pairs", "refusals", "variants"
GOALS = (TRANSITIONS, PAIRS, REFUSALS, VARIANTS)


@dataclass(frozen=True)
class TriedLetter:
    """A letter that cannot be seen at some place in a run, and what refuses it."""

    letter: Letter
    why: RefusedLetter


@dataclass(frozen=True)
class SuiteStep:
    """What can be seen next at a place in a run, what is seen, and what is tried there in vain.

    At the end of a run nothing is seen, and `letter` is None.
    """

    can: tuple[Letter, ...]
    letter: Letter | None = None
    tried: tuple[TriedLetter, ...] = ()


@dataclass(frozen=True)
class SuiteRun:
    """A run as it is seen, from the beginning of a life; `steps` ends with one in which it ends.

    `replayed` is a run of the flow that shows it, with all that is hidden, as `walk` has it.
    `tells` names what it is for, if that is not a place on the way.
    """

    steps: tuple[SuiteStep, ...]
    replayed: tuple[str, ...]
    tells: tuple[str, ...] = ()

    @property
    def letters(self) -> tuple[Letter, ...]:
        """Return what is seen, in order."""
        return tuple(step.letter for step in self.steps if step.letter is not None)


@dataclass(frozen=True)
class NeverReached:
    """Something that no run reaches, and what proves it; with `known` False, nothing does."""

    what: str
    proof: str
    known: bool = True


@dataclass(frozen=True)
class SuiteSize:
    """How many goals there are, what the suite costs, and what every suite costs at least.

    `of` is what the goals are, `unit` what is counted, `means` what the bound says. Runs that were
    too long are cut; before that they cost `whole`.
    """

    goals: int
    of: str
    cost: int
    bound: int
    whole: int
    unit: str
    means: str


@dataclass(frozen=True)
class Suite:
    """A test suite of an interface for one goal."""

    flow: str
    interface: str
    between: str
    goal: str
    size: SuiteSize
    runs: tuple[SuiteRun, ...]
    never: tuple[NeverReached, ...] = ()
    limits: tuple[str, ...] = field(default=())

    @property
    def undecided(self) -> tuple[NeverReached, ...]:
        """Return what no run reaches without a proof that none can."""
        return tuple(one for one in self.never if not one.known)
