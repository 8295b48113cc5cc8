"""The flows with which packets are compared: those of the project, and those of files given."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from re import escape, fullmatch
from typing import Any

from model.flows import FLOWS
from properties.checker.manifest import Counted, Key, words_of
from switchproof.deciding.decide import digest_of, loaded, tasks_of


class KnownFlows:
    """Flows by their names; a file that is given stands before a flow of the project."""

    def __init__(self, given: Sequence[str]) -> None:
        self.given = {loaded(source).flow.name: source for source in given}
        self.sources = {**{name: name for name in FLOWS}, **self.given}

    def difference(self, packet: dict[str, Any]) -> str:
        """Return how a packet is not on the flow that it names, as that is defined here."""
        name, variant = packet["flow"], packet["variant"]
        source = self.sources.get(name)
        if source is None:
            other = looks_like(name, self.sources)
            return f"its flow is called nearly as '{other}' is, and is another" if other else ""
        if variant is not None and variant not in {one.name for one in loaded(source).variants}:
            return f"the flow '{name}' has no variant '{variant}' here"
        if digest_of(source, variant) != packet["sha256"]:
            return "its flow is not as it is defined here; verify --packets makes a new one"
        return ""

    def whose(self, name: str, one: Counted) -> str:
        """Return what is known of the flow of that name, of which packets were accepted."""
        if name in self.given:
            return f"as {self.given[name]} defines it"
        if name in FLOWS:
            return "as the project defines it"
        return f"which the project does not know (sha256 {one.digest or 'of variants alone'})"

    def missed(self, found: Mapping[str, Counted], unshown: Mapping[Key, str]) -> Iterator[str]:
        """Yield for each flow that was given which of its claims no packet shows."""
        for name, source in self.given.items():
            shown = {*(found[name].verdicts if name in found else ()), *unshown}
            keys = [(name, task.variant, task.claim) for task in tasks_of(loaded(source), ())]
            none = [words_of(key) for key in keys if key not in shown]
            if none:
                yield f"no packet shows anything of {len(none)} of {source}: {', '.join(none)}"


def looks_like(name: str, known: Mapping[str, str]) -> str:
    """Return the known name that a reader may take another for: but for letters that look alike.

    Capitals, spaces and marks do not count, and a letter of another alphabet may be any letter.
    """
    pattern = "".join(escape(c) if c.isascii() else "." for c in _bare(name))
    return next((one for one in known if fullmatch(pattern, _bare(one))), "")


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if c.isalnum())
