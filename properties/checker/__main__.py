"""Run the checker wherever its folder stands, and whatever that is called."""

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    # Run as a folder this file is of no package, so that nothing can be imported relative to it.
    here = Path(__file__).resolve().parent
    sys.path.insert(0, str(here.parent))
    sys.exit(import_module(f"{here.name}.cli").run())
