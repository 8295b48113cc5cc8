"""Same behaviour at an interface: what two flows let happen there, all else hidden.

The comparison looks at one metering point. What is found there is a run that parts the two, or an
automaton of what both do; neither is believed before `monitor.py` and the checker have shown it.
"""
