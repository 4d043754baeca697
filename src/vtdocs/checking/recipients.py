"""Nơi nhận: its label, its list, the line of the archive."""

from __future__ import annotations

from collections.abc import Sequence

from vtdocs.likeness import fold
from vtdocs.patterns import compile_late

from .paper import Line
from .pieces import cut
from .strips import Side, Strip

__all__ = ["has_list", "is_label", "is_recipient", "read_recipients", "starts_label"]

_LABEL = compile_late(r"[Nn][ơƠ][Ii]\s{1,4}[Nn][Hh][ậẬ][Nn]\s{0,4}(?:[:.;]|[-–]|$)")
_LONGEST_LABEL = 90
_DASHES = ("-", "–", "+", "•", "*")


def is_label(strip: Strip) -> bool:
    """Whether a line is "Nơi nhận:", also with the first of its list behind it; not "Nơi nhận hồ sơ: …"."""
    words = strip.words
    if words[:1] not in ("N", "n") or len(words) > _LONGEST_LABEL:
        return False
    found = _LABEL.match(words)
    if found is None:
        return False
    rest = words[found.end() :].strip()
    return not rest or rest.startswith(_DASHES) or found[0][-1] in "-–" or len(rest) <= 40


def has_list(strips: Sequence[Strip]) -> bool:
    """Whether a label among these lines is followed by recipients, on its line or on one of the next two."""
    for place, strip in enumerate(strips):
        if not is_label(strip):
            continue
        found = _LABEL.match(strip.words)
        if found and strip.words[found.end() :].strip():
            return True
        below = [other for other in strips[place + 1 : place + 5] if other.side is not Side.RIGHT][:2]
        if any(
            is_recipient(other) or other.key.startswith(("nhu ", "luu")) or other.words.endswith(";") for other in below
        ):
            return True
    return False


def starts_label(text: str) -> bool:
    """Whether a text as it stands in a file opens with the words of the label."""
    return fold(text[:30]).startswith("noi nhan")


def is_recipient(strip: Strip) -> bool:
    """Whether a line begins like one of the list."""
    return strip.words.startswith(_DASHES) or bool(strip.line.paragraph.label)


def read_recipients(strips: Sequence[Strip]) -> dict[str, list[Line]]:
    """Read the lines from the label on. The line of the archive ("- Lưu: VT.") is no part of the list."""
    parts: dict[str, list[Line]] = {}
    before = ""
    for place, strip in enumerate(strips):
        line = strip.line
        if place == 0:
            found = _LABEL.match(line.text)
            end = found.end() if found else len(line.text)
            if line.text[end:].strip():
                label, line = cut(line, end - (found is not None and found[0][-1] in "-–"))
                parts["noi_nhan"] = [label]
            else:
                parts["noi_nhan"] = [line]
                continue
        key = fold(line.text[:20])
        dashed = is_recipient(strip)
        if key == "luu" or key.startswith("luu ") or (key.startswith("luu") and ":" in line.text[:8]):
            before = "luu"
        elif dashed or before != "luu" or strip.gap:
            before = "noi_nhan_danh_sach"
        parts.setdefault(before, []).append(line)
    return parts
