"""A place for a file that is written by others: it is put there whole, or is no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from switchproof.terminal.errors import BadInput


@contextmanager
def placed(out: str | None, spill: str) -> Iterator[Path]:
    """Give a place to write to, which is put where it belongs at the end, or is no more."""
    if out is None:
        yield Path(spill) / "verdicts.parquet"
        return
    path = Path(out)
    if not path.parent.is_dir():
        raise BadInput(f"{out}: its folder is not there; make it, or name another file")
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        yield beside
        beside.replace(path)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{out}: cannot be written ({wrong.strerror or wrong}); {cure}") from wrong
    finally:
        beside.unlink(missing_ok=True)
