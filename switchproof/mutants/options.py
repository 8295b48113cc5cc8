"""What `switchproof mutants` may be asked."""

import argparse

from switchproof.terminal.options import add_jobs, add_timeout

HELP = "see which wrong rules a claim notices"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Change one thing in a flow at a time, and see whether a claim notices."
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all but designs")
    parser.add_argument("--keep", metavar="FILE", help="write what was found to this file as well")
    add_timeout(parser, of="one mutant", default=40.0)
    add_jobs(parser)
