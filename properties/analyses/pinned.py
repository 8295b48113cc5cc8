"""The pinned table of rules: each flow as lines (`list rules --expanded`), kept with its claims.

It is no proof: it notices any change of a rule, so that nobody needs a claim that restates one.
`python -m properties.analyses.pinned` writes the tables anew; that belongs into the commit that
changes the rule, and the difference is to be read there. Of a design of the transition it has
the machines that are its own in full, and the names of the others, which are pinned elsewhere.
"""

from pathlib import Path

from model.flows import COMPOSED, FLOWS, flow
from model.language.flow import Flow
from model.language.lines import expanded

CLAIMS = Path(__file__).parents[1]
ANEW = (
    "write it anew with `python -m properties.analyses.pinned`, in the commit that changes the rule"
)


def path_of(name: str) -> Path:
    """Return the file that keeps the table of a flow of the project."""
    home = CLAIMS / "transition" / "rules" if name in COMPOSED else CLAIMS / name
    return home / (f"{name}.txt" if name in COMPOSED else "rules.txt")


def pinned(of: Flow) -> list[str]:
    """Return the table of a flow in lines."""
    own = of.own_machines
    others = (m for m in of.machines if m not in own)
    return [*expanded(of, own), *(f"{machine}: as it is elsewhere" for machine in others)]


def text_of(name: str) -> str:
    """Return what should be in the file of a flow of the project."""
    return "".join(f"{line}\n" for line in pinned(flow(name)))


def difference(kept: str, lines: list[str]) -> str:
    """Return in one line where a table that is kept differs, empty where it does not."""
    before = kept.splitlines()
    gone = [f"is no rule any more: {line}" for line in before if line not in lines]
    new = [f"is not in the table: {line}" for line in lines if line not in before]
    if before != lines:
        return (gone + new + ["the rules stand in another order, or another number of times"])[0]
    return ""


if __name__ == "__main__":
    every = [(path_of(name), text_of(name)) for name in FLOWS]  # all before one is written
    for path, text in every:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
