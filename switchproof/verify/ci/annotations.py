"""A report as annotations of GitHub Actions, and its Markdown as the summary of the job."""

import os
from collections.abc import Iterator
from pathlib import Path

from switchproof.terminal.errors import BadInput
from switchproof.verify.ci.markdown import markdown
from switchproof.verify.format import Report
from switchproof.verify.trouble import troubles

SUMMARY = "GITHUB_STEP_SUMMARY"
IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_VALUE = IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def annotations(report: Report) -> Iterator[str]:
    """Yield an error or a warning for each thing that needs a look, at the line of its claim."""
    for one in troubles(report):
        kind = "error" if one.is_known else "warning"
        file, title = (t.translate(IN_VALUE) for t in (one.row["file"], one.name))
        told = f"{one.says}. {one.row['sentence']}".translate(IN_TEXT)
        yield f"::{kind} file={file},line={one.row['line']},title={title}::{told}"


def add_to_summary(report: Report) -> None:
    """Add to the file that the service names, if it names one; raises BadInput."""
    named = os.environ.get(SUMMARY)
    if not named:
        return
    try:
        with Path(named).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{markdown(report)}\n")
    except OSError as wrong:
        cure = f"let {SUMMARY} name a file that can be, or none"
        raise BadInput(f"{named}: cannot be written ({wrong.strerror}); {cure}") from wrong
