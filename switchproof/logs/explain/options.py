"""What `switchproof logs explain` may be asked."""

import argparse

from switchproof.logs.setting_options import add_setting

HELP = "tell one life of a log: its events, where it departs, and what could have come"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Tell what a log has of one case, and what is said of it: the event that cannot be, why, "
        "which duty it would breach, where things stood, and what could have come instead."
    )
    parser.add_argument("case", metavar="CASE", help="as the log calls it")
    parser.add_argument("log", nargs="+", metavar="LOG", help="Parquet files, or folders of them")
    add_setting(parser)
