"""Verdicts kept in a folder from one run to the next, of which none is believed.

What is kept is evidence: a packet. The flow and the claim, as they are now, are what the checker
tries it on, and what it accepts is the verdict. That no run is shorter, a packet does not show: a
run is taken only where the flow, the claim and the engine are still those of its search. What a
search left open is not kept.
"""

import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from model.language.claims import Claim, Compared
from model.language.flow import Flow
from properties.checker import Rejected, check
from properties.checker.folder import content, parsed
from properties.checker.forms import need_form
from properties.checker.kernel.need import need
from properties.checker.kinds import MALFORMED
from properties.engine.budget import Budget, Spent
from properties.engine.packets.accept import Exported
from properties.engine.packets.export import Data
from properties.engine.packets.made_with import made_with
from properties.engine.packets.store import Store, Unkept, canonical, digest
from properties.engine.packets.unpack import KINDS, OF_RUNS, Beside, unpacked
from properties.engine.still.evidence import Trap
from properties.engine.suspect import marked
from properties.engine.verdict import Result

ENTRY = {"claim": str, "packet": dict, "kept": [str], "each": bool, "reason": str, "seal": str}
CHANGED = "the flow, the claim or the engine has changed since its run was sought"


@dataclass(frozen=True)
class Kept:
    """A folder of evidence, an entry for each claim of each flow and variant.

    `refused` counts why entries that were there were not taken. `sound` has those that the checker
    accepted since this was made, by their names: the hash of the flow as data and of what the
    entry says. The same question is not put to it once more.
    """

    store: Store
    refused: Counter[str] = field(default_factory=Counter, compare=False)
    sound: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __reduce__(self) -> tuple[type["Kept"], tuple[Store]]:
        """Give another process the folder alone: what was accepted is much to send each time."""
        return Kept, (self.store,)

    def has(self, flow: str, variant: str | None, claim: Claim) -> bool:
        """Tell whether there is an entry of a claim that is worth trying."""
        if claim.pending or isinstance(claim, Compared):  # that is decided as soon as checked
            return False
        return (self.store.folder / name_of(flow, variant, claim.id)).exists()

    def taken(
        self, flow: Flow, claim: Claim, there: Exported, budget: Budget
    ) -> tuple[Result, Data] | None:
        """Return the verdict that an entry shows of the flow as it is now; None where none."""
        started = time.monotonic()
        name = name_of(flow.name, there.variant, claim.id)
        try:
            with budget:
                text = content(self.store.folder / name)
                asked = sha256(there.text + b"\n" + text).hexdigest()
                known = self.sound.get(name) == asked
                result, packet = _shown(flow, claim, there, parsed(text), None if known else budget)
        except (Rejected, Spent, OSError, *MALFORMED) as why:
            self.refused[_in_words(why)] += 1
            return None
        self.sound[name] = asked
        return marked(replace(result, seconds=time.monotonic() - started, kept=True)), packet

    def counting_anew(self) -> "Kept":
        """Return the same folder for another to use, whose refusals are counted apart."""
        return replace(self, refused=Counter())

    def keep(self, result: Result, packet: Data, there: Exported) -> None:
        """Keep what the checker accepted, unless something of it is left open.

        In a folder in which nothing can be written nothing is kept.
        """
        name = name_of(there.flow.name, there.variant, result.claim.id)
        with suppress(Unkept):
            if packet.get("kind") in KINDS and not _is_open(result):
                entry = canonical(_entry(result, packet, there))
                self.store.write(name, entry, lasting=False)


def name_of(flow: str, variant: str | None, claim: str) -> str:
    """Return the name of an entry, short whatever flow, variant and claim are called."""
    key = canonical({"flow": flow, "variant": variant, "claim": claim})
    return f"{digest(key)[:32]}.json"


def _in_words(why: Exception) -> str:
    if isinstance(why, Rejected):
        return str(why)
    return f"not checked: {why}" if isinstance(why, Spent) else f"it cannot be read ({why})"


def _is_open(result: Result) -> bool:
    return bool(result.unknown) or (result.run is not None and not result.run.shortest)


def _entry(result: Result, packet: Data, there: Exported) -> Data:
    proof = result.invariant
    rests = result.run if isinstance(result.run, Trap) else proof or result.ranks
    entry: Data = {
        "claim": there.said(result.claim.id),
        "packet": packet,
        "kept": [field.name for field in rests.kept] if rests else [],
        "each": any(one.each for one in proof.proofs) if proof else False,
        "reason": result.reason,
    }
    return {**entry, "seal": _seal(entry, there)}


def _seal(entry: Data, there: Exported) -> str:
    """Return the hash of an entry with the flow, the claim and the engine of its search."""
    told = {name: entry[name] for name in ENTRY if name != "seal"}
    sealed = {"entry": told, "rules": there.rules, "made with": made_with()}
    return sha256(canonical(sealed)).hexdigest()


def _shown(
    flow: Flow,
    claim: Claim,
    there: Exported,
    entry: Any,  # noqa: ANN401  # what JSON can hold
    budget: Budget | None,
) -> tuple[Result, Data]:
    """Return what an entry shows; raises Rejected, or Spent.

    Without a budget the checker is not asked: it has accepted this very entry of this very flow.
    """
    need_form(entry, ENTRY, "the entry")
    packet = entry["packet"]
    need(packet.get("claim") == claim.id, "it is of another claim")
    need(entry["claim"] == there.said(claim.id), "the claim has changed")
    need(packet.get("kind") in KINDS, "no packet of this kind is kept")
    runs = packet["kind"] in OF_RUNS
    need(not runs or entry["seal"] == _seal(entry, there), CHANGED)
    if budget is not None:
        check(there.flow, packet, budget.check)
    beside = Beside(frozenset(entry["kept"]), entry["each"], entry["reason"])
    return unpacked(flow, claim, packet, beside), packet
