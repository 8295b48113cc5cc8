"""What `dossier designs` may be asked."""

import argparse

from switchproof.dossier.designs.format import DesignsReport
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from switchproof.terminal.options import add_cache, add_format, add_timeout
from switchproof.terminal.schema import described

HELP = "compare the designs of the handover, claim by claim"
STATUS = (
    f"exit status: {AS_EXPECTED} each design is as it claims; {SURPRISE} one is not; {WRONG} wrong "
    f"usage;\n{UNDECIDED} something is not known."
)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Ask each claim of all designs of the handover that it can be asked of, and show where\n"
        "they differ: in brackets the steps of the shortest run that was found."
    )
    parser.epilog = f"{STATUS}\n{described(DesignsReport)}"
    told = "also draw the designs, and the duties through one night, as SVG"
    parser.add_argument("--out", metavar="FOLDER", help=told)
    add_format(parser)
    add_timeout(parser)
    add_cache(parser)
