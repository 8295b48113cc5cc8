"""Breaches that somebody may commit, as further behaviour of each regime, and what comes of them.

A lapse is a transition that breaches a duty: its obligor commits it, itself or through its agent.
Who must lapse for an outcome to be reached is asked in `properties/responsible.py`.
"""

from properties.lapses.css import REGIME as CSS
from properties.lapses.current import REGIME as CURRENT
from properties.lapses.regime import Regime

REGIMES: tuple[Regime, ...] = (CURRENT, CSS)

__all__ = ["REGIMES", "Regime"]
