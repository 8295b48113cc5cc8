"""What may be asked of `switchproof`: its commands and their options.

Nothing here imports what a command needs to run, so that `--help` is quick.
"""

import argparse
from typing import NoReturn

from switchproof.atlas_format import FORMAT as ATLAS_FORMAT
from switchproof.bad_input import BadInput
from switchproof.duties_format import FORMAT as DUTIES_FORMAT
from switchproof.tracing.trace_format import FORMAT as TRACE_FORMAT
from switchproof.verify_format import FORMAT

EXIT = """\
exit status: 0 all as expected; 1 a surprise (an unexpected verdict, an empty or a suspect one);
2 wrong usage, or nothing was checked; 3 something undecided, and nothing worse.
"""


SECONDS = 60.0


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
    _add_verify(commands.add_parser("verify", help="decide every claim of some flows"))
    _add_check(commands.add_parser("check", help="check the packets that verify wrote"))
    _add_explain(commands.add_parser("explain", help="say what a verdict rests on"))
    _add_walk(commands.add_parser("walk", help="take a flow step by step"))
    _add_why_not(commands.add_parser("why-not", help="say why an event cannot happen"))
    _add_idle(commands.add_parser("idle", help="name rules and conditions that do nothing"))
    _add_why(commands.add_parser("why", help="say what a claim cannot do without"))
    _add_mutants(commands.add_parser("mutants", help="see which wrong rules a claim notices"))
    _add_draw(commands.add_parser("draw", help="draw some flows"))
    _add_trace(commands.add_parser("trace", help="go from a statement to rules, and back"))
    _add_duties(commands.add_parser("duties", help="say who owes what to whom, today and then"))
    _add_doubts(commands.add_parser("doubts", help="say what each reading of the text costs"))
    _add_hazards(commands.add_parser("hazards", help="list hazards and how each is treated"))
    _add_who_must_fail(commands.add_parser("who-must-fail", help="say whose breach it takes"))
    _add_findings(commands.add_parser("findings", help="write what the document gets wrong"))
    _add_atlas(commands.add_parser("atlas", help="say which claims hold under which faults"))
    _add_properties(commands.add_parser("properties", help="say which claims state P1 to P30"))
    return top


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Decide every claim of some flows, and of their variants."
    parser.epilog = f"{EXIT}\n{FORMAT}"
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    parser.add_argument("--claim", action="append", default=[], metavar="ID", help="only this one")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    more = "count the states of the whole flow as well, with so many"
    parser.add_argument("--points", type=_count, metavar="N", help=f"{more} metering points")
    parser.add_argument("--providers", type=_count, metavar="P", help=f"{more} providers")
    _add_timeout(parser)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--packets", metavar="FOLDER", help="keep there what shows each verdict")
    limit = "megabytes that a process may take in all (default: no limit)"
    parser.add_argument("--memory", type=_count, metavar="MB", help=limit)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Check the packets in a folder: with the checker that knows no solver, then with Z3 and,\n"
        "where it is installed, cvc5. Nothing in the folder is run."
    )
    parser.epilog = """\
exit status: 0 all is accepted, and all is there; 1 something is rejected, missing, or there and
not in the manifest; 2 wrong usage, or nothing was checked; 3 something is undecided, or was not
checked in its time, and nothing is worse.
"""
    parser.add_argument("folder", metavar="FOLDER", help="what verify --packets wrote")
    flows = "compare its packets with this flow, and name what has none"
    parser.add_argument("flows", nargs="*", metavar="FLOW", help=flows)
    _add_timeout(parser, of="one packet")
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _add_timeout(parser: argparse.ArgumentParser, of: str = "one claim") -> None:
    limit = f"seconds that {of} may take (default: {SECONDS:g})"
    parser.add_argument("--timeout", type=_seconds, default=SECONDS, metavar="SECONDS", help=limit)


def _add_explain(parser: argparse.ArgumentParser) -> None:
    parser.description = "Say what a verdict rests on, or tell the run that breaks the claim."
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim, as verify lists it")
    parser.add_argument("--flow", metavar="FLOW", help="default: each flow that has the claim")
    parser.add_argument("--variant", metavar="NAME", help="a variant that must break the claim")
    _add_timeout(parser)


def _add_walk(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Take a flow step by step: by hand (reading the standard input), by seed, or by a list."
    )
    parser.add_argument("flow", metavar="FLOW")
    parser.add_argument("--points", type=_count, default=1, metavar="N", help="default: 1")
    parser.add_argument("--providers", type=_count, default=1, metavar="P", help="default: 1")
    parser.add_argument("--seed", type=int, metavar="S", help="take steps at random from this seed")
    parser.add_argument("--steps", type=_count, metavar="N", help="how many (default: 20)")
    which = "an event, and the number of its point or provider (default: 1); may be repeated"
    parser.add_argument("--take", action="append", default=[], metavar="EVENT[@N]", help=which)


