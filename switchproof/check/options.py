"""What `switchproof check` may be asked."""

import argparse

from switchproof.terminal.options import add_jobs, add_timeout

HELP = "check the packets that verify wrote"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Check the packets in a folder: with the checker that knows no solver, then with Z3 and,\n"
        "where it is installed, cvc5. Nothing in the folder is run."
    )
    parser.epilog = """\
exit status: 0 all is accepted, and all is there; 1 something is rejected, missing, or there and
not in the manifest; 2 wrong usage, or nothing was checked; 3 something is undecided, or was not
checked in its time, and nothing is worse.
"""
    parser.add_argument("folder", metavar="FOLDER", help="what verify --packets wrote")
    flows = "compare its packets with this flow, and name what has none"
    parser.add_argument("flows", nargs="*", metavar="FLOW", help=flows)
    add_timeout(parser, of="one packet")
    add_jobs(parser)
