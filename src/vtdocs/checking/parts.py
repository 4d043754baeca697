"""The lines of components, as rules go through them: none where a component is not there."""

from __future__ import annotations

from vtdocs.patterns import compile_late

from .paper import Line, Paper

__all__ = ["ARCHIVE", "has_dash", "lines_of", "recipients_of"]

# "- Lưu: VT, TCCB (2)."; "Lưu VT", "Lưu: VT; KT", "Lưu: VP".
ARCHIVE = compile_late(r"[-–—−+]?\s?Lưu\b(?P<colon>\s?:)?\s*(?P<rest>.*)")
_DASHES = ("-", "–", "—", "−")
# The Lưu line is a part of its own, and often in the midst of the list by mistake.
_RECIPIENTS = ("noi_nhan_danh_sach", "luu")


def lines_of(paper: Paper, key: str) -> tuple[Line, ...]:
    """Give the lines of a component that print words, in order."""
    part = paper.part(key)
    return tuple(line for line in part.lines if line.text) if part is not None else ()


def recipients_of(paper: Paper) -> tuple[Line, ...]:
    """Give the lines below "Nơi nhận", the Lưu line with them, in order."""
    lines = {(line.paragraph.number, line.start): line for key in _RECIPIENTS for line in lines_of(paper, key)}
    return tuple(lines[place] for place in sorted(lines))


def has_dash(line: Line, text: str | None = None) -> bool:
    """Whether a dash opens a line, typed or automatic; `text` are its words where others stand before them."""
    typed = line.text if text is None else text
    return typed.startswith(_DASHES) or (line.start == 0 and line.paragraph.label.startswith(_DASHES))
