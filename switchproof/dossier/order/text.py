"""What is said of the orders, as text: first after which step there is no way back."""

from collections.abc import Iterable, Iterator, Mapping

from model.language.words import listed
from switchproof.deciding.format import RunRow
from switchproof.dossier.lines import wrapped
from switchproof.dossier.order.format import (
    AskedRow,
    CostRow,
    OrderReport,
    SaidRow,
    StepRow,
    WhyRow,
)

BY = {"law": "the law demands it", "claim": "a claim of this model demands it"}


def text(rows: OrderReport) -> str:
    """Return the answer on the order that was asked about, or else what is said of all."""
    words = {row["event"]: row["word"] for row in rows["steps"]}
    told = _all(rows, words) if rows["asked"] is None else _asked(rows["asked"], words)
    return "\n".join(told)


def _all(rows: OrderReport, words: Mapping[str, str]) -> Iterator[str]:
    yield from _no_way_back(rows, words)
    yield from ("", "The steps, and who decides each")
    yield from _steps(rows["steps"])
    yield from ("", "What comes before what in every safe order")
    for part in rows["precedences"]:
        yield from _part(part, words)
    yield from ("", "And of each of these at least one")
    for part in rows["clauses"]:
        yield from _part(part, words)
    yield from ("", *_exact(rows), "", "Safe, and at a price")
    yield from _costs(rows["costs"])
    yield from ("", *_late(rows), "")
    yield from wrapped(
        f"Remark: {rows['safe']:,} of {rows['of']:,} orders are safe. The number depends on how "
        "the steps are cut.",
        "",
    )


def _no_way_back(rows: OrderReport, words: Mapping[str, str]) -> Iterator[str]:
    if not rows["no_way_back"]:
        yield "There is a way back after every step."
    for row in rows["no_way_back"]:
        yield f"No way back after '{row['step']}', which is decided by: {row['decided_by']}."
        if row["why"] is None:
            yield "  to undo the change is refused then"
        else:
            yield from wrapped(f"to undo the change would break: {_claim(row['why'])}", "  ")
            yield from wrapped(f"run: {_run(row['why']['run'], words)}", "  ")


def _steps(steps: Iterable[StepRow]) -> Iterator[str]:
    for row in steps:
        told = f"{row['word']:12}{row['event']}; {row['decided_by']} ({', '.join(row['cites'])})"
        yield from wrapped(told, "  ", "              ")


def _part(part: SaidRow, words: Mapping[str, str]) -> Iterator[str]:
    yield f"  {said(part)}"
    why = part["demanded"]
    if why is None:
        yield "    nothing was found that demands it"
        return
    yield from wrapped(_demanded(why), "    ")
    yield from wrapped(f"run: {_run(why['run'], words)}", "    ")


def said(part: SaidRow) -> str:
    """Return a precedence or a clause in words."""
    return ", or ".join(f"{one['first']} before {one['then']}" for one in part["any_of"])


def _demanded(why: WhyRow) -> str:
    if why["by"] == "system":
        return f"the system refuses it before: {_refused(why)}"
    return f"{BY[why['by']]}: {_claim(why)}"


def _refused(why: WhyRow) -> str:
    return f"it waits until {listed(why['refused'], 'and')} ({', '.join(why['cites'])})"


def _claim(why: WhyRow) -> str:
    return f"{why['sentence']} ({', '.join([str(why['claim']), *why['cites']])})"


def _run(run: RunRow, words: Mapping[str, str]) -> str:
    moves = [words.get(move["event"], move["event"]) for move in run["moves"]]
    return "; ".join(moves) or "at the start"


def _exact(rows: OrderReport) -> Iterator[str]:
    if rows["exact"]:
        fewer = "would not do" if rows["fewest"] else "may do, which is not known"
        yield f"Just the safe orders have all of these: two automata agree; fewer clauses {fewer}."
    else:
        yield "A SURPRISE: these are not just the safe orders."


def _costs(costs: Iterable[CostRow]) -> Iterator[str]:
    for row in costs:
        when = "in every order, for a time" if row["always"] else "in some orders"
        yield from wrapped(f"{when}, after {_named(row['since'])}: {row['what']}", "  ")


def _late(rows: OrderReport) -> Iterator[str]:
    late = rows["late"]
    yield f"If '{late['step']}' is late"
    yield from wrapped(f"wait for it: {_named(late['waiting'])}", "  ")
    yield from wrapped(f"need not: {_named(late['free'])}", "  ")
    for row in late["costs"]:
        yield from wrapped(f"but once {_named(row['since'])} is done: {row['what']}", "  ")


def _named(steps: list[str]) -> str:
    return ", ".join(steps) or "none"


def _asked(asked: AskedRow, words: Mapping[str, str]) -> Iterator[str]:
    if asked["fate"] == "safe":
        yield "safe: every run that takes the steps in this order keeps every claim"
        return
    why = asked["why"]
    assert why is not None, "what is not safe has a reason"
    if asked["fate"] == "refused":
        told = f"refused at step {asked['number']}, '{asked['at']}': {_refused(why)}"
    else:
        told = f"unsafe from step {asked['number']}, '{asked['at']}': {_claim(why)}"
    yield from wrapped(told, "")
    yield from wrapped(f"run: {_run(why['run'], words)}", "  ")
    yield from (f"  every safe order has {said(part)}" for part in asked["breaks"])
