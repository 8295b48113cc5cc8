"""What `dossier atlas` may be asked."""

import argparse

from switchproof.dossier.atlas.format import AtlasReport
from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_cache, add_format, add_jobs, add_timeout
from switchproof.terminal.schema import described

HELP = "say which claims hold under which faults"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Say which claims hold under which faults, and under how little."
    parser.epilog = f"{STATUS}\n{described(AtlasReport)}"
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="default: every one")
    add_format(parser)
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
