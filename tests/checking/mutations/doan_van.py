"""Paragraphs: not justified, indents and gaps and lines out of the range on both sides, blanks and empty paragraphs."""

from __future__ import annotations

from tests.checking.changes import add_paragraph, each, every, restyle, reword, style
from tests.checking.mutating import Docx, Mutation, child, w

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_LINES = ("- Phát huy vai trò", "- Tăng cường sự tham gia", "- Đổi mới nội dung")


def _contextual(docx: Docx) -> None:
    child(child(style(docx, "GachDauDong"), "pPr", first=False), "contextualSpacing", first=False)


def _tab(docx: Docx) -> None:
    for words in _LINES:
        p = docx.paragraph(words)
        run = p.find(w("r"))
        assert run is not None
        run.insert(0 if run.find(w("rPr")) is None else 1, run.makeelement(w("tab")))
        child(child(p, "pPr"), "ind", first=False).set(w("firstLine"), "0")


def _spaces(docx: Docx) -> None:
    for words in _LINES:
        reword(words, f"         {words}")(docx)
        child(child(docx.paragraph(words), "pPr"), "ind", first=False).set(w("firstLine"), "0")


MUTATIONS = [
    Mutation("lời văn canh trái", "ND30-411", restyle("NoiDung", jc="left")),
    Mutation("lời văn canh giữa", "ND30-411", restyle("NoiDung", jc="center")),
    Mutation("lời văn canh phải", "ND30-411", each("GachDauDong", count=5, jc="right")),
    Mutation("không lùi đầu dòng", "ND30-412", restyle("NoiDung", firstLine="0")),
    Mutation("lùi đầu dòng 15 mm", "ND30-412", restyle("NoiDung", firstLine="850")),
    Mutation("lùi đầu dòng 8 mm", "ND30-412", restyle("NoiDung", firstLine="454")),
    Mutation("lùi đầu dòng 11,5 mm", "ND30-412", each("NoiDung", "GachDauDong", firstLine="652")),
    Mutation("lùi cả đoạn", "ND30-412", each("NoiDung", count=2, left="1134", firstLine="0")),
    Mutation("lùi đầu dòng bằng Tab", "VB-413", _tab),
    Mutation("lùi đầu dòng bằng dấu cách", "VB-413", _spaces),
    Mutation("các đoạn cách nhau 0 pt", "ND30-414", restyle("NoiDung", before="0")),
    Mutation("các đoạn cách nhau 3 pt", "ND30-414", restyle("NoiDung", before="60")),
    Mutation("các đoạn cách nhau 5,5 pt", "ND30-414", restyle("NoiDung", before="110")),
    Mutation("bỏ khoảng cách giữa đoạn cùng kiểu", "ND30-414", _contextual),
    Mutation("vài đoạn sát nhau", "ND30-414", each("GachDauDong", count=3, before="0")),
    Mutation(
        "dòng trống giữa các đoạn",
        "VB-415",
        every(_LINES, lambda words: add_paragraph(words, "", "NoiDung")),
    ),
    Mutation("giãn dòng 0,9", "ND30-416", restyle("NoiDung", line="216")),
    Mutation("giãn dòng 1,6", "ND30-416", restyle("NoiDung", line="384")),
    Mutation("giãn dòng 2", "ND30-416", each("GachDauDong", line="480", lineRule="auto")),
    Mutation("giãn dòng Exactly 14 pt", "ND30-416", restyle("NoiDung", line="280", lineRule="exact")),
    Mutation("giãn dòng Exactly 26 pt", "ND30-416", restyle("NoiDung", line="520", lineRule="exact")),
    Mutation("giãn dòng At least 30 pt", "ND30-416", restyle("NoiDung", line="600", lineRule="atLeast")),
    Mutation("điều canh trái trong quy chế", "ND30-411", each("Khoan", jc="left"), _QC),
]
