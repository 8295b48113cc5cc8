"""`switchproof logs simulate`: a log of many points, written by parts in several processes."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from switchproof.deciding.spread import cores, spread
from switchproof.logs.extra import need_extra
from switchproof.logs.simulate.options import WHAT_IT_IS
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import place_for


def run(asked: Namespace) -> int:
    """Write a log, and what belongs to it, into a new folder; return the exit status."""
    need_extra()
    rows, faults = simulated(asked, cores())
    print(
        f"{asked.out}: simulated, {rows:,} rows of {asked.points:,} points; nothing of it happened"
    )
    if asked.faults:
        print(f"{asked.out}: {faults:,} faults are planted, each said in truth.parquet")
    return AS_EXPECTED


def simulated(asked: Namespace, jobs: int) -> tuple[int, int]:
    """Write the folder in so many processes; return how many rows and faults are in it."""
    from switchproof.logs.simulate import beside, written

    with _new_folder(place_for(asked.out)) as folder, Progress("simulating") as progress:
        given = (asked.points, asked.providers, asked.seed, asked.faults, folder)
        wanted = written.Wanted(asked.flow, asked.interface, *given)
        scene = written.scene(wanted)
        for name in ("log", "truth"):
            (folder / name).mkdir()
        parts, rows, faults = list(written.parts(wanted)), 0, 0
        for number, count in enumerate(spread(written.write, parts, jobs, written.lost), start=1):
            progress.what = f"simulating: {number} of {len(parts)} parts"
            rows, faults = rows + count.rows, faults + count.faults
        beside.write(scene, wanted)
        (folder / "about.txt").write_text(f"{WHAT_IT_IS}\n")
    return rows, faults


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
