"""What `switchproof walk` may be asked."""

import argparse

from switchproof.terminal.options import add_change, count

HELP = "take a flow step by step"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Take a flow step by step: by hand (reading the standard input), by seed, or by a list."
    )
    parser.add_argument("flow", metavar="FLOW")
    parser.add_argument("--points", type=count, default=1, metavar="N", help="default: 1")
    parser.add_argument("--providers", type=count, default=1, metavar="P", help="default: 1")
    parser.add_argument("--seed", type=int, metavar="S", help="take steps at random from this seed")
    parser.add_argument("--steps", type=count, metavar="N", help="how many (default: 20)")
    which = "an event, and the number of its point or provider (default: 1); may be repeated"
    parser.add_argument("--take", action="append", default=[], metavar="EVENT[@N]", help=which)
    add_change(parser)
