"""Property-directed reachability: a second finder of invariants, from the claim backwards.

It reads the definition (`model/language`) and the places from which a claim is seen, and shares
nothing else with the closure: neither steps nor slices. Whole views of deletion-closed flows are
put to a SAT solver, which is imported in `sat.py` alone. The order of the files is that of the
data: `clauses`, `terms` and `flow_clauses` write a flow down, `cubes` its states, `problem` a
claim at one shape; `questions` and `search` look for boxes or for a run, `shrink` keeps the boxes
that are needed, `trace` replays the run and `shortest` looks for a shorter one, `judged` asks Z3,
and `prove` is the door. What is found is believed no more than what the closure finds. The work is
counted in questions, never in seconds, so the same claim has the same answer in every process,
alone or with others.
"""
