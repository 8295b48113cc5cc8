"""The atlas of assumptions: which claims hold under which faults, and with which fairness."""
