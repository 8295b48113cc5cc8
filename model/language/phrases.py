"""The named conjuncts of a condition: which there are, and the condition without one or changed.

A name with `{}` is that of each member of a family.
"""

from model.language.conditions import all_of
from model.language.expressions import Apply, Expression, Named, conjuncts


def says(node: Expression, words: str) -> bool:
    """Tell whether a conjunct has that name."""
    return any(_is_named(one, words) for one in conjuncts(node))


def lacking(node: Expression, words: str) -> Expression:
    """Return the condition without the conjuncts of that name."""
    return all_of(*(one for one in conjuncts(node) if not _is_named(one, words)))


def meaning(node: Expression, words: str, body: Expression) -> Expression:
    """Return the condition in which the conjuncts of that name have another body."""
    if isinstance(node, Apply) and node.operator == "and":
        return all_of(*(meaning(one, words, body) for one in node.arguments))
    if isinstance(node, Named) and _is_named(node, words):
        return Named(node.words, body, node.cites)
    return node


def _is_named(node: Expression, words: str) -> bool:
    if not isinstance(node, Named):
        return False
    return words == node.words or (node.template is not None and words == node.template.words)
