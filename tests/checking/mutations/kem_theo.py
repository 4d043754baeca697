"""The line "(Kèm theo …)": missing, its letters, its number, date, issuer and kind against the head."""

from __future__ import annotations

from tests.checking.changes import Change, both, drop, each, restyle, reword, styled
from tests.checking.mutating import Docx, Mutation, text_of

__all__ = ["MUTATIONS"]

_QD = "examples/mau/quyet-dinh.yaml"
_TWO = "examples/mau/phu-luc-loi-van.yaml"
_LINE = "KemTheo"
_ISSUER = "của Chủ tịch Ủy ban nhân dân xã Bình Minh"


def _issue(number: str = "145", date: str = "ngày 05 tháng 3 năm 2026", symbol: str = "KH-UBND") -> Change:
    """Give the head number 145 and a date, and the appendix what is said here."""
    return both(
        _whole("SoKyHieu", "Số: 145/KH-UBND"),
        _whole("DiaDanhThoiGian", "Bình Minh, ngày 05 tháng 3 năm 2026"),
        _whole(_LINE, f"(Kèm theo Kế hoạch số {number}/{symbol} {date} của Ủy ban nhân dân xã Bình Minh)"),
    )


def _whole(name: str, words: str) -> Change:
    """Put other words in the place of all words of a paragraph of a style."""

    def change(docx: Docx) -> None:
        reword(text_of(styled(docx, name)[0]), words, name)(docx)

    return change


MUTATIONS = [
    Mutation("không có dòng kèm theo", "ND30-610", drop("(Kèm theo"), _QD),
    Mutation("dòng kèm theo in đứng", "ND30-611", restyle(_LINE, letters={"i": "0"}), _QD),
    Mutation("dòng kèm theo in đậm", "ND30-611", each(_LINE, letters={"b": "1"}), _QD),
    Mutation("dòng kèm theo cỡ 12", "ND30-611", restyle(_LINE, letters={"sz": "24"}), _QD),
    Mutation("dòng kèm theo cỡ 15", "ND30-611", restyle(_LINE, letters={"sz": "30"}), _QD),
    Mutation("dòng kèm theo canh trái", "ND30-612", restyle(_LINE, jc="left"), _QD),
    Mutation("số ở phụ lục khác", "ND30-613", _issue(number="154"), _TWO),
    Mutation("ký hiệu ở phụ lục khác", "ND30-613", _issue(symbol="QĐ-UBND"), _TWO),
    Mutation(
        "phụ lục có số, đầu văn bản chưa có", "ND30-613", reword("Quyết định số ", "Quyết định số 145", _LINE), _QD
    ),
    Mutation("ngày ở phụ lục khác", "ND30-614", _issue(date="ngày 15 tháng 3 năm 2026"), _TWO),
    Mutation("năm ở phụ lục khác", "ND30-614", _issue(date="ngày … tháng … năm 2025"), _TWO),
    Mutation("cơ quan ở phụ lục khác", "ND30-615", reword("xã Bình Minh)", "xã Yên Bình)", _LINE), _QD),
    Mutation("phụ lục không ghi cơ quan", "ND30-616", reword(_ISSUER, "", _LINE), _QD),
    Mutation("loại văn bản ở phụ lục khác", "ND30-617", reword("Quyết định", "Kế hoạch", _LINE), _QD),
]
