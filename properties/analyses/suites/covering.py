"""Suites that take every transition, every pair of neighbours, or try every refusal."""

from collections.abc import Callable, Iterator, Sequence

from model.language.words import counted
from properties.analyses.monitor.monitor import NONE, Letter, Monitor
from properties.analyses.suites.exact import ExactlyShown, Word
from properties.analyses.suites.rules import runs_for_rules
from properties.analyses.suites.suite import (
    PAIRS,
    REFUSALS,
    TRANSITIONS,
    NeverReached,
    Suite,
    SuiteRun,
    SuiteSize,
    SuiteStep,
    TriedLetter,
)
from properties.analyses.suites.tours import Tours, tours

LONGEST = 40  # steps of a run: what goes wrong in it is then found near by
STEPS = (
    "counted are all steps of runs that reach all goals; such a run begins with a life, and may be "
    "of any length and end anywhere"
)
SHOWN = "what the checker accepts that one point shows has no such run"
NAMED = (
    "members such as suppliers are those of the flow; a log that names one for the first time may "
    "mean any of them"
)
Edge = tuple[int, int, int]  # from a state, by a letter, to a state


class Covering:
    """What one point shows, and the suites over its states and letters."""

    def __init__(self, shown: ExactlyShown, monitor: Monitor) -> None:
        self.shown, self.monitor = shown, monitor
        self.letters = monitor.letters
        self.number = {state: n for n, state in enumerate(shown.reached)}
        self.edges: list[Edge] = [
            (state, letter, to) for state in shown.reached for letter, to in self.row(state).items()
        ]

    @property
    def named(self) -> tuple[str, ...]:
        """Return what a log does not tell of members, where there are any."""
        return (NAMED,) if any(one.member for one in self.letters) else ()

    def row(self, state: int) -> dict[int, int]:
        """Return where each letter leads from a state."""
        return dict(self.shown.edges[state])

    def transitions(self, seconds: float) -> Suite:
        """Return runs that take every transition, and each rule that shows."""
        arcs = [(self.number[a], self.number[b], 1) for a, _, b in self.edges]
        found = tours(arcs, range(len(arcs)), len(self.number), 0, LONGEST)
        words = [tuple(self.edges[n][1] for n in walk) for walk in found.walks]
        runs = [self.run(word) for word in words]
        further, never = runs_for_rules(self.shown, words, seconds)
        runs += [self.run(word, rules) for word, rules in further.items()]
        size = self._size(len(arcs), "transitions", found)
        limits = _further(further)
        return self._suite(TRANSITIONS, size, runs, (*self._never(), *never), limits)

    def pairs(self) -> Suite:
        """Return runs that take every two transitions that can follow one another."""
        begins = [n for n, (state, _, _) in enumerate(self.edges) if state == 0]
        after: dict[int, list[int]] = {}
        for n, (state, _, _) in enumerate(self.edges):
            after.setdefault(state, []).append(n)
        pairs = [(n, m) for n, (_, _, to) in enumerate(self.edges) for m in after.get(to, ())]
        root, firsts = len(self.edges), len(begins)
        arcs = [*((root, n, 1) for n in begins), *((n, m, 1) for n, m in pairs)]
        found = tours(arcs, range(firsts, len(arcs)), root + 1, root, LONGEST)
        words = [tuple(self.edges[arcs[n][1]][1] for n in walk) for walk in found.walks]
        size = self._size(len(pairs), "pairs of transitions that follow one another", found)
        return self._suite(PAIRS, size, map(self.run, words), self._never(pairs=True), ())

    def refusals(self) -> Suite:
        """Return runs that come to every state, and at each try all that is refused there."""
        states, count = self.shown.reached, len(self.number)
        arcs = [(n, count + n, 0) for n in range(count)]
        arcs += [(count + self.number[a], self.number[b], 1) for a, _, b in self.edges]
        found = tours(arcs, range(count), 2 * count, 0, LONGEST)
        words = [tuple(self.edges[n - count][1] for n in w if n >= count) for w in found.walks]
        met = set[int]()
        runs = [self.run(word, tried_at=lambda s: self._is_new(s, met)) for word in words]
        tried = sum(len(step.tried) for run in runs for step in run.steps)
        unfit = sum(len(self.letters) - len(self.row(s)) for s in states) - tried
        size = self._size(tried, "letters that cannot be seen, each in a state", found)
        return self._suite(REFUSALS, size, runs, (), (*_unfit(unfit), *self.named))

    def _is_new(self, state: int, met: set[int]) -> bool:
        new = state not in met
        met.add(state)
        return new

    def run(
        self,
        word: Word,
        tells: Sequence[str] = (),
        tried_at: Callable[[int], bool] = lambda _: False,
    ) -> SuiteRun:
        """Return a word as a run, shown by a run of the flow."""
        state, read, steps = 0, self.monitor.first, list[SuiteStep]()
        for letter in (*word, None):
            tried = tuple(self._tried(state, read)) if tried_at(state) else ()
            can = tuple(self.letters[n] for n in self.row(state))
            said = None if letter is None else self.letters[letter]
            steps.append(SuiteStep(can, said, tried))
            if letter is not None:
                state, read = self.row(state)[letter], self.monitor.table[read][letter]
        moves = self.shown.replayed(word).moves
        return SuiteRun(tuple(steps), tuple(str(move.event) for move in moves), tuple(tells))

    def _tried(self, state: int, read: int) -> Iterator[TriedLetter]:
        """Yield the letters that the rules refuse, and not only since the facts are never so."""
        for n, letter in enumerate(self.letters):
            why = self.monitor.refusal(read, n)
            if why is not None and n not in self.row(state):
                yield TriedLetter(letter, why)

    def _never(self, *, pairs: bool = False) -> Iterator[NeverReached]:
        """Yield what the monitor accepts and no point shows: the packet accepts no such word.

        These are letters that are never seen, and then transitions of the monitor, or pairs.
        """
        taken = self._taken()
        lettered = {letter for _, letter in taken}
        words = {read: word for (read, _), (word, _) in reversed(taken.items())}
        for letter in sorted(set(range(len(self.letters))) - lettered):
            yield NeverReached(f"at any time: {said(self.letters[letter])}", SHOWN)
        for read, word in sorted(words.items(), key=lambda one: (len(one[1]), one)):
            after = "; ".join(self.letters[n].event for n in word) or "nothing"
            for first in sorted(lettered):
                told = f"after {after}: {said(self.letters[first])}"
                to = self.monitor.table[read][first]
                if to != NONE and (read, first) not in taken:
                    yield from () if pairs else (NeverReached(told, SHOWN),)
                elif to != NONE and pairs:
                    for then in sorted(lettered - taken[read, first][1]):
                        if self.monitor.table[to][then] != NONE and (to, then) in taken:
                            next_ = said(self.letters[then])
                            yield NeverReached(f"{told}; and then: {next_}", SHOWN)

    def _taken(self) -> dict[tuple[int, int], tuple[Word, set[int]]]:
        """Return the monitor's transitions that one point takes: after which word, what can follow.

        The monitor and what one point shows are read side by side.
        """
        taken = dict[tuple[int, int], tuple[Word, set[int]]]()
        met: dict[tuple[int, int], Word] = {(self.monitor.first, 0): ()}
        waiting = list(met)
        for read, state in waiting:  # which grows
            word = met[read, state]
            for letter, to in self.row(state).items():
                _, follow = taken.setdefault((read, letter), (word, set()))
                follow.update(self.row(to))
                new = self.monitor.table[read][letter], to
                if new not in met:
                    met[new] = (*word, letter)
                    waiting.append(new)
        return taken

    def _size(self, goals: int, of: str, found: Tours) -> SuiteSize:
        return SuiteSize(goals, of, found.cost, found.bound, found.whole, "steps", STEPS)

    def _suite(
        self,
        goal: str,
        size: SuiteSize,
        runs: Sequence[SuiteRun] | Iterator[SuiteRun],
        never: Sequence[NeverReached] | Iterator[NeverReached],
        limits: tuple[str, ...],
    ) -> Suite:
        monitor, between = self.monitor, self.shown.interface.between
        return Suite(
            monitor.flow, monitor.interface, between, goal, size, tuple(runs), tuple(never), limits
        )


def said(letter: Letter) -> str:
    """Return a letter in words."""
    whose = f" ({letter.member})" if letter.member else ""
    facts = "".join(f"; {name}: {worded(value)}" for name, value in letter.facts)
    return f"{letter.event}{whose}, by {letter.actor}{facts}"


def worded(value: bool | str) -> str:
    """Return the value of a fact in words."""
    return value if isinstance(value, str) else "yes" if value else "no"


def _further(runs: dict[Word, tuple[str, ...]]) -> tuple[str, ...]:
    if not runs:
        return ()
    few, steps = counted(len(runs), "run"), counted(sum(map(len, runs)), "step")
    why = "for rules that no other takes; the count of steps leaves them out"
    return (f"among them {few} of {steps} {why}",)


def _unfit(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    why = "no point shows them by the rules of what facts tell, and no log is judged by those"
    return (f"{counted(number, 'letter')} not tried: {why}",)
