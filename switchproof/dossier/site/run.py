"""`dossier site`: gather, write the pages, and put the folder in its place whole."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from model.flows import FLOWS
from switchproof.deciding.keeping import keeping, kept_in
from switchproof.dossier.designs.run import status as of_designs
from switchproof.dossier.site.build import site
from switchproof.dossier.site.material import Material, gathered
from switchproof.dossier.site.pages import GENERATOR
from switchproof.dossier.table.run import status as of_table
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from switchproof.terminal.folders import place_for_folder, write_folder
from switchproof.terminal.progress import Progress
from switchproof.verify.status import status

if TYPE_CHECKING:
    from properties.engine.packets.kept import Kept


def run(asked: Namespace) -> int:
    """Write the site, print where it begins, and return the exit status of its verdicts."""
    folder = place_for_folder(asked.out, is_ours)
    with Progress("reading the definitions") as progress, _kept(asked) as kept:
        material = gathered(tuple(FLOWS), asked.timeout, kept, progress)
        progress.what = "writing the pages"
        write_folder(folder, site(material), is_ours)
    print(folder / "index.html")
    return status_of(material)


def status_of(material: Material) -> int:
    """Return the exit status that verdicts, findings, designs and orders come to."""
    found = {
        status(told.row for told in material.told.values()),
        material.status_of_findings,
        of_designs(material.designs),
        of_table(material.table),
        material.order["exit"] if material.order else UNDECIDED,
    }
    return next(one for one in (SURPRISE, WRONG, UNDECIDED, AS_EXPECTED) if one in found)


def is_ours(folder: Path) -> bool:
    """Tell whether a folder is a site that was made before, and so may be replaced."""
    try:
        return GENERATOR in (folder / "index.html").read_text(encoding="utf-8")[:2000]
    except (OSError, UnicodeDecodeError):
        return False


@contextmanager
def _kept(asked: Namespace) -> "Iterator[Kept]":
    """Open what is kept; if that is not wanted, a folder for this command only."""
    with keeping(asked) as kept:
        if kept:
            yield kept
            return
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        yield kept
