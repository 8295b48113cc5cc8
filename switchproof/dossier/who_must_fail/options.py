"""What `dossier who-must-fail` may be asked."""

import argparse

from switchproof.terminal.options import add_cache, add_format, add_timeout

HELP = "say whose breach it takes"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = "Say whose breach of a duty makes what possible, today and then."
    add_format(parser)
    add_timeout(parser)
    add_cache(parser)
