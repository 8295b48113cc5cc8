"""The language, the flows defined in it, and their execution."""
