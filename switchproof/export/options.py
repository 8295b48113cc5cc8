"""What `switchproof export` may be asked."""

import argparse

from switchproof.terminal.options import count

HELP = "write a flow in the language of another model checker"
LANGUAGES = {
    "smv": "NuSMV",
    "promela": "SPIN",
    "tla": "TLC",
    "smt2": "Z3",
    "aiger": "ABC, in ASCII",
}


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.description = (
        "Write a flow, with so many points and providers and no more, for another model checker. "
        "Points are dealt out to the providers in turn, as for walk and verify."
    )
    parser.epilog = (
        "A claim is written as what must hold of every reachable state: one on steps, that each "
        "step from there keeps it; one that something can happen, that it does not, so that the "
        "tool refutes it with the run that shows it. The tool speaks of this one instance only."
    )
    parser.add_argument("flow", metavar="FLOW")
    known = ", ".join(f"{name} ({tool})" for name, tool in LANGUAGES.items())
    parser.add_argument("--to", choices=tuple(LANGUAGES), required=True, help=known)
    parser.add_argument("--points", type=count, default=1, metavar="N", help="default: 1")
    parser.add_argument("--providers", type=count, default=1, metavar="P", help="default: 1")
    which = "with this claim (default: all on states and steps); may be repeated"
    parser.add_argument("--claim", action="append", default=[], metavar="ID", help=which)
