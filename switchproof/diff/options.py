"""What `switchproof diff` may be asked."""

import argparse

from switchproof.diff.format import DiffReport
from switchproof.terminal.options import add_timeout
from switchproof.terminal.schema import described

HELP = "say what one flow has otherwise than another, duties first"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Say what becomes of each duty of ONE in OTHER, and who may act on its breach; which\n"
        "rules and claims are added, removed or changed; and whether both do the same where only\n"
        "events that both have are seen. Verdicts on claims are those that 'switchproof verify'\n"
        "kept; none is found here."
    )
    ends = "exit status: 0 all was compared; 2 wrong usage; 3 where both do the same is undecided."
    parser.epilog = f"{ends}\n\n{described(DiffReport)}"
    parser.add_argument("before", metavar="ONE", help="the flow before")
    parser.add_argument("after", metavar="OTHER", help="the flow after")
    parser.add_argument("--all", action="store_true", help="each duty, rule and claim")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    into = "write it there as well, by its ending: .md, .json, or .svg (who owes what)"
    parser.add_argument("--write", action="append", default=[], metavar="FILE", help=into)
    add_timeout(parser, "one comparison of what both do")
