"""What `switchproof verify` may be asked."""

import argparse

from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_cache, add_format, add_jobs, add_timeout, count
from switchproof.terminal.schema import described
from switchproof.verify.format import Report

HELP = "decide every claim of some flows"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Decide every claim of some flows, and of their variants."
    parser.epilog = f"{STATUS}\n{described(Report)}"
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    parser.add_argument("--claim", action="append", default=[], metavar="ID", help="only this one")
    add_format(parser)
    rows = parser.add_mutually_exclusive_group()
    rows.add_argument("--all", action="store_true", help="show every verdict (default: a summary)")
    rows.add_argument("--quiet", action="store_true", help="show surprises only")
    more = "count the states of the whole flow as well, with so many"
    parser.add_argument("--points", type=count, metavar="N", help=f"{more} metering points")
    parser.add_argument("--providers", type=count, metavar="P", help=f"{more} providers")
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
    parser.add_argument("--packets", metavar="FOLDER", help="keep there what shows each verdict")
    limit = "megabytes that a process may take in all (default: no limit)"
    parser.add_argument("--memory", type=count, metavar="MB", help=limit)
