"""What `switchproof draw` may be asked."""

import argparse

from switchproof.terminal.options import add_change

HELP = "draw some flows"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Draw some flows, each machine and how they hang together."
    parser.epilog = (
        "In a picture of states a black dot is the start, a double border an end (blue where the "
        "usual path ends), a square grey box several states at once, a pale box a state that is "
        "drawn elsewhere as well. Numbers are rows of the table in the .md file of that name."
    )
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    add_change(parser)
    parser.add_argument("--out", default="out", metavar="FOLDER", help="default: out")
