"""Why a file is refused: the codes VT-6xx, and the one way to say it."""

from __future__ import annotations

from enum import StrEnum

from vtdocs.diagnostics import Location
from vtdocs.errors import ReadError, VtdocsError

__all__ = ["AGAIN", "CONVERT", "Refusal", "refuse"]

AGAIN = "mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chạy lại"
"""What helps against most that is wrong inside a file."""
CONVERT = "mở bằng Word hoặc LibreOffice rồi Lưu thành .docx, hoặc chạy: soffice --headless --convert-to docx TỆP"
"""What helps with a text of another kind."""


class Refusal(StrEnum):
    """A kind of refusal. A code keeps its meaning for ever."""

    UNREADABLE = "VT-601"
    OTHER_KIND = "VT-602"
    OLD_WORD = "VT-603"
    LOCKED = "VT-604"
    DAMAGED = "VT-605"
    TOO_LARGE = "VT-606"
    UNSOUND = "VT-607"
    BROKEN_XML = "VT-608"
    INCOMPLETE = "VT-609"


def refuse(code: Refusal, message: str, hint: str, name: str, part: str | None = None) -> VtdocsError:
    """Give the error for a file, or for one part of it."""
    return ReadError.one(code, message, location=Location(name, sheet=part), hint=hint)
