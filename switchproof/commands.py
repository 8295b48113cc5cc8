"""The commands of `switchproof`, each with the folder that holds its options and what runs it.

Nothing here imports what a command needs to run, so that `--help` is quick.
"""

import argparse
from importlib import import_module
from typing import NoReturn

from switchproof.terminal.errors import BadInput

COMMANDS = {
    "verify": "switchproof.verify",
    "check": "switchproof.check",
    "explain": "switchproof.explain",
    "walk": "switchproof.walk",
    "why-not": "switchproof.why_not",
    "idle": "switchproof.idle",
    "why": "switchproof.why",
    "mutants": "switchproof.mutants",
    "draw": "switchproof.draw",
    "trace": "switchproof.dossier.trace",
    "terms": "switchproof.dossier.terms",
    "questions": "switchproof.dossier.questions",
    "duties": "switchproof.dossier.duties",
    "doubts": "switchproof.dossier.doubts",
    "hazards": "switchproof.dossier.hazards",
    "who-must-fail": "switchproof.dossier.who_must_fail",
    "findings": "switchproof.dossier.findings",
    "atlas": "switchproof.dossier.atlas",
    "properties": "switchproof.dossier.numbered",
}


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Print the help; argparse itself would swallow that the disk is full."""
        del file
        print(self.format_help(), end="", flush=True)


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    top = _Parser(
        prog="switchproof",
        description="Registration data and the DSP: flows that are executed, proved and drawn.",
        epilog="FLOW is current, css, handover, drafting, leadtime, linked, or the path of a flow "
        "file of your own. Such a file is Python code, and a command that is given it runs it.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, folder in COMMANDS.items():
        asked = import_module(f"{folder}.options")
        asked.options(commands.add_parser(name, help=asked.HELP))
    return top


def run(asked: argparse.Namespace) -> int:
    """Run what was asked, imported only now, and return its exit status."""
    status: int = import_module(f"{COMMANDS[asked.command]}.run").run(asked)
    return status
