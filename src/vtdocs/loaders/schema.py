"""The declarations as JSON Schema (draft 2020-12), for editors: they complete keys, explain them and check values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .shapes import Choice, Field, ListOf, Number, OneOf, Outline, Prose, Record, Shape, Text

__all__ = ["write_schema"]

# Editors read YAML with its guesses: a text of digits is a number to them, and to us the text that was typed.
_TEXT_TYPES = ["string", "number"]


def write_schema(kind: str, shape: Record) -> dict[str, Any]:
    """Make the JSON Schema of a file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vtdocs:{kind.replace('_', '-')}:1",
        "title": f"{shape.title} (vtdocs)",
        **_record(shape),
    }


def _write(shape: Shape) -> dict[str, Any]:
    return _WRITERS[type(shape)](shape)


def _text(shape: Text) -> dict[str, Any]:
    if shape.pattern:
        return {"type": "string", "pattern": shape.pattern}
    if shape.blank:
        return {"type": [*_TEXT_TYPES, "null"], "maxLength": shape.maximum}
    return {"type": _TEXT_TYPES, "minLength": 1, "maxLength": shape.maximum}


def _prose(_shape: Prose | Outline) -> dict[str, Any]:
    return {"type": "string"}


def _number(shape: Number) -> dict[str, Any]:
    return {
        "anyOf": [
            {"type": "integer", "minimum": shape.minimum, "maximum": shape.maximum},
            {"type": "string", "pattern": "^[0-9]{1,9}$"},
        ]
    }


def _choice(shape: Choice) -> dict[str, Any]:
    words: list[str | int] = list(shape.words)
    return {"enum": words + [int(word) for word in shape.words] if shape.number else words}


def _list(shape: ListOf) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": _write(shape.item)}
    if shape.minimum:
        schema["minItems"] = shape.minimum
    schema["maxItems"] = shape.maximum
    return {"anyOf": [_write(shape.item), schema]} if shape.single else schema


def _record(shape: Record) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _field(field) for field in shape.fields},
    }
    if required := [field.key for field in shape.fields if field.required]:
        schema["required"] = required
    return schema


def _one_of(shape: OneOf) -> dict[str, Any]:
    return {"anyOf": [_write(part) for part in (shape.text, shape.mapping, shape.sequence) if part is not None]}


def _field(field: Field) -> dict[str, Any]:
    schema = _write(field.shape)
    if not field.required:
        if isinstance(schema.get("type"), str):
            schema["type"] = [schema["type"], "null"]
        elif "type" in schema:
            schema["type"] = list(dict.fromkeys([*schema["type"], "null"]))
        else:
            schema["anyOf"] = [*schema["anyOf"], {"type": "null"}]
    title = field.description.split(";")[0].split(".")[0]
    told = {"title": title, "description": field.description}
    if field.example and not field.example.startswith(("|", "- ", "{", "[")):
        told["examples"] = [field.example]  # type: ignore[assignment]
    return {**told, **schema}


_WRITERS: dict[type, Callable[[Any], dict[str, Any]]] = {
    Text: _text,
    Prose: _prose,
    Outline: _prose,
    Number: _number,
    Choice: _choice,
    ListOf: _list,
    Record: _record,
    OneOf: _one_of,
}
