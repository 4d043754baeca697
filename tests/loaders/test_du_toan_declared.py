"""How a budget is declared in a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from vtdocs.loaders.budget.options import Budget
from vtdocs.loaders.faults import Faults
from vtdocs.loaders.fields import INVALID, Fields
from vtdocs.loaders.folder import Folder
from vtdocs.loaders.forms.du_toan import DU_TOAN
from vtdocs.loaders.shapes import Field, Record
from vtdocs.loaders.source import read_source
from vtdocs.loaders.structure import Reader
from vtdocs.loaders.yaml import parse_yaml

DECLARED = Record("Bảng", (Field("du_toan", DU_TOAN, "Dự toán."),))


def declared(text: str) -> tuple[object, list[str]]:
    """Read the declaration of a budget as a table holds it."""
    faults = Faults()
    source = read_source(f"du_toan: {text}\n".encode(), "ke-hoach.yaml", faults)
    assert source is not None
    document = parse_yaml(source, faults)
    assert document.root is not None
    found = Reader(document, faults, Folder(Path("ke-hoach.yaml"))).read(DECLARED, document.root)
    value = found["du_toan"] if isinstance(found, Fields) else found
    return value, [f"{fault.location} {fault.code} {fault.message}" for fault in faults.told()]


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("co", Budget()),
        ("có", Budget()),
        ("true", Budget()),
        ("khong", None),
        ("không", None),
        ("false", None),
        ("{cach_doc: {linh: lẻ, nghin: ngàn}}", Budget(linh="lẻ", nghin="ngàn")),
        ("{cach_doc: {linh: lẻ}, bang_chu: khong}", Budget(linh="lẻ", bang_chu=False)),
        ("{bang_chu: có}", Budget()),
        ("{bang_chu: }", Budget()),
        ("{bang_chu: không}", Budget(bang_chu=False)),
        ("{bang_chu: false}", Budget(bang_chu=False)),
        ("{don_vi: triệu đồng, tong: Tổng kinh phí}", Budget(don_vi="triệu đồng", tong="Tổng kinh phí")),
    ],
)
def test_a_budget_is_declared_in_a_word_or_by_keys(text: str, budget: Budget | None) -> None:
    assert declared(text) == (budget, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("roi", "ke-hoach.yaml:1:10 VT-013 du_toan: “roi” không dùng được ở đây"),
        ("{don_vi: USD}", "ke-hoach.yaml:1:19 VT-013 du_toan.don_vi: “USD” không dùng được ở đây"),
        (
            "{cach_doc: {linh: le, nghin: ngàn}}",
            "ke-hoach.yaml:1:28 VT-013 du_toan.cach_doc.linh: “le” không dùng được ở đây",
        ),
        ("[có]", "ke-hoach.yaml:1:10 VT-013 du_toan: cần chữ hoặc nhóm khóa, đang là danh sách"),
    ],
)
def test_a_wrong_declaration_is_told(text: str, said: str) -> None:
    found, told = declared(text)
    assert found is INVALID
    assert told == [said]


def test_an_unknown_key_of_a_declaration_is_told() -> None:
    assert declared("{tien: có}")[1] == ["ke-hoach.yaml:1:11 VT-009 du_toan: không có khóa “tien”"]
