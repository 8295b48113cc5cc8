"""A server goes round stations, and serves those that have work.

After the polling model of the PRISM benchmarks, without its rates.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Claim,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
)


class Station(Enum):
    """Whether a station has work."""

    EMPTY = "empty"
    FULL = "full"


class Server(Enum):
    """What the server does at the station where it is."""

    POLLING = "polling"
    SERVING = "serving"


world = Party("world")


def polling(stations: int) -> tuple[Flow, list[Claim]]:
    """Return the flow with so many stations, and its claims."""
    server = Field("server", Server, Server.POLLING)
    place = Field("where it is", range(stations), 0)
    station = [Field(f"station {n}", Station, Station.EMPTY) for n in range(stations)]
    names = ("pass by", "begin", "serve", "work comes")
    skip, begin, serve, comes = (
        [Event(f"{name} at {n}", INDUSTRY, world) for n in range(stations)] for name in names
    )
    at_server, machines = [], []
    for n in range(stations):
        here, further = place.is_(n), {place: (n + 1) % stations}
        at_server += [
            Transition(skip[n], Server.POLLING, STAYS, here, further),
            Transition(begin[n], Server.POLLING, Server.SERVING, here),
            Transition(serve[n], Server.SERVING, Server.POLLING, here, further),
        ]
        at_station = [
            Transition(skip[n], Station.EMPTY, STAYS),
            Transition(begin[n], Station.FULL, STAYS),
            Transition(serve[n], Station.FULL, Station.EMPTY),
            Transition(comes[n], Station.EMPTY, Station.FULL),
        ]
        machines.append(Machine(f"station {n}", INDUSTRY, station[n], at_station))
    machines.append(Machine("server", INDUSTRY, server, at_server, (place,)))
    serving = server.is_(Server.SERVING)
    claims: list[Claim] = [
        Always(
            "serves who has work",
            "Only a station with work is served.",
            (serving & place.is_(0)).implies(station[0].is_(Station.FULL)),
        ),
        LeadsTo(
            "is served",
            "A station with work is served.",
            station[0].is_(Station.FULL),
            to=serving & place.is_(0),
            weak=(*skip, *begin, *serve),
        ),
    ]
    return Flow("polling", "A server goes round", machines, [world]), claims


FLOW, CLAIMS = polling(3)
