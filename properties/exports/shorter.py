"""Expressions with what is known of them left out, so that what is written can be read."""

from model.language.expressions import FALSE, TRUE, Const, Expression, Read, apply, fold
from model.language.sorts import Value


def shorter(node: Expression) -> Expression:
    """Return an expression that means the same, with fewer constants."""
    return fold(node, lambda leaf: leaf, _joined)


def _joined(operator: str, parts: list[Expression]) -> Expression:
    match operator:
        case "and" | "or":
            return _junction(operator, parts)
        case "not" if _known(parts[0]) is not None:
            return FALSE if _known(parts[0]) else TRUE
        case "implies":
            return _implied(*parts)
        case "if" if _known(parts[0]) is not None:
            return parts[1] if _known(parts[0]) else parts[2]
        case "is" | "in" if all(isinstance(part, Const) for part in parts):
            first, *others = map(_value, parts)
            return TRUE if first in others else FALSE
        case "is" if all(isinstance(part, Read) for part in parts):
            same = parts[0].field is parts[1].field  # type: ignore[attr-defined]  # both are reads
            return TRUE if same else apply("is", *parts)
    return apply(operator, *parts)


def _known(node: Expression) -> bool | None:
    return bool(node.value) if isinstance(node, Const) and node.sort is bool else None


def _value(node: Expression) -> Value:
    assert isinstance(node, Const)
    return node.value


def _junction(operator: str, parts: list[Expression]) -> Expression:
    decides = operator == "or"
    known = [_known(part) for part in parts]
    if decides in known:
        return TRUE if decides else FALSE
    left = [part for part, truth in zip(parts, known, strict=True) if truth is None]
    if not left:
        return FALSE if decides else TRUE
    return left[0] if len(left) == 1 else apply(operator, *left)


def _implied(supposed: Expression, then: Expression) -> Expression:
    if _known(supposed) is not None:
        return then if _known(supposed) else TRUE
    if _known(then) is not None:
        return TRUE if _known(then) else apply("not", supposed)
    return apply("implies", supposed, then)
