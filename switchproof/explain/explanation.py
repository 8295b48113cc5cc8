"""A claim explained: verdict and reason, sentence and sources, and what the verdict rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import CanStill, Claim, Compared, DoneBy, LeadsTo, Sometimes, Variant
from model.language.flow import Flow
from properties.analyses.fairness import Need
from properties.analyses.vacuity.situations import Situation
from properties.engine.evidence import Invariant, Lasso
from properties.engine.free import Free
from properties.engine.still.evidence import Ladder, Legs, Trap
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.explain.head import head
from switchproof.explain.in_words import folded, ids_in_words, in_words
from switchproof.telling.lasso import need_in_words, tell_lasso
from switchproof.telling.misfits import about
from switchproof.telling.never import told_never
from switchproof.telling.still import tell_trap, told_chain, told_ladder
from switchproof.telling.story import tell
from switchproof.terminal.style import wrapped
from switchproof.why.grounds import Grounds, summed_up


@dataclass(frozen=True)
class Background:
    """What is known of a claim beside its verdict.

    What it rests on, how it comes to matter, the shortest reason why it holds, and what it needs
    to happen at last.
    """

    grounds: Grounds | None = None
    situations: tuple[Situation, ...] = ()
    reason: Invariant | None = None
    needs: tuple[Need, ...] = ()


def explanation(
    one: Loaded, variant: Variant | None, result: Result, known: Background = Background()
) -> Iterator[str]:
    """Yield the verdict and the reason, the sentence and its sources, and what it rests on."""
    flow, claim = one.flow, result.claim
    cited, further = claim.cites.split(), list(folded(_further(one, variant, result, known)))
    others = list(ids_in_words(flow, further, cited))
    lines = [
        *head(one, variant, result, known.grounds, known.needs),
        f"  {claim.sentence}",
        "It cites:" if cited else "It cites nothing.",
        *(f"  {said}" for said in in_words(flow, cited)),
        *further,
        *(["What the other ids say:"] if others else []),
        *(f"  {said}" for said in others),
    ]
    for line in lines:
        yield from wrapped(line)


def _further(
    one: Loaded, variant: Variant | None, result: Result, known: Background
) -> Iterator[str]:
    if isinstance(result.claim, Free):
        yield from about(result.flow, result.claim)
    if result.run is not None:
        yield "The run, from the start:"
        yield from story(result)
    if result.verdict is Verdict.PROVED:
        yield from _proved(one.flow, result, known)
    elif result.verdict is Verdict.REFUTED and result.invariant:
        yield from _invariant(result.invariant, result.invariant)
    if result.verdict is Verdict.PROVED and one.flow.bounds:
        yield "It supposes these bounds:"
        yield from (f"  {bound}" for bound in one.flow.bounds)
    for duty in result.flow.duties:
        if duty.unbound:
            yield f"Nobody bound can owe '{duty.name}': {duty.unbound}."
    if not variant:
        yield from _breakers(one, result.claim)


def _proved(flow: Flow, result: Result, known: Background) -> Iterator[str]:
    claim = result.claim
    if isinstance(claim, DoneBy):
        yield "In no rule is one of these events done by another:"
        yield from (f"  {who}: {', '.join(map(str, does))}" for who, does in claim.actors.items())
    elif isinstance(claim, Compared):
        yield "Each rule of the one is a rule of the other."
    elif isinstance(claim, LeadsTo):
        yield f"It rests on {result.method}."
        yield from map(need_in_words, known.needs[1:])
    elif isinstance(result.ranks, Ladder):
        yield from _ladder(result, result.ranks)
    elif isinstance(result.ranks, Legs):
        yield from told_chain(result.ranks)
    elif not isinstance(claim, Sometimes):
        yield from _held(flow, result, known)


def _ladder(result: Result, found: Ladder) -> Iterator[str]:
    led = "others can first be led to allow it" if found.lemmas else "nobody else need do anything"
    yield f"On that way {led}. It rests on {result.method}."
    yield "The events that lead there:"
    yield from told_ladder(found)


def _held(flow: Flow, result: Result, known: Background) -> Iterator[str]:
    if known.grounds:
        yield from list(summed_up(flow, known.grounds))[1:]
    if "empty" not in result.marks and known.situations:
        yield from _arising(known.situations)
    if result.invariant:
        yield from _invariant(result.invariant, known.reason or result.invariant)


def _arising(situations: tuple[Situation, ...]) -> Iterator[str]:
    """Yield that a claim is not empty, with a run in which it matters."""
    first, *others = situations
    numbers = ", ".join(map(str, first.points))
    yield "It is not empty: its situation arises."
    yield f"It does so with {numbers} metering points; the shortest way:"
    yield from story(first.result)
    arisen = sum(situation.arises for situation in others)
    if len(others) == 1:
        yield f"The other situation that it speaks of {'arises' if arisen else 'does not arise'}."
    elif others:
        yield f"Of {len(others)} other situations that it speaks of, {arisen} arise."


def story(result: Result) -> Iterator[str]:
    """Yield the run of a result, which has one, step by step."""
    assert result.run is not None
    if isinstance(result.run, Lasso) and isinstance(result.claim, LeadsTo):
        lines = tell_lasso(result.flow, result.claim, result.run)
    elif isinstance(result.run, Trap) and isinstance(result.claim, CanStill):
        lines = tell_trap(result.flow, result.claim, result.run)
    else:
        lines = tell(result.flow, result.claim, result.run)
    yield from (f"  {line}" for line in lines)


def _invariant(found: Invariant, reason: Invariant) -> Iterator[str]:
    proof = f"Its proof is {found.obligations} obligations; Z3 found no way out of any of them"
    if not found.kept:
        yield from [f"{proof}, whatever the state."] if found.obligations else []
        return
    yield f"{proof}, over: {', '.join(field.name for field in found.kept)}."
    yield from told_never(reason)


def _breakers(one: Loaded, claim: Claim) -> Iterator[str]:
    breaking = [variant for variant in one.variants if claim.id in variant.breaks]
    if not breaking:
        yield "No variant here breaks it."
    for variant in breaking:
        yield f"It fails in the variant '{variant.name}': {variant.why}"
