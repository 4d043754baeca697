"""The declarations as JSON Schema (draft 2020-12), for editors: they complete keys, explain them and check values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vtdocs.likeness import fold

from .names import LONGEST_NAME
from .shapes import Choice, Field, Flag, ListOf, MapOf, Number, OneOf, Outline, Prose, Record, Shape, Text

__all__ = ["write_schema"]

# Editors read YAML with its guesses: a text of digits is a number to them, and to us the text that was typed.
_TEXT_TYPES = ["string", "number"]
# Groups of keys that stand in many places, and items of a body, which may hold items themselves.
_SHARED = frozenset(("Bảng", "Hình", "Mục của nội dung"))


def write_schema(name: str, shape: Record, kinds: Mapping[str, Record]) -> dict[str, Any]:
    """Make the JSON Schema of a file; where it may be one of several `kinds`, also what differs between them."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:vtdocs:{name.replace('_', '-')}:1",
        "title": f"{shape.title} (vtdocs)",
        **_record(shape),
    }
    if differences := list(_differences(shape, kinds)):
        schema["allOf"] = differences
    shared = _shared(shape)
    if shared:
        schema["$defs"] = {_name(record): _record(record) for record in shared}
    return schema


def _shared(shape: Record) -> list[Record]:
    """Give the groups of keys that are written once and referred to, in the order in which they are met."""
    found: dict[str, Record] = {}
    seen: set[int] = set()
    stack: list[Shape] = [shape]
    while stack:
        this = stack.pop()
        if id(this) in seen:
            continue
        seen.add(id(this))
        if isinstance(this, Record):
            if this.title in _SHARED:
                found.setdefault(_name(this), this)
            stack.extend(field.shape for field in reversed(this.fields))
        elif isinstance(this, ListOf | MapOf):
            stack.append(this.item)
        elif isinstance(this, Outline):
            stack.append(this.item())
        elif isinstance(this, OneOf):
            stack.extend(part for part in (this.sequence, this.mapping, this.text) if part is not None)
    return list(found.values())


def _name(record: Record) -> str:
    return fold(record.title).replace(" ", "_")


def _differences(shape: Record, kinds: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    """Say for the kinds that a schema is shared by which keys each lacks, and which it must have."""
    loai = shape.by_key["loai"].shape
    words = loai.words if isinstance(loai, Choice) else ()
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for kind in words if len(words) > 1 else ():
        own = kinds[kind].by_key
        lacking = tuple(field.key for field in shape.fields if field.key not in own)
        required = tuple(key for key, field in own.items() if field.required and not shape.by_key[key].required)
        groups.setdefault((lacking, required), []).append(kind)
    for (lacking, required), members in groups.items():
        then: dict[str, Any] = {}
        if lacking:
            then["properties"] = dict.fromkeys(lacking, False)
        if required:
            then["required"] = list(required)
        if then:
            yield {"if": {"properties": {"loai": {"enum": members}}, "required": ["loai"]}, "then": then}


def _write(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Record) and shape.title in _SHARED:
        return {"$ref": f"#/$defs/{_name(shape)}"}
    return _WRITERS[type(shape)](shape)


def _text(shape: Text) -> dict[str, Any]:
    if shape.pattern:
        return {"type": "string", "pattern": shape.pattern}
    if shape.blank:
        return {"type": [*_TEXT_TYPES, "null"], "maxLength": shape.maximum}
    return {"type": _TEXT_TYPES, "minLength": 1, "maxLength": shape.maximum}


def _prose(_shape: Prose) -> dict[str, Any]:
    return {"type": "string"}


def _outline(shape: Outline) -> dict[str, Any]:
    # "- … như sau:" is a key without a value to an editor.
    lead_in = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": "[^A-Za-z0-9_-]"},
        "additionalProperties": {"type": "null"},
    }
    item = {"anyOf": [{"type": _TEXT_TYPES, "minLength": 1}, _write(shape.item()), lead_in]}
    return {"anyOf": [{"type": "string"}, {"type": "array", "items": item, "minItems": 1}]}


def _map(shape: MapOf) -> dict[str, Any]:
    return {
        "type": "object",
        "propertyNames": {"pattern": r"^[\w-]+$", "maxLength": LONGEST_NAME},
        "additionalProperties": _write(shape.item),
        "maxProperties": shape.maximum,
    }


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


def _flag(_shape: Flag) -> dict[str, Any]:
    # A plain true or false is a truth value to an editor.
    return {"enum": [*Flag.YES, *Flag.NO, True, False]}


def _list(shape: ListOf) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": _write(shape.item)}
    if shape.minimum:
        schema["minItems"] = shape.minimum
    schema["maxItems"] = shape.maximum
    return {"anyOf": [_write(shape.item), schema]} if shape.single else schema


def _record(shape: Record) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": _write(shape.others) if shape.others else False,
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
        elif "$ref" in schema:
            schema = {"anyOf": [schema, {"type": "null"}]}
        elif "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
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
    Outline: _outline,
    Number: _number,
    Choice: _choice,
    Flag: _flag,
    ListOf: _list,
    MapOf: _map,
    Record: _record,
    OneOf: _one_of,
}
