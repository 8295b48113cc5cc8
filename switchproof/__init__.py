"""The front door: `from switchproof import Flow, Machine, ...` is all that a flow file needs.

A notebook needs `from switchproof import flow`: `flow("css")` is what it works with; `one_night()`
is the night of the change. Names are fetched when they are asked for, so that this is cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.language import *  # noqa: F403
    from switchproof.desk.opened import flow as flow
    from switchproof.logs.simulate.incident import Incident as Incident

FOR_NOTEBOOKS = {
    "Incident": "switchproof.logs.simulate.incident",
    "flow": "switchproof.desk.opened",
    "one_night": "switchproof.dossier.designs.night",
}


def __getattr__(name: str) -> object:
    from model import language

    if name in FOR_NOTEBOOKS:
        return getattr(import_module(FOR_NOTEBOOKS[name]), name)
    if name == "__all__" or name in language.__all__:
        return getattr(language, name)
    raise AttributeError(f"module 'switchproof' has no attribute '{name}'")


def __dir__() -> list[str]:
    from model import language

    return sorted([*language.__all__, *FOR_NOTEBOOKS])
