"""A fault of the engine itself, which no verdict may cover up."""


class EngineFault(Exception):
    """Z3 rejects what was found; the message is one line."""
