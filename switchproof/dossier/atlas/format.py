"""What `atlas --format json` prints: one object.

{
  "faults":     [{"name", "says", "absent"}]
  "cannot":     by regime and fault: why it cannot arise there
  "rows": [{
    "id", "words"
    "regimes":  by name, where the regime has such a claim: {
      "sentence"
      "cells":    [{"fairness": null, "none", "weak" or "strong",
                  "faults": the name of the one that may occur, "none" or "all",
                  a verdict, "run": its events in order}]
      "smallest": [{a verdict with exactly what is assumed,
                  "absent": faults that never occur, "weak", "strong": events that are fair,
                  "left_out": [{"name", "how", a verdict}]: less assumed of one of them alone}]
    }
  }]
  "comparison": in how many cells that both regimes have the claim holds in both, in one alone,
                in neither; how many are not decided in one of them
}
A verdict: "verdict" (proved, refuted, undecided), "steps" of the run or of the lasso, "lasso"
(whether it goes round), "empty" (proved, but its situation never arises), "reason".
"""

FORMAT = __doc__
