"""The JSON Schema of what `logs suite --format json` prints, as it is published.

`python -m switchproof.logs.suite.published` writes it anew.
"""

import json
from pathlib import Path

from switchproof.logs.suite.format import VERSION, SuitesReport
from switchproof.terminal.json_schema import json_schema
from switchproof.terminal.writing import write_whole

SCHEMA = Path(__file__).parent / "suites.schema.json"


def published_schema() -> str:
    """Return the schema as text, as it should be."""
    title = {"title": f"switchproof logs suite, version {VERSION}"}
    return f"{json.dumps({**json_schema(SuitesReport), **title}, indent=2)}\n"


if __name__ == "__main__":
    write_whole(SCHEMA, published_schema())
