"""The extra that logs need, looked for before it is imported."""

from importlib.util import find_spec

from switchproof.terminal.errors import BadInput

NEEDED = ("duckdb", "numpy", "pyarrow")  # numba only makes it quicker


def need_extra() -> None:
    """Raise BadInput where the extra `logs` is not installed."""
    for module in NEEDED:
        if find_spec(module) is None:
            cure = "python -m pip install 'switchproof[logs]'"
            raise BadInput(f"this needs the extra 'logs' ({module} is not installed); type {cure}")
