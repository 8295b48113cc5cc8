"""What `dossier order` may be asked."""

import argparse

from switchproof.dossier.order.format import OrderReport
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from switchproof.terminal.options import add_format, add_timeout
from switchproof.terminal.schema import described

HELP = "which orders of the steps of the change are safe"
STATUS = (
    f"exit status: {AS_EXPECTED} the order that was asked about is safe, or none was; "
    f"{SURPRISE} it is not, or the\ndescription of safe orders is not exact, or nothing demands a "
    f"part of it; {WRONG} wrong usage;\n{UNDECIDED} undecided: a limit was reached."
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Find all safe orders of the steps of the change: what comes before what, what demands\n"
        "it, after which step there is no way back. Of an order of your own say whether it is\n"
        "safe, and if not, where and why."
    )
    parser.epilog = f"{STATUS}\n{described(OrderReport)}"
    told = "all steps in some order, by their words, with commas between them"
    parser.add_argument("order", nargs="?", metavar="'STEP, STEP, ...'", help=told)
    parser.add_argument("--out", metavar="FOLDER", help="also draw the partial order, as SVG")
    add_format(parser)
    add_timeout(parser, "the search")
