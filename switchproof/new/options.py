"""What `switchproof new` may be asked."""

import argparse

HELP = "write a flow file of your own to start from"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write NAME.py: a small flow with comments, which verifies. It is yours to change."
    )
    parser.add_argument("name", metavar="NAME", help="a name for the flow, such as shop")
