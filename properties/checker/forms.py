"""What is read is of this form and of no other, and of this size at most."""

from typing import Any, TypeAlias

from .kernel.flow import SCOPES
from .kernel.need import need

Read: TypeAlias = Any  # what JSON can hold
FORMAT = 3  # of packets; it rises when what they hold is told otherwise
LARGEST, LARGEST_SUM = 4000, 30_000  # of a number in a sort, and of one that is computed
MOST_VALUES = 10_000  # of a sort
FEW = range(10)  # how many points or providers there are at the most, and their numbers
SEEN_AT_MOST = 4  # points, and providers, of a shape that is seen again in all ways
NUMBER, INDEX, RANK = range(-LARGEST_SUM, LARGEST_SUM + 1), range(10**5), range(10**6)


class Either(tuple[Any, ...]):
    """A form that is one of several."""

    __slots__ = ()


def is_text(thing: str) -> bool:
    """Tell whether a text can be written: it holds no half of a character."""
    return thing.isascii() or not any("\ud800" <= c <= "\udfff" for c in thing)


def is_shape(thing: Read, most: int = FEW[-1]) -> bool:
    """Tell whether this is how many points each of some providers has."""
    return fits_form(thing, [FEW]) and len(thing) <= most and sum(thing) <= most


def is_small_shape(thing: Read) -> bool:
    """Tell whether this is a shape that a proof may speak of."""
    return is_shape(thing, SEEN_AT_MOST)


def is_tree(thing: Read) -> bool:
    """Tell whether this is a value, or an operator with trees."""
    if isinstance(thing, list):
        return bool(thing) and isinstance(thing[0], str) and all(map(is_tree, thing[1:]))
    return fits_form(thing, VALUE)


