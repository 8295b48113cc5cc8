"""What `switchproof logs simulate` may be asked."""

import argparse

from switchproof.terminal.options import count

HELP = "write a log to try things on: walks of a flow, with faults if wanted"
POINTS, PROVIDERS = 1000, 14


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write a year of invented events at so many points, as one run of a flow shows them at "
        "its interface, in Parquet: the log, the facts around it, and what was planted."
    )
    parser.epilog = (
        "Nothing in it happened. How soon things happen is invented as well; midnight, 17:00 and "
        "working days are those of London. The same seed gives the same log, in however many "
        "processes it is written."
    )
    parser.add_argument("flow", metavar="FLOW")
    parser.add_argument("--out", required=True, metavar="FOLDER", help="a folder yet to be made")
    told = "of the flow, where it has several (default: the first)"
    parser.add_argument("--interface", metavar="NAME", help=told)
    told = f"metering points (default: {POINTS})"
    parser.add_argument("--points", type=count, default=POINTS, metavar="N", help=told)
    told = f"to which they are dealt out in turn (default: {PROVIDERS})"
    parser.add_argument("--providers", type=count, default=PROVIDERS, metavar="K", help=told)
    parser.add_argument("--seed", type=count, default=1, metavar="S", help="default: 1")
    told = "the share of points in whose rows a fault is planted, such as 3%%"
    parser.add_argument("--faults", type=share, default=0.0, metavar="SHARE", help=told)


def share(text: str) -> float:
    """Return a share, written in per cent, as argparse asks for it."""
    try:
        found = float(text.removesuffix("%")) / 100
    except ValueError:
        found = -1.0
    if not text.endswith("%") or not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no share; write one such as 3%")
    return found
