"""A report in JSON as a JSON Schema, made from the type of the report alone."""

from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints, is_typeddict

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
Data = dict[str, Any]


def json_schema(report: type) -> Data:
    """Return the schema of a report that is a TypedDict; each row is defined once, by its name."""
    rows: dict[str, Data] = {}
    return {"$schema": DIALECT, **_of(report, rows), "$defs": rows}


def _of(hint: Any, rows: dict[str, Data]) -> Data:  # noqa: ANN401  # any annotation
    if get_origin(hint) is Annotated:
        inner, *said = get_args(hint)
        return {**_of(inner, rows), "description": " ".join(said)}
    if get_origin(hint) is list:
        return {"type": "array", "items": _of(get_args(hint)[0], rows)}
    if get_origin(hint) is UnionType:
        return {"anyOf": [_of(one, rows) for one in get_args(hint)]}
    if is_typeddict(hint):
        return _of_row(hint, rows)
    return {"type": PLAIN[hint]}


def _of_row(row: type, rows: dict[str, Data]) -> Data:
    if row.__name__ not in rows:
        rows[row.__name__] = {}  # for rows that hold themselves
        fields = get_type_hints(row, include_extras=True)
        rows[row.__name__] = {
            "type": "object",
            "description": row.__doc__,
            "properties": {name: _of(hint, rows) for name, hint in fields.items()},
            "required": list(fields),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{row.__name__}"}
