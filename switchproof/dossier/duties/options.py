"""What `dossier duties` may be asked."""

import argparse

from switchproof.dossier.duties.format import DutiesReport
from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_format, add_timeout
from switchproof.terminal.schema import described

HELP = "say who owes what to whom, today and then"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Say who owes what to whom, today and then, and what is wrong with it."
    parser.epilog = f"{STATUS}\n{described(DutiesReport)}"
    add_format(parser)
    add_timeout(parser)
