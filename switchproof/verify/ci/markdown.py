"""A report as Markdown, for a summary of a job or a comment."""

from collections.abc import Iterator

from switchproof.verify.format import Report
from switchproof.verify.report import asked_again, summary
from switchproof.verify.screen import HEADS, table
from switchproof.verify.trouble import Trouble, how_it_ended, steps, troubles

SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})
TITLES = {True: "Not as expected", False: "Not known"}


def markdown(report: Report) -> str:
    """Return the report as text."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from ("## switchproof verify", "", f"{_plain(summary(report))}.", "")
    yield f"| flow | {' | '.join(HEADS[1:])} |"
    yield f"|---|{'---:|' * (len(HEADS) - 1)}"
    yield from (f"| {' | '.join(map(_plain, line))} |" for line in table(report["flows"]))
    if ended := how_it_ended(report):
        yield from ("", f"**{_plain(ended)}.**")
    for is_known, title in TITLES.items():
        found = [one for one in troubles(report) if one.is_known is is_known]
        if found:
            yield from ("", f"### {title}", "")
        for one in found:
            yield from _told(one)


def _told(wrong: Trouble) -> Iterator[str]:
    row = wrong.row
    yield f"- **{_plain(row['flow'])}, {_plain(wrong.name)}**: {_plain(wrong.says)}."
    yield f"  {_plain(row['sentence'])} ({_plain(row['file'])}:{row['line']})"
    for step, rules in steps(wrong.run) if wrong.run else ():
        yield f"  {_plain(step)} ({'; '.join(map(_plain, rules))})"
    yield f"  `switchproof explain {asked_again(row)}`".replace("\n", " ")


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(SPECIAL)
