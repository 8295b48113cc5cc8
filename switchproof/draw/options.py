"""What `switchproof draw` may be asked."""

import argparse

from switchproof.terminal.options import add_change

HELP = "draw some flows"
FORMATS = ("svg", "png", "pdf")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Draw some flows, each machine and how they hang together."
    parser.epilog = (
        "Each picture has its title, its legend and the table of its rules with it, 160 mm wide. "
        "Where words have no room its lines have numbers, and what is too much for one page is "
        "split by phase; a machine whose rules lead somewhere whatever its state has a table only. "
        "All three are said. PNG and PDF need the extra 'pictures'."
    )
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    add_change(parser)
    parser.add_argument("--format", choices=FORMATS, default="svg", help="default: svg")
    parser.add_argument("--out", default="out", metavar="FOLDER", help="default: out")
