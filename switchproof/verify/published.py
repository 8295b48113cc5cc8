"""The JSON Schemas of what `verify --format json` prints, as they are published.

`python -m switchproof.verify.published` writes them anew.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from switchproof.terminal.json_schema import json_schema
from switchproof.terminal.writing import write_whole
from switchproof.verify.format import VERSION, DifferenceReport, Report

HERE = Path(__file__).parent
NAMED = {"report": Report, "difference": DifferenceReport}


def published_schemas() -> Iterator[tuple[Path, str]]:
    """Yield each file with its text, as it should be."""
    for name, kind in NAMED.items():
        title = {"title": f"switchproof verify: {name}, version {VERSION}"}
        text = json.dumps({**json_schema(kind), **title}, indent=2)
        yield HERE / f"{name}.schema.json", f"{text}\n"


if __name__ == "__main__":
    for path, text in published_schemas():
        write_whole(path, text)
