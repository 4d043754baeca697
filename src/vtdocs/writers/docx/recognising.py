"""Which kind of template a file is, told by its letters alone: before it is compiled as the one or the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vtdocs.patterns import compile_late

from .contract import SLOT, SLOTS, TAGS, mark
from .package import read_package
from .seams import TYPES_PART
from .template import DOCUMENT_PART

__all__ = ["LARGEST_TEMPLATE", "is_free", "lost_marks", "missing_marks", "names_slots", "read_template"]

LARGEST_TEMPLATE = 32 * 1024 * 1024
"""Bytes of a template, as a file and unpacked."""

# A file with as many slots of the contract is meant to be a template of documents, with faults maybe.
_FEWEST_SLOTS = 2
_TAG = compile_late(r"\{\{\s*(\w+)\s*\}\}")
# A name of a slot in braces of any kind, with its p or without.
_NEARLY = compile_late(r"[{｛]\s{0,9}(?:p\s{1,9})?(\w{1,40})\s{0,9}[}｝]")
# So many slots that were all written wrongly are no chance.
_FEWEST_NEARLY = 4
_ELEMENT = compile_late(rb"<[^<>]*>")


def read_template(data: bytes) -> dict[str, bytes] | None:
    """Give the parts of a template's file by their names; `None` for one that is no package, damaged or too large."""
    return read_package(data, LARGEST_TEMPLATE)


def is_free(parts: Mapping[str, bytes]) -> bool:
    """Whether a package is a free template: one of Office with fewer than two slots of the contract."""
    return TYPES_PART in parts and len(names_slots(parts)) < _FEWEST_SLOTS


def names_slots(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the slots of the contract that a package names: a template of documents ten of them, a free one none."""
    # A free template may well print a value of such a name: only `{{p ten }}` is a slot.
    named = _named(parts, SLOT)
    return tuple(name for name in SLOTS if name in named)


def missing_marks(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the tags and slots of the contract that a package does not name, as they are written."""
    tags, slots = _named(parts, _TAG), _named(parts, SLOT)
    return tuple(mark(name) for names, named in ((TAGS, tags), (SLOTS, slots)) for name in names if name not in named)


def lost_marks(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give what a free template lacks of the contract, where it seems that it was meant for documents; else nothing.

    It names one slot, or several of them in other braces or without their p.
    """
    meant = names_slots(parts) or len(_named(parts, _NEARLY) & SLOTS.keys()) >= _FEWEST_NEARLY
    return missing_marks(parts) if meant else ()


def _named(parts: Mapping[str, bytes], pattern: re.Pattern[str]) -> set[str]:
    text = _ELEMENT.sub(b"", parts.get(DOCUMENT_PART, b"")).decode(errors="replace")
    return set(pattern.findall(text))
