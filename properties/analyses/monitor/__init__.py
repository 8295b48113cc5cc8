"""Monitors: what one metering point may show at an interface, as a table to read logs by."""
