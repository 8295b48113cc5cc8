"""What `switchproof logs conform` may be asked."""

import argparse
import re

from switchproof.logs.setting_options import add_setting
from switchproof.terminal.options import add_format

HELP = "say of each life in a log whether it conforms, and where it departs"
STATUS = """\
exit status: 0 all conform, or are still open; 1 some depart; 2 wrong usage or a bad log, and no
verdict; 3 some are ambiguous or unmapped and none departs, or nothing could be judged."""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = (
        "Judge each case of an event log by the monitor of an interface: the first event that\n"
        "cannot be, the guard that refuses it, the duty that it would breach in which reading,\n"
        "whose it is and the clause. Rows may be in any order and twice. It needs the extra 'logs'."
    )
    parser.epilog = STATUS
    parser.add_argument("log", nargs="+", metavar="LOG", help="Parquet files, or folders of them")
    add_setting(parser)
    parser.add_argument("--out", metavar="FILE", help="write the verdicts there (Parquet)")
    told = "verdicts on earlier logs: only cases that this log touches are judged anew"
    parser.add_argument("--since", metavar="FILE", help=told)
    told = "write rows without a case, time, event or actor there (Parquet)"
    parser.add_argument("--quarantine", metavar="FILE", help=told)
    told = "rows that may be so kept apart (default: 0)"
    parser.add_argument("--allow", type=number, default=0, metavar="N", help=told)
    parser.add_argument("--pseudonyms", metavar="KEYFILE", help="hide case ids by this key")
    told = "where it is judged (default: local); the other two are extras"
    parser.add_argument("--engine", choices=("local", "spark", "dask"), default="local", help=told)
    add_format(parser)
    told = "what may be taken, such as 2GiB (default)"
    parser.add_argument("--memory", type=size, default=size("2GiB"), metavar="SIZE", help=told)


def size(text: str) -> int:
    """Return a number of bytes, as argparse asks for it."""
    found = re.fullmatch(r"(\d+)\s*(MiB|GiB)", text)
    if not found or int(found[1]) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no size; write one such as 512MiB or 2GiB")
    return int(found[1]) << (20 if found[2] == "MiB" else 30)


def number(text: str) -> int:
    """Return a whole number from 0 up, as argparse asks for it."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 0 up")
    return int(text)
