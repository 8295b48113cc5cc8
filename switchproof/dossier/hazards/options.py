"""What `dossier hazards` may be asked."""

import argparse

from switchproof.terminal.options import add_format

HELP = "list hazards and how each is treated"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "List the hazards and the tensions of the text, and what shows each."
    add_format(parser)
