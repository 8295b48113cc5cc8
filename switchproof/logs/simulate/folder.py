"""A simulated log as a folder, which is there whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from switchproof.deciding.spread import spread
from switchproof.logs.simulate import beside, written
from switchproof.logs.simulate.written import Count, LogWanted
from switchproof.terminal.errors import BadInput
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for

WHAT_IT_IS = "Simulated by `switchproof logs simulate`: nothing in it happened."


def simulated(asked: LogWanted, jobs: int) -> Count:
    """Write a log, and what belongs to it, in so many processes; return how much is in it."""
    place = place_for(str(asked.out))
    with _new_folder(place) as folder, Progress("simulating") as progress:
        wanted = replace(asked, out=folder)
        scene, parts, counts = written.scene(wanted), list(written.parts(wanted)), list[Count]()
        for name in ("log", "truth"):
            (folder / name).mkdir()
        for count in spread(written.write, parts, jobs, written.lost):
            counts.append(count)
            progress.what = f"simulating: {len(counts)} of {len(parts)} parts"
        beside.write(scene, wanted)
        (folder / "about.txt").write_text(f"{WHAT_IT_IS}\n", encoding="utf-8", newline="\n")
    rows, faults = (sum(getattr(one, of) for one in counts) for of in ("rows", "faults"))
    return Count(rows, faults, frozenset().union(*(one.histories for one in counts)))


@contextmanager
def _new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to write in, which is put in its place whole, or not at all."""
    if path.exists():
        raise BadInput(f"{path}: is there already; name a folder that is not")
    made = Path(mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield made
        made.chmod(0o755)
        made.replace(path)
    except OSError as wrong:
        cure = "make room, or name another place"
        raise BadInput(f"{path}: cannot be written ({wrong.strerror}); {cure}") from wrong
    finally:
        rmtree(made, ignore_errors=True)
