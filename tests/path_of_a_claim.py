"""The path of a claim: which functions its verdict passes, in which files, with how many returns.

    python -m tests.path_of_a_claim FLOW CLAIM

Each function of `properties/` counts once, where it is first entered. A return is a first entry
into a file that was left before: the fewer, the more the reader can go one way.
"""

import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import FrameType

import properties
from model.flows import FLOWS
from properties.engine.budget import Budget
from properties.engine.prove import decide

HOUSE = str(Path(properties.__file__).parent)
Step = tuple[str, str]  # the file, from `properties/` on, and the function


def path_of(flow: str, claim: str) -> list[Step]:
    """Return the functions in the order in which they are first entered, nothing remembered."""
    subject = import_module(FLOWS[flow]).FLOW
    wanted = next(c for c in import_module(f"properties.{flow}").CLAIMS if c.id == claim)
    decide(subject, wanted, Budget())  # whatever is loaded late
    _forget()
    entered: dict[Step, None] = {}

    def seen(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(HOUSE) and code.co_name[0] != "<":
            file = Path(code.co_filename).relative_to(HOUSE).as_posix()
            entered.setdefault((file, code.co_qualname))

    sys.setprofile(seen)
    try:
        decide(subject, wanted, Budget())
    finally:
        sys.setprofile(None)
    return list(entered)


def _forget() -> None:
    """Empty all that the engine remembers of claims before."""
    for module in list(sys.modules.values()):
        if str(getattr(module, "__file__", "")).startswith(HOUSE):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def counted(path: list[Step]) -> str:
    """Say how long a path is."""
    files = [file for file, _ in path]
    pairs = enumerate(pairwise(files), start=1)
    returns = sum(there != here and there in files[:n] for n, (here, there) in pairs)
    return f"{len(path)} functions in {len(set(files))} files, {returns} returns"


if __name__ == "__main__":
    found = path_of(*sys.argv[1:])
    for file, function in found:
        print(f"{file}: {function}")
    print(counted(found))
