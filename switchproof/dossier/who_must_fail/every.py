"""Breaches that somebody may commit, as further behaviour of each regime, and what comes of them.

A lapse is a transition that breaches a duty: its obligor commits it, itself or through its agent.
Who must lapse for an outcome to be reached is asked in `properties/analyses/blame/obligors.py`.
"""

from switchproof.dossier.who_must_fail.css import REGIME as CSS
from switchproof.dossier.who_must_fail.current import REGIME as CURRENT
from switchproof.dossier.who_must_fail.regime import Lapsing

REGIMES: tuple[Lapsing, ...] = (CURRENT, CSS)

__all__ = ["REGIMES", "Lapsing"]
