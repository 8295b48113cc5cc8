"""The words that narrow or weaken a statement, each with the ways in which it may be said.

A sentence keeps those found in it, and a caption that rests on it says them too, or why not.
The ways of saying one are read alike in the document and in our captions.
"""

import re

QUALIFIERS = {
    "additional": r"additional\w*|in addition",
    "anticipated": r"anticipated|expected",
    "any": "any",
    "as though": "as though|as if",
    "assume": r"assum\w+",
    "can": "can|able|ability",
    "cannot": "cannot",
    "correct": "correct",
    "current": "current|currently|existing",
    "depends": r"depend\w*",
    "directly": "directly",
    "ensure": r"ensur\w+|makes? sure",
    "future": "future",
    "guarantee": "guarantee",
    "if": "if|when|where|once|until",
    "instead": r"instead|replac\w+",
    "intended": r"inten[dt]\w*",
    "may": "may|might",
    "most": "most|largest",
    "must": "must|shall",
    "need": "needs?|ha(?:s|ve) to",
    "only": "only|alone|merely|just",
    "potential": r"potential\w*",
    "proposed": "proposed",
    "relatively": "relatively",
    "relevant": "relevant",
    "required": "required",
    "seems": r"seems?|believ\w+",
    "should": "should",
    "this change": "this change|these changes",
    "this stage": "this stage",
    "will": "will",
    "would": "would",
}
_SAID = {name: re.compile(rf"\b(?:{ways})\b", re.IGNORECASE) for name, ways in QUALIFIERS.items()}


def qualifiers(text: str) -> tuple[str, ...]:
    """Return the qualifiers that a text has, in the order of the table."""
    return tuple(name for name, said in _SAID.items() if said.search(text))
