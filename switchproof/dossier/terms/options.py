"""What `dossier terms` may be asked."""

import argparse

from switchproof.dossier.terms.format import TermsReport
from switchproof.terminal.options import add_format
from switchproof.terminal.schema import described

HELP = "as what terms are used, and where uses do not agree"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "List the terms of the document, as what each statement uses them, and what a comparison\n"
        "shows: terms used as several things, circular, never used, or no longer met by those\n"
        "that they should cover, and statements on one duty that differ. Each is a candidate."
    )
    parser.epilog = described(TermsReport)
    add_format(parser)
