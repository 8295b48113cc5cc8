"""Options that say how a log is to be judged."""

import argparse


def add_setting(parser: argparse.ArgumentParser) -> None:
    """Add what says how a log is to be judged."""
    parser.add_argument("--flow", required=True, metavar="FLOW", help="the flow that it shows")
    told = "of the flow, where it has several (default: the first)"
    parser.add_argument("--interface", metavar="NAME", help=told)
    parser.add_argument("--map", metavar="FILE", help="names, time zone, clocks and deadlines")
    parser.add_argument(
        "--facts", metavar="FILE", help="dated facts: who, what, from, to (Parquet)"
    )
    parser.add_argument("--as-of", metavar="INSTANT", help="up to which the log is whole")
    told = "'any': each life may have begun before the log"
    parser.add_argument("--start", choices=("first", "any"), default="first", help=told)
