"""The sheet: its size, how it is turned, its margins."""

from __future__ import annotations

from collections.abc import Iterator

from vtdocs.checking.finding import Place, Slip, place_of
from vtdocs.checking.lengths import format_allowed_mm, format_mm, length_fits
from vtdocs.checking.paper import Paper
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Section
from vtdocs.standards import custom, nd30
from vtdocs.standards.base import LengthFact

_TO_PAGE_SETUP = "mở Layout > Page Setup, chọn Whole document ở ô Apply to"
_CUT = custom.DUNG_SAI_KHO_GIAY.value.twips
_SHORT, _LONG = nd30.KHO_GIAY_RONG.default.twips, nd30.KHO_GIAY_DAI.default.twips

_A4 = f"{nd30.KHO_GIAY.default} ({nd30.KHO_GIAY_RONG.default.mm:.0f} x {nd30.KHO_GIAY_DAI.default.mm:.0f} mm)"

# Sheets that programs begin with, or that offices have: short and long side in twips.
_SHEETS = (
    ("Letter", 12240, 15840),
    ("Legal", 12240, 20160),
    ("A3", 16838, 23811),
    ("A5", 8391, 11906),
    ("B5", 9978, 14173),
    ("F4", 11906, 18709),
)


@rule(
    "ND30-101",
    "Khổ giấy không phải A4",
    fact=nd30.KHO_GIAY_RONG,
    example=Example("khổ giấy A4 (210 x 297 mm)", "khổ giấy Letter (215,9 x 279,4 mm)"),
    why="Tệp mới của Word bản tiếng Anh dùng khổ Letter; in ra giấy A4 thì lề trang không còn đúng.",
)
def check_sheet(paper: Paper) -> Iterator[Slip]:
    """Compare every section's sheet with A4, either way up."""
    wrong = [section for section in paper.sections if not _is_sheet(section, _SHORT, _LONG)]
    if not wrong:
        return
    found = " và ".join(dict.fromkeys(map(_name_sheet, wrong)))
    large = all(section.index and _is_sheet(section, *_SHEETS[2][1:]) for section in wrong)
    yield Slip(
        f"khổ giấy là {found}, không phải {_A4}",
        _places(paper, wrong),
        f"{_TO_PAGE_SETUP}, thẻ Paper chọn A4",
        found=found,
        expected="A4",
        # A wide table that is folded into the paper.
        severity=Severity.WARNING if large else None,
    )


def _is_sheet(section: Section, short: int, long: int) -> bool:
    sides = sorted((section.page_width, section.page_height))
    return abs(sides[0] - short) <= _CUT and abs(sides[1] - long) <= _CUT


def _name_sheet(section: Section) -> str:
    size = f"{format_mm(section.page_width).removesuffix(' mm')} x {format_mm(section.page_height)}"
    name = next((name for name, short, long in _SHEETS if _is_sheet(section, short, long)), "")
    return f"{name} ({size})" if name else size


_MARGINS: tuple[tuple[str, LengthFact], ...] = (
    ("lề trên", nd30.LE_TREN),
    ("lề dưới", nd30.LE_DUOI),
    ("lề trái", nd30.LE_TRAI),
    ("lề phải", nd30.LE_PHAI),
)
_BEYOND = ", ngoài khoảng "
# What the cure advises: the values of the standard's choice, "trên 20 mm, dưới 20 mm, trái 30 mm, phải 20 mm".
_SETTINGS = ", ".join(f"{name.removeprefix('lề ')} {format_mm(fact.default.twips)}" for name, fact in _MARGINS)


