"""Composing flows: other names, conditions on rules, rules joined, and one flow of several."""
