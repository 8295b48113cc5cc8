"""Floor 2: pictures of machines and flows, drawn from the definition alone.

Graphviz lays out machines; where position carries meaning the pictures are placed by hand.
Nothing here executes or proves, and nothing here knows of a particular flow but `ports`.
"""
