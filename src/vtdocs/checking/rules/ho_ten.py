"""The signer's name and title as they are printed: letters, degrees, the middle, the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtdocs.checking.finding import Slip
from vtdocs.checking.lettering import in_capitals, judge_lettering
from vtdocs.checking.paper import Paper
from vtdocs.checking.parts import lines_of
from vtdocs.checking.putting_right import Cure, places_and_words
from vtdocs.checking.registry import Example, rule
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late
from vtdocs.standards import nd30

__all__: list[str] = []

_DEGREES = compile_late(
    r"(?:(?:GS|PGS|TS|ThS|Th\.S|THS|BS|BSCK\w*|DS|KS|CN|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT)[.,]?\s?(?:\w*\.\s?)*"
    r"|(?:Giáo sư|Phó Giáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Bác s[ĩỹ]|Dược s[ĩỹ]|Kỹ sư|Cử nhân|Luật sư|Nhà giáo)\b[^\n]{0,20}?"
    r"|(?:Ông|Bà|Đồng chí|Đ/c)\b"
    r"|(?:Thiếu|Trung|Thượng|Đại) (?:úy|uý|tá)\b|(?:Thiếu|Trung|Thượng|Đại) tướng\b)[.:,]?\s+(?=\S)"
)
# Their ranks and degrees are a matter of their own branches (khoản 7, điểm c).
_EXEMPT = compile_late(
    r"(?<!môi )(?<!thị )trường|đại học|cao đẳng|viện|y tế|giáo dục|công an|quân sự|biên phòng|quân khu|quân đội",
    re.IGNORECASE,
)
_HONORIFICS = compile_late(r"Ông|Bà|Đồng chí|Đ/c")


@rule(
    "ND30-507",
    "Ghi học hàm, học vị, danh hiệu trước họ tên người ký",
    source=f"{nd30.HO_TEN.source.rpartition(', ')[0]}, điểm c",
    example=Example("Nguyễn Văn An", "ThS. Nguyễn Văn An", "ho_ten"),
    why="Đơn vị vũ trang, trường học, cơ sở y tế, khoa học có quy định riêng nên không xét.",
)
def _degree_before_name(paper: Paper) -> Iterator[Slip]:
    issuer = paper.part("co_quan_ban_hanh")
    if issuer is not None and _EXEMPT.search(issuer.text):
        return
    for line in lines_of(paper, "ho_ten"):
        if found := _DEGREES.match(line.text):
            name = line.text[found.end() :]
            yield Slip(
                f"trước họ tên người ký ghi “{found[0].strip()}”; chỉ ghi họ và tên",
                (line.place,),
                f"ghi “{name}”",
                found=line.text,
                expected=name,
                severity=Severity.WARNING if _HONORIFICS.match(found[0]) else None,
            )


@rule(
    "ND30-508",
    "Họ tên người ký in hoa",
    fact=nd30.HO_TEN,
    example=Example("Nguyễn Văn An", "NGUYỄN VĂN AN", "ho_ten"),
)
def _name_in_capitals(paper: Paper) -> Iterator[Slip]:
    broken = [line for line in lines_of(paper, "ho_ten") if in_capitals(line)]
    if broken:
        written = " ".join(word.capitalize() for word in broken[0].text.split())
        # Capitals of a format, and not typed ones, are no matter of words.
        cures = [Cure(line, 0, len(line.text), line.text.title()) for line in broken if line.text.isupper()]
        places, words = places_and_words(cures) if len(cures) == len(broken) else ((), ())
        yield Slip(
            f"họ tên người ký in hoa (“{broken[0].text}”), phải viết bằng chữ in thường",
            places or tuple(line.place for line in broken),
            f"gõ lại là “{written}”",
            found=broken[0].text,
            expected=written,
            replacements=words,
        )


@rule(
    "ND30-510",
    "Quyền hạn, chức vụ người ký không đúng kiểu chữ",
    fact=nd30.QUYEN_HAN,
    example=Example("CHỦ TỊCH (in hoa, cỡ 14, đứng, đậm)", "Chủ tịch"),
)
def _title_lettering(paper: Paper) -> Iterator[Slip]:
    # Further titles above the name (khoản 7, điểm đ) have no letters of their own in the decree.
    lines = [line for signer in paper.signers for line in (*signer.quyen_han, *signer.chuc_vu[:1])]
    yield from judge_lettering(lines, nd30.QUYEN_HAN, "quyền hạn, chức vụ của người ký")


@rule(
    "ND30-511",
    "Họ tên người ký không đúng kiểu chữ",
    fact=nd30.HO_TEN,
    example=Example("họ tên cỡ 14, đứng, đậm", "họ tên không đậm"),
)
def _name_lettering(paper: Paper) -> Iterator[Slip]:
    yield from judge_lettering(lines_of(paper, "ho_ten"), nd30.HO_TEN, "họ tên người ký", caps=False)


@rule(
    "ND30-512",
    "Họ tên người ký không canh giữa dưới chức vụ",
    fact=nd30.HO_TEN_CANH,
    example=Example("họ tên canh giữa dưới chức vụ", "chức vụ canh giữa, họ tên canh trái"),
)
def _name_off_centre(paper: Paper) -> Iterator[Slip]:
    for signer in paper.signers:
        above = (*signer.quyen_han, *signer.chuc_vu)
        if not above or not signer.ho_ten:
            continue
        line, title = signer.ho_ten[-1], above[-1]
        shape, other = line.paragraph.format, title.paragraph.format
        # Only where the title is centred in the same cell is it sure that a name which is not stands beside its middle.
        if line.paragraph.spot is None or line.paragraph.spot != title.paragraph.spot or other.align != "center":
            continue
        typed = line.paragraph.text[line.start : line.end]
        if shape.align != "center" and not shape.left and not typed.startswith(("\t", " ", "\xa0")):
            yield Slip(
                "họ tên người ký không canh giữa dưới chức vụ",
                (line.place,),
                "chọn dòng họ tên, nhấn Ctrl+E",
                found="không canh giữa",
                expected="canh giữa",
            )


@rule(
    "VB-520",
    "Phần chữ ký bị tách trang",
    source="thói quen trình bày (Nghị định không quy định)",
    severity=Severity.WARNING,
    example=Example("chữ ký cùng trang với đoạn cuối", "chức vụ cuối trang 2, họ tên đầu trang 3"),
)
def _signature_apart(paper: Paper) -> Iterator[Slip]:
    pages = {line.paragraph.page for key in ("quyen_han", "chuc_vu", "ho_ten") for line in lines_of(paper, key)}
    if not pages or None in pages:
        return
    first = min(page for page in pages if page is not None)
    place = next(line.place for key in ("quyen_han", "chuc_vu", "ho_ten") for line in lines_of(paper, key))
    hint = "chọn các đoạn cuối cùng đến chức vụ, mở Paragraph, bật Keep with next"
    if len(pages) > 1:
        yield Slip("quyền hạn, chức vụ và họ tên người ký nằm ở hai trang khác nhau", (place,), hint)
        return
    text = [item.line.paragraph.page for item in paper.items if not item.body and item.line.text]
    last = text[-1] if text else None
    if last is not None and last < first:
        yield Slip(f"phần chữ ký đứng một mình ở trang {first}, không có dòng lời văn nào", (place,), hint)
