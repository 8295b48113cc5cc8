"""`switchproof` where there are three suppliers: `python -m tests.three_suppliers verify css`.

Two are a bound (A-two-suppliers). The enumeration gets its third member before any flow is
imported, so each family has three; nothing else is touched.
"""

import sys
from pathlib import Path
from types import ModuleType

PARTIES = Path(__file__).parent.parent / "model" / "parties.py"
TWO = '    B = "supplier B"\n'


def with_a_third() -> None:
    """Put the parties with a third supplier in the place of those of the project."""
    text = PARTIES.read_text(encoding="utf-8")
    if text.count(TWO) != 1 or "model.parties" in sys.modules:
        raise RuntimeError("a third supplier comes after B, and before any flow is imported")
    parties = ModuleType("model.parties")
    sys.modules["model.parties"] = parties
    third = TWO + TWO.replace("B", "C")
    exec(compile(text.replace(TWO, third), str(PARTIES), "exec"), vars(parties))  # noqa: S102


if __name__ == "__main__":
    with_a_third()
    from switchproof.cli import main

    sys.exit(main())