def _add_why_not(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Say why an event cannot happen at one metering point, at the start or as asked, and "
        "which is the nearest state in which it can."
    )
    parser.epilog = (
        "exit status: 0 answered, also where it can never happen; 2 wrong usage; 3 not known in "
        "its time."
    )
    parser.add_argument("flow", metavar="FLOW")
    parser.add_argument("event", metavar="EVENT", help="its name, or a part that only it has")
    where = "in the nearest state where this holds, as walk shows it; may be repeated"
    parser.add_argument("--state", action="append", default=[], metavar="FIELD=VALUE", help=where)
    after = "after this event; may be repeated"
    parser.add_argument("--take", action="append", default=[], metavar="EVENT", help=after)
    _add_timeout(parser)


def _add_idle(parser: argparse.ArgumentParser) -> None:
    parser.description = "Name rules that no run takes, and conditions that never stop anything."
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    _add_timeout(parser)


def _add_why(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Leave out of the rules one thing at a time, and say without which a claim on states or "
        "steps fails; and whether it cites what it rests on."
    )
    parser.add_argument("claims", nargs="*", metavar="CLAIM", help="default: all such claims")
    parser.add_argument("--flow", metavar="FLOW", help="default: each flow that has the claim")
    _add_timeout(parser)
    keep = "put what was found into this file, and ask only of claims that it does not answer"
    parser.add_argument("--keep", metavar="FILE", help=keep)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _add_mutants(parser: argparse.ArgumentParser) -> None:
    parser.description = "Change one thing in a flow at a time, and see whether a claim notices."
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    parser.add_argument("--keep", metavar="FILE", help="write what was found to this file as well")
    limit = "seconds that one mutant may take (default: 40)"
    parser.add_argument("--timeout", type=_seconds, default=40.0, metavar="SECONDS", help=limit)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _add_properties(parser: argparse.ArgumentParser) -> None:
    parser.description = "List the properties P1 to P30, and decide the claims that state them."
    parser.add_argument("numbers", nargs="*", metavar="NUMBER", help="such as P7; default: all")
    _add_timeout(parser)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _add_draw(parser: argparse.ArgumentParser) -> None:
    parser.description = "Draw some flows, each machine and how they hang together."
    parser.epilog = (
        "In a picture of states a black dot is the start, a double border an end (blue where the "
        "usual path ends), a square grey box several states at once, a pale box a state that is "
        "drawn elsewhere as well. Numbers are rows of the table in the .md file of that name."
    )
    parser.add_argument("flows", nargs="*", metavar="FLOW", help="default: all flows")
    parser.add_argument("--out", default="out", metavar="FOLDER", help="default: out")


def _add_trace(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Go from a statement to the rules, duties, claims, variants and pictures that rest on it,\n"
        "with verdicts; or from a rule, duty or claim to its statements. Without an ID: whether\n"
        "every statement is answered. HTML without an ID is the whole register, with verdicts."
    )
    parser.epilog = f"{EXIT}\n{TRACE_FORMAT}"
    what = "a clause, fact or assumption by its id, an event, a duty, or a claim"
    parser.add_argument("name", nargs="?", metavar="ID", help=what)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    edition = "compare a text of the document, such as a later edition, with the register"
    parser.add_argument("--source", metavar="FILE", help=edition)
    _add_timeout(parser)


def _add_who_must_fail(parser: argparse.ArgumentParser) -> None:
    parser.description = "Say whose breach of a duty makes what possible, today and then."
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _add_timeout(parser)


def _add_findings(parser: argparse.ArgumentParser) -> None:
    parser.description = "Write the findings, each from its verdict, with the cures that hold."
    parser.add_argument("--write", metavar="FILE", help="into this file (default: print)")
    _add_timeout(parser)


def _add_duties(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Say who owes what to whom, today and then, and what is wrong with it."
    parser.epilog = f"{EXIT}\n{DUTIES_FORMAT}"
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _add_timeout(parser)


def _add_doubts(parser: argparse.ArgumentParser) -> None:
    parser.description = "Say what the text leaves open, and what each reading of it costs."
    parser.add_argument("doubt", nargs="?", metavar="ID", help="default: every doubt")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _add_timeout(parser)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _add_hazards(parser: argparse.ArgumentParser) -> None:
    parser.description = "List the hazards and the tensions of the text, and what shows each."
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_atlas(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = "Say which claims hold under which faults, and under how little."
    parser.epilog = f"{EXIT}\n{ATLAS_FORMAT}"
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="default: every one")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    _add_timeout(parser)
    parser.add_argument("--jobs", type=_count, metavar="N", help="processes (default: one a core)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1 up")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seconds")
    return seconds
