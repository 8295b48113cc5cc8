"""What `dossier interfaces` may be asked."""

import argparse

from switchproof.dossier.interfaces.format import InterfacesReport
from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_format, add_timeout
from switchproof.terminal.schema import described

HELP = "say what is alike where only some events are seen, and which drafts are"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Compare today's flow and the new one where only some events are seen and all others are\n"
        "hidden, and group drafts of a clause into those that are alike in this model under the\n"
        "readings that are told; that is not to say that they mean the same."
    )
    parser.epilog = f"{STATUS}\n{described(InterfacesReport)}"
    parser.add_argument("--packets", metavar="FOLDER", help="keep there what shows each verdict")
    add_format(parser)
    add_timeout(parser, "one comparison")
