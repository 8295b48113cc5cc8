"""A process that was ended while it sent an answer holds nothing up."""

import signal
import subprocess
import sys

import pytest

from switchproof.cli import HALF_DONE
from switchproof.terminal.exits import SIGNALLED

ENDED = """
import os, signal, threading
from properties.engine.signals import signals_spare_z3
from switchproof import cli
from switchproof.deciding.spread import spread

def answer(seconds):
    threading.Timer(seconds, os.kill, (os.getppid(), signal.SIGTERM)).start()
    return bytes(200_000_000)

def asked(words):
    with signals_spare_z3():
        return len(list(spread(answer, [SECONDS, SECONDS], 2, bytes)))

cli._run = asked
cli.program()
"""


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.15, 0.2])
def test_half_an_answer_is_not_waited_for(seconds: float) -> None:
    text = ENDED.replace("SECONDS", str(seconds))
    run = subprocess.run(
        [sys.executable, "-c", text], check=False, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == SIGNALLED + signal.SIGTERM
    assert run.stderr == f"switchproof: ended by SIGTERM; {HALF_DONE}\n"
