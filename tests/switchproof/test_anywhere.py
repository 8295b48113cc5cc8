"""Commands do the same without asserts, and in whatever encoding a console has."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ("model", "properties", "diagrams", "switchproof")
FILES = sorted(path for part in HOUSE for path in (ROOT / part).rglob("*.py"))
NARROWING = ("isinstance", "issubclass")
WRITING = ("w", "a", "x")
CAFE = """
from enum import Enum
from switchproof import *
class Tür(Enum):
    AUF, ZU = "offen \u2192", "zu \u65e5"
WIRT = Party("Wirt im Café")
tür, hell = Field("Tür", Tür, Tür.ZU), Field("es ist hell", bool, False)
OPEN = Event("öffnen", POINT, by=WIRT)
RULES = (Transition(OPEN, Tür.ZU, Tür.AUF, then={hell: True}),)
DOOR = Machine("Tür", POINT, state=tür, fields=(hell,), transitions=RULES)
FLOW = Flow("café", "Ein Café \u2026", (DOOR,), parties=(WIRT,))
CLAIMS = (Always("hell", "Wo sie offen \u2192 ist, ist es hell.", tür.is_(Tür.AUF).implies(hell)),)
DUNKEL = FLOW.but(DOOR.instead(OPEN, Transition(OPEN, Tür.ZU, Tür.AUF)))
VARIANTS = (Variant("dunkel \u20ac", "Licht!", DUNKEL, breaks={"hell": 1}),)
"""
CONSOLES = {
    "Windows, western": {"PYTHONIOENCODING": "cp1252"},
    "Windows, US": {"PYTHONIOENCODING": "cp437"},
    "Windows, Japan": {"PYTHONIOENCODING": "cp932"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def run(folder: Path, asked: list[str], env: dict[str, str], *options: str) -> tuple[int, str]:
    command = [sys.executable, *options, "-m", "switchproof", *asked]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **env}, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.decode("utf-8", "replace")


@pytest.mark.parametrize("console", CONSOLES)
def test_a_console_that_cannot_write_a_sign_is_no_fault(console: str, tmp_path: Path) -> None:
    (tmp_path / "cafe.py").write_text(CAFE, encoding="utf-8")
    for asked in ("verify cafe.py --write r.md", "list rules cafe.py", "export cafe.py --to smv"):
        status, out = run(tmp_path, asked.split(), CONSOLES[console])
        assert status == 0
        assert out
    assert "café" in (tmp_path / "r.md").read_text(encoding="utf-8")
    assert b"\r" not in (tmp_path / "r.md").read_bytes()


def test_verify_says_the_same_where_asserts_are_left_out(tmp_path: Path) -> None:
    asked = ["verify", "linked", "--all", "--format", "markdown", "--no-cache"]
    plain, without = run(tmp_path, asked, {}), run(tmp_path, asked, {}, "-O")

    assert without == plain
    assert plain[0] == 0


def narrows(test: ast.expr) -> bool:
    match test:
        case ast.Call(func=ast.Name(id=name)):
            return name in NARROWING
        case ast.Compare(ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return True
    return False


def faults(text: str) -> list[str]:
    """Return what would differ without asserts, or with the system's encoding or line's end."""
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Assert(test=test) if not narrows(test):
                found.append(f"{node.lineno}: an assert that does more than tell a type")
            case ast.Call(func=ast.Attribute(attr="write_text"), keywords=given):
                if {"encoding", "newline"} - {one.arg for one in given}:
                    found.append(f"{node.lineno}: write_text with neither encoding nor newline")
            case ast.Call(
                func=ast.Attribute(attr="open"),
                args=[ast.Constant(value=str(mode))],
                keywords=given,
            ) if mode in WRITING:
                if {"encoding", "newline"} - {one.arg for one in given}:
                    found.append(f"{node.lineno}: open without encoding or newline")
            case ast.Call(func=ast.Attribute(attr="read_text"), keywords=given):
                if "encoding" not in {one.arg for one in given}:
                    found.append(f"{node.lineno}: read_text without encoding")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_rests_on_an_assert_or_on_the_system(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "assert found",
        "assert one == other",
        "assert len(found) is not 3",
        "path.write_text(text, encoding='utf-8')",
        "path.open('a', encoding='utf-8')",
        "path.read_text()",
    ],
)
def test_a_line_that_does_is_found(line: str) -> None:
    assert faults(line)
