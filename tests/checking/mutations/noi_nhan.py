"""Nơi nhận: its head, its lines, the Lưu line, Như trên."""

from __future__ import annotations

from tests.checking.changes import both, drop, each, every, restyle, reword
from tests.checking.mutating import Docx, Mutation, deep, w

__all__ = ["MUTATIONS"]

_QC = "examples/mau/chuong-dieu.yaml"
_CV = "examples/mau/cong-van.yaml"
_TTR = "examples/mau/to-trinh.yaml"
_QD = "examples/mau/quyet-dinh.yaml"


def _signature_in_a_row_below(docx: Docx) -> None:
    """Part the row of recipients and signature: the recipients above, who signs below."""
    row = next(docx.paragraph("Nơi nhận:").iterancestors(w("tr")))
    below = deep(row)
    row.addnext(below)
    for part, place in ((row, 1), (below, 0)):
        for text in part.findall(w("tc"))[place].iter(w("t")):
            text.text = ""


MUTATIONS = [
    Mutation("Nơi nhận thiếu hai chấm", "ND30-530", reword("Nơi nhận:", "Nơi nhận"), _QC),
    Mutation("Nơi nhận in đứng", "ND30-531", restyle("NoiNhan", letters={"i": "0"}), _QC),
    Mutation("Nơi nhận không đậm", "ND30-531", restyle("NoiNhan", letters={"b": "0"}), _QC),
    Mutation("Nơi nhận cỡ 14", "ND30-531", restyle("NoiNhan", letters={"sz": "28"}), _QC),
    Mutation("Nơi nhận cỡ 11", "ND30-531", restyle("NoiNhan", letters={"sz": "22"}), _QC),
    Mutation("NƠI NHẬN in hoa", "ND30-531", reword("Nơi nhận:", "NƠI NHẬN:"), _QC),
    Mutation("danh sách nơi nhận cỡ 12", "ND30-532", restyle("NoiNhanMuc", letters={"sz": "24"}), _QC),
    Mutation("danh sách nơi nhận cỡ 10", "ND30-532", restyle("NoiNhanMuc", letters={"sz": "20"}), _QC),
    Mutation("danh sách nơi nhận in nghiêng", "ND30-532", restyle("NoiNhanMuc", letters={"i": "1"}), _QC),
    Mutation("danh sách nơi nhận in đậm", "ND30-532", each("NoiNhanMuc", letters={"b": "1"}), _QC),
    Mutation(
        "nơi nhận không có gạch đầu dòng",
        "ND30-533",
        every(("- Các phòng;", "- Các thôn;"), lambda old: reword(old, old[2:])),
        _QC,
    ),
    Mutation("cuối dòng nơi nhận là dấu phẩy", "ND30-534", reword("- Các phòng;", "- Các phòng,"), _QC),
    Mutation("cuối dòng nơi nhận không có dấu", "ND30-534", reword("- Các thôn;", "- Các thôn"), _QC),
    Mutation("dòng Lưu không có dấu chấm", "ND30-534", reword("- Lưu: VT, VP.", "- Lưu: VT, VP"), _QC),
    Mutation("Lưu VT thiếu hai chấm", "ND30-535", reword("- Lưu: VT, VP.", "- Lưu VT, VP."), _QC),
    Mutation("Lưu: VT; VP", "ND30-535", reword("- Lưu: VT, VP.", "- Lưu: VT; VP."), _QC),
    Mutation("Lưu: VT-VP", "ND30-535", reword("- Lưu: VT, VP.", "- Lưu: VT-VP."), _QC),
    Mutation("Lưu: VP, không có VT", "ND30-535", reword("- Lưu: VT, VP.", "- Lưu: VP."), _QC),
    Mutation("không có dòng Lưu", "ND30-536", drop("- Lưu: VT, VP."), _QC),
    Mutation(
        "dòng Lưu không ở cuối",
        "ND30-536",
        both(reword("- Các thôn;", "- Lưu: VT, VP;"), reword("- Lưu: VT, VP.", "- Các thôn.")),
        _QC,
    ),
    Mutation("có Kính gửi, không có Như trên", "ND30-538", drop("- Như trên;"), _CV),
    Mutation("Như kính gửi", "ND30-538", reword("- Như trên;", "- Như kính gửi;"), _CV),
    Mutation(
        "Như trên không đứng đầu",
        "ND30-538",
        both(reword("- Như trên;", "- Sở Nội vụ;"), reword("- Phòng Kinh tế;", "- Như trên;")),
        _TTR,
    ),
    Mutation("Như trên mà không có Kính gửi", "ND30-539", reword("- Như Điều 4;", "- Như trên;"), _QD),
    Mutation("chữ ký ở hàng dưới Nơi nhận", "ND30-542", _signature_in_a_row_below, _QC),
    Mutation("Nơi nhận canh giữa", "ND30-541", restyle("NoiNhan", jc="center"), _QC),
    Mutation("danh sách nơi nhận canh phải", "ND30-541", each("NoiNhanMuc", jc="right"), _QC),
]
