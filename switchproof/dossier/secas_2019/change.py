"""Which flows are before and after what the paper changes."""

BEFORE, AFTER = "current", "css"
