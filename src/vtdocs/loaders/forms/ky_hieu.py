"""Short texts of the head: ký hiệu, the addressees, the label of a letter's subject."""

from __future__ import annotations

import re

from vtdocs.loaders.codes import Code
from vtdocs.loaders.shapes import Text

from .noi_nhan import tidy_item

__all__ = ["KY_HIEU", "TRICH_YEU_LABEL", "tidy_addressee"]

# What a letter prints before its subject.
TRICH_YEU_LABEL = re.compile(r"V/v\b[\s:]*", re.IGNORECASE)

_KINH_GUI = re.compile(r"kính\s+gửi\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:số\s*:?\s*)?\d+\s*/", re.IGNORECASE)


def tidy_addressee(text: str) -> str:
    """Take off "Kính gửi:", the dash and the closing mark: the form writes all of them."""
    text = tidy_item(text)
    return _KINH_GUI.sub("", text, count=1) if _KINH_GUI.match(text) else text


def _refuse(text: str) -> tuple[Code, str, str] | None:
    if found := _NUMBER.match(text):
        rest = text[found.end() :].strip()
        return (
            Code.CONFLICT,
            f"“{text[:40]}” có cả số văn bản",
            f"ghi số ở khóa so, và viết ky_hieu: {rest[:40] or '…'}",
        )
    return None


KY_HIEU = Text(tidy=lambda text: text.lstrip("/ "), refuse=_refuse)
