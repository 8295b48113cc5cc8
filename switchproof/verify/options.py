"""What `switchproof verify` may be asked."""

import argparse

from properties.engine.budget import MOST_POINTS
from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_cache, add_change, add_jobs, add_timeout, count
from switchproof.terminal.schema import described
from switchproof.verify.format import Report

FEW = range(1, 8)
PUBLISHED = """\
Its JSON Schema is switchproof/verify/report.schema.json. With --without or --reading it is what
differs (difference.schema.json), nothing is expected, and the exit status is 0 or 3.
"""
HELP = "decide every claim of some flows"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Decide every claim of some flows, and of their variants."
    parser.epilog = f"{STATUS}\n{described(Report)}\n{PUBLISHED}"
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    parser.add_argument("--claim", action="append", default=[], metavar="ID", help="only this one")
    formats = ("text", "json", "junit", "sarif", "markdown", "github")
    github = "github: text with annotations, and the markdown added to the summary of the job"
    parser.add_argument("--format", choices=formats, default="text", help=github)
    into = "write the result there as well, by its ending: .json, .xml (JUnit), .sarif or .md"
    parser.add_argument("--write", action="append", default=[], metavar="FILE", help=into)
    rows = parser.add_mutually_exclusive_group()
    rows.add_argument("--all", action="store_true", help="show every verdict (default: a summary)")
    rows.add_argument("--quiet", action="store_true", help="show surprises only")
    more = "look as well at every state with just so many metering points, however they share"
    whom = "providers, of which up to two have none; no proof for another number"
    parser.add_argument("--points", type=count, metavar="N", help=f"{more} {whom}")
    only = "with --points: with just so many providers, those without points counted too"
    parser.add_argument("--providers", type=count, metavar="P", help=only)
    most = "search runs that break a claim with up to so many points, where these interact"
    parser.add_argument(
        "--most-points", type=_few, default=MOST_POINTS, metavar="K", help=f"{most} (default: 3)"
    )
    told = "at each edit say what it touches, and decide that anew, until Ctrl-C"
    parser.add_argument("--watch", action="store_true", help=told)
    add_change(parser)
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
    parser.add_argument("--packets", metavar="FOLDER", help="keep there what shows each verdict")
    limit = "megabytes that a process may take in all (default: no limit)"
    parser.add_argument("--memory", type=count, metavar="MB", help=limit)


def _few(text: str) -> int:
    """Return a number of points that a packet may hold with two providers that have none."""
    if not text.isdecimal() or int(text) not in FEW:
        told = f"'{text}' is not a whole number from {FEW[0]} to {FEW[-1]}"
        raise argparse.ArgumentTypeError(told)
    return int(text)
