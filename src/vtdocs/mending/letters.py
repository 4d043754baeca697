"""Size, weight, slant and capitals of the letters that a finding is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vtdocs.checking.flow import flow
from vtdocs.checking.lengths import format_size, size_fits
from vtdocs.checking.lettering import sizes_of
from vtdocs.diagnostics import Severity
from vtdocs.readers.docx.observed import Run
from vtdocs.standards import nd30
from vtdocs.standards.base import ChuFact

from .changes import Change
from .telling import Told
from .work import Stretch, Work, nearest_size, set_capitals, set_size, set_slant, set_weight

__all__ = ["mend_letters", "pieces"]

# A size that a quarter of the text has is meant; one that fewer have is a slip.
_MUCH = 4
# Of each rule what its letters have to be, and what a change of them is called.
_FACTS: dict[str, tuple[ChuFact, str]] = {
    "ND30-202": (nd30.QUOC_HIEU, "Quốc hiệu"),
    "ND30-203": (nd30.QUOC_HIEU, "Quốc hiệu"),
    "ND30-204": (nd30.QUOC_HIEU, "Quốc hiệu"),
    "ND30-212": (nd30.TIEU_NGU, "Tiêu ngữ"),
    "ND30-213": (nd30.TIEU_NGU, "Tiêu ngữ"),
    "ND30-221": (nd30.CO_QUAN_BAN_HANH, "tên cơ quan ban hành"),
    "ND30-222": (nd30.CO_QUAN_CHU_QUAN, "tên cơ quan chủ quản"),
    "ND30-242": (nd30.SO, "số, ký hiệu"),
    "ND30-243": (nd30.SO, "số, ký hiệu"),
    "ND30-263": (nd30.DIA_DANH_THOI_GIAN, "địa danh và thời gian"),
    "ND30-264": (nd30.DIA_DANH_THOI_GIAN, "địa danh và thời gian"),
    "ND30-301": (nd30.TEN_LOAI, "tên loại"),
    "ND30-302": (nd30.TEN_LOAI, "tên loại"),
    "ND30-303": (nd30.TEN_LOAI, "tên loại"),
    "ND30-312": (nd30.TRICH_YEU, "trích yếu"),
    "ND30-313": (nd30.TRICH_YEU, "trích yếu"),
    "ND30-322": (nd30.TRICH_YEU_CONG_VAN, "trích yếu công văn"),
    "ND30-323": (nd30.TRICH_YEU_CONG_VAN, "trích yếu công văn"),
    "ND30-223": (nd30.CO_QUAN_BAN_HANH, "tên cơ quan"),
    "ND30-224": (nd30.CO_QUAN_BAN_HANH, "tên cơ quan"),
    "ND30-350": (nd30.CAN_CU, "căn cứ"),
    "ND30-351": (nd30.CAN_CU, "căn cứ"),
    "ND30-401": (nd30.NOI_DUNG, "lời văn"),
    "ND30-403": (nd30.NOI_DUNG, "lời văn"),
    "ND30-404": (nd30.NOI_DUNG, "lời văn"),
    "ND30-423": (nd30.CHUONG, "phần, chương, mục"),
    "ND30-424": (nd30.CHUONG_TIEU_DE, "tiêu đề phần, chương, mục"),
    "ND30-430": (nd30.MUC_LA_MA, "mục I, II"),
    "ND30-431": (nd30.DIEU, "điều"),
    "ND30-432": (nd30.KHOAN_CO_TIEU_DE, "tiêu đề khoản"),
    "ND30-510": (nd30.QUYEN_HAN, "quyền hạn, chức vụ người ký"),
    "ND30-511": (nd30.HO_TEN, "họ tên người ký"),
    "ND30-531": (nd30.NOI_NHAN, "từ “Nơi nhận”"),
    "ND30-532": (nd30.NOI_NHAN_DANH_SACH, "danh sách nơi nhận"),
    "ND30-553": (nd30.KINH_GUI, "Kính gửi"),
    "ND30-561": (nd30.DO_KHAN, "dấu chỉ mức độ khẩn"),
    "ND30-562": (nd30.PHAM_VI_LUU_HANH, "chỉ dẫn phạm vi lưu hành"),
    "ND30-563": (nd30.DIA_CHI, "địa chỉ cơ quan"),
    "ND30-605": (nd30.PHU_LUC, "từ “Phụ lục”"),
    "ND30-607": (nd30.PHU_LUC_TIEU_DE, "tên phụ lục"),
    "ND30-611": (nd30.KEM_THEO, "dòng “(Kèm theo …)”"),
}
# Capitals that only the look of the letters makes, where the law has small ones.
_SMALL = {
    "ND30-211": "Tiêu ngữ",
    "ND30-311": "trích yếu",
    "ND30-325": "trích yếu công văn",
    "ND30-405": "lời văn",
    "ND30-508": "họ tên người ký",
    "ND30-601": "từ “Phụ lục”",
}
# Where some paragraphs look so it may be for emphasis, and a plain heading may be a sentence: only what the checker is
# sure of is mended.
_SURE_ONLY = frozenset({"ND30-403", "ND30-404", "ND30-432"})
# As large as the text around them.
_OF_THE_TEXT = frozenset({"ND30-401", "ND30-423", "ND30-424", "ND30-430", "ND30-431", "ND30-432"})
# One rule about two components whose size and case are the same, and whose weight is not; the text's size, as bold
# words in a sentence may be meant.
_SIZE, _STYLE, _CASE = "size", "style", "case"
_ASPECTS = {
    "ND30-223": (_SIZE,),
    "ND30-224": (_CASE,),
    "ND30-401": (_SIZE,),
    "ND30-403": (_STYLE,),
    "ND30-404": (_STYLE,),
}


def mend_letters(work: Work) -> Iterator[Change]:
    """Mend what the rules on letters found, and nothing beside; the words stay as they are typed."""
    told = Told(work)
    usual = _usual_size(work)
    for code, (fact, name) in _FACTS.items():
        aspects = _ASPECTS.get(code, (_SIZE, _STYLE, _CASE))
        for finding in work.findings(code):
            if code in _SURE_ONLY and finding.severity is not Severity.ERROR:
                continue
            for stretch in work.stretches(finding):
                if _SIZE in aspects:
                    _mend_size(work, told, stretch, fact, name, usual if code in _OF_THE_TEXT else None)
                if _STYLE in aspects:
                    _mend_style(work, told, stretch, fact, name)
                if _CASE in aspects and fact.caps:
                    _raise(work, told, stretch, fact, name)
    for code, name in _SMALL.items():
        for finding in work.findings(code):
            for stretch in work.stretches(finding):
                _lower(work, told, stretch, name, finding.source or "")
    yield from told.changes()


def _usual_size(work: Work) -> int | None:
    """The size that the text is given where its own is not allowed: the allowed one that much of it has already."""
    sizes = sizes_of(item.line for item in flow(work.paper) if not item.body)
    fitting = [size for size in sorted(sizes) if size_fits(size, nd30.NOI_DUNG.size)]
    most = max(fitting, key=lambda size: sizes[size], default=None)
    return most if most is not None and sizes[most] * _MUCH >= sum(sizes.values()) else None


def pieces(stretch: Stretch) -> Iterator[tuple[Run, Stretch]]:
    """The runs of a stretch as they were read, each with the part of it that lies in the stretch and prints."""
    for run in stretch.paragraph.runs:
        low, high = max(run.start, stretch.start), min(run.end, stretch.end)
        if low < high and stretch.paragraph.text[low:high].strip():
            yield run, Stretch(stretch.paragraph, low, high)


def _mend_size(work: Work, told: Told, stretch: Stretch, fact: ChuFact, name: str, usual: int | None) -> None:
    for run, piece in pieces(stretch):
        if run.format.raised or size_fits(run.format.size, fact.size):
            continue
        size = usual if usual and size_fits(usual, fact.size) else nearest_size(run.format.size, fact)
        if work.change(piece, partial(set_size, half_points=size)):
            told.tell(f"cỡ chữ {name}", f"cỡ {format_size(run.format.size)}", f"cỡ {format_size(size)}", fact, piece)


def _mend_style(work: Work, told: Told, stretch: Stretch, fact: ChuFact, name: str) -> None:
    for run, piece in pieces(stretch):
        if run.format.bold != fact.bold and work.change(piece, partial(set_weight, bold=fact.bold)):
            before, after = ("không đậm", "đậm") if fact.bold else ("đậm", "không đậm")
            told.tell(f"kiểu chữ {name}", before, after, fact, piece)
        if run.format.italic != fact.italic and work.change(piece, partial(set_slant, italic=fact.italic)):
            before, after = ("đứng", "nghiêng") if fact.italic else ("nghiêng", "đứng")
            told.tell(f"kiểu chữ {name}", before, after, fact, piece)


def _raise(work: Work, told: Told, stretch: Stretch, fact: ChuFact, name: str) -> None:
    """Let small letters be printed as capitals."""
    for run, piece in pieces(stretch):
        typed = piece.paragraph.text[piece.start : piece.end]
        if not run.format.small_caps and (run.format.caps or typed == typed.upper()):
            continue
        if work.change(piece, partial(set_capitals, capitals=True)):
            before = "chữ hoa nhỏ" if run.format.small_caps else "in thường"
            told.tell(f"kiểu chữ {name}", before, "in hoa", fact, piece)


def _lower(work: Work, told: Told, stretch: Stretch, name: str, source: str) -> None:
    """Print letters as they are typed, that only their look makes capitals."""
    for run, piece in pieces(stretch):
        if not (run.format.caps or run.format.small_caps) or stretch.paragraph.text.isupper():
            continue
        if work.change(piece, partial(set_capitals, capitals=False)):
            told.tell(f"kiểu chữ {name}", "in hoa", "in thường", source, piece)
