"""What `switchproof logs suite` may be asked."""

import argparse

from properties.analyses.suites.suite import GOALS
from switchproof.logs.suite.format import SuitesReport
from switchproof.terminal.schema import described

HELP = "write test runs for an interface, with expected answers"
FORMATS = ("table", "gherkin", "json")
STATUS = """\
exit status: 0 each goal is reached by a run, or proved out of reach; 2 wrong usage; 3 of some it is
not known, or the interface has no monitor."""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Write few runs that between them take every transition at an interface, take every two\n"
        "that follow one another, try every letter that is refused, or tell the flow from each\n"
        "of its variants; with what can be seen next at each step, and how few runs would do."
    )
    parser.epilog = f"{STATUS}\n\n{described(SuitesReport)}"
    parser.add_argument("flow", metavar="FLOW")
    told = "of the flow, where it has several (default: the first)"
    parser.add_argument("--interface", metavar="NAME", help=told)
    told = f"one of {', '.join(GOALS)} (default: all)"
    parser.add_argument("--goal", choices=GOALS, metavar="GOAL", help=told)
    told = f"one of {', '.join(FORMATS)} (default: table)"
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="FORM", help=told)
    told = "a folder for them, with a file for each goal"
    parser.add_argument("--out", metavar="FOLDER", help=told)
