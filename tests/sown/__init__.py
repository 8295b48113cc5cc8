"""Faults, each a text of one file and what a mistake would put in its place.

Every text stands exactly once in its file.
"""
