"""Words that a reviewer would change: hàng/hằng, days with strokes, hours, names that a law has changed."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.cum_tu import TU_CU
from vtdocs.checking.dates import DAY, day_of
from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Role
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.spans import cited_words, occurrences, outside, places_of, shown
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_REVIEW = "cách sửa thường gặp khi thẩm định văn bản"
_HANG: Pattern[str] = compile_late(r"[Hh]àng (?:năm|tháng|quý|tuần|ngày)\b(?! (?:\d|một|hai|ba|trước|sau|nay))")
# "ngân hàng năm", "mặt hàng tháng": another word ends there.
_OTHER = "ngân mặt bán đơn khách cửa hợp nhà kho mua gian giao nhập xuất đặt trả hàng lô tín hành bạn xếp chở đóng"
_OTHER_HANG = frozenset(_OTHER.split())
_HOUR: Pattern[str] = compile_late(
    r"\d{1,2}(?: ?(?:giờ|h|g) ?\d{1,2} ?['’′](?!\d)|[hg]\d{2}(?![\w/'’′])|(?P<full>h)(?![\w/]))"
)
_AT: Pattern[str] = compile_late(r"\b(?:[Ll]úc|[Tt]ừ|đến|[Hh]ồi) $")
_CAC: Pattern[str] = compile_late(
    r"(?<!quyền )(?:Yêu cầu|Đề nghị|yêu cầu|đề nghị|Giao|giao) "
    r"(?:cơ quan, (?:đơn vị|ban, ngành|tổ chức|địa phương)|đơn vị, địa phương|phòng, ban|sở, ban, ngành|ban, ngành)\b"
    r"(?!,? (?:này|đó|nêu|có|được|chủ trì|liên quan|cá nhân|doanh nghiệp))"
)
_VERB: Pattern[str] = compile_late(r"^([Gg]iao|\w{2,3} \w{3,4}) ")
_ISSUER = r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Phòng|Sở|Văn phòng|Trung tâm|Ban|Công an|Đảng ủy)"
# "Thực hiện Kế hoạch … năm 2026. UBND xã ban hành …": the first sentence has no subject of its own.
_CUT: Pattern[str] = compile_late(
    rf"(?:Thực hiện|Căn cứ|Nhằm|Để|Theo|Trên cơ sở) (?P<first>[^\n]{{20,4000}}?)\. "
    rf"(?P<second>{_ISSUER} [^.\n]{{0,80}}?(?:ban hành|xây dựng|báo cáo|đề nghị|thông báo|yêu cầu|kính trình))\b"
)
_SUBJECT: Pattern[str] = compile_late(rf", {_ISSUER} ")


@rule(
    "VB-831",
    "“hàng năm” cho “hằng năm”",
    source=_REVIEW,
    severity=Severity.HINT,
    example=Example("báo cáo hằng năm", "báo cáo hàng năm"),
    why="Chính Nghị định 30/2020/NĐ-CP in “hàng năm”, nên đây chỉ là gợi ý.",
)
def hang_nam(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = []
    for match in _HANG.finditer(whole):
        before = whole[max(0, match.start() - 8) : match.start()].rstrip(" ").rpartition(" ")[2].lower()
        if before not in _OTHER_HANG:
            found.append(match.span())
    found = list(outside(found, paper.prose.quoted, cited_words(paper)))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"{shown(words)}: nên viết “hằng”",
            places_of(paper.prose, found),
            "viết “hằng năm”, “hằng tháng” khi nghĩa là mỗi năm, mỗi tháng",
            found=words[0],
            expected=words[0].replace("àng", "ằng"),
            replacements=tuple(word.replace("àng", "ằng") for word in words),
        )


@rule(
    "VB-832",
    "Ngày, tháng, năm viết bằng dấu gạch trong câu",
    source="30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b chỉ buộc viết đầy đủ ở dòng thời gian ban hành",
    severity=Severity.HINT,
    example=Example("ngày 15 tháng 7 năm 2021", "ngày 15/7/2021"),
    why="Chỉ xét lời văn, không xét bảng.",
)
def ngay_gach(paper: Paper) -> Iterator[Slip]:
    found = [match.span() for match in DAY.finditer(paper.prose.whole) if match["m"] and day_of(match)]
    # A column of a table has no room for words.
    found = [
        span
        for span in outside(found, paper.prose.quoted)
        if paper.prose.paragraphs[paper.prose.find(span[0])[0]].spot is None
    ]
    if found:
        words = [paper.prose.whole[start:end] for start, end in found]
        yield Slip(
            f"{len(found)} ngày viết dạng số có dấu gạch: {shown(words)}",
            places_of(paper.prose, found),
            "có thể viết “ngày … tháng … năm …”, nhất là trong quyết định và nghị quyết",
            found=words[0],
        )


@rule(
    "VB-833",
    "Giờ, phút viết tắt",
    source=_REVIEW,
    severity=Severity.HINT,
    example=Example("20 giờ 15 phút", "20 giờ 15'"),
)
def gio_phut(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = [
        match.span()
        for match in _HOUR.finditer(whole)
        if not whole[match.start() - 1 : match.start()].isalnum()
        and (not match["full"] or _AT.search(whole, max(0, match.start() - 6), match.start()))
    ]
    found = list(outside(found, paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        yield Slip(
            f"{shown(words)}: giờ, phút viết tắt",
            places_of(paper.prose, found),
            "viết đầy đủ, như “20 giờ 15 phút”",
            found=words[0],
        )


@rule(
    "VB-834",
    "Thiếu “các” trước nhiều cơ quan",
    source=_REVIEW,
    severity=Severity.HINT,
    example=Example("Yêu cầu các cơ quan, đơn vị tổ chức thực hiện", "Yêu cầu cơ quan, đơn vị tổ chức thực hiện"),
)
def thieu_cac(paper: Paper) -> Iterator[Slip]:
    whole = paper.prose.whole
    found = list(outside((match.span() for match in _CAC.finditer(whole)), paper.prose.quoted))
    if found:
        words = [whole[start:end] for start, end in found]
        rights = tuple(_VERB.sub(r"\1 các ", each) for each in words)
        yield Slip(
            f"{shown(words)}: thiếu “các”",
            places_of(paper.prose, found),
            f"viết {shown(rights)}",
            found=words[0],
            expected=rights[0],
            replacements=rights,
        )


@rule(
    "VB-837",
    "Tên gọi cũ lẫn với tên gọi mới theo luật",
    source="luật nêu trong từng phát hiện",
    severity=Severity.HINT,
    example=Example("đăng ký cư trú, căn cước", "đăng ký cư trú, căn cước; căn cước công dân"),
    why="Chỉ nêu khi một văn bản dùng cả hai, vì tên cũ vẫn đúng khi nói về giấy tờ đã cấp.",
)
def ten_goi_cu(paper: Paper) -> Iterator[Slip]:
    prose = paper.prose
    for old, (new, law) in TU_CU.items():
        if prose.lowered.count(new) <= prose.lowered.count(old):
            continue
        standing = ((at, at + len(old)) for at in occurrences(prose.lowered, old))
        found = list(outside(standing, prose.quoted, cited_words(paper)))
        if found:
            yield Slip(
                f"“{old}” và “{new}” cùng được dùng",
                places_of(prose, found),
                f"theo {law} gọi là “{new}”",
                found=old,
                expected=new,
            )


@rule(
    "VB-838",
    "Câu mở đầu bị ngắt trước chủ ngữ",
    source=_REVIEW,
    severity=Severity.HINT,
    example=Example(
        "Thực hiện Kế hoạch số 101/KH-UBND, UBND xã ban hành Kế hoạch như sau:",
        "Thực hiện Kế hoạch số 101/KH-UBND. UBND xã ban hành Kế hoạch như sau:",
        where="mo_dau",
    ),
)
def cau_bi_ngat(paper: Paper) -> Iterator[Slip]:
    for item in paper.items:
        if item.role not in (Role.MO_DAU, Role.CAN_CU, Role.TEXT):
            continue
        match = _CUT.match(item.line.text)
        if match and ". " not in match["first"] and not _SUBJECT.search(match["first"]):
            words = f"{match['first'][-40:]}. {match['second']}"
            yield Slip(
                f"câu bị ngắt: “…{words}”",
                (item.line.place,),
                "thay dấu chấm bằng dấu phẩy",
                found=words,
            )
