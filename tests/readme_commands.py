"""Every `switchproof` line of README in a new folder, in its order: its exit status and seconds.

`python -m tests.readme_commands` runs them, and ends with 1 where one does not end as README says:
with 0. What needs what a reader alone has, or does not end by itself, is left out and named.
"""

import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
COMMAND = (sys.executable, "-m", "switchproof")
LEFT_OUT = {"--watch": "ends only by a signal", "paper.txt": "a copy of the paper, not kept here"}


def shown() -> list[list[str]]:
    """Return the commands that README shows, as they are typed, without the program."""
    lines = re.findall(r"^switchproof .*$", README, re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines]


def left_out(command: list[str]) -> str:
    """Return why a command is not run, or nothing."""
    return next((why for word, why in LEFT_OUT.items() if word in command), "")


def prepare(folder: Path) -> None:
    """Write the flow that README shows, as the file that its commands name."""
    (text,) = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    (folder / "their_flow.py").write_text(text, encoding="utf-8")


def ended(command: list[str], folder: str) -> int:
    """Return the exit status of a command that is given nothing to read."""
    run = subprocess.run(
        command, check=False, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL
    )
    return run.returncode


def main() -> int:
    """Run them all, tell of each as it ends, and return 1 where one ends otherwise."""
    amiss = 0
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        for command in shown():
            if why := left_out(command):
                print(f"left out: {shlex.join(command)}: {why}", flush=True)
                continue
            began = time.monotonic()
            status = ended([*COMMAND, *command], folder)
            amiss += status != 0
            print(f"{status} {time.monotonic() - began:6.1f} s {shlex.join(command)}", flush=True)
    return 1 if amiss else 0


if __name__ == "__main__":
    sys.exit(main())
