"""Địa danh and date: how they are written, their letters, their place under Quốc hiệu and Tiêu ngữ."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.centring import find_off_middle
from vtdocs.checking.date_lines import SAMPLE, read_date_line
from vtdocs.checking.finding import Slip
from vtdocs.checking.lettered_parts import find_wrong_case, find_wrong_size, find_wrong_style
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.rewording import reword
from vtdocs.checking.words import fold_words
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Spot, Table
from vtdocs.standards import nd30

_KEY = "dia_danh_thoi_gian"


@rule(
    "ND30-263",
    "Địa danh và thời gian không in nghiêng",
    fact=nd30.DIA_DANH_THOI_GIAN,
    example=Example("địa danh, ngày tháng in nghiêng, không đậm", "địa danh, ngày tháng in đứng"),
    why="Địa danh và thời gian ban hành dùng kiểu chữ nghiêng, không đậm.",
)
def check_style(paper: Paper) -> Iterator[Slip]:
    """Compare its weight and slant with the law's."""
    return find_wrong_style(paper, _KEY, nd30.DIA_DANH_THOI_GIAN)


@rule(
    "ND30-264",
    "Địa danh và thời gian sai cỡ chữ",
    fact=nd30.DIA_DANH_THOI_GIAN,
    example=Example("địa danh, ngày tháng cỡ chữ 13 hoặc 14", "địa danh, ngày tháng cỡ chữ 12"),
    why="Địa danh và thời gian ban hành dùng cỡ chữ từ 13 đến 14.",
)
def check_size(paper: Paper) -> Iterator[Slip]:
    """Compare its size with the law's."""
    return find_wrong_size(paper, _KEY, nd30.DIA_DANH_THOI_GIAN)


@rule(
    "ND30-265",
    "Sau địa danh không có dấu phẩy",
    fact=nd30.SAU_DIA_DANH,
    example=Example(SAMPLE, "Hà Nội ngày 05 tháng 01 năm 2026", _KEY),
    why="Sau địa danh có dấu phẩy.",
)
def check_comma(paper: Paper) -> Iterator[Slip]:
    """Find a place without a comma behind it."""
    if (read := read_date_line(paper)) is None:
        return
    part, line = read
    if line.place and line.comma != nd30.SAU_DIA_DANH.default:
        right = f"{line.place}{nd30.SAU_DIA_DANH.default}"
        message = f"sau địa danh “{line.place}” không có dấu phẩy"
        yield reword(part, {f"{line.place}{line.comma}": right}, message, f"viết {right}", line.text, right)


@rule(
    "ND30-268",
    "Địa danh và thời gian viết hoa sai",
    fact=nd30.DIA_DANH_THOI_GIAN,
    example=Example(SAMPLE, "hà Nội, ngày 05 tháng 01 năm 2026", _KEY),
    why="Các chữ cái đầu của địa danh viết hoa; “ngày”, “tháng”, “năm” viết thường.",
)
def check_case(paper: Paper) -> Iterator[Slip]:
    """Find a place with a small letter in front, capitals throughout, and "Ngày" in the middle of the line."""
    found = [*find_wrong_case(paper, _KEY, nd30.DIA_DANH_THOI_GIAN)]
    yield from found
    if found or (read := read_date_line(paper)) is None:
        return
    part, line = read
    if line.place[:1].islower():
        right = line.place[0].upper() + line.place[1:]
        message = f"địa danh “{line.place}” không viết hoa chữ cái đầu"
        yield reword(part, {line.place: right}, message, f"viết {right}", line.place, right)
    if line.words != line.words.lower():
        right = line.words.lower()
        message = f"“{line.words}” viết hoa giữa dòng"
        yield Slip(message, part.places, f"viết {right}", line.words, right, severity=Severity.WARNING)


