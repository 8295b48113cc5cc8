"""What the abbreviations of the domain stand for, for readers who are new to it.

Each says how well it is known, as facts do, and cites what of the register says it; where the
register does not, it names its source. As what the paper uses a term is told in
`secas_2019/terms.py`.
"""

import re
from collections.abc import Mapping

from model.register.glossary_bodies import BODIES
from model.register.glossary_things import THINGS
from model.register.terms import Word

WORDS = tuple(sorted((*BODIES, *THINGS), key=lambda word: word.name.lower()))
GLOSSARY: Mapping[str, Word] = {word.name: word for word in WORDS}


def _form(name: str) -> re.Pattern[str]:
    """Return what finds a word, also where it is of several."""
    singular, end = (name[:-1], "(?:y|ies)") if name[-1] == "y" else (name, "s?")
    return re.compile(rf"\b{singular}{end}\b")


_FORMS = {name: _form(name) for name in GLOSSARY}


def words_in(says: str) -> tuple[str, ...]:
    """Return the words of the glossary that a text has, in its order."""
    found = {name: at.start() for name, form in _FORMS.items() if (at := form.search(says))}
    return tuple(sorted(found, key=found.__getitem__))
