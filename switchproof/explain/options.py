"""What `switchproof explain` may be asked."""

import argparse

from switchproof.terminal.options import add_change, add_timeout

HELP = "say what a verdict rests on"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Say what a verdict rests on, or tell the run that breaks the claim."
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim, as verify lists it")
    parser.add_argument("--flow", metavar="FLOW", help="default: each flow that has the claim")
    parser.add_argument("--variant", metavar="NAME", help="a variant that must break the claim")
    test = "print the run that breaks it as a story test of three lines, for pytest"
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--as-test", action="store_true", help=test)
    drawn = "draw that run, a lane for each who acts, into a folder (default: out)"
    instead.add_argument("--draw", nargs="?", const="out", metavar="FOLDER", help=drawn)
    add_change(parser)
    add_timeout(parser)
