"""What an explanation says first: the verdict, and the reason for it in a sentence."""

from collections.abc import Iterator

from model.language.claims import Compared, LeadsTo, Step, Variant
from model.language.meaning import World
from model.language.words import counted
from properties.analyses.fairness import Need
from properties.engine.evidence import Run
from properties.engine.free import Free
from properties.engine.still.evidence import Ladder, Legs
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import surprise
from switchproof.telling.lasso import need_in_words
from switchproof.telling.misfits import shown
from switchproof.telling.sentences import said
from switchproof.telling.story import blame
from switchproof.why.grounds import Grounds, borne_by

EVERYWHERE = "at every moment, in every order of events, for any number of metering points"
OF_STEPS = EVERYWHERE.replace("at every moment", "of every step of anybody, seen or not")


def head(
    one: Loaded,
    variant: Variant | None,
    result: Result,
    grounds: Grounds | None,
    needed: tuple[Need, ...] = (),
) -> Iterator[str]:
    """Yield what was asked with the verdict, then why it is so, then whether that surprises."""
    changed = f" in {variant_named(variant)}" if variant else ""
    yield f"{result.claim.id}, on {one.flow.name}{changed}: {_verdict(variant, result)}"
    yield from _because(one, variant, result, grounds, needed)
    wrong = surprise(variant, result)
    if wrong and isinstance(result.claim, Free):
        yield "This is a surprise."
    elif wrong:
        yield f"This is a surprise: {wrong}."


def variant_named(variant: Variant) -> str:
    """Return a variant, or a change that was asked for, in words."""
    return f"the variant '{variant.name}'" if variant.breaks else f"the flow {variant.name}"


def _verdict(variant: Variant | None, result: Result) -> str:
    match result.verdict:
        case None:
            return f"Pending: not decided yet, since {result.reason}"
        case Verdict.UNDECIDED:
            return f"Undecided. We do not know: {result.reason}."
        case Verdict.PROVED:
            return f"Proved. {_proved(result)}"
        case Verdict.REFUTED:
            expected = variant is not None and variant.breaks and not surprise(variant, result)
            return f"{'Fails, as it should. ' if expected else ''}Refuted. {_refuted(result)}"


def _proved(result: Result) -> str:
    if result.run is not None:
        but = f", {result.reason}" if result.reason else ""
        return f"It can happen, with {_points(result)}{but}."
    if isinstance(result.claim, Compared):
        return f"Rules were compared with a table ({result.method}), and no state was looked at."
    if isinstance(result.claim, LeadsTo):
        fair = EVERYWHERE.replace("at every moment, ", "").replace("events", "events that is fair")
        return f"This holds {fair}."
    if isinstance(result.ranks, Ladder | Legs):
        return "From wherever it is so there is a way, with any number of metering points."
    return f"This holds {OF_STEPS if isinstance(result.claim, Step) else EVERYWHERE}."


def _points(result: Result) -> str:
    return "1 metering point" if result.points == "1" else f"{result.points} metering points"


def _refuted(result: Result) -> str:
    if isinstance(result.claim, Compared):
        return f"{result.reason} ({result.method})."
    if result.run is None:
        return f"This never happens, {EVERYWHERE.removeprefix('at every moment, ')}."
    perhaps = "" if result.run.shortest else " (there may be a shorter run)"
    return f"It fails in {counted(len(result.run), 'step')}, with {_points(result)}{perhaps}."


def _because(
    one: Loaded,
    variant: Variant | None,
    result: Result,
    grounds: Grounds | None,
    needed: tuple[Need, ...],
) -> Iterator[str]:
    if variant:
        yield f"What is changed: {variant.why}"
    if result.verdict is Verdict.REFUTED and result.run is not None:
        yield from _broken(result, result.run)
    elif result.verdict is not Verdict.PROVED:
        return
    elif "empty" in result.marks:
        yield _empty(result)
    elif result.run is not None:
        way = "shortest way" if result.run.shortest else "way that was found"
        yield f"The {way} takes {_counted(result.run)}."
    elif needed:
        yield need_in_words(needed[0])
    elif grounds:
        yield borne_by(one.flow, grounds)
    elif result.invariant and not result.invariant.kept:
        yield "It is so in any state at all, whatever was done before."
    elif not isinstance(result.claim, Compared):
        yield f"It rests on {result.method}."


def _counted(run: Run) -> str:
    if not run.moves:
        return "no step: it is so at first"
    return counted(len(run), "step")


def _empty(result: Result) -> str:
    if isinstance(result.claim, LeadsTo):
        return "It is empty: there is never anything to wait for, which is no evidence."
    if isinstance(result.ranks, Ladder | Legs):
        return "It is empty: there is never anything to get to, which is no evidence."
    return "It is empty: true because its situation never arises, which is no evidence."


def _broken(result: Result, run: Run) -> Iterator[str]:
    flow, claim = result.flow, result.claim
    if isinstance(claim, Free):
        yield f"In {shown(flow, claim, run)}."
        return
    world = World(flow, run.shape)
    last = f"Its last step is '{said(world, run.moves[-1])}'. " if run.moves else ""
    yield f"{last}{blame(flow, run)}"
    if isinstance(claim, Step) and not world.concerns(run.moves[-1], run.where):
        yield "The step that breaks it is another's: a claim on steps is of every step of anybody."
