"""What rules say of lines under words: there is none, it is broken, it has another length, letters are underlined."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtdocs.diagnostics import Severity
from vtdocs.standards import custom
from vtdocs.standards.base import Between, RatioFact

from .components import COMPONENTS
from .finding import Slip
from .lengths import format_about_mm
from .paper import Part
from .strokes import Under

__all__ = ["find_broken_line", "find_missing_line", "find_wrong_length"]


def find_missing_line(part: Part, under: Under, *, underlined: Severity | None) -> Iterator[Slip]:
    """Yield a slip where no line is under the words; `underlined` is how grave letters underlined instead are."""
    name = COMPONENTS[part.key]
    if under.rules:
        return
    if under.underlined:
        yield Slip(
            f"{name} dùng chữ gạch chân thay cho đường kẻ ngang ở dưới",
            part.places,
            "bỏ gạch chân (Ctrl+U), vẽ đường kẻ bằng Insert > Shapes > Line",
            found="gạch chân",
            expected="đường kẻ ngang, nét liền",
            severity=underlined,
        )
    elif under.sure:
        yield Slip(
            f"dưới {name} thiếu đường kẻ ngang",
            part.places[-1:],
            "vẽ đường kẻ bằng Insert > Shapes > Line, giữ phím Shift cho thẳng",
            found="không có",
            expected="đường kẻ ngang, nét liền",
        )


def find_broken_line(part: Part, under: Under) -> Iterator[Slip]:
    """Yield a slip where every line under the words is dashed or double."""
    if under.rules and not any(rule.solid for rule in under.rules):
        yield Slip(
            f"đường kẻ dưới {COMPONENTS[part.key]} không phải một nét liền",
            part.places[-1:],
            "chọn đường kẻ, ở Shape Outline > Dashes chọn nét liền",
            found="nét đứt hoặc nét đôi",
            expected="nét liền",
        )


def find_wrong_length(part: Part, under: Under, fact: RatioFact) -> Iterator[Slip]:
    """Yield a slip where no line has the length of the law; an error only where that is seen without measuring."""
    low, high = _bounds(fact)
    # A short line may be shorter still: those of the decree's own samples go down to a quarter of the words.
    least = low * (1 - (_SLACK if low == high else _PLAIN))
    shares = under.shares(part)
    # What is still dots to be filled in has no length of its own.
    spoken = any(char.isalpha() for char in part.text)
    if not shares or not spoken or any(least <= share <= high * (1 + _SLACK) for _length, share in shares):
        return
    length, share = min(shares, key=lambda pair: max(low - pair[1], pair[1] - high))
    wanted = "bằng dòng chữ" if low == high else f"từ {low} đến {high} dòng chữ"
    yield Slip(
        f"đường kẻ dưới {COMPONENTS[part.key]} quá {'ngắn' if share < low else 'dài'}: {format_about_mm(length)}, "
        f"bằng {round(share * 100)}% dòng chữ; quy định là {wanted}",
        part.places[-1:],
        f"chọn đường kẻ, kéo cho dài {wanted}",
        found=f"{round(share * 100)}%",
        expected=wanted,
        severity=Severity.WARNING if _is_plain(share, low, high) else None,
    )


def _is_plain(share: Fraction, low: Fraction, high: Fraction) -> bool:
    """Whether a length is wrong by so little, or is so short anyway, that only measuring tells."""
    return share <= high * (1 + _PLAIN) and (low < high or share >= low * (1 - _PLAIN))


_SLACK: Fraction = custom.DUNG_SAI_KE.value
_PLAIN: Fraction = custom.KE_SAI_RO.value


def _bounds(fact: RatioFact) -> tuple[Fraction, Fraction]:
    allowed = fact.allowed
    if isinstance(allowed, Between):
        return allowed.low, allowed.high
    return fact.default, fact.default
