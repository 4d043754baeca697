"""Papers as a whole: our own, tables of data, prose, a hostile one."""

from __future__ import annotations

import pytest

import vtdocs
from tests.bounded import ends
from tests.checking.papers import MOTTO, TEXT, Sheet, item_list, kind, sheet
from tests.judges import ROOT
from vtdocs.checking.paper import Regime
from vtdocs.checking.recognising import recognise
from vtdocs.readers.docx import read_docx


def test_tables_of_data_and_their_captions() -> None:
    made = sheet().title().body(TEXT[:4])
    made.line("Bảng 1. Các nhiệm vụ", align="centre").paragraph_format.space_before = None
    made.line("Đơn vị tính: triệu đồng", align="right")
    made.grid((("STT",), ("Nhiệm vụ",)), (("1",), ("Tuyên truyền",)), borders=True)
    made.line("Nguồn: Phòng Kinh tế", align="right")
    paper = made.body(TEXT[4:]).sign().read()
    assert [text for role, _mark, text in item_list(paper) if role == "CAPTION"] == [
        "Bảng 1. Các nhiệm vụ",
        "Đơn vị tính: triệu đồng",
        "Nguồn: Phòng Kinh tế",
    ]
    assert (paper.head_tables, [table.index for table in paper.data_tables], paper.sign_tables) == ((0,), [1], (2,))


def test_prose_holds_the_sentences_and_texts_all() -> None:
    paper = sheet().title().body().sign().read()
    assert paper.prose.texts == TEXT
    assert "Nơi nhận:" in paper.texts.whole
    assert MOTTO[0] in paper.texts.whole


EXAMPLES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("examples/mau", "examples/cchc-2026")
    for path in (ROOT / folder).glob("*.yaml")
    if path.name != "co-quan.yaml"
)


@pytest.mark.parametrize("source", EXAMPLES)
def test_nothing_is_missed_or_doubted_in_our_own_papers(source: str) -> None:
    loaded = vtdocs.load(ROOT / source)
    paper = recognise(read_docx(vtdocs.write_docx(loaded), source))
    assert paper.regime is Regime.ND30
    assert (paper.unsure, paper.absent) == ((), frozenset())
    assert kind(paper) == getattr(loaded, "loai", "ke_hoach")
    assert {
        "quoc_hieu",
        "tieu_ngu",
        "co_quan_ban_hanh",
        "so_ky_hieu",
        "dia_danh_thoi_gian",
        "so_trang",
    } <= paper.parts.keys()
    assert {"chuc_vu", "ho_ten", "noi_nhan", "noi_nhan_danh_sach", "luu"} <= paper.parts.keys()
    assert len(paper.phu_luc) == len(loaded.phu_luc)


def test_a_hostile_paper_ends() -> None:
    texts = [
        "Số: " + " " * 5000 + "/" + "-" * 5000,
        "V/v " + "a " * 5000,
        "Phụ lục " + "I" * 9000,
        "(" * 9000,
        "1." * 5000,
    ]
    with ends():
        Sheet().lines(texts).head().lines(texts).title().lines(texts * 30).sign().lines(texts * 30).read()


def test_a_signature_of_many_lines_ends() -> None:
    with ends():
        Sheet().head().sign(("Nơi nhận:\n" * 1500,), ("CHỦ TỊCH\n" * 1500,)).read()
