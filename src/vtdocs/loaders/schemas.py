"""The JSON Schemas as texts and files, by the kinds of input that users name."""

from __future__ import annotations

import json

from vtdocs.errors import LoadError
from vtdocs.kinds import INPUT_KINDS, kind_name, schema_kind

from .loading import KINDS, json_schema

__all__ = ["make_schema_files", "schema_name", "schema_text"]


def schema_text(kind: str | None = None) -> str:
    """Give the JSON Schema of one kind of input, or all schemas in one object. Raises LoadError."""
    return _dump(json_schema(_check_kind(kind)) if kind else {name: json_schema(name) for name in KINDS})


def make_schema_files(kind: str | None = None) -> dict[str, bytes]:
    """Give the files of the schemas, of one kind of input or of all, by their names. Raises LoadError."""
    kinds = (_check_kind(kind),) if kind else KINDS
    return {schema_name(each): (_dump(json_schema(each)) + "\n").encode() for each in kinds}


def schema_name(kind: str) -> str:
    """Give the name of the file of a schema."""
    return f"{kind.replace('_', '-')}.schema.json"


def _dump(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2)


def _check_kind(kind: str) -> str:
    """Give the name of the schema that describes a kind of input; raises LoadError for one that does not exist."""
    try:
        return schema_kind(kind_name(kind))
    except KeyError:
        hint = f"các loại có: {', '.join(INPUT_KINDS)}"
        raise LoadError.one("VT-508", f"không có loại dữ liệu “{kind}”", hint=hint) from None
