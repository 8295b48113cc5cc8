"""What an event catches: in what state each thing can be as it happens, and what becomes of it."""