@rule(
    "ND30-102",
    "Lề trang ngoài khoảng quy định",
    fact=nd30.LE_TRAI,
    example=Example("lề trái 30 mm, lề phải 15 mm", "lề trái 25 mm, lề phải 10 mm"),
    why=(
        f"Lề trên và dưới {format_allowed_mm(nd30.LE_TREN.allowed)}, "
        f"lề trái {format_allowed_mm(nd30.LE_TRAI.allowed)}, "
        f"lề phải {format_allowed_mm(nd30.LE_PHAI.allowed)}; gáy (Gutter) tính vào lề trái."
    ),
)
def check_margins(paper: Paper) -> Iterator[Slip]:
    """Compare the margins of all sections; those of a turned page may be those of the sheet before it was turned."""
    wrong: dict[str, list[Section]] = {}
    for section in paper.sections:
        margins = (abs(section.top), abs(section.bottom), section.left + section.gutter, section.right)
        if any(not _outside(each) for each in _readings(section, margins)):
            continue
        for said in _outside(margins):
            wrong.setdefault(said, []).append(section)
    if not wrong:
        return
    sections = sorted({section.index: section for each in wrong.values() for section in each}.items())
    some = len(sections) < len(paper.sections)
    said = "; ".join(text + (_name_sections(each) if some or len(each) < len(sections) else "")
                     for text, each in wrong.items())  # fmt: skip
    turned = all(section.landscape for _index, section in sections)
    yield Slip(
        said,
        _places(paper, [section for _index, section in sections]),
        f"{_TO_PAGE_SETUP}, thẻ Margins đặt {_SETTINGS} (Gutter 0)",
        found="; ".join(text.partition(_BEYOND)[0] for text in wrong),
        expected="; ".join(
            f"{name} {format_allowed_mm(fact.allowed)}"
            for name, fact in _MARGINS
            if any(text.startswith(name) for text in wrong)
        ),
        # The decree does not say which edge of a turned page is which.
        severity=Severity.WARNING if turned else None,
    )


def _readings(section: Section, margins: tuple[int, int, int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Give top, bottom, left, right; of a turned page also as they were before it was turned to the left or right."""
    yield margins
    if section.landscape:
        top, bottom, left, right = margins
        yield right, left, top, bottom
        yield left, right, bottom, top


def _outside(margins: tuple[int, int, int, int]) -> tuple[str, ...]:
    slack = custom.DUNG_SAI_LE.value.twips
    return tuple(
        f"{name} {format_mm(value)}{_BEYOND}{format_allowed_mm(fact.allowed)}"
        for (name, fact), value in zip(_MARGINS, margins, strict=True)
        if not length_fits(value, fact.allowed, slack)
    )


def _name_sections(sections: list[Section]) -> str:
    return f" (ở section {', '.join(str(section.index + 1) for section in sections)})"


@rule(
    "ND30-103",
    "Trang ngang không có bảng, biểu",
    fact=nd30.KIEU_TRINH_BAY,
    severity=Severity.WARNING,
    example=Example("trang ngang có bảng 12 cột", "trang ngang chỉ có lời văn"),
    why="Trang ngang chỉ để trình bày bảng, biểu; lời văn trình bày theo chiều dài của khổ A4.",
)
def check_turned(paper: Paper) -> Iterator[Slip]:
    """Find turned sections in which no table or picture stands."""
    layout = {*paper.head_tables, *paper.sign_tables}
    filled = {table.section for table in paper.observed.tables if table.index not in layout}
    filled |= {each.section for each in paper.observed.paragraphs if each.pictures}
    wrong = [section for section in paper.sections if section.landscape and section.index not in filled]
    if wrong:
        yield Slip(
            "trang quay ngang nhưng không có bảng, biểu",
            _places(paper, wrong),
            "đặt con trỏ ở trang đó, chọn Layout > Orientation > Portrait",
            found="ngang",
            expected="đứng",
        )


def _places(paper: Paper, sections: list[Section]) -> tuple[Place, ...]:
    """Give the first paragraph of each section; the place of a change to a section is where it begins."""
    paragraphs = paper.observed.paragraphs
    return tuple(place_of(paragraphs[each.first - 1]) for each in sections if 1 <= each.first <= len(paragraphs))
