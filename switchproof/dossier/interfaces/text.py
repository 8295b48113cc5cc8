"""The comparisons as text."""

from collections.abc import Iterator, Sequence

from switchproof.dossier.interfaces.format import (
    ComparisonRow,
    DifferenceRow,
    InterfacesReport,
    LikenessRow,
    WordingRow,
)
from switchproof.dossier.lines import wrapped

ANY, ONE = "for any number of metering points", "with one metering point; not said of more"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def text(told: InterfacesReport) -> Iterator[str]:
    """Yield all comparisons in lines."""
    yield "Today's flow and the new one where only some events are seen, all others hidden."
    for row in told["comparisons"]:
        yield from ("", *_comparison(row))
    for one in told["not_modelled"]:
        yield ""
        yield from wrapped(f"{one['whom']} ({', '.join(one['cites'])}): {one['says']}.", "")
    yield from ("", "Drafts: which are alike in this model under these readings, and which part.")
    for wording in told["wordings"]:
        yield from ("", *_wording(wording))


def _comparison(row: ComparisonRow) -> Iterator[str]:
    yield from wrapped(f"{row['id']} ({', '.join(row['cites'])}): {row['says']}", "")
    if row["supposes"]:
        yield from wrapped(f"supposed of both: {row['supposes']}", "  ")
    yield from wrapped(f"seen: {'; '.join(row['seen'])}", "  ")
    yield from _verdict(row["found"], ("today", "then"), "  ")
    if row["found"]["verdict"] not in (row["expected"], "undecided"):
        yield f"  SURPRISE: expected to be {row['expected']}"


def _verdict(found: LikenessRow, sides: Sequence[str], indent: str) -> Iterator[str]:
    if found["verdict"] == "undecided":
        yield from wrapped(f"undecided: {found['reason']}", indent)
        return
    number = ANY if found["points"] == "any" else ONE
    yield from wrapped(f"{found['verdict']}, {number}{_how(found)}", indent)
    for one in found["differences"]:
        yield from wrapped(_difference(one, sides), f"{indent}  ")


def _how(found: LikenessRow) -> str:
    if found["machines"]:
        return f": the same machines decide what is seen ({', '.join(found['machines'])})"
    if found["empty"]:
        return "; empty: what is seen never depends on what was seen before"
    return f": an automaton of {found['nodes']} nodes" if found["nodes"] else ""


def _difference(one: DifferenceRow, sides: Sequence[str]) -> str:
    after = f"after [{'; '.join(one['after'])}]" if one["after"] else "at first"
    number = "" if one["every_number"] else " (with one metering point)"
    steps = f"the run has {len(one['run'])} steps, hidden and seen"
    return f"{after} only {sides[one['side']]} lets '{one['then']}' be seen; {steps}{number}"


def _wording(row: WordingRow) -> Iterator[str]:
    yield from wrapped(f"{row['id']} ({', '.join(row['cites'])}): {row['about']}", "")
    yield from wrapped(f"seen: {'; '.join(row['seen'])}", "  ")
    for letter, group in zip(LETTERS, row["groups"], strict=False):
        drafts = "; ".join(
            f"'{d['words']}', read as: {d['reading']} ({d['source']})" for d in group["drafts"]
        )
        number = {"any": f"; alike {ANY}", "1": f"; alike {ONE}"}.get(group["points"], "")
        yield from wrapped(f"{letter}: {drafts}{number}", "  ")
    for pair in row["pairs"]:
        sides = [LETTERS[n] for n in pair["groups"]]
        yield f"  {sides[0]} and {sides[1]}:"
        yield from _verdict(pair["found"], sides, "    ")
    if row["unsaid"]:
        yield from wrapped(f"not compared: {row['unsaid']}.", "  ")
