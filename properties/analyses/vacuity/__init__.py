"""Vacuity: rules that no run takes, conditions that never decide, situations that never arise."""
