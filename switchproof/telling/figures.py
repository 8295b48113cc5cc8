"""The run of a result as figures, each with the name of its file."""

import re

from diagrams.sequence_part import pictures
from properties.engine.verdict import Result
from switchproof.telling.sequence import sequence_of


def figures(
    result: Result, title: str, *words: str, fails: bool | None = None
) -> list[tuple[str, str]]:
    """Return names, made of words, and texts; nothing where no step was taken."""
    if result.run is None or not result.run.moves:
        return []
    drawn = list(pictures(sequence_of(result, title, fails=fails)))
    name = "-".join(re.sub(r"\W+", "-", word).strip("-") for word in (*words, "run"))
    numbers = [f"-{number}" for number in range(1, len(drawn) + 1)] if len(drawn) > 1 else [""]
    return [(f"{name}{number}.svg", svg) for number, svg in zip(numbers, drawn, strict=True)]
