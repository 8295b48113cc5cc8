"""The atlas of this paper: the faults of both regimes, and which claims hold under them."""
