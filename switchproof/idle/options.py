"""What `switchproof idle` may be asked."""

import argparse

from switchproof.terminal.options import add_timeout

HELP = "name rules and conditions that do nothing"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Name rules that no run takes, and conditions that never stop anything."
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all but designs")
    add_timeout(parser)
