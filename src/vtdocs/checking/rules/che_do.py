"""Which law a paper is under: those of the Party and legal normative documents are told apart, and not judged here."""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from vtdocs.checking.finding import Slip
from vtdocs.checking.paper import Paper, Regime
from vtdocs.checking.registry import Example, rule
from vtdocs.checking.words import fold_words
from vtdocs.diagnostics import Severity
from vtdocs.patterns import compile_late

__all__: list[str] = []

_LAW_OF = {
    Regime.DANG: "văn bản của Đảng, theo Quy định số 399-QĐ/TW và Hướng dẫn số 05-HD/VPTW",
    Regime.QPPL: "văn bản quy phạm pháp luật, theo Luật Ban hành văn bản quy phạm pháp luật và Nghị định số "
    "78/2025/NĐ-CP",
}
_PARTY_BODY: Pattern[str] = compile_late(
    r"^(?:ĐẢNG ỦY|ĐẢNG BỘ|CHI BỘ|CHI ỦY|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|BAN CHẤP HÀNH ĐẢNG BỘ|VĂN PHÒNG ĐẢNG ỦY"
    r"|BAN TUYÊN GIÁO|BAN TỔ CHỨC (?:TỈNH|TRUNG)|ỦY BAN KIỂM TRA)"
)
_STATE_BODY: Pattern[str] = compile_late(r"^(?:ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ |BỘ |CHI CỤC |CỤC )")
_PARTY_HEAD = "ĐẢNG CỘNG SẢN VIỆT NAM"
# The head stands in the first paragraphs of a file.
_HEAD = 12


@rule(
    "ND30-931",
    "Văn bản không thuộc phạm vi Nghị định 30/2020/NĐ-CP",
    source="30/2020/NĐ-CP, Điều 2 và Điều 4, khoản 2, điểm a",
    severity=Severity.HINT,
    example=Example("văn bản hành chính của cơ quan nhà nước", "Nghị quyết số 05-NQ/ĐU của Đảng ủy"),
    why="Thể thức được kiểm theo luật của loại văn bản ấy; vtdocs chỉ nêu lỗi gõ máy.",
)
def ngoai_pham_vi(paper: Paper) -> Iterator[Slip]:
    law = _LAW_OF.get(paper.regime)
    if law is not None:
        hint = "chỉ các lỗi gõ máy được nêu; thể thức cần đối chiếu với quy định riêng"
        if paper.regime is Regime.QPPL and paper.loai is not None:
            # A decision or resolution is known by the year in its number alone.
            hint += "; nếu là văn bản cá biệt (như bổ nhiệm, khen thưởng) thì số không ghi năm: sửa số rồi kiểm tra lại"
        yield Slip(
            f"đây là {law}; không kiểm thể thức theo Nghị định 30/2020/NĐ-CP",
            hint=hint,
            found=paper.regime.value,
        )


@rule(
    "ND30-932",
    "Thể thức của Nghị định 30 dùng cho cơ quan Đảng, hoặc ngược lại",
    source="30/2020/NĐ-CP, Điều 2; Phụ lục I, Phần I, Mục II, khoản 1",
    severity=Severity.WARNING,
    example=Example("Quốc hiệu, ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG", "Quốc hiệu, ĐẢNG ỦY XÃ VĨNH THÔNG"),
    why="Văn bản của cơ quan nhà nước có Quốc hiệu; văn bản của cơ quan Đảng có tiêu đề Đảng Cộng sản Việt Nam.",
)
def lan_the_thuc(paper: Paper) -> Iterator[Slip]:
    body = paper.part("co_quan_ban_hanh")
    if body is None:
        return
    name = fold_words(body.text).upper()
    if paper.part("quoc_hieu") is not None and _PARTY_BODY.match(name):
        yield Slip(
            f"“{body.text}” là cơ quan của Đảng nhưng văn bản có Quốc hiệu, Tiêu ngữ",
            body.places,
            f"văn bản của Đảng có tiêu đề “{_PARTY_HEAD}” và thể thức riêng; văn bản của chính quyền ghi tên cơ quan "
            "nhà nước",
            found=body.text,
        )
    if _STATE_BODY.match(name):
        for paragraph in paper.observed.paragraphs[:_HEAD]:
            if fold_words(paragraph.text).strip() == _PARTY_HEAD:
                yield Slip(
                    f"“{body.text}” là cơ quan nhà nước nhưng văn bản có tiêu đề của Đảng",
                    body.places,
                    "văn bản của cơ quan nhà nước có Quốc hiệu và Tiêu ngữ",
                    found=_PARTY_HEAD,
                )
                return
