"""Files that are there whole or not at all, and results kept a line for each."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from switchproof.terminal.errors import BadInput


def place_for(name: str, endings: Collection[str] = ()) -> Path:
    """Return where a file is to be written; raises BadInput where it cannot stand there.

    Its name must end in one of these, where any are given.
    """
    path = Path(name)
    if endings and path.suffix not in endings:
        raise BadInput(f"{name}: name a file that ends in {', '.join(endings)}")
    if not path.parent.is_dir():
        raise BadInput(f"{name}: its folder is not there; make it, or name another file")
    return path


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file beside its place and then put it there; raises BadInput where it cannot.

    What is there and is no file, such as a terminal, is written to as it is.
    """
    content = text.encode() if isinstance(text, str) else text
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _put(path, content)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{path}: cannot be written ({wrong.strerror}); {cure}") from wrong


def in_lines(kept: Mapping[str, object]) -> str:
    """Return results as JSON: a line for each thing in each part, in the order given."""
    parts = ",\n".join(f"{_one_line(name)}: {_part(part)}" for name, part in kept.items())
    return f"{{\n{parts}\n}}\n"


def _part(part: object) -> str:
    match part:
        case Mapping():
            rows = [f"{_one_line(name)}: {_one_line(row)}" for name, row in part.items()]
            return "{\n" + ",\n".join(rows) + "\n}"
        case list():
            return "[\n" + ",\n".join(map(_one_line, part)) + "\n]"
    return _one_line(part)


def _one_line(row: object) -> str:
    return json.dumps(row, ensure_ascii=False)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write some files, all or none of them; raises BadInput where that cannot be."""
    for path in filter(Path.is_dir, files):
        raise BadInput(f"{path}: is a folder; name another place")
    beside: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path] = _beside(path, content)
        for path, made in beside.items():
            made.replace(path)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{path}: cannot be written ({wrong.strerror}); {cure}") from wrong
    finally:
        for made in beside.values():
            made.unlink(missing_ok=True)


def _put(path: Path, content: bytes) -> None:
    made = _beside(path, content)
    try:
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    """Return a new file beside a place, with what is to stand there."""
    with NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        made = Path(file.name)
        try:
            file.write(content)
            file.flush()
            made.chmod(0o644)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
    return made
