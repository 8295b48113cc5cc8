"""How long the sentences of a text are: `python -m tests.reading [FILE]`, else of FINDINGS.md."""

import re
import sys
from pathlib import Path
from statistics import median

FINDINGS = Path(__file__).parents[1] / "FINDINGS.md"
LONG = 30  # words
AN_ITEM = re.compile(r"\n(?=- |\n|#)")
AN_END = re.compile(r"(?<=[.?!])\**\s+(?=[A-Z*'`])")
A_NUMBER = re.compile(r"(- )?(Steps? \d+( (to|and) \d+)?\. |#+ (\d+\. )?)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; an item of a list ends one, its number is none."""
    blocks = (A_NUMBER.sub("", " ".join(block.split())) for block in AN_ITEM.split(text))
    return [one for block in blocks for one in AN_END.split(block) if one.strip()]


def figures(text: str) -> tuple[int, float, float]:
    """Return how many sentences there are, their median length, and the share of long ones."""
    lengths = [len(one.split()) for one in sentences(text)]
    return len(lengths), median(lengths), sum(n > LONG for n in lengths) / len(lengths)


if __name__ == "__main__":
    path = Path(sys.argv[1]) if sys.argv[1:] else FINDINGS
    count, middle, share = figures(path.read_text(encoding="utf-8"))
    print(f"{path.name}: {count} sentences, median {middle:g} words, {share:.1%} over {LONG}")
