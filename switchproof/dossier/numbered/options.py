"""What `dossier numbered` may be asked."""

import argparse

from switchproof.terminal.options import add_cache, add_jobs, add_timeout

HELP = "say which claims state P1 to P30"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "List the properties P1 to P30, and decide the claims that state them."
    parser.add_argument("numbers", nargs="*", metavar="NUMBER", help="such as P7; default: all")
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
