"""Packets: what a verdict rests on, as data that others can check without this project."""
