"""What `switchproof why` may be asked."""

import argparse

from switchproof.terminal.options import add_jobs, add_timeout

HELP = "say what a claim cannot do without"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Leave out of the rules one thing at a time, and say without which a claim on states or "
        "steps fails; and whether it cites what it rests on."
    )
    parser.add_argument("claims", nargs="*", metavar="CLAIM", help="default: all such claims")
    parser.add_argument(
        "--flow",
        metavar="FLOW",
        help="default: each flow that has the claim, or each that is not composed",
    )
    add_timeout(parser)
    keep = "put what was found into this file, and ask only of claims that it does not answer"
    parser.add_argument("--keep", metavar="FILE", help=keep)
    add_jobs(parser)
