"""No verdict is shown that the checker, which knows no solver, does not accept."""

import json
import time
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from model.language.claims import Claim
from model.language.flow import Flow
from properties import checker
from properties.engine.budget import Budget, Spent
from properties.engine.packets.export import Data, flow_data
from properties.engine.packets.packet import packet
from properties.engine.packets.store import canonical, digest
from properties.engine.verdict import Result, Verdict


@dataclass(frozen=True)
class Exported:
    """A flow with its claims as data: the text of its file, and as the checker reads it."""

    variant: str | None
    data: Data
    text: bytes
    flow: checker.Flow

    @cached_property
    def rules(self) -> str:
        """Return the hash of all but the claims."""
        return digest(canonical({**self.data, "claims": {}}))

    def said(self, claim: str) -> str:
        """Return the hash of what a claim says."""
        return digest(canonical(self.data["claims"][claim]))


@lru_cache(maxsize=8)
def exported(flow: Flow, variant: str | None, claims: tuple[Claim, ...]) -> Exported:
    """Return a flow as data, made once for all of its claims."""
    data = flow_data(flow, variant, claims)
    text = canonical(data)
    return Exported(variant, data, text, checker.flow_of(json.loads(text)))


def accepted(result: Result, there: Exported, budget: Budget) -> tuple[Result, Data | None]:
    """Return a verdict with its packet, or Undecided where the checker does not accept it."""
    if result.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return result, None
    started, reason = time.monotonic(), ""
    try:
        made = json.loads(canonical(packet(result, there.variant)))
        budget.check()
        checker.check(there.flow, made, budget.check)
    except checker.Rejected as why:
        reason = f"the checker does not accept the proof: {why}"
    except Spent as why:
        reason = f"the proof was not checked: {why}"
    seconds = result.seconds + time.monotonic() - started
    if reason:
        verdict = Verdict.UNDECIDED
        return Result(result.flow, result.claim, verdict, reason=reason, seconds=seconds), None
    return replace(result, seconds=seconds), made
