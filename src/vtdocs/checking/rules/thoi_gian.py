"""The date of the head: zeros, written in full, a day that there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtdocs.checking.date_lines import SAMPLE, read_date_line
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.diagnostics import Severity
from vtdocs.standards import nd30
from vtdocs.standards.nd30_text import format_ngay, format_thang

_KEY = "dia_danh_thoi_gian"


@rule(
    "ND30-261",
    "Ngày, tháng thiếu số 0 phía trước",
    fact=nd30.NGAY_THEM_KHONG_DUOI,
    example=Example(SAMPLE, "Hà Nội, ngày 5 tháng 1 năm 2026", _KEY),
    why="Ngày nhỏ hơn 10 và tháng 1, 2 phải thêm số 0 phía trước; tháng 3 đến 9 thì không.",
)
def check_zero(paper: Paper) -> Iterator[Slip]:
    """Find a day of one figure, and the months 1 and 2 of one."""
    if (read := read_date_line(paper)) is None or read[1].is_short:
        return
    part, line = read
    faults = []
    if len(line.day) == 1 and line.day != "0":
        faults.append((f"ngày {line.day}", f"ngày {format_ngay(int(line.day))}"))
    if len(line.month) == 1 and int(line.month) in nd30.THANG_THEM_KHONG.members:
        faults.append((f"tháng {line.month}", f"tháng {format_thang(int(line.month))}"))
    if faults:
        found, right = (", ".join(fault[index] for fault in faults) for index in (0, 1))
        yield reword(part, dict(faults), f"{found} thiếu số 0 phía trước", f"viết {right}", found, right)


@rule(
    "ND30-262",
    "Tháng 3 đến tháng 9 thừa số 0 phía trước",
    fact=nd30.THANG_THEM_KHONG,
    severity=Severity.WARNING,
    example=Example("Hà Nội, ngày 05 tháng 5 năm 2026", "Hà Nội, ngày 05 tháng 05 năm 2026", _KEY),
    why="Chỉ tháng 1 và tháng 2 thêm số 0 phía trước, để không sửa được thành 11, 12.",
)
def check_needless_zero(paper: Paper) -> Iterator[Slip]:
    """Find the months 3 to 9 with a zero in front."""
    if (read := read_date_line(paper)) is None or read[1].is_short:
        return
    part, line = read
    if len(line.month) == 2 and line.month[0] == "0" and int(line.month) not in (0, *nd30.THANG_THEM_KHONG.members):
        right = f"tháng {format_thang(int(line.month))}"
        found = f"tháng {line.month}"
        yield reword(part, {found: right}, f"{found} thừa số 0 phía trước", f"viết {right}", found, right)


@rule(
    "ND30-266",
    "Ngày tháng viết tắt",
    source=nd30.NGAY_THEM_KHONG_DUOI.source,
    example=Example(SAMPLE, "Hà Nội, ngày 05/01/2026", _KEY),
    why="Thời gian ban hành phải viết đầy đủ: ngày … tháng … năm …, năm đủ bốn chữ số.",
)
def check_in_full(paper: Paper) -> Iterator[Slip]:
    """Find a date with strokes, and a year of two figures."""
    if (read := read_date_line(paper)) is None:
        return
    part, line = read
    if line.is_short or len(line.year) == 2:
        said = f"ngày tháng viết tắt “{line.words}”" if line.is_short else f"năm viết tắt “{line.year}”"
        yield Slip(f"{said}; phải viết đầy đủ", part.places, f"viết theo mẫu: {SAMPLE}", line.words, SAMPLE)


@rule(
    "ND30-267",
    "Ngày tháng không có trong lịch",
    source=nd30.NGAY_THEM_KHONG_DUOI.source,
    example=Example("Hà Nội, ngày 28 tháng 02 năm 2026", "Hà Nội, ngày 30 tháng 02 năm 2026", _KEY),
    why="Ngày, tháng, năm ban hành phải là một ngày có thật.",
)
def check_real(paper: Paper) -> Iterator[Slip]:
    """Find a date that no calendar has; what is blank may still be any."""
    if (read := read_date_line(paper)) is None:
        return
    part, line = read
    # A leap year, so that a blank year leaves the 29th of February open.
    year = int(line.year) if len(line.year) == 4 else 2024
    try:
        date(year, int(line.month or 1), int(line.day or 1))
    except ValueError:
        yield Slip(f"“{line.words}” không phải một ngày có thật", part.places, "sửa lại ngày, tháng", line.words)
