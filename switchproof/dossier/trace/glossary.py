"""A term of the glossary as an entry, and the glossary as a page.

`python -m switchproof.dossier.trace.glossary` writes `GLOSSARY.md` anew.
"""

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from model.language.sources import TAGS, Source
from model.register.glossary import WORDS, words_in
from model.register.terms import Word
from switchproof.dossier.document import TERMS
from switchproof.dossier.lines import WIDTH
from switchproof.dossier.trace.filled import filled
from switchproof.dossier.trace.format import About, Entry
from switchproof.terminal.writing import write_whole

PAGE = Path(__file__).parents[3] / "GLOSSARY.md"
HEAD = """\
# Glossary

What the abbreviations of the domain stand for. Made from the register by
`python -m switchproof.dossier.trace.glossary`, not by hand. `switchproof dossier trace DSP` says
the same of one, and which statements name it; `switchproof dossier terms` says as what the paper
uses a term. What an id such as 2.1-a says, `switchproof dossier trace 2.1-a` tells.
"""


def entry_of_word(word: Word, sources: Mapping[str, Source]) -> Entry:
    """Return a term with what is known of it and the statements that name it."""
    entry = filled("term", word.name, f"{word.long}. {word.says}", ())
    entry["about"] = list(_about(word))
    entry["terms"] = [term for term in entry["terms"] if term != word.name]
    naming = (one for one in sources.values() if word.name in words_in(one.says))
    entry["statements"] = [{"id": one.id, "says": one.says} for one in naming]
    return entry


def _about(word: Word) -> Iterator[About]:
    yield {"what": "known", "words": f"{word.tag}: {TAGS[word.tag]}"}
    if word.cites:
        yield {"what": "cites", "words": ", ".join(word.cites.split())}
    if word.source:
        yield {"what": "source", "words": word.source}
    uses = next((term.uses for term in TERMS if term.name == word.name), {})
    if uses:
        senses = ", ".join(f"{sense.value} ({len(ids.split())})" for sense, ids in uses.items())
        yield {"what": "used as", "words": f"{senses}; see 'switchproof dossier terms'"}


def glossary() -> str:
    """Return the page."""
    lines = [f"- **{one.name}**: {one.long}. {one.says} {_known(one)}" for one in WORDS]
    wrapped = (
        "\n".join(textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False))
        for line in lines
    )
    tags = "\n".join(f"- {tag}: {says}" for tag, says in TAGS.items())
    return f"{HEAD}\n" + "\n".join(wrapped) + f"\n\nHow well each is known:\n\n{tags}\n"


def _known(word: Word) -> str:
    where = "; ".join(filter(None, [", ".join(word.cites.split()), word.source]))
    return f"[{word.tag}{': ' * bool(where)}{where}]"


if __name__ == "__main__":
    write_whole(PAGE, glossary())
