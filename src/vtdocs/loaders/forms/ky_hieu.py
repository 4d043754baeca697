"""Short texts of the head: ký hiệu, the addressees."""

from __future__ import annotations

import re
from typing import Any

from vtdocs.loaders.codes import Code
from vtdocs.loaders.nodes import YamlNode
from vtdocs.loaders.shapes import Text
from vtdocs.loaders.structure import Reader
from vtdocs.patterns import compile_late

__all__ = ["KY_HIEU", "make_addressee"]

_KINH_GUI = compile_late(r"kính\s+gửi\s*:?\s*", re.IGNORECASE)
# A legal act has its year between number and ký hiệu: "89/2025/QĐ-UBND".
_YEAR = compile_late(r"(?:19|20)\d\d/\S")
_NUMBER = compile_late(r"(?:số\s*:?\s*)?\d+\s*/", re.IGNORECASE)


def make_addressee(text: str, reader: Reader, node: YamlNode) -> Any:
    """Take off "Kính gửi:", which the form writes, and say so."""
    found = _KINH_GUI.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    if not rest:
        return reader.fail(Code.EMPTY, "còn để trống", node, "ghi nơi kính gửi; chữ “Kính gửi:” do thể thức in ra")
    rest = rest[:1].upper() + rest[1:]
    message = f"chữ “{found[0].strip()}” do thể thức in ra, vtdocs đã bỏ chữ bạn gõ và in “{rest}”"
    reader.warn(Code.FORM, message, node, f"viết {rest}")
    return rest


def _refuse(text: str) -> tuple[Code, str, str] | None:
    if not _YEAR.match(text) and (found := _NUMBER.match(text)):
        rest = text[found.end() :].strip()
        return (
            Code.CONFLICT,
            f"“{text[:40]}” có cả số văn bản",
            f"ghi số ở khóa so, và viết ky_hieu: {rest[:40] or '…'}",
        )
    return None


KY_HIEU = Text(tidy=lambda text: text.lstrip("/ "), refuse=_refuse)
