"""What `switchproof why-not` may be asked."""

import argparse

from switchproof.terminal.options import add_timeout

HELP = "say why an event cannot happen"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Say why an event cannot happen at one metering point, at the start or as asked, and "
        "which is the nearest state in which it can."
    )
    parser.epilog = (
        "exit status: 0 answered, also where it can never happen; 2 wrong usage; 3 not known in "
        "its time."
    )
    parser.add_argument("flow", metavar="FLOW")
    parser.add_argument("event", metavar="EVENT", help="its name, or a part that only it has")
    where = "in the nearest state where this holds, as walk shows it; may be repeated"
    parser.add_argument("--state", action="append", default=[], metavar="FIELD=VALUE", help=where)
    after = "after this event; may be repeated"
    parser.add_argument("--take", action="append", default=[], metavar="EVENT", help=after)
    add_timeout(parser)
