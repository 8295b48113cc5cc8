"""Safe orders of steps that are each taken once: found, described, shown to be demanded.

`found.py` takes the steps in every order that is safe so far and keeps what one point can then see
(`views.py`); `words.py` says what an automaton of orders is and compares two; `described.py` finds
precedences and clauses, and `demands.py` a run, or the rule that refuses, for each of them.
"""
