"""The table in each form in which it is printed or written."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from switchproof.dossier.table.format import TableReport
from switchproof.dossier.table.markdown import markdown
from switchproof.dossier.table.picture import picture
from switchproof.dossier.table.text import text

Form = Callable[[TableReport], str]
as_json = partial(json.dumps, indent=2)
PRINTED: Mapping[str, Form] = {"text": text, "markdown": markdown, "json": as_json}
WRITTEN: Mapping[str, Form] = {".md": markdown, ".json": as_json, ".svg": picture}
