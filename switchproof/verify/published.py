"""The JSON Schema of what `verify --format json` prints, as it is published.

`python -m switchproof.verify.published` writes it anew.
"""

import json
from pathlib import Path

from switchproof.terminal.json_schema import json_schema
from switchproof.terminal.writing import write_whole
from switchproof.verify.format import VERSION, Report

FILE = Path(__file__).with_name("report.schema.json")


def published_schema() -> str:
    """Return the file as it should be."""
    schema = {**json_schema(Report), "title": f"switchproof verify, version {VERSION}"}
    return f"{json.dumps(schema, indent=2)}\n"


if __name__ == "__main__":
    write_whole(FILE, published_schema())
