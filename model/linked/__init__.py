"""Linked switches: the electricity and gas of one customer, which succeed or fail together."""
