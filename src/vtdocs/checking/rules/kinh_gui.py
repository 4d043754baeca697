"""Kính gửi: in which papers it stands, how it and the addressees are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vtdocs.checking.finding import Slip
from vtdocs.checking.lengths import format_mm
from vtdocs.checking.lettering import judge_lettering
from vtdocs.checking.paper import Line, Paper
from vtdocs.checking.parts import has_dash, lines_of
from vtdocs.checking.putting_right import cure_end, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import custom, nd30

__all__: list[str] = []

_LABEL = compile_late(r"(?P<label>Kính gửi)\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)
# Papers from one to another, in which many offices say whom they are for though khoản 9 does not name them.
_PERSONAL = frozenset(
    {"giay_moi", "giay_gioi_thieu", "giay_nghi_phep", "phieu_gui", "phieu_chuyen", "phieu_bao", "thu_cong", "cong_dien"}
)
_ALIGNED = custom.DUNG_SAI_THANG_HANG.value.twips


@rule(
    "ND30-550",
    "Kính gửi trong loại văn bản không có phần này",
    source=f"{nd30.KINH_GUI.source} (áp dụng với tờ trình, báo cáo, công văn)",
    example=Example("kế hoạch không có Kính gửi", "kế hoạch có “Kính gửi: …”"),
)
def _misplaced(paper: Paper) -> Iterator[Slip]:
    part = paper.part("kinh_gui")
    if part is None or paper.loai is None or paper.loai.kinh_gui:
        return
    yield Slip(
        f"{paper.loai.ten.lower()} không có “Kính gửi”; chỉ công văn, tờ trình, báo cáo gửi cấp trên mới có",
        (part.place,),
        "bỏ “Kính gửi”, ghi các cơ quan nhận ở “Nơi nhận”",
        found=part.text[:60],
        severity=Severity.WARNING if paper.loai.key in _PERSONAL else None,
    )


@rule(
    "ND30-551",
    "Công văn, tờ trình không có Kính gửi",
    source=f"{nd30.KINH_GUI.source.rpartition(', ')[0]}, điểm b",
    example=Example("Kính gửi: Sở Nội vụ", "công văn không có Kính gửi"),
)
def _missing(paper: Paper) -> Iterator[Slip]:
    if paper.loai is not None and paper.loai.kinh_gui == "must" and "kinh_gui" in paper.absent:
        yield Slip(
            f"{paper.loai.ten.lower()} không có “Kính gửi”",
            (),
            "thêm “Kính gửi:” và tên cơ quan, người nhận ở trên phần nội dung",
            expected=nd30.KINH_GUI_TEXT.default,
        )


@rule(
    "ND30-552",
    "Sau “Kính gửi” không có dấu hai chấm",
    fact=nd30.KINH_GUI_TEXT,
    example=Example("Kính gửi: Sở Nội vụ", "Kính gửi Sở Nội vụ", "kinh_gui"),
)
def _colon(paper: Paper) -> Iterator[Slip]:
    for line in _lines(paper)[:1]:
        found = _LABEL.match(line.text)
        if found and not found["colon"]:
            yield Slip(
                "sau “Kính gửi” không có dấu hai chấm",
                (line.place,),
                f"viết “Kính gửi: {found['rest']}”".replace(" ”", "”"),
                found=line.text[:60],
                expected=nd30.KINH_GUI_TEXT.default,
            )


@rule(
    "ND30-553",
    "Kính gửi không đúng kiểu chữ",
    fact=nd30.KINH_GUI,
    example=Example("Kính gửi: (cỡ 14, đứng, không đậm)", "Kính gửi: (in đậm)"),
)
def _lettering(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(_lines(paper), nd30.KINH_GUI, "“Kính gửi” và tên nơi nhận")


@rule(
    "ND30-554",
    "Nhiều nơi nhận trên dòng Kính gửi",
    source=nd30.KINH_GUI_XUONG_DONG_TU.source,
    example=Example("mỗi nơi một dòng", "Kính gửi: Sở Nội vụ; Sở Tài chính"),
    why="Một nhóm cơ quan (“Các sở, ban, ngành”) được viết trên một dòng nên dấu phẩy không tính.",
)
def _addressees_on_one_line(paper: Paper) -> Iterator[Slip]:
    broken = [line for line in _lines(paper) if ";" in _name_of(line).rstrip("; .")]
    if broken:
        yield Slip(
            "hai nơi nhận trở lên viết trên cùng một dòng Kính gửi",
            tuple(line.place for line in broken),
            "sau “Kính gửi:” xuống dòng, mỗi nơi một dòng: gạch đầu dòng (-), cuối dòng “;”, dòng cuối “.”",
            found=broken[0].text[:60],
            expected="mỗi nơi nhận một dòng",
        )


@rule(
    "ND30-555",
    "Dòng nơi nhận dưới Kính gửi không có gạch đầu dòng",
    fact=nd30.KINH_GUI_DAU_DONG,
    example=Example("- Sở Nội vụ;", "Sở Nội vụ;"),
)
def _addressee_dashes(paper: Paper) -> Iterator[Slip]:
    names = _addressees(paper)
    broken = [
        line
        for before, line in zip((None, *names), names, strict=False)
        if not _has_dash(line) and (before is None or before.text.endswith((";", ".")))
    ]
    if len(names) > 1 and broken:
        yield Slip(
            "tên nơi nhận dưới “Kính gửi” không có gạch đầu dòng (-)",
            tuple(line.place for line in broken),
            "gõ “- ” ở đầu mỗi dòng",
            found=broken[0].text[:60],
            expected=f"- {_name_of(broken[0])[:60]}",
        )


@rule(
    "ND30-556",
    "Cuối dòng nơi nhận dưới Kính gửi sai dấu",
    source=nd30.KINH_GUI_CUOI_DONG.source,
    example=Example("- Sở Nội vụ; - Sở Tài chính.", "- Sở Nội vụ, - Sở Tài chính;"),
    why="Dòng cuối cùng thiếu dấu chấm là cảnh báo.",
)
def _addressee_ends(paper: Paper) -> Iterator[Slip]:
    names = _addressees(paper)
    if len([line for line in names if _has_dash(line)]) < nd30.KINH_GUI_XUONG_DONG_TU.default:
        return
    broken = [
        line
        for line, below in pairwise(names)
        if _has_dash(below) and not line.text.endswith(nd30.KINH_GUI_CUOI_DONG.default)
    ]
    if broken:
        places, words = places_and_words([cure_end(line, nd30.KINH_GUI_CUOI_DONG.default) for line in broken])
        yield Slip(
            "cuối dòng nơi nhận dưới “Kính gửi” không có dấu chấm phẩy (;)",
            places,
            "kết thúc mỗi dòng bằng “;”, dòng cuối cùng bằng “.”",
            found=broken[0].text[-20:],
            expected=nd30.KINH_GUI_CUOI_DONG.default,
            replacements=words,
        )
    last = names[-1]
    if not last.text.endswith(nd30.KINH_GUI_CUOI_CUNG.default):
        places, words = places_and_words([cure_end(last, nd30.KINH_GUI_CUOI_CUNG.default)])
        yield Slip(
            "dòng cuối cùng dưới “Kính gửi” không kết thúc bằng dấu chấm (.)",
            places,
            "kết thúc dòng cuối cùng bằng “.”",
            found=last.text[-20:],
            expected=nd30.KINH_GUI_CUOI_CUNG.default,
            severity=Severity.WARNING,
            replacements=words,
        )


@rule(
    "ND30-557",
    "Gửi một nơi mà xuống dòng hoặc có gạch đầu dòng",
    source=nd30.KINH_GUI_XUONG_DONG_TU.source,
    severity=Severity.WARNING,
    example=Example("Kính gửi: Sở Nội vụ", "Kính gửi: - Sở Nội vụ."),
)
def _single_with_dash(paper: Paper) -> Iterator[Slip]:
    lines, names = _lines(paper), _addressees(paper)
    if len(names) != 1 or not (_has_dash(names[0]) or names[0].paragraph is not lines[0].paragraph):
        return
    dashed = _has_dash(names[0])
    if not dashed and names[0].paragraph.spot is not None:
        return
    yield Slip(
        f"chỉ gửi một nơi nhưng {'có gạch đầu dòng' if dashed else 'tên nơi nhận đứng ở dòng dưới'}",
        (names[0].place,),
        f"viết trên một dòng: “Kính gửi: {_name_of(names[0]).rstrip('.;')}”",
        found=names[0].text[:60],
        expected=f"Kính gửi: {_name_of(names[0]).rstrip('.;')[:60]}",
    )


@rule(
    "ND30-558",
    "Gạch đầu dòng dưới Kính gửi không thẳng hàng",
    source=nd30.KINH_GUI_DAU_DONG.source,
    severity=Severity.WARNING,
    example=Example("các gạch đầu dòng thẳng hàng", "gạch thứ hai lùi sâu hơn gạch thứ nhất"),
)
def _addressees_aligned(paper: Paper) -> Iterator[Slip]:
    dashed = [line for line in _addressees(paper) if _has_dash(line) and line.start == 0]
    # Blanks and tabs in front move a dash by a length that a file does not tell.
    if any(line.paragraph.text[:1].isspace() or line.paragraph.format.align in ("center", "right") for line in dashed):
        return
    edges = {line: line.paragraph.format.left + line.paragraph.format.first_line for line in dashed}
    broken = [line for line in dashed if abs(edges[line] - edges[dashed[0]]) > _ALIGNED]
    if broken:
        yield Slip(
            "các gạch đầu dòng dưới “Kính gửi” không thẳng hàng với nhau",
            tuple(line.place for line in broken),
            "chọn các dòng này, mở Paragraph, đặt cùng một Left và First line",
            found=format_mm(edges[broken[0]]),
            expected=format_mm(edges[dashed[0]]),
        )


def _lines(paper: Paper) -> tuple[Line, ...]:
    return lines_of(paper, "kinh_gui")


def _name_of(line: Line) -> str:
    """The addressee on a line, without "Kính gửi:" and dash."""
    found = _LABEL.match(line.text)
    return (found["rest"] if found else line.text).lstrip("-–—− ")


def _addressees(paper: Paper) -> tuple[Line, ...]:
    """The lines that name addressees: all but a "Kính gửi:" that stands alone."""
    return tuple(line for line in _lines(paper) if _name_of(line))


def _has_dash(line: Line) -> bool:
    found = _LABEL.match(line.text)
    text = found["rest"] if found else line.text
    return has_dash(line, text)
