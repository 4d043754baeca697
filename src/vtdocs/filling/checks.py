"""What a caller may give for a length, a colour, a highlight, an underline, an address; each fault is VT-470."""

from __future__ import annotations

from vtdocs.errors import VtdocsError, WriteError
from vtdocs.patterns import compile_late
from vtdocs.units import EMU_PER_HALF_POINT, Length
from vtdocs.writers.docx.links import link_target

__all__ = ["check_colour", "check_length", "check_link", "check_shade", "check_size", "check_underline", "refuse"]

_COLOUR = compile_late("#?([0-9A-Fa-f]{6})")
# ST_HighlightColor
_SHADES = frozenset(
    [
        "black",
        "blue",
        "cyan",
        "green",
        "magenta",
        "red",
        "yellow",
        "white",
        "darkBlue",
        "darkCyan",
        "darkGreen",
        "darkMagenta",
        "darkRed",
        "darkYellow",
        "darkGray",
        "lightGray",
        "none",
    ]
)
# ST_Underline
_UNDERLINES = frozenset(
    [
        "single",
        "words",
        "double",
        "thick",
        "dotted",
        "dottedHeavy",
        "dash",
        "dashedHeavy",
        "dashLong",
        "dashLongHeavy",
        "dotDash",
        "dashDotHeavy",
        "dotDotDash",
        "dashDotDotHeavy",
        "wave",
        "wavyHeavy",
        "wavyDouble",
        "none",
    ]
)
_SIZES = (1, 1_638)  # points that Word knows


def check_length(value: object, what: str) -> Length:
    """Give a `Length` for one of ours, or for python-docx's, which are whole numbers of EMU.

    `what` names the value in the fault: another type, or a number so small that it was meant in another unit.
    """
    if isinstance(value, Length):
        return value
    hint = "viết kèm đơn vị: from vtdocs.units import Mm, Pt; ví dụ Mm(30), Pt(14)"
    if isinstance(value, bool) or not isinstance(value, int):
        raise refuse(f"{what} là {value!r:.40}, không phải một độ dài", hint)
    if value < EMU_PER_HALF_POINT:
        raise refuse(f"{what} là số {int(value)} không có đơn vị", hint)
    return Length(value)


def check_size(value: object) -> Length:
    """Give a size of letters."""
    size = check_length(value, "cỡ chữ")
    if not _SIZES[0] <= size.pt <= _SIZES[1]:
        raise refuse(f"cỡ chữ là {size.pt:g}", f"chọn cỡ chữ từ {_SIZES[0]} đến {_SIZES[1]}")
    return size


def check_colour(value: str) -> str:
    """Give a colour as six hexadecimal digits."""
    found = _COLOUR.fullmatch(value)
    if found is None:
        raise refuse(f"màu “{value[:40]}” không đọc được", "viết sáu chữ số thập lục phân, ví dụ C00000")
    return found[1].upper()


def check_shade(value: str) -> tuple[str, bool]:
    """Give one of Word's highlights and true, or a colour and false."""
    return (value, True) if value in _SHADES else (check_colour(value), False)


def check_underline(value: bool | str) -> str:
    """Give a kind of underline; nothing for none."""
    if isinstance(value, bool) or not value:
        return "single" if value else ""
    if value not in _UNDERLINES:
        raise refuse(f"không có kiểu gạch chân “{value[:40]}”", f"các kiểu có: {', '.join(sorted(_UNDERLINES))}")
    return value


def check_link(url: str) -> str:
    """Give an address that opens something."""
    if link_target(url) is None:
        raise refuse(f"“{url[:80]}” không phải địa chỉ mở được", "viết đủ địa chỉ http://…, https://… hoặc mailto:…")
    return url


def refuse(message: str, hint: str) -> VtdocsError:
    """Make the fault of a value that cannot stand in a document."""
    return WriteError.one("VT-470", message, hint=hint)