@rule(
    "ND30-269",
    "Địa danh và thời gian không canh giữa dưới Quốc hiệu",
    fact=nd30.DIA_DANH_THOI_GIAN_CANH,
    example=Example("địa danh, ngày tháng canh giữa", "địa danh, ngày tháng canh phải"),
    why="Địa danh và thời gian đặt dưới, canh giữa so với Quốc hiệu và Tiêu ngữ.",
)
def check_middle(paper: Paper) -> Iterator[Slip]:
    """Compare its middle with that of Quốc hiệu."""
    return find_off_middle(paper, _KEY, "quoc_hieu")


@rule(
    "ND30-270",
    "Thiếu địa danh",
    fact=nd30.SAU_DIA_DANH,
    example=Example(SAMPLE, "ngày 05 tháng 01 năm 2026", _KEY),
    why="Trước ngày, tháng, năm ban hành phải có địa danh.",
)
def check_place(paper: Paper) -> Iterator[Slip]:
    """Find a date without a place."""
    if (read := read_date_line(paper)) is None:
        return
    part, line = read
    if not line.place.strip("._… "):
        blank = bool(line.place)
        if blank and not (line.day or line.month or line.year):
            return  # a form with nothing filled in
        message = "trước ngày, tháng, năm chưa ghi địa danh" if blank else "trước ngày, tháng, năm thiếu địa danh"
        severity = Severity.WARNING if blank else None
        yield Slip(message, part.places, f"viết theo mẫu: {SAMPLE}", line.text, SAMPLE, severity=severity)


@rule(
    "ND30-272",
    "Địa danh và thời gian không cùng dòng với số, ký hiệu",
    fact=nd30.DIA_DANH_THOI_GIAN,
    severity=Severity.WARNING,
    example=Example("số, ký hiệu và ngày tháng ở cùng một hàng của bảng", "số ở hàng trên, ngày tháng ở hàng dưới"),
    why="Địa danh và thời gian ban hành trình bày trên cùng một dòng với số, ký hiệu.",
)
def check_row(paper: Paper) -> Iterator[Slip]:
    """Find number and date in different rows of one table; within a row only a laid-out page could tell."""
    part, number = paper.part(_KEY), paper.part("so_ky_hieu")
    if part is None or number is None:
        return
    spot, beside = part.lines[0].paragraph.spot, number.lines[0].paragraph.spot
    if spot is None or beside is None or spot.table != beside.table:
        return
    upper, lower = sorted((spot, beside), key=lambda each: each.row)
    if upper.row < lower.row and not _reaches(paper.observed.tables[spot.table], upper, lower.row):
        message = "địa danh, ngày tháng không cùng hàng với số, ký hiệu"
        yield Slip(message, (number.place, part.place), "đưa hai dòng vào cùng một hàng của bảng đầu văn bản")


def _reaches(table: Table, spot: Spot, row: int) -> bool:
    """Whether a cell is merged down to a row."""
    return all(
        any(cell.column == spot.column and cell.merged for cell in each.cells)
        for each in table.rows[spot.row + 1 : row + 1]
    )


@rule(
    "VB-271",
    "Địa danh khác với nơi cơ quan đóng trụ sở",
    source="tệp cơ quan kèm theo",
    severity=Severity.WARNING,
    example=Example("địa danh như trong tệp cơ quan", "địa danh của xã khác"),
    why="So với địa danh trong tệp cơ quan; không có tệp này thì không xét.",
)
def check_office(paper: Paper) -> Iterator[Slip]:
    """Compare the place with that of the office file; the word for the kind of unit may stand or not."""
    if paper.office is None or not paper.office.place or (read := read_date_line(paper)) is None:
        return
    part, line = read
    wanted, place = fold_words(paper.office.place.lower()), fold_words(line.place.lower())
    if place.strip("._… ") and not (place.endswith(wanted) or wanted.endswith(place)):
        message = f"địa danh “{line.place}” khác với tệp cơ quan (“{paper.office.place}”)"
        yield Slip(message, part.places, f"viết {paper.office.place}", line.place, paper.office.place)
