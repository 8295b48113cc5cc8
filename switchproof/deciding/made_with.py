"""What a result was made with: a fingerprint of this program, of Python and of the solver."""

import sys
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PARTS = ("model", "properties", "switchproof")
SOLVERS = ("z3-solver",)


@cache
def made_with() -> str:
    """Return the fingerprint: of two results with the same one, each claim has the same verdict."""
    found = sha256(f"{sys.version_info[:3]} {[metadata.version(one) for one in SOLVERS]}".encode())
    for part in PARTS:
        for path in sorted((HOUSE / part).rglob("*.py")):
            found.update(f"\n{path.relative_to(HOUSE).as_posix()}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]
