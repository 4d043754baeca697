"""Lines that look marked and are not, and marks that the decree writes otherwise: what people paste from Word."""

from __future__ import annotations

from vtdocs.patterns import compile_late

from .faults import Doubt, OutlineFault
from .markers import MarkedLine
from .nodes import Marker

__all__ = ["check_lookalike", "opens_part"]

# The last three are the signs that Word's own bullets leave behind: they print as nothing.
_BULLETS = "•·▪●○◦■□➢✓§\uf0b7\uf0a7\uf02d"
_DIGITS, _LOWER, _CAPITALS = "0123456789", "abcdefghijklmnopqrstuvwxyzđ", "ABCDEFGHJKMNOPQRSTUWYZĐ"
# The signs that a line like that opens with; what follows the mark has so many capitals at its start.
_LOOKALIKES = (
    (_BULLETS, compile_late(rf"(?P<mark>[{_BULLETS}])\s+(?=\S)"), 0, "gạch đầu dòng viết “- ”"),
    ("o", compile_late(r"(?P<mark>o)\t\s*(?=\S)"), 0, "gạch đầu dòng viết “- ”"),
    (_LOWER, compile_late(r"(?P<mark>(?P<own>[a-zđ])/)\s*"), 1, "điểm viết “{own})”, có dấu đóng ngoặc"),
    (
        _LOWER,
        compile_late(r"(?P<mark>(?P<own>[a-zđ])(?:-\s|\s\)))\s*"),
        1,
        "điểm viết “{own})”, dấu đóng ngoặc liền sau chữ",
    ),
    ("(", compile_late(r"(?P<mark>\((?P<own>[a-zđ])\))\s+"), 1, "điểm viết “{own})”"),
    (_DIGITS, compile_late(r"(?P<mark>(?P<own>\d{1,2})\))\s*"), 1, "khoản viết “{own}.”"),
    (_DIGITS, compile_late(r"(?P<mark>(?P<own>\d{1,2})(?:/|-|\s\.))\s+"), 1, "khoản viết “{own}.”"),
    (_DIGITS, compile_late(r"(?P<mark>(?P<own>\d{1,2}(?:\.\d{1,2}){1,3})\))\s*"), 1, "tiểu khoản viết “{own}.”"),
    (
        _DIGITS,
        compile_late(r"(?P<mark>(?P<own>\d{1,2}(?:\.\d{1,2}){3})(?:\.\d{1,2})+\.)\s+"),
        1,
        "số có nhiều nhất bốn bậc: “{own}.”",
    ),
    ("IVX", compile_late(r"(?P<mark>(?P<own>[IVX]+)(?:/\s|\)))\s*"), 1, "mục viết “{own}.”"),
    ("IVX", compile_late(r"(?P<mark>(?P<own>[IVX]+)\s?(?:/|[-–]|\s\.))\s*"), 2, "mục viết “{own}.”"),
    (_CAPITALS, compile_late(r"(?P<mark>(?P<own>[A-ZĐ])\s\.)\s+"), 2, "viết “{own}.”, dấu chấm liền sau chữ"),
    (_CAPITALS, compile_late(r"(?P<mark>(?P<own>[A-ZĐ])\))\s+"), 1, "viết “{own}.”"),
    (
        "PC",
        compile_late(r"(?P<mark>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+[A-HĐ])(?=[.:]|$)"),
        0,
        "viết “Phần I”, “Chương I”",
    ),
    ("M", compile_late(r"(?P<mark>(?:MỤC|Mục)\s+[A-HĐ])(?=[.:]|$)"), 0, "viết “Mục 1”"),
)
_PARTS = ("PHẦN", "Phần", "CHƯƠNG", "Chương", "MỤC", "Mục")
_CITED = r"(?!(?:Bộ luật|Luật|Nghị|Thông tư|Hiến pháp|Pháp lệnh|Quyết định|Kế hoạch|Đề án|Chương trình|Phụ lục)\b)"
# The sign behind the number was forgotten, and the title is not in capitals: a citation looks like that too.
_UNSIGNED = compile_late(rf"(?P<mark>(?:Phần|Chương|Mục|Tiểu mục|Điều)\s+(?:\d{{1,3}}|[IVX]+))\s+{_CITED}(?=[^\W\d_])")
_UNSIGNED_STARTS = ("Phần", "Chương", "Mục", "Tiểu mục", "Điều")
_LONGEST_UNSIGNED = 80
_PART = compile_late(r"(?:[A-Z]\s?\.|PHẦN|Phần|CHƯƠNG|Chương)\s")
_KEEP = "nếu đúng ý thì thêm {doan_van} ở cuối dòng"
_PLAIN = "nếu là đoạn thường thì thêm {doan_van} ở cuối dòng"


