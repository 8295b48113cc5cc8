"""What `dossier paper` may be asked."""

import argparse

from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from switchproof.terminal.options import add_cache, add_timeout

HELP = "write all of it as a paper for a committee"
STATUS = (
    f"exit status: {AS_EXPECTED} all is as expected; {SURPRISE} something is not; {WRONG} wrong "
    f"usage;\n{UNDECIDED} something is undecided. The paper says in each case what is so."
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Write a paper for a committee, as PDF and for Word: what is asked, the findings for\n"
        "decision with their runs, who owes what, the handover, impacts, and annexes. It needs\n"
        "the extras 'pictures' and 'paper'. What is not said below is left open: the paper is\n"
        "then prepared from a model, and issued by nobody."
    )
    parser.epilog = STATUS
    into = "the folder for paper.pdf and paper.docx (default: paper)"
    parser.add_argument("--out", metavar="FOLDER", default="paper", help=into)
    parser.add_argument("--brief", action="store_true", help="two pages alone")
    for name, what in (
        ("number", "the number of the paper"),
        ("date", "the date of the meeting"),
        ("committee", "the committee that decides, as its members write it"),
        ("classification", "who may read it"),
    ):
        parser.add_argument(f"--{name}", metavar="WORDS", help=what)
    add_timeout(parser)
    add_cache(parser)
