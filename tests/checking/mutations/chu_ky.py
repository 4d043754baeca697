"""The signature: wrong words for the authority, degrees, capitals, letters, a name off the middle."""

from __future__ import annotations

from tests.checking.changes import both, drop, each, one, restyle, reword
from tests.checking.mutating import Docx, Mutation, w

__all__ = ["MUTATIONS"]

_TTR = "examples/mau/to-trinh.yaml"
_CV = "examples/mau/cong-van.yaml"
_QC = "examples/mau/chuong-dieu.yaml"


def _split_over_pages(docx: Docx) -> None:
    """Mark where Word broke the page: the name stands on the third, all above it on the second."""
    for words in ("Quy chế này quy định", "Trần Văn Bình"):
        run = docx.paragraph(words).find(w("r"))
        assert run is not None
        run.insert(0, run.makeelement(w("lastRenderedPageBreak")))


def _alone(docx: Docx) -> None:
    for words in ("Quy chế này quy định", "Nơi nhận:"):
        run = docx.paragraph(words).find(w("r"))
        assert run is not None
        run.insert(0, run.makeelement(w("lastRenderedPageBreak")))


MUTATIONS = [
    Mutation("K/T CHỦ TỊCH", "ND30-501", reword("KT. CHỦ TỊCH", "K/T CHỦ TỊCH")),
    Mutation("T/M ỦY BAN", "ND30-501", reword("TM. ỦY BAN", "T/M ỦY BAN"), _TTR),
    Mutation("TM ỦY BAN", "ND30-501", reword("TM. ỦY BAN", "TM ỦY BAN"), _TTR),
    Mutation("T/L CHỦ TỊCH", "ND30-501", reword("TL. CHỦ TỊCH", "T/L CHỦ TỊCH"), _CV),
    Mutation("KT.CHỦ TỊCH", "VB-502", reword("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")),
    Mutation("KT. PHÓ CHỦ TỊCH", "ND30-503", reword("KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH"), also=frozenset({"ND30-504"})),
    Mutation("KT. mà không có chức vụ cấp phó", "ND30-504", drop("PHÓ CHỦ TỊCH")),
    Mutation("KT. CHỦ TỊCH rồi CHỦ TỊCH", "ND30-504", reword("PHÓ CHỦ TỊCH", "CHỦ TỊCH")),
    Mutation("TM. CHỦ TỊCH", "ND30-505", reword("KT. CHỦ TỊCH", "TM. CHỦ TỊCH")),
    Mutation("KT. ỦY BAN NHÂN DÂN", "ND30-506", reword("TM. ỦY BAN", "KT. ỦY BAN"), _TTR),
    Mutation("TL. ỦY BAN NHÂN DÂN", "ND30-506", reword("TL. CHỦ TỊCH", "TL. ỦY BAN NHÂN DÂN"), _CV),
    Mutation("ThS. trước họ tên", "ND30-507", reword("Trần Văn Bình", "ThS. Trần Văn Bình"), _QC),
    Mutation("TS. trước họ tên", "ND30-507", reword("Lê Thị Minh", "TS. Lê Thị Minh"), _TTR),
    Mutation("Ông trước họ tên", "ND30-507", reword("Trần Văn Bình", "Ông Trần Văn Bình"), _QC),
    Mutation("họ tên in hoa", "ND30-508", reword("Trần Văn Bình", "TRẦN VĂN BÌNH"), _QC),
    Mutation("chức vụ không đậm", "ND30-510", restyle("QuyenHanChucVu", letters={"b": "0"}), _QC),
    Mutation("chức vụ in nghiêng", "ND30-510", each("QuyenHanChucVu", letters={"i": "1"}), _TTR),
    Mutation("chức vụ cỡ 12", "ND30-510", restyle("QuyenHanChucVu", letters={"sz": "24"}), _QC),
    Mutation("chức vụ cỡ 15", "ND30-510", restyle("QuyenHanChucVu", letters={"sz": "30"}), _CV),
    Mutation("họ tên không đậm", "ND30-511", restyle("HoTen", letters={"b": "0"}), _QC),
    Mutation("họ tên in nghiêng", "ND30-511", one("Trần Văn Bình", letters={"i": "1"}), _QC),
    Mutation("họ tên cỡ 12", "ND30-511", restyle("HoTen", letters={"sz": "24"}), _QC),
    Mutation("họ tên cỡ 16", "ND30-511", restyle("HoTen", letters={"sz": "32"}), _QC),
    Mutation("họ tên canh trái", "ND30-512", both(restyle("HoTen", jc="left")), _QC),
    Mutation("chữ ký tách trang", "VB-520", _split_over_pages, _QC),
    Mutation("chữ ký một mình một trang", "VB-520", _alone, _QC),
    Mutation("họ tên canh phải", "ND30-512", each("HoTen", jc="right"), _QC),
]
