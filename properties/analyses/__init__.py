"""Analyses: questions about any flow and its claims beyond a verdict; each asks the engine.

Provenance (what a claim rests on), vacuity (what never happens or decides), mutation (what nobody
notices), blame (who must fail), reuse (what a changed flow keeps), fairness, the atlas's machinery,
and the questions on duties. None imports a flow, its claims or the dossier.
"""
