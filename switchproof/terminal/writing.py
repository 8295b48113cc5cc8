"""Files that are there whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from switchproof.terminal.errors import BadInput


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and then put it there; raises BadInput where it cannot.

    What is there and is no file, such as a terminal, is written to as it is.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(text.encode())
        else:
            _put(path, text)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{path}: cannot be written ({wrong.strerror}); {cure}") from wrong


def _put(path: Path, text: str) -> None:
    with NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        try:
            file.write(text.encode())
            file.flush()
            Path(file.name).chmod(0o644)
            os.replace(file.name, path)  # noqa: PTH105  # the name of an open file
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
