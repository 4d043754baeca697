"""Nơi nhận: its head, its lines, Như trên."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import judge_lettering
from vtdocs.checking.paper import Line, Paper
from vtdocs.checking.parts import ARCHIVE, has_dash, lines_of, recipients_of
from vtdocs.checking.putting_right import cure_end, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

_AS_ABOVE = compile_late(r"[-–—−+]?\s?Như (?P<what>trên|kính gửi)\b", re.IGNORECASE)
# Kinds in whose samples, or by whose nature, Như trên stands without a Kính gửi.
_AS_ABOVE_KINDS = frozenset({"giay_gioi_thieu", "giay_moi", "cong_dien", "thu_cong", "phieu_gui", "phieu_chuyen"})


@rule(
    "ND30-530",
    "Sau “Nơi nhận” không có dấu hai chấm",
    fact=nd30.NOI_NHAN_TEXT,
    example=Example("Nơi nhận:", "Nơi nhận", "noi_nhan"),
)
def _head_colon(paper: Paper) -> Iterator[Slip]:
    part = paper.part("noi_nhan")
    if part is None or part.text.endswith(":"):
        return
    places, words = places_and_words([cure_end(part.lines[-1], ":")])
    yield Slip(
        f"“{part.text}” thiếu dấu hai chấm",
        places,
        f"gõ “{nd30.NOI_NHAN_TEXT.default}”",
        found=part.text,
        expected=nd30.NOI_NHAN_TEXT.default,
        replacements=words,
    )


@rule(
    "ND30-531",
    "Từ “Nơi nhận” không đúng kiểu chữ",
    fact=nd30.NOI_NHAN,
    example=Example("Nơi nhận: (cỡ 12, nghiêng, đậm)", "Nơi nhận: (cỡ 14, đứng)"),
)
def _head_lettering(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(lines_of(paper, "noi_nhan"), nd30.NOI_NHAN, "từ “Nơi nhận”")


@rule(
    "ND30-532",
    "Danh sách nơi nhận không đúng kiểu chữ",
    fact=nd30.NOI_NHAN_DANH_SACH,
    example=Example("danh sách nơi nhận cỡ 11, đứng", "danh sách nơi nhận cỡ 13"),
)
def _list_lettering(paper: Paper) -> Iterator[Slip]:
    # Abbreviations alone ("- UBND;") are no words in capitals.
    yield from judge_lettering(recipients_of(paper), nd30.NOI_NHAN_DANH_SACH, "danh sách nơi nhận", caps=False)


@rule(
    "ND30-533",
    "Dòng nơi nhận không có gạch đầu dòng",
    fact=nd30.NOI_NHAN_DAU_DONG,
    example=Example("- Như trên;", "Như trên;"),
    why="Dòng viết tiếp của một nơi nhận dài và tên nhóm (“Gửi bản điện tử:”) không cần gạch đầu dòng.",
)
def _line_dashes(paper: Paper) -> Iterator[Slip]:
    lines = recipients_of(paper)
    broken = [line for before, line in zip((None, *lines), lines, strict=False) if _lacks_dash(before, line)]
    if broken:
        yield Slip(
            "dòng nơi nhận không có gạch đầu dòng (-)",
            tuple(line.place for line in broken),
            "gõ “- ” ở đầu mỗi dòng",
            found=broken[0].text[:60],
            expected=f"- {broken[0].text[:60]}",
            severity=None if len(broken) == len(lines) else Severity.WARNING,
        )


def _lacks_dash(before: Line | None, line: Line) -> bool:
    if has_dash(line) or line.text.endswith(":") or line.text.startswith("("):
        return False
    # What goes on with the line above it is no line of its own.
    return before is None or before.text.endswith((";", ":", "."))


@rule(
    "ND30-534",
    "Cuối dòng nơi nhận không có dấu chấm phẩy",
    fact=nd30.NOI_NHAN_CUOI_DONG,
    example=Example("- Sở Nội vụ;", "- Sở Nội vụ,"),
    why="Dòng cuối cùng thiếu dấu chấm là cảnh báo: hơn nửa số văn bản thật thiếu.",
)
def _line_ends(paper: Paper) -> Iterator[Slip]:
    lines = recipients_of(paper)
    if not lines:
        return
    broken = [
        line
        for line, below in pairwise(lines)
        if has_dash(below) and not line.text.endswith((";", ":")) and not _bracketed(line, below)
    ]
    if broken:
        places, words = places_and_words([cure_end(line, nd30.NOI_NHAN_CUOI_DONG.default) for line in broken])
        yield Slip(
            "cuối dòng nơi nhận không có dấu chấm phẩy (;)",
            places,
            "kết thúc mỗi dòng bằng “;”, dòng cuối cùng bằng “.”",
            found=broken[0].text[-20:],
            expected=nd30.NOI_NHAN_CUOI_DONG.default,
            replacements=words,
        )
    last = lines[-1]
    if ARCHIVE.match(last.text) and not last.text.endswith("."):
        places, words = places_and_words([cure_end(last, nd30.NOI_NHAN_CUOI_CUNG.default)])
        yield Slip(
            "dòng cuối cùng của nơi nhận không kết thúc bằng dấu chấm (.)",
            places,
            "gõ dấu chấm ở cuối dòng Lưu",
            found=last.text[-20:],
            expected=nd30.NOI_NHAN_CUOI_CUNG.default,
            severity=Severity.WARNING,
            replacements=words,
        )


def _bracketed(line: Line, below: Line) -> bool:
    """Whether a bracket with a common note stands behind both lines, drawn or typed, or the line is that note."""
    if line.text.startswith("(") and line.text.endswith(")"):
        return True
    return line.paragraph.pictures > 0 or line.text.endswith(("}", "]")) or below.text.endswith(("}", "]"))


@rule(
    "ND30-538",
    "Có Kính gửi mà nơi nhận không có “Như trên”",
    fact=nd30.NHU_TREN_TEXT,
    example=Example("- Như trên;", "danh sách nơi nhận không có “Như trên”"),
)
def _as_above_missing(paper: Paper) -> Iterator[Slip]:
    lines = recipients_of(paper)
    # Where there should be no Kính gửi, that is what has to be mended.
    misplaced = paper.loai is not None and not paper.loai.kinh_gui
    if paper.part("kinh_gui") is None or misplaced or not lines:
        return
    texts = [" ".join(line.text.split()) for line in lines]
    found = [(index, match) for index, text in enumerate(texts) if (match := _AS_ABOVE.match(text))]
    if not found:
        owed = paper.loai is not None and bool(paper.loai.kinh_gui)
        yield Slip(
            "văn bản có “Kính gửi” nhưng dưới “Nơi nhận” không có “Như trên”",
            (lines[0].place,),
            "thêm dòng đầu tiên “- Như trên;”",
            found=lines[0].text,
            expected="- Như trên;",
            severity=None if owed else Severity.WARNING,
        )
        return
    index, match = found[0]
    if match["what"].casefold() != "trên":
        yield Slip(
            f"nơi nhận ghi “{match[0].lstrip('-– ')}”, từ quy định là “Như trên”",
            (lines[index].place,),
            "sửa thành “- Như trên;”",
            found=match[0],
            expected="- Như trên;",
            severity=Severity.WARNING,
        )
    elif index and not lines[index - 1].text.endswith(":"):
        yield Slip(
            "“Như trên” không phải dòng đầu tiên của nơi nhận",
            (lines[index].place,),
            "chuyển “- Như trên;” lên ngay dưới “Nơi nhận:”",
            found=lines[0].text,
            expected="- Như trên;",
            severity=Severity.WARNING,
        )


@rule(
    "ND30-539",
    "Có “Như trên” mà không có Kính gửi",
    source=nd30.NHU_TREN_TEXT.source,
    example=Example("- Như Điều 4;", "- Như trên; (văn bản không có Kính gửi)"),
)
def _as_above_wrong(paper: Paper) -> Iterator[Slip]:
    if paper.loai is None or paper.loai.key in _AS_ABOVE_KINDS or paper.part("kinh_gui") is not None:
        return
    # What lacks its Kính gửi is to have one.
    if paper.loai.kinh_gui == "must" and "kinh_gui" in paper.absent:
        return
    broken = [line for line in recipients_of(paper) if _AS_ABOVE.match(line.text)]
    if broken and not any(word in paper.texts.whole for word in ("Kính gửi", "Kính mời", "KÍNH GỬI")):
        yield Slip(
            f"nơi nhận ghi “{broken[0].text}” nhưng văn bản không có “Kính gửi”",
            (broken[0].place,),
            "ghi rõ nơi nhận; quyết định, nghị quyết thì ghi “- Như Điều …;”",
            found=broken[0].text,
        )


@rule(
    "ND30-542",
    "“Nơi nhận” không ngang hàng với quyền hạn, chức vụ",
    source=nd30.NOI_NHAN.source,
    severity=Severity.WARNING,
    example=Example("“Nơi nhận:” ngang dòng “CHỦ TỊCH”", "“Nơi nhận:” ở dưới chữ ký"),
    why="Biên bản đặt Nơi nhận dưới chữ ký (Mẫu 1.9).",
)
def _beside_signature(paper: Paper) -> Iterator[Slip]:
    heads = lines_of(paper, "noi_nhan")
    titles = (*lines_of(paper, "quyen_han"), *lines_of(paper, "chuc_vu"))
    if not heads or not titles or (paper.loai is not None and paper.loai.key == "bien_ban"):
        return
    head, title = heads[0].paragraph, titles[0].paragraph
    if head.spot is not None and title.spot is not None:
        apart = head.spot.table == title.spot.table and head.spot.row != title.spot.row
    else:
        # Text boxes, and a table beside a paragraph, may stand level all the same.
        plain = head.spot is title.spot and head.box is None and title.box is None
        apart = plain and head.number != title.number
    if apart:
        yield Slip(
            "“Nơi nhận” không ngang hàng với dòng quyền hạn, chức vụ của người ký",
            (heads[0].place,),
            "đặt “Nơi nhận:” và chữ ký trong một bảng hai cột không kẻ, cùng một hàng",
            expected="ngang hàng",
        )


@rule(
    "ND30-540",
    "Không có Nơi nhận",
    source="30/2020/NĐ-CP, Điều 8, khoản 2, điểm i",
    example=Example("Nơi nhận: …", "văn bản không có Nơi nhận"),
)
def _recipients_missing(paper: Paper) -> Iterator[Slip]:
    if "noi_nhan" in paper.absent:
        yield Slip(
            "văn bản không có “Nơi nhận”",
            (),
            "thêm “Nơi nhận:” và danh sách nơi nhận ở bên trái phần chữ ký",
            expected=nd30.NOI_NHAN_TEXT.default,
        )


@rule(
    "ND30-541",
    "“Nơi nhận” không sát lề trái",
    fact=nd30.NOI_NHAN_DAU_DONG,
    example=Example("“Nơi nhận:” và các gạch đầu dòng sát lề trái", "“Nơi nhận:” canh giữa"),
)
def _head_place(paper: Paper) -> Iterator[Slip]:
    broken = [
        line
        for line in (*lines_of(paper, "noi_nhan"), *recipients_of(paper))
        if line.paragraph.format.align in ("center", "right")
    ]
    if broken:
        yield Slip(
            "“Nơi nhận” hoặc danh sách nơi nhận không sát lề trái",
            tuple(dict.fromkeys(line.place for line in broken)),
            "chọn các dòng này, nhấn Ctrl+L; đặt First line: 0",
            found="canh giữa" if broken[0].paragraph.format.align == "center" else "canh phải",
            expected="sát lề trái",
        )
