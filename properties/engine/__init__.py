"""The engine: it settles a claim on any flow, and knows none.

Data passes one way: `prove.py` asks by the kind of claim; `settle.py` takes the parts of the claim
(`slices/seen.py`), looks at slices of the flow (`slices/refine.py`), has Z3 judge what holds there
(`judging/judge.py`) and joins what became of each part (`evidence.py`) to a result (`verdict.py`).
What comes at last goes through `live/`; what only points that interact need stands in `others/`;
`packets/` tells a result as data. Nothing here imports a flow, its claims or an analysis.
"""
