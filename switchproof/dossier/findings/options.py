"""What `dossier findings` may be asked."""

import argparse

from switchproof.terminal.options import add_cache, add_timeout

HELP = "write what the document gets wrong"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Write the findings, each from its verdict, with the cures that hold."
    parser.add_argument("--write", metavar="FILE", help="into this file (default: print)")
    drawn = "draw the run of each into this folder, a lane for each who acts"
    parser.add_argument("--draw", metavar="FOLDER", help=drawn)
    add_timeout(parser)
    add_cache(parser)
