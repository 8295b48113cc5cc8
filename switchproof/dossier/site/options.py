"""What `dossier site` may be asked."""

import argparse

from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_cache, add_timeout

HELP = "write all of this as a folder of pages, with links"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Write pages on every flow, claim, statement and finding, with pictures, and links\n"
        "between them. Open index.html; nothing is loaded from elsewhere. Verdicts that earlier\n"
        "commands kept are checked once more, the rest is decided now. A site that is there is\n"
        "replaced whole, or left as it was."
    )
    parser.epilog = STATUS
    told = "where to write it (default: out/site)"
    parser.add_argument("--out", default="out/site", metavar="FOLDER", help=told)
    add_timeout(parser)
    add_cache(parser)