def opens_part(heading: str) -> bool:
    """Whether an unmarked heading stands above all marks ("PHẦN A", one in capitals), and not amid them."""
    return heading.isupper() or _PART.match(heading) is not None


def check_lookalike(marked: MarkedLine, line: int, column: int, followed: bool = False) -> OutlineFault | None:
    """Doubt an unmarked line that opens like a marked one, and a mark that wants mending; both print as typed.

    `followed` says whether lines follow: a title that forgot its sign has some.
    """
    if marked.marker is not None:
        return _check_mark(marked, line, column)
    first = "0" if marked.rest[:1].isdecimal() else marked.rest[:1]
    for signs, pattern, capitals, hint in () if _opens_with_word(marked.rest) else _LOOKALIKES:
        found = pattern.match(marked.rest) if first in signs else None
        if found and _opens_with(marked.rest[found.end() : found.end() + capitals], capitals):
            own = found.groupdict().get("own") or ""
            mark = found["mark"].strip()
            said = (
                f"ký hiệu U+{ord(mark):04X}, in ra không thấy gì," if "\ue000" <= mark[0] <= "\uf8ff" else f"“{mark}”"
            )
            message = f"{said} không phải dấu đầu dòng nên dòng này được in như đoạn thường"
            return OutlineFault(line, column, Doubt.LOOKALIKE, message, f"{hint.format(own=own)}; {_KEEP}")
    if (
        followed
        and len(marked.rest) <= _LONGEST_UNSIGNED
        and marked.rest.startswith(_UNSIGNED_STARTS)
        and (found := _UNSIGNED.match(marked.rest))
        and _opens_with(marked.rest[found.end() : found.end() + 1], 1)
        and not marked.rest.endswith((".", ";", ",", ":", "!", "?", "…"))
    ):
        message = f"sau “{found['mark']}” thiếu dấu chấm nên dòng này được in như đoạn thường"
        return OutlineFault(line, column, Doubt.LOOKALIKE, message, f"viết “{found['mark']}. …”; {_KEEP}")
    return None


def _opens_with_word(text: str) -> bool:
    """Whether a line opens with letters, as most do: besides parts and Roman numerals no lookalike does."""
    return text[:2].isalpha() and text[0] not in "IVX" and not text.startswith(_PARTS)


def _opens_with(start: str, capitals: int) -> bool:
    return len(start) == capitals and all(letter.isupper() for letter in start)


def _check_mark(marked: MarkedLine, line: int, column: int) -> OutlineFault | None:
    number = marked.number
    if marked.marker is Marker.DIEM and number.endswith("."):
        message = f"“{number}” được hiểu là điểm; theo thể thức, điểm có dấu đóng ngoặc"
        return OutlineFault(line, column, Doubt.LOOKALIKE, message, f"viết “{number[0]})”; {_PLAIN}")
    if marked.marker in (Marker.TIEU_KHOAN, Marker.TIEU_KHOAN_3, Marker.TIEU_KHOAN_4) and not number.endswith("."):
        message = f"“{number}” thiếu dấu chấm sau số cuối; dòng này được hiểu là “{number}.”, số in như đã gõ"
        return OutlineFault(
            line,
            column,
            Doubt.LOOKALIKE,
            message,
            f"viết “{number}.”; nếu là đoạn thường thì thêm {{doan_van}} ở cuối dòng",
        )
    return None
