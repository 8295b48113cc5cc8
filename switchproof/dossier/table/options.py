"""What `dossier table` may be asked."""

import argparse

from switchproof.dossier.table.format import TableReport
from switchproof.terminal.options import add_cache, add_jobs, add_timeout
from switchproof.terminal.schema import described

HELP = "list what the change catches under way, and who says what of it"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "The transitional and savings table. For each machine, each state that something can be\n"
        "in at the step that ends the duty under the SEC: whether it is possible, with the\n"
        "shortest run, or never; what becomes of it; which clause says so, or that the text is\n"
        "silent. Where it is silent a drafter has three options: it continues under the old\n"
        "rules, it is carried over as if done under the new, or it ends."
    )
    parser.epilog = described(TableReport)
    parser.add_argument("design", nargs="?", metavar="DESIGN", help="default: every design")
    more = "decide as well what each of the three options keeps and breaks; it takes minutes"
    parser.add_argument("--options", action="store_true", help=more)
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    into = "write it there as well, by its ending: .md, .json, or .svg (the picture of one design)"
    parser.add_argument("--write", action="append", default=[], metavar="FILE", help=into)
    add_timeout(parser)
    add_jobs(parser)
    add_cache(parser)
