"""Which claims rest on facts that were recalled, or that were looked for and not found."""

from collections.abc import Iterable, Iterator, Mapping

from model.language.checks import named_cites
from model.language.claims import Claim
from model.language.flow import Flow
from model.language.sources import TAGS, Fact
from switchproof.deciding.format import ClaimRow

UNVERIFIED = ("R", "gap")


def unverified(flow: Flow, claim: Claim) -> list[str]:
    """Return the facts so tagged that a claim cites, also on its conditions, as id and tag."""
    cites = " ".join((claim.cites, *named_cites(claim.of(flow)))).split()
    assert isinstance(flow.sources, Mapping)
    found = (flow.sources[cited] for cited in dict.fromkeys(cites))
    return [s.label for s in found if isinstance(s, Fact) and s.tag in UNVERIFIED]


def section(rows: Iterable[ClaimRow]) -> Iterator[str]:
    """Yield a line for each such fact, and the decided claims that cite it."""
    resting: dict[str, list[str]] = {}
    for row in rows:
        for fact in row["unverified"] if row["verdict"] else ():
            resting.setdefault(fact, []).append(row["id"])
    if resting:
        meant = "; ".join(f"{tag}: {TAGS[tag]}" for tag in UNVERIFIED)
        yield f"  rests on what was not verified ({meant}):"
    for fact, claims in sorted(resting.items()):
        yield f"    {fact}: {', '.join(claims)}"
