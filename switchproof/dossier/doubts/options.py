"""What `dossier doubts` may be asked."""

import argparse

from switchproof.terminal.options import add_cache, add_format, add_jobs, add_timeout

HELP = "say what each reading of the text costs"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Say what the text leaves open, and what each reading of it costs."
    parser.add_argument("doubt", nargs="?", metavar="ID", help="default: every doubt")
    add_format(parser)
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
