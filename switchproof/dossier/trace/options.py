"""What `dossier trace` may be asked."""

import argparse

from switchproof.dossier.trace.format import TraceReport
from switchproof.terminal.exits import STATUS
from switchproof.terminal.options import add_cache, add_timeout
from switchproof.terminal.schema import described

HELP = "go from a statement to rules, and back"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Go from a statement to the rules, duties, claims, variants and pictures that rest on it,\n"
        "with verdicts; from a rule, duty or claim to its statements; or what a term such as DSP\n"
        "means. Without an ID: whether every statement is answered. HTML without an ID is the\n"
        "whole register, with verdicts."
    )
    parser.epilog = f"{STATUS}\n{described(TraceReport)}"
    what = "a clause, fact or assumption by its id, a term, an event, a duty, or a claim"
    parser.add_argument("name", nargs="?", metavar="ID", help=what)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    edition = "compare a text of the document, such as a later edition, with the register"
    parser.add_argument("--source", metavar="FILE", help=edition)
    against = (
        "put the document's table of impacts beside what was changed in the event, or beside what "
        "differs between the flows before and after"
    )
    parser.add_argument("--against", choices=("outcome", "diff"), help=against)
    add_timeout(parser)
    add_cache(parser)
