"""Instances with exactly so many points, searched whole: what holds there is proved of no other.

It reads the plain meaning of a step and nothing of slices' steps, boxes or Z3.
"""
