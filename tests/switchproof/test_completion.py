"""What a shell completes is what can be typed."""

import subprocess

import pytest

from switchproof.cli import main
from switchproof.commands import COMMANDS, OF_DOSSIER, OF_LOGS, PARTS


def completed(script: str, *words: str) -> set[str]:
    """Return what bash offers for the last of the words."""
    typed = " ".join(f"'{word}'" for word in ("switchproof", *words))
    ask = f"COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _switchproof"
    told = f"{script}\n{ask}\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["/usr/bin/env", "bash", "-c", told], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--completion"]) == 0
    return capsys.readouterr().out


def test_commands_and_parts_are_completed(script: str) -> None:
    assert completed(script, "") >= {*COMMANDS, "dossier", "--help"}
    assert completed(script, "ver") == {"verify"}
    assert completed(script, "dossier", "") == set(OF_DOSSIER)
    assert completed(script, "logs", "") == set(OF_LOGS)


def test_options_and_flows_are_those_of_the_command(script: str) -> None:
    assert completed(script, "verify", "css", "--wa") == {"--watch"}
    assert completed(script, "walk", "--wa") == set()
    assert completed(script, "explain", "x", "--flow", "hand") == {"handover"}
    assert "--against" in completed(script, "dossier", "trace", "--")
    assert "--against" not in completed(script, "dossier", "terms", "--")
    assert completed(script, "why-not", "--s") == {"--state"}


@pytest.mark.parametrize("name", [*COMMANDS, *PARTS])
def test_each_command_has_its_options(script: str, name: str) -> None:
    assert completed(script, *name.split(), "--h") == {"--help"}