VALUE = Either((bool, str, NUMBER))
SCOPE = Either(SCOPES)
BOX = (str, FEW, [VALUE])
SHAPES = [{"shape": is_small_shape, "boxes": [[BOX]]}]
PROOF: dict[str, Any] = {
    "seen": [{"shape": is_small_shape, "where": {str: FEW}}],
    "shapes": SHAPES,
    "most": Either((None, FEW)),
}
PROOF["few"] = Either((None, PROOF))
STATES = {"fields": [str], "states": [[VALUE]]}
RUN = {"shape": is_shape, "first": {str: [VALUE]}, "moves": [(str, FEW)], "where": {str: FEW}}
NEVER = Either(({"boxes": [[BOX]]}, {"shapes": SHAPES}))  # what never occurs
RANKING = {
    "shape": is_small_shape,
    "helpers": [{"fair": INDEX, "known": [str]}],
    "blocks": [{"levels": [(RANK, range(-1, INDEX[-1]))], "boxes": [[BOX]]}],
    "never": NEVER,
}
LADDER = {
    "shape": is_small_shape,
    "rungs": [{"rank": RANK, "event": str, "boxes": [[BOX]]}],
    "never": NEVER,
}
LED = {"event": str, "shared": SCOPE, "supposed": [[BOX]], "ladder": LADDER}
LEGS = [{"claim": str, "ladder": LADDER, "lemmas": [LED]}]  # of a chain
LEMMA = {"fair": INDEX, "known": [str], "rankings": [{**RANKING, "shared": SCOPE}]}
EDGES = [{str: INDEX}]  # of an automaton
ANSWER = (INDEX, str, [(INDEX, RUN["moves"])], INDEX)
SIDE = {"boxes": [[BOX]], "machines": [str], "firsts": [RUN["first"]], "answers": [ANSWER]}
EXACTLY = Either((None, {"machines": [str], "firsts": [RUN["first"]], "answers": [ANSWER]}))
NO_MORE = Either((None, {"automaton": EDGES, "boxes": [[BOX]]}))
PARTING = {"word": [str], "name": str, "side": range(2), "run": RUN}
SHOWN = ({"boxes": [[BOX]]}, {"proofs": [Either((PROOF, STATES))]})
ARISING = {"empty": bool, "situations": [Either(({"run": RUN}, *SHOWN))]}
PACKET = {
    "format": range(FORMAT, FORMAT + 1),
    "kind": str,
    "flow": str,
    "variant": Either((None, str)),
    "claim": str,
    "verdict": Either(("proved", "refuted")),
    "points": str,
}
RULE = {
    "event": str,
    "from": [VALUE],
    "to": Either((None, VALUE)),
    "when": is_tree,
    "then": [(str, is_tree)],
    "by": str,
    "breaches": str,
}
EDGE = range(-LARGEST, LARGEST + 1)
SORT = Either(("truth", (EDGE, EDGE), [str]))
FIELD = {"name": str, "sort": SORT, "starts": [VALUE]}
MACHINE = {"name": str, "scope": SCOPE, "fields": [FIELD], "rules": [RULE]}
ORIGINAL = {**MACHINE, "events": {str: SCOPE}, "reads": {str: SORT}}  # of another flow
FLOW = {
    "name": str,
    "variant": Either((None, str)),
    "events": {str: SCOPE},
    "machines": [MACHINE],
    "claims": {str: dict},
}
ROW = {
    "flow": str,
    "variant": Either((None, str)),
    "claim": str,
    "verdict": Either(("proved", "refuted", "undecided", "pending")),
    "sha256": Either((None, str)),
    "file": Either((None, str)),
}
LISTED = {"ended": bool, "rows": [ROW]}
CLAIM = {"kind": str, "sentence": str}
BODY = {**CLAIM, "body": is_tree}
FAIRLY = {"weak": [[str]], "strong": [[str]]}
CLAIMS: dict[str, dict[str, Any]] = {
    "stays in sorts": CLAIM,
    "no two compete": CLAIM,
    "always": BODY,
    "step": BODY,
    "sometimes": BODY,
    "leads to": {**BODY, "to": is_tree, **FAIRLY},
    "can still": {**BODY, "to": is_tree},
    "stuck only": {**BODY, "ways": [str]},
    "mirrors": {**BODY, "machine": str, "original": ORIGINAL, "renaming": {str: str}},
    "done by": {**CLAIM, "actors": {str: [str]}},
    "same at": {**CLAIM, "visible": {str: ([str], [str])}, "other": FLOW},
    "accepted": {**CLAIM, "letters": {str: {"events": [str], "when": is_tree}}},
}


def fits_form(thing: Read, form: Read) -> bool:
    """Tell whether what was read has a form: exactly its keys, and True is not the number 1."""
    if isinstance(form, Either):
        return any(fits_form(thing, one) for one in form)
    if isinstance(form, range):
        return type(thing) is int and thing in form
    if isinstance(form, dict):
        return isinstance(thing, dict) and _fits_keys(thing, form)
    if isinstance(form, list):
        return isinstance(thing, list) and all(fits_form(one, form[0]) for one in thing)
    if isinstance(form, tuple):
        same = isinstance(thing, list) and len(thing) == len(form)
        return same and all(map(fits_form, thing, form))
    if isinstance(form, type):
        return isinstance(thing, form) and (not isinstance(thing, str) or is_text(thing))
    return bool(form(thing)) if callable(form) else type(thing) is type(form) and thing == form


def _fits_keys(thing: dict[str, Any], form: dict[Any, Any]) -> bool:
    if str in form:
        return all(is_text(key) and fits_form(one, form[str]) for key, one in thing.items())
    return thing.keys() == form.keys() and all(fits_form(thing[key], form[key]) for key in form)


def need_form(thing: Read, form: dict[str, Any], what: str) -> None:
    """Reject what is of another form, and name the first part that is."""
    need(isinstance(thing, dict) and thing.keys() == form.keys(), f"{what}: it has other parts")
    wrong = next((key for key in form if not fits_form(thing[key], form[key])), None)
    need(wrong is None, f"{what}: its '{wrong}' is of another form")
