"""What is kept under version control: the DOT text of each flow, and the pictures of the README.

`python -m diagrams.kept` writes both anew; look at what changed before it is committed.
"""

from collections.abc import Iterator
from pathlib import Path

from diagrams.draw import pictures_of_change
from diagrams.rules import families
from diagrams.state import picture
from model.flows import FLOWS, flow
from model.language.flow import Flow

HERE = Path(__file__).parent
CHANGE = "current-to-css-duties.svg"
SHOWN = (("css", "gain"), ("handover", "change"))


def dot_of(drawn: Flow) -> str:
    """Return the DOT texts of the pictures of a flow's machines, one after the other."""
    found = [picture(drawn, machine) for machine in families(drawn).values()]
    return "\n".join(one.dot for one in found if one)


def kept() -> Iterator[tuple[Path, str]]:
    """Yield each file that is kept, and what should be in it."""
    for name in FLOWS:
        yield HERE / "golden" / f"{name}.dot", dot_of(flow(name))
    changes = dict(pictures_of_change(flow("current"), flow("css")))
    yield HERE / "shown" / CHANGE, changes[CHANGE]
    for name, machine in SHOWN:
        if made := picture(flow(name), families(flow(name))[machine]):
            yield HERE / "shown" / f"{name}-{machine}.svg", made.pages[0]


if __name__ == "__main__":
    for path, text in list(kept()):  # all are drawn before one is written
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
