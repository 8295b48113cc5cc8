"""Z3 judges: nothing is believed but its yes and no to each obligation.

`judge.py` lists what must be shown (`obligations.py`) and puts it to one solver a shape
(`inquiry.py`, `solver.py`), with the rules (`encode.py`) and the claim (`claim_terms.py`) as terms;
what was met only shapes the boxes (`boxes.py`). Of the step generator it shares the numbers that
stand for values, and no more.
"""
