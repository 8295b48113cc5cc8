"""What `switchproof logs bucket` may be asked."""

import argparse

from switchproof.terminal.options import count

HELP = "deal a log out by case into files, each of which can be judged by itself"
PARTS = 32


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write a log anew as a folder of files in our columns, each case whole in one of them, so "
        "that each can be judged on another machine, and nothing need be sent about."
    )
    parser.add_argument("log", nargs="+", metavar="LOG", help="Parquet files, or folders of them")
    parser.add_argument("--map", metavar="FILE", help="names, time zone and clocks")
    parser.add_argument("--parts", type=count, default=PARTS, metavar="N", help=f"default: {PARTS}")
    parser.add_argument("--out", required=True, metavar="FOLDER", help="a folder yet to be made")
