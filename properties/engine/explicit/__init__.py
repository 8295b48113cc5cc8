"""Instances of a flow, searched state by state by a function that is generated for each."""
