"""The command `switchproof`: it runs what is asked, and says how it ended.

Each command stands in a file of its own, imported when it is asked for, since solver, engine
and renderer take longer to import than `--help` may take.
"""

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from properties.engine.fault import EngineFault
from properties.engine.signals import Ended, signals_spare_z3
from switchproof.commands import parsed
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, INTERRUPTED, SIGNALLED, SURPRISE, WRONG
from switchproof.terminal.streams import in_one_line, make_ready

RARELY = (2_000_000, 20, 100)  # what a search keeps lives long: to look through it costs a tenth
PATIENCE = 10.0  # seconds for a thread to end after a command that nobody ended
HALF_DONE = "nothing is left half done"
STOPPED = f"interrupted; {HALF_DONE}"


def program() -> NoReturn:
    """Run the words typed, and end the process.

    A process that was ended while it sent an answer leaves a thread that waits for the rest of it
    for ever, and Python would wait for the thread.
    """
    status = main()
    others = [one for one in threading.enumerate() if one is not threading.main_thread()]
    waited_for = [one for one in others if not one.daemon]
    for one in waited_for:
        one.join(0 if status > SIGNALLED else PATIENCE)
    if any(one.is_alive() for one in waited_for):
        os._exit(status)  # all that was said is flushed
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; what goes wrong is said in one line."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BadInput as wrong:
        return _end(str(wrong), WRONG)
    except EngineFault as wrong:
        return _end(f"a fault of the engine, and no verdict: {wrong}", SURPRISE)
    except Ended as by:
        name = signal.Signals(by.number).name
        return _end(f"ended by {name}; {HALF_DONE}", SIGNALLED + by.number)
    except KeyboardInterrupt:
        exec("")  # noqa: S102  # forgets one in such a call: Python would end by the signal itself
        return _end(STOPPED, INTERRUPTED)
    except BrokenPipeError:
        return _end("the output was closed before its end; read all of it", WRONG, lost=True)
    except OSError as wrong:
        cure = "make room, or send the output elsewhere"
        return _end(f"the output cannot be written ({wrong.strerror}); {cure}", WRONG, lost=True)
    return status


def _run(arguments: Sequence[str] | None) -> int:
    make_ready()
    given = sys.argv[1:] if arguments is None else arguments
    found = parsed(given)
    if found is None:
        return AS_EXPECTED
    module, asked = found
    if "" in (word for given in vars(asked).values() for word in _words(given)):
        raise BadInput("an empty word was given; leave it out, or say what is meant")
    gc.set_threshold(*RARELY)
    with signals_spare_z3():
        status: int = import_module(module).run(asked)
    return status


def _words(given: object) -> list[object]:
    return given if isinstance(given, list) else [given]


def _end(message: str, status: int, *, lost: bool = False) -> int:
    with contextlib.suppress(OSError):
        print(f"switchproof: {in_one_line(message)}", file=sys.stderr, flush=True)
    with contextlib.suppress(OSError):
        if lost:  # what is still held back would be written, and complained of, at the very end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
