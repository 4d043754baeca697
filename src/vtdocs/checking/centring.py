"""Whether one component stands in the middle under another, or in the middle of the page."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.diagnostics import Severity
from vtdocs.standards import custom

from .components import COMPONENTS
from .finding import Slip
from .lengths import format_about_mm
from .paper import Line, Paper
from .positions import center_of, room_of, stands_alone, text_center, width_of

__all__ = ["find_off_middle", "find_off_page"]

_SLACK = custom.DUNG_SAI_CANH_GIUA.value.twips


def find_off_middle(paper: Paper, key: str, above: str) -> Iterator[Slip]:
    """Yield a slip where the middle of a component is not the middle of the one it stands under."""
    part, over = paper.part(key), paper.part(above)
    if part is None or over is None:
        return
    middle = next((at for line in over.lines if (at := center_of(paper, line)) is not None), None)
    if middle is None:
        return
    aside = [(line, at - middle) for line in part.lines if (at := center_of(paper, line)) is not None]
    wrong = [(line, by) for line, by in aside if abs(by) > _SLACK]
    if wrong:
        by = max((by for _line, by in wrong), key=abs)
        found = f"lệch {'phải' if by > 0 else 'trái'} {format_about_mm(abs(by))}"
        yield Slip(
            f"{COMPONENTS[key]} không canh giữa dưới {COMPONENTS[above]} ({found})",
            tuple(line.place for line, _by in wrong),
            _hint(wrong[0][0]),
            found=found,
            expected="canh giữa",
            severity=_severity(wrong[0][0]),
        )


def find_off_page(paper: Paper, key: str) -> Iterator[Slip]:
    """Yield a slip where a component does not stand in the middle between the margins."""
    part = paper.part(key)
    if part is None:
        return
    wrong = [line for line in part.lines if _is_off_page(paper, line)]
    if wrong:
        yield Slip(
            f"{COMPONENTS[key]} không canh giữa trang",
            tuple(line.place for line in wrong),
            _hint(wrong[0]),
            found="không canh giữa",
            expected="canh giữa",
            severity=_severity(wrong[0]),
        )


def _is_off_page(paper: Paper, line: Line) -> bool:
    at = center_of(paper, line)
    if at is not None:
        return abs(at - text_center(paper, line.paragraph.section)) > _SLACK
    # A line that fills its room and goes on in the next is off the middle by its last row, unless it is centred.
    known = room_of(paper, line.paragraph) is not None and stands_alone(line) and width_of(line) is not None
    return known and line.paragraph.spot is None


def _hint(line: Line) -> str:
    if line.paragraph.format.align == "center":
        return "bỏ thụt dòng và dấu cách ở đầu dòng; nếu đứng trong bảng, chỉnh lại độ rộng cột"
    return "đặt con trỏ ở dòng đó, bấm Ctrl+E; bỏ thụt dòng, dấu cách và dấu Tab ở đầu dòng"


def _severity(line: Line) -> Severity | None:
    """Where Word was told to centre, only the columns differ, and a file may say their widths wrongly."""
    return Severity.WARNING if line.paragraph.format.align == "center" else None
