"""A report as Markdown, for a summary of a job or a comment."""

from collections.abc import Iterator

from switchproof.terminal.markdown import plain
from switchproof.verify.format import Report
from switchproof.verify.report import asked_again, summary
from switchproof.verify.screen import HEADS, table
from switchproof.verify.trouble import Trouble, how_it_ended, steps, troubles

TITLES = {True: "Not as expected", False: "Not known"}


def markdown(report: Report) -> str:
    """Return the report as text."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from ("## switchproof verify", "", f"{plain(summary(report))}.", "")
    yield f"| flow | {' | '.join(HEADS[1:])} |"
    yield f"|---|{'---:|' * (len(HEADS) - 1)}"
    yield from (f"| {' | '.join(map(plain, line))} |" for line in table(report["flows"]))
    if ended := how_it_ended(report):
        yield from ("", f"**{plain(ended)}.**")
    for is_known, title in TITLES.items():
        found = [one for one in troubles(report) if one.is_known is is_known]
        if found:
            yield from ("", f"### {title}", "")
        for one in found:
            yield from _told(one)


def _told(wrong: Trouble) -> Iterator[str]:
    row = wrong.row
    yield f"- **{plain(row['flow'])}, {plain(wrong.name)}**: {plain(wrong.says)}."
    yield f"  {plain(row['sentence'])} ({plain(row['file'])}:{row['line']})"
    for step, rules in steps(wrong.run) if wrong.run else ():
        yield f"  {plain(step)} ({'; '.join(map(plain, rules))})"
    yield f"  `switchproof explain {asked_again(row)}`".replace("\n", " ")
