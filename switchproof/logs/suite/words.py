"""Letters in words, those of one event together with the facts that they ask."""

from collections.abc import Iterable, Iterator, Sequence

from model.language.words import counted
from properties.analyses.monitor.monitor import Letter
from properties.analyses.suites.suite import Suite, SuiteRun, TriedLetter
from switchproof.telling.sentences import capital

Who = tuple[str, str | None, str]  # event, whose, by whom
Facts = tuple[tuple[str, bool | str], ...]


def who(letter: Letter) -> Who:
    """Return what a letter is beside its facts."""
    return letter.event, letter.member, letter.actor


def called(one: Who) -> str:
    """Return an event in words, with whose it is and who acts."""
    event, member, actor = one
    whose = f" ({member})" if member else ""
    return f"{event}{whose}, by {actor}"


def facts_said(facts: Facts) -> str:
    """Return what is so at the time of a step."""
    return " and ".join(_fact(*one) for one in facts)


def _fact(fact: str, value: bool | str) -> str:
    if isinstance(value, str):
        return f"{fact} is {value}"
    return fact if value else f"not: {fact}"


def together(letters: Iterable[Letter], every: Sequence[Letter]) -> dict[str, str]:
    """Return events in words, each with when: nothing where it is whatever the facts are."""
    groups: dict[Who, list[Facts]] = {}
    for one in letters:
        groups.setdefault(who(one), []).append(one.facts)
    return {called(one): _when(one, some, every) for one, some in groups.items()}


def _when(one: Who, some: Sequence[Facts], every: Sequence[Letter]) -> str:
    others = [x.facts for x in every if who(x) == one and x.facts not in some]
    if not others:
        return ""
    few, word = (others, "unless") if len(others) < len(some) else (some, "if")
    return f"{word} {', or '.join(facts_said(facts) for facts in few)}"


def with_when(letters: Iterable[Letter], every: Sequence[Letter]) -> list[str]:
    """Return events in words, with when."""
    return [f"{said} {when}".strip() for said, when in together(letters, every).items()]


def tried_together(
    tried: Iterable[TriedLetter], every: Sequence[Letter]
) -> Iterator[tuple[str, str]]:
    """Yield what must not be seen, in words, with what refuses it and which duties are at stake."""
    groups: dict[tuple[Who, str], list[Letter]] = {}
    for one in tried:
        groups.setdefault((who(one.letter), _why(one)), []).append(one.letter)
    for (_, why), letters in groups.items():
        yield from ((said, why) for said in with_when(letters, every))


def _why(one: TriedLetter) -> str:
    owed = dict.fromkeys(f"{duty.duty} ({duty.party})" for duty in one.why.duties)
    duties = f". In question: {', or '.join(owed)}" if owed else ""
    return f"{'; '.join(one.why.guards)}{duties}"


def title(goal: str) -> str:
    """Return what a suite does, in a few words."""
    return {
        "transitions": "every transition",
        "pairs": "every two transitions that follow one another",
        "refusals": "every refusal",
        "variants": "every variant that can be told",
    }[goal]


def sized(suite: Suite) -> Iterator[str]:
    """Yield how large a suite is, and what that is measured by."""
    size = suite.size
    runs = counted(len(suite.runs), "run")
    yield f"{size.goals:,} {size.of}, in {runs}."
    yield f"{size.cost:,} {size.unit}; {least(suite)}. {capital(size.means)}."
    if size.whole != size.cost:
        yield f"Before long runs were cut it was {size.whole:,} {size.unit}."
    yield from (f"{capital(one)}." for one in suite.limits)


def least(suite: Suite) -> str:
    """Return how few would do, in words."""
    size = suite.size
    return "no fewer will do" if size.cost == size.bound else f"it takes {size.bound:,} at least"


def headed(number: int, run: SuiteRun) -> str:
    """Return the heading of a run."""
    return f"Run {number}" + (f": {'; '.join(run.tells)}" if run.tells else "")
