"""The report of `verify` in the formats that other programs read."""
