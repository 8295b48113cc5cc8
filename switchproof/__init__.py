"""The front door: `from switchproof import Flow, Machine, ...` is all that a flow file needs.

Names are fetched from the language when they are asked for, so that importing this is cheap.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.language import *  # noqa: F403


def __getattr__(name: str) -> object:
    from model import language

    if name == "__all__" or name in language.__all__:
        return getattr(language, name)
    raise AttributeError(f"module 'switchproof' has no attribute '{name}'")


def __dir__() -> list[str]:
    from model import language

    return sorted(language.__all__)
