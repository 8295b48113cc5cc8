"""`python FOLDER PACKETS [FLOW_FILE...]`: check packets with Python's standard library alone."""

import gc
import io
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from .folder import Checker, content, parsed, read
from .kernel.flow import Data
from .kernel.need import Rejected
from .kinds import MALFORMED
from .manifest import Manifest, counted, summary
from .sorts import flow_of

ACCEPTED, WRONG, USAGE, OPEN = range(4)  # exit codes


def plain(text: str, most: int = 2000) -> str:
    """Return a text from a folder as it may be printed: in one line, and not too long."""
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:most])
    return shown if len(text) <= most else f"{shown}..."


def main(arguments: list[str]) -> int:
    """Print what is wrong and what was accepted; return 0 only where nothing is wrong or open."""
    places = [Path(argument) for argument in arguments]
    if not places or not places[0].is_dir() or not all(path.is_file() for path in places[1:]):
        print("usage: python FOLDER PACKETS [FLOW_FILE...]", file=sys.stderr)
        return USAGE
    folder, *files = places
    checker, packets = Checker(folder), list(read(folder))
    reasons = [wrong if packet is None else checker.reason(packet) for _, packet, wrong in packets]
    accepted = [p for (_, p, _), reason in zip(packets, reasons, strict=True) if p and not reason]
    manifest = Manifest(folder, packets)
    wrong = [*manifest.wrong, *(one for path in files for one in missed(path, accepted))]
    lines = [f"rejected: {n}: {r}" for (n, *_), r in zip(packets, reasons, strict=True) if r]
    lines += [f"wrong: {one}" for one in wrong]
    for name, one in counted(checker, accepted).items():
        whose = f"sha256 {one.digest}" if one.digest else "of variants alone"
        lines += summary(name, one, whose, manifest.unshown)
    lines.append(f"{len(accepted)} packets accepted, {len(packets) - len(accepted)} rejected")
    print("\n".join(map(plain, lines)))
    if not accepted or len(accepted) < len(packets) or wrong:
        return WRONG
    return OPEN if "undecided" in manifest.unshown.values() else ACCEPTED


def missed(path: Path, accepted: list[Data]) -> Iterator[str]:
    """Yield which claims of a flow that was given, as a file, no accepted packet shows."""
    try:
        text = content(path)
        flow = flow_of(parsed(text))
    except (OSError, *MALFORMED, Rejected) as wrong:
        yield f"{path}: it cannot be read ({wrong})"
        return
    digest = sha256(text).hexdigest()
    shown = {packet["claim"] for packet in accepted if packet["sha256"] == digest}
    yield from (
        f"no packet shows '{claim}' of {path}" for claim in flow.claims if claim not in shown
    )


def run() -> int:
    """Check what the command line names."""
    gc.disable()  # what is made lives to the end: to look through it takes a third of the time
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name may have any letters
    return main(sys.argv[1:])
