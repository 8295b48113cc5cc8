"""`map.toml`: how a log's own names, instants and deadlines are to be read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from switchproof.terminal.errors import BadInput, unknown

NEEDED = ("case", "time", "event", "actor")
COLUMNS = (*NEEDED, "member", "provider")
PARTS = ("columns", "events", "actors", "time", "clocks", "deadlines", "ties", "ignore")
LISTS, TEXTS = ("deadlines", "ignore"), ("columns", "events", "actors", "time")
KEYS = {"columns": COLUMNS, "time": ("zone",), "clocks": ("column", "ahead"), "ties": ("order",)}
FURTHEST = 10**8  # seconds by which a clock may be ahead
OF_A_DEADLINE = ("late", "days", "hours", "source")


@dataclass(frozen=True)
class Deadline:
    """Within what time a duty is to be done; `late` is the event at which it is late."""

    late: str
    within: timedelta
    source: str


@dataclass(frozen=True)
class LogMap:
    """A map as it was read: the log's names by ours for columns, ours by the log's for values.

    `ahead` has for each value of the column `clock` the seconds by which that system's clock is
    ahead. `order` is that of events at one instant.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, str] = field(default_factory=dict)
    zone: str | None = None
    clock: str | None = None
    ahead: Mapping[str, float] = field(default_factory=dict)
    deadlines: tuple[Deadline, ...] = ()
    order: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    name: str = "no map"

    def column(self, ours: str) -> str:
        """Return what the log calls a column."""
        return self.columns.get(ours, ours)


def read_map(name: str | None) -> LogMap:
    """Return the map in a file, or the one in which all names are ours; raises BadInput."""
    if name is None:
        return LogMap()
    try:
        told = tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as wrong:
        raise BadInput(f"{name}: cannot be read ({wrong.strerror}); name a map") from wrong
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadInput(f"{name}: is no TOML ({wrong}); mend it there") from wrong
    _check(name, told)
    return LogMap(
        told.get("columns", {}),
        told.get("events", {}),
        told.get("actors", {}),
        _zone(name, told.get("time", {}).get("zone")),
        told.get("clocks", {}).get("column"),
        told.get("clocks", {}).get("ahead", {}),
        _deadlines(name, told.get("deadlines", [])),
        tuple(_order(told)),
        tuple(told.get("ignore", ())),
        name,
    )


def check_words(told: LogMap, events: tuple[str, ...], parties: tuple[str, ...]) -> None:
    """Refuse a map that speaks of an event or a party that there is not; raises BadInput."""
    for ours in (*told.events.values(), *told.order):
        if ours not in events:
            raise _of(told.name, "event of the interface", ours, events)
    for ours in told.actors.values():
        if ours not in parties:
            raise _of(told.name, "party", ours, parties)


def _of(name: str, kind: str, word: str, known: tuple[str, ...]) -> BadInput:
    return BadInput(f"{name}: {unknown(kind, word, known)}")


def _check(name: str, told: Mapping[str, Any]) -> None:
    for part, value in told.items():
        if part not in PARTS:
            raise _of(name, "part of a map", part, PARTS)
        shape = list if part in LISTS else dict
        if not isinstance(value, shape):
            form = f"[[{part}]]" if part == "deadlines" else f"{part} = [...]"
            raise BadInput(f"{name}: write '{part}' as {form if shape is list else f'[{part}]'}")
        for key in value:
            if part in KEYS and key not in KEYS[part]:
                raise _of(name, f"entry of [{part}]", key, KEYS[part])
            if part in TEXTS and not isinstance(value[key], str):
                raise BadInput(f"{name}: '{key}' in [{part}] is no text; write it in quotes")
    for what, words in (("ignore", told.get("ignore", [])), ("order", _order(told))):
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            raise BadInput(f'{name}: write \'{what}\' as a list of texts, ["...", "..."]')
    if "clocks" in told:
        _check_clocks(name, told["clocks"])


def _order(told: Mapping[str, Any]) -> Any:  # noqa: ANN401  # as it is written
    return told.get("ties", {}).get("order", [])


def _check_clocks(name: str, clocks: Mapping[str, Any]) -> None:
    column, ahead = clocks.get("column"), clocks.get("ahead")
    if not isinstance(column, str) or not isinstance(ahead, dict):
        raise BadInput(f'{name}: [clocks] needs column = "..." and ahead = {{ system = seconds }}')
    for system, seconds in ahead.items():
        number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
        if not number or not abs(seconds) <= FURTHEST:
            raise BadInput(
                f"{name}: '{seconds}' is no number of seconds for the clock of '{system}'"
            )


def _zone(name: str, zone: object) -> str | None:
    if zone is None:
        return None
    try:
        return ZoneInfo(str(zone)).key
    except (ZoneInfoNotFoundError, ValueError) as wrong:
        raise BadInput(
            f"{name}: '{zone}' is no time zone; write one such as Europe/London"
        ) from wrong


def _deadlines(name: str, told: list[object]) -> tuple[Deadline, ...]:
    found = tuple(_deadline(name, one) for one in told)
    late = [one.late for one in found]
    if twice := [one for one in late if late.count(one) > 1]:
        raise BadInput(f"{name}: '{twice[0]}' has several deadlines; leave one")
    return found


def _deadline(name: str, told: object) -> Deadline:
    if not isinstance(told, dict) or not {"late", "source"} <= set(told) <= set(OF_A_DEADLINE):
        needs = f"needs 'late', 'source', and 'days' or 'hours', and has {told}"
        raise BadInput(f"{name}: an entry of [[deadlines]] {needs}")
    if not isinstance(told["source"], str) or not told["source"].strip():
        raise BadInput(
            f"{name}: the deadline of '{told['late']}' has no source; say where it is written"
        )
    try:
        within = timedelta(days=told.get("days", 0), hours=told.get("hours", 0))
    except (TypeError, OverflowError):
        within = timedelta()
    if within <= timedelta():
        raise BadInput(f"{name}: the deadline of '{told['late']}' has no 'days' or 'hours' above 0")
    return Deadline(str(told["late"]), within, told["source"])
