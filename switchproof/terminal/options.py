"""Options that several commands have, and what their values may be."""

import argparse

SECONDS = 60.0


def add_timeout(
    parser: argparse.ArgumentParser, of: str = "one claim", default: float | None = None
) -> None:
    """Add `--timeout`, in seconds."""
    default = SECONDS if default is None else default
    limit = f"seconds that {of} may take (default: {default:g})"
    parser.add_argument("--timeout", type=seconds, default=default, metavar="SECONDS", help=limit)


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add `--jobs`, a number of processes."""
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (default: one a core)")


def add_cache(parser: argparse.ArgumentParser) -> None:
    """Add `--no-cache`."""
    told = "decide all anew, and keep nothing in .switchproof"
    parser.add_argument("--no-cache", action="store_true", help=told)


def add_change(parser: argparse.ArgumentParser) -> None:
    """Add `--without` and `--reading`."""
    told = "as if this event could never happen; may be repeated"
    parser.add_argument("--without", action="append", default=[], metavar="EVENT", help=told)
    parser.add_argument("--reading", metavar="NAME", help="as the text is read otherwise")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add `--format`, text or JSON."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def count(text: str) -> int:
    """Return a whole number from 1 up, as argparse asks for it."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1 up")
    return int(text)


def seconds(text: str) -> float:
    """Return a number of seconds above 0, as argparse asks for it."""
    try:
        given = float(text)
    except ValueError:
        given = 0.0
    if not 0 < given < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seconds")
    return given
