"""The checker's kernel: how long it is, what it needs, and that its files are all explained."""

import re
from pathlib import Path

from properties import checker

FOLDER = Path(checker.__file__).parent
ROOT = FOLDER.parent
MOST = 710  # lines of the kernel: whoever needs more asks first whether a chapter would do
LONGEST = 200  # lines of a file


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_kernel_does_not_grow_unseen() -> None:
    assert sum(map(lines, (FOLDER / "kernel").glob("*.py"))) <= MOST


def test_each_file_can_be_read_at_one_sitting() -> None:
    assert max(map(lines, FOLDER.rglob("*.py"))) <= LONGEST


def test_the_text_has_a_heading_for_each_file_and_none_besides() -> None:
    text = (ROOT / "SOUNDNESS.md").read_text(encoding="utf-8")
    told = re.findall(r"^### `(\S+)`$", text, flags=re.MULTILINE)
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.py")}

    assert len(told) == len(set(told))
    assert set(told) == there - {"kernel/__init__.py"}


def test_a_file_is_explained_after_those_of_the_kernel_that_it_needs() -> None:
    text = (ROOT / "SOUNDNESS.md").read_text(encoding="utf-8")
    told = re.findall(r"^### `kernel/(\S+)\.py`$", text, flags=re.MULTILINE)
    for number, name in enumerate(told):
        code = (FOLDER / "kernel" / f"{name}.py").read_text(encoding="utf-8")
        needed = re.findall(r"^from \.(\w+) import", code, flags=re.MULTILINE)
        assert set(needed) <= set(told[:number]), name
