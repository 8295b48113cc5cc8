"""What must be in a folder, and what it comes to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from .folder import MANIFEST, Checker, Named, content, parsed
from .forms import LISTED, need_form
from .kernel.flow import Data
from .kernel.need import Rejected
from .kinds import MALFORMED

Key: TypeAlias = tuple[str, str | None, str]  # a claim: of which flow, of which variant of it
SHOWN = 12  # of what is not there


@dataclass
class Counted:
    """What was accepted of a flow: its hash, what it claims, and the verdicts, also of variants."""

    digest: str
    claims: set[Key]
    verdicts: dict[Key, str]


def counted(checker: Checker, accepted: Iterable[Data]) -> dict[str, Counted]:
    """Return what was accepted of each flow, by its name."""
    found: dict[str, Counted] = {}
    for packet in accepted:
        flow, variant = packet["flow"], packet["variant"]
        one = found.setdefault(flow, Counted("", set(), {}))
        one.digest = packet["sha256"] if variant is None else one.digest
        one.claims |= {(flow, variant, claim) for claim in checker.flow(packet).claims}
        one.verdicts[flow, variant, packet["claim"]] = packet["verdict"]
    return found


class Manifest:
    """What the run that wrote a folder says must be there, and what is wrong with it."""

    def __init__(self, folder: Path, packets: Iterable[Named]) -> None:
        self.wrong, self.unshown = list[str](), dict[Key, str]()
        try:
            listed = parsed(content(folder / MANIFEST))
            need_form(listed, LISTED, MANIFEST)
        except FileNotFoundError:
            self.wrong.append(f"{MANIFEST}: it is not there; nobody says what else should be")
            return
        except (OSError, *MALFORMED, Rejected) as wrong:
            self.wrong.append(f"{MANIFEST}: it cannot be read ({wrong})")
            return
        if not listed["ended"]:
            self.wrong.append(f"{MANIFEST}: the run that wrote the packets did not end")
        there = {name: packet for name, packet, _ in packets}
        for row in listed["rows"]:
            self._compare(folder, row, there)
        named = {row["file"] for row in listed["rows"]}
        more = [name for name in there if name not in named] if listed["ended"] else []
        self.wrong += [f"{name}: {MANIFEST} does not name it; who wrote it?" for name in more]

    def _compare(self, folder: Path, row: Data, there: Data) -> None:
        key, name, verdict = key_of(row), row["file"], row["verdict"]
        packet = there.get(name)
        if verdict in ("undecided", "pending"):
            self.unshown[key] = verdict
        elif name not in there:
            self.wrong.append(f"no packet shows that {words_of(key)} is {verdict}: {name} is gone")
        elif packet is None:
            pass  # why it is none is told already
        elif sha256(content(folder / name)).hexdigest() != row["sha256"]:
            self.wrong.append(f"{name}: it is not as {MANIFEST} says that it was written")
        elif (key_of(packet), packet.get("verdict")) != (key, verdict):
            self.wrong.append(f"{name}: {MANIFEST} says something else of it")


def key_of(told: Data) -> Key:
    """Return which claim a packet, or a row of a manifest, is about."""
    return told.get("flow", ""), told.get("variant"), told.get("claim", "")


def words_of(key: Key) -> str:
    """Return the name of a claim as it is told."""
    flow, variant, claim = key
    return f"'{claim}' of '{flow}'" + (f", '{variant}'" if variant is not None else "")


def summary(name: str, one: Counted, whose: str, unshown: dict[Key, str]) -> Iterator[str]:
    """Yield what was accepted of a flow, and of which of its claims there is nothing."""
    base = [verdict for (_, variant, _), verdict in one.verdicts.items() if variant is None]
    others = [verdict for (_, variant, _), verdict in one.verdicts.items() if variant is not None]
    variants = {variant for _, variant, _ in one.verdicts} - {None}
    yield f"flow '{name}', {whose}: {_counts(base)}"
    if variants:
        yield f"  variants of it, {len(variants)}: {_counts(others)}"
    absent = sorted(one.claims - one.verdicts.keys() - unshown.keys(), key=str)
    if absent:
        names = [
            claim if variant is None else f"{claim} ({variant})" for _, variant, claim in absent
        ]
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        yield f"  no packet of {len(names)}: {', '.join(names[:SHOWN])}{more}"
    yield from (f"  {v}: {words_of(key)}" for key, v in unshown.items() if key[0] == name)


def _counts(verdicts: list[str]) -> str:
    return ", ".join(f"{verdicts.count(one)} {one}" for one in sorted(set(verdicts))) or "nothing"
