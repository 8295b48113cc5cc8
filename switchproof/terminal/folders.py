"""Folders that are replaced whole, or left as they were."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from switchproof.terminal.errors import BadInput

IsOurs = Callable[[Path], bool]


def place_for_folder(name: str, is_ours: IsOurs) -> Path:
    """Return where a folder is to be written; raises BadInput where it cannot stand there."""
    folder = Path(name)
    above = next(one for one in folder.absolute().parents if one.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise BadInput(f"{name}: nothing can be made in {above}; name another place")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise BadInput(f"{name}: is no folder of its own; name another place")
    if folder.is_dir() and any(folder.iterdir()) and not is_ours(folder):
        raise BadInput(f"{name}: holds other things; name a new folder, or an empty one")
    return folder


def write_folder(folder: Path, files: Mapping[str, str | bytes], is_ours: IsOurs) -> None:
    """Write files beside a folder's place, and then put them there in place of what it held.

    Raises BadInput where it cannot, and then what was there before still is.
    """
    place_for_folder(str(folder), is_ours)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        half = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
        try:
            _fill(half / "new", files)
            _put(half, folder)
        finally:
            shutil.rmtree(half, ignore_errors=True)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{folder}: cannot be written ({wrong.strerror}); {cure}") from wrong


def _fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _put(half: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one, or the old one back."""
    if folder.exists():
        folder.rename(half / "old")
    try:
        (half / "new").rename(folder)
    except BaseException:
        if (half / "old").exists():
            (half / "old").rename(folder)
        raise
