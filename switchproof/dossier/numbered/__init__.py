"""The properties P1 to P30 of our notes on the domain."""
