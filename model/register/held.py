"""What no claim states: ids that the pinned table of rules alone holds, each with a line why.

A clause that stands here needs no claim, nor a variant in which one fails. An entry that some
decided claim and its variant have made needless is a fault of coverage, so the list cannot rot.
"""

HELD_BY_TABLE: dict[str, str] = {}
