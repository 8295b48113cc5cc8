"""What `switchproof logs need` may be asked."""

import argparse

HELP = "say what a log must have for an interface, and which duties it shows"
STATUS = """\
exit status: 0 the map has all that the interface wants, or none was given; 1 it lacks something,
or leaves something unmapped; 2 wrong usage or a bad log; 3 no monitor of the interface is found
and shown."""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Say which columns, events and dated facts an interface wants of a log, which duties can\n"
        "be judged by them, and why others cannot; with a map, what it lacks. Of a log the first\n"
        "1,000 rows are read, to say which columns and values the map leaves unmapped: no verdict."
    )
    parser.epilog = STATUS
    told = "Parquet files, or folders of them, to try the map on"
    parser.add_argument("log", nargs="*", metavar="LOG", help=told)
    parser.add_argument("--flow", required=True, metavar="FLOW", help="the flow that it shows")
    told = "of the flow, where it has several (default: the first)"
    parser.add_argument("--interface", metavar="NAME", help=told)
    told = "print the monitor too: its states and letters, and what it does not see"
    parser.add_argument("--states", action="store_true", help=told)
    parser.add_argument("--map", metavar="FILE", help="names, time zone, clocks and deadlines")
