"""Stamps and the address at the foot, in letters that are not the decree's."""

from __future__ import annotations

from lxml import etree

from tests.checking.changes import add_paragraph, apply, both, one
from tests.checking.mutating import Docx, Mutation, w

__all__ = ["MUTATIONS"]

_CV = "examples/mau/cong-van.yaml"
_ADDRESS = "Địa chỉ: Thôn Nà Lẹng, xã Bình Minh, tỉnh Thái Nguyên; điện thoại: 0208 3 000 000"
_BOLD = {"b": "1"}


def _address(docx: Docx) -> None:
    """Print the address at the end, in letters of 14 pt."""
    p = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(p, w("r")), w("t")).text = _ADDRESS
    body = docx.xml().find(w("body"))
    assert body is not None
    body.insert(len(body) - 1, p)
    apply(p, {"sz": "28"}, {})


MUTATIONS = [
    Mutation("KHẨN không đậm", "ND30-561", add_paragraph("V/v đẩy mạnh", "KHẨN", "SoKyHieu"), _CV),
    Mutation(
        "HỎA TỐC cỡ 16",
        "ND30-561",
        both(add_paragraph("V/v đẩy mạnh", "HỎA TỐC", "SoKyHieu"), one("HỎA TỐC", letters={**_BOLD, "sz": "32"})),
        _CV,
    ),
    Mutation(
        "LƯU HÀNH NỘI BỘ in nghiêng",
        "ND30-562",
        both(
            add_paragraph("V/v đẩy mạnh", "LƯU HÀNH NỘI BỘ", "SoKyHieu"),
            one("LƯU HÀNH NỘI BỘ", letters={**_BOLD, "i": "1"}),
        ),
        _CV,
    ),
    Mutation("địa chỉ cỡ 14", "ND30-563", _address, _CV),
]
