"""The commands of `switchproof`, each with the folder that holds its options and what runs it.

Nothing here imports what a command needs to run, so that `--help` is quick.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from importlib import import_module, metadata
from typing import NoReturn

from switchproof.terminal.completion import script
from switchproof.terminal.errors import BadInput, unknown

DOSSIER = "dossier"
GROUPS = {
    "prove": {
        "verify": "switchproof.verify",
        "check": "switchproof.check",
        "explain": "switchproof.explain",
        "why": "switchproof.why",
        "idle": "switchproof.idle",
        "mutants": "switchproof.mutants",
    },
    "look": {
        "walk": "switchproof.walk",
        "explore": "switchproof.explore",
        "why-not": "switchproof.why_not",
        "draw": "switchproof.draw",
        "diff": "switchproof.diff",
    },
    "make": {
        "new": "switchproof.new",
        "list": "switchproof.list",
        "export": "switchproof.export",
    },
}
OF_DOSSIER = {
    "trace": "switchproof.dossier.trace",
    "terms": "switchproof.dossier.terms",
    "questions": "switchproof.dossier.questions",
    "duties": "switchproof.dossier.duties",
    "order": "switchproof.dossier.order",
    "designs": "switchproof.dossier.designs",
    "doubts": "switchproof.dossier.doubts",
    "hazards": "switchproof.dossier.hazards",
    "table": "switchproof.dossier.table",
    "findings": "switchproof.dossier.findings",
    "paper": "switchproof.dossier.paper",
    "atlas": "switchproof.dossier.atlas",
    "who-must-fail": "switchproof.dossier.who_must_fail",
    "numbered": "switchproof.dossier.numbered",
    "interfaces": "switchproof.dossier.interfaces",
    "site": "switchproof.dossier.site",
}
LOGS = "logs"
OF_LOGS = {
    "need": "switchproof.logs.need",
    "conform": "switchproof.logs.conform",
    "explain": "switchproof.logs.explain",
    "ingest": "switchproof.logs.ingest",
    "bucket": "switchproof.logs.bucket",
    "simulate": "switchproof.logs.simulate",
    "suite": "switchproof.logs.suite",
}
PARTED = {  # commands of several parts, each with what is said of them all
    DOSSIER: (OF_DOSSIER, "What is said of one paper, 'SEC Consequential Changes' (2019)."),
    LOGS: (
        OF_LOGS,
        "Event logs, read by a monitor that is proved of the flow. Needs the extra 'logs'.",
    ),
}
PARTS = {
    f"{name} {part}": folder for name, (of, _) in PARTED.items() for part, folder in of.items()
}
COMMANDS = {name: folder for group in GROUPS.values() for name, folder in group.items()}
ANEW = {**{name: name for name in OF_DOSSIER}, "properties": "numbered"}  # by their old names

ABOUT = "Registration data and the DSP: flows that are executed, proved and drawn."
A_FLOW = """\
A FLOW is current, css, handover, drafting, leadtime, linked; a design of the handover,
drained-before, drained-after, frozen, carried-over, with-fallback; or the path of a flow file of
your own, or of a folder of several. Such a file is Python code, and a command runs it."""


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:
        """Print the help; argparse itself would swallow that the disk is full."""
        del file
        print(self.format_help(), end="", flush=True)


def parsed(arguments: Sequence[str]) -> tuple[str, argparse.Namespace] | None:
    """Return what runs the command, and what it was asked; nothing where help was printed.

    Raises BadInput.
    """
    first, *rest = arguments or [""]
    if first in ALONE:
        print("\n".join(ALONE[first]()), flush=True)
        return None
    if first in PARTED:
        return _part_of(first, rest)
    if first in ANEW:
        raise BadInput(f"'{first}' is 'switchproof {DOSSIER} {ANEW[first]}' now; say that")
    if not first:
        raise BadInput("no command was given; see switchproof --help")
    if first.startswith("-"):
        raise BadInput(f"{first} is no command; see switchproof --help")
    if first not in COMMANDS:
        raise unknown("command", first, (*COMMANDS, *PARTED, *PARTS))
    return _asked(first, COMMANDS[first], rest)


def _part_of(name: str, arguments: Sequence[str]) -> tuple[str, argparse.Namespace] | None:
    first, *rest = arguments or [""]
    parts, _ = PARTED[name]
    if first in ("-h", "--help", ""):
        print("\n".join(_help_of(name)), flush=True)
        return None
    if first not in parts:
        raise unknown(f"part of {name}", first, parts)
    return _asked(f"{name} {first}", parts[first], rest)


def _parser(name: str, folder: str) -> _Parser:
    parser = _Parser(prog=f"switchproof {name}")
    import_module(f"{folder}.options").options(parser)
    return parser


def _asked(name: str, folder: str, rest: Sequence[str]) -> tuple[str, argparse.Namespace] | None:
    parser = _parser(name, folder)
    try:
        return f"{folder}.run", parser.parse_args(rest)
    except SystemExit:  # only after --help: complaints are BadInput
        return None


def _help() -> Iterator[str]:
    yield from ("usage: switchproof COMMAND ...", "", ABOUT, "")
    for title, group in GROUPS.items():
        yield f"{title}:"
        yield from _lines(group)
    yield from (
        "read:",
        f"  {DOSSIER:13} say what is said of one paper: trace, duties, findings, ...",
        f"  {LOGS:13} judge event logs by the flow: conform, explain, ...",
    )
    yield from (
        *("", A_FLOW, "", "switchproof COMMAND --help says more; --version, which this is;"),
        "--completion, what a shell completes (bash, zsh).",
    )


def _help_of(name: str) -> Iterator[str]:
    parts, about = PARTED[name]
    yield from (f"usage: switchproof {name} PART ...", "", about, "")
    yield from _lines(parts)
    yield from ("", f"switchproof {name} PART --help says more.")


def _lines(group: dict[str, str]) -> Iterator[str]:
    for name, folder in group.items():
        yield f"  {name:13} {import_module(f'{folder}.options').HELP}"


def _version() -> Iterator[str]:
    yield f"switchproof {metadata.version('switchproof')}"


def _completion() -> Iterator[str]:
    from model.flows import FLOWS

    options = {
        name: ["--help", *re.findall(r"--[a-z-]+", _parser(name, folder).format_usage()), *FLOWS]
        for name, folder in {**COMMANDS, **PARTS}.items()
    }
    first = (*COMMANDS, *PARTED, *ALONE)
    return script(first, {**options, **{name: list(of) for name, (of, _) in PARTED.items()}})


ALONE = {"-h": _help, "--help": _help, "--version": _version, "--completion": _completion}
