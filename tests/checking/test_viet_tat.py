"""Abbreviations and names of bodies."""

from __future__ import annotations

import pytest

from tests.checking.sentences import ask, found, paper_of
from vtdocs.checking.office import Office
from vtdocs.checking.registry import all_rules

FAMILIES = {"viet_tat", "viet_tat_sai", "ten_goi"}
RULES = [rule.id for rule in all_rules().values() if rule.family in FAMILIES]
_CCHC = "công tác cải cách hành chính (CCHC)"

_ONE_STOP = (
    "Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế "
    "một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"
)

BROKEN = [
    ("VB-851", ("Triển khai CCHC.", f"Tuyên truyền {_CCHC}."), ["CCHC"]),
    ("VB-852", (f"Tuyên truyền {_CCHC}.", f"Kiểm tra {_CCHC}, CCHC."), ["CCHC"]),
    ("VB-853", ("Hồ sơ tại Trung tâm Phục vụ HCC.",), ["HCC"]),
    ("VB-854", ("Giải quyết thủ tục hành chính (TTHC) của xã.",), ["TTHC"]),
    ("VB-855", ("Trung tâm Phục vụ HCC, Trung tâm Phục vụ HCC, Trung tâm Phục vụ HHC.",), ["HHC"]),
    ("VB-856", ("Văn phòng H ĐND và UB ND xã.",), ["H ĐND", "UB ND"]),
    ("VB-862", ("Đề nghị Ủy ban Mặt trận Tổ quốc xã phối hợp.",), ["Ủy ban Mặt trận Tổ quốc"]),
    ("VB-863", ("Trung tâm Phục vụ hành chính công; Bộ phận Một cửa.",), ["Bộ phận Một cửa"]),
    (
        "VB-863",
        (f"Trung tâm Phục vụ hành chính công thực hiện {_ONE_STOP}.", "Hồ sơ nộp tại Bộ phận Một cửa."),
        ["Bộ phận Một cửa"],
    ),
    ("VB-853", ("Rừng PHR của xã Vĩnh Thông.",), ["PHR"]),
]
CLEAN = [
    (f"Tuyên truyền {_CCHC}. Kiểm tra CCHC.",),
    ("UBND, HĐND, MTTQ, TT. Đảng ủy, HĐND&UBND, WTO, UNESCO, GDP, 76/NQ-CP, KH-UBND, phần II, mục IV, Quý III",),
    ("I. MỤC ĐÍCH, YÊU CẦU", "II. TỔ CHỨC THỰC HIỆN", "Nhiệm vụ PHẢI LÀM NGAY, KHÔNG ĐƯỢC chậm"),
    ("Tổ chức Y tế thế giới (WHO), dịch vụ công trực tuyến (sau đây viết tắt là DVCTT); DVCTT, WHO",),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã; Ủy ban MTTQ Việt Nam; Mặt trận Tổ quốc xã",),
    ("liên hiệp thanh niên (LHTN); của Hội LHPN, của Hội LHTN; phần mềm VIETTEL, ZALO",),
    ("Trung tâm Phục vụ hành chính công tỉnh và Bộ phận Một cửa cấp xã",),
    (f"Trung tâm Phục vụ hành chính công thực hiện {_ONE_STOP}.",),
    ("Trưởng đoàn: PGS. TS. Trần Việt Cường; TSKH. Nguyễn Văn An; NSND Lê Thị Bình",),
    ("Ban Quản lý rừng ATK Định Hóa bố trí lực lượng.", "Rừng ATK có 12,4 ha."),
    ("Tổ chức hội nghị; Phòng ngừa dịch bệnh",),
    ("Phòng Kinh tế xã Vĩnh Thông; Phòng Kinh tế; phòng kinh tế của xã; PHÒNG KINH TẾ",),
]


@pytest.mark.parametrize(("rule", "sentences", "words"), BROKEN)
def test_a_slip_is_found_at_its_place(rule: str, sentences: tuple[str, ...], words: list[str]) -> None:
    assert found(rule, paper_of(*sentences)) == words


@pytest.mark.parametrize("sentences", CLEAN)
def test_what_everyone_knows_is_left_alone(sentences: tuple[str, ...]) -> None:
    paper = paper_of(*sentences, headings=("Phòng Kinh tế", "Tổ chức Hội nghị"))
    assert [(rule, found(rule, paper)) for rule in RULES if ask(rule, paper)] == []


def test_the_unit_that_drafts_is_one_letter_away() -> None:
    cells = ("Phòng Văn hóa - Xã hội xã",)
    (slip,) = ask("VB-855", paper_of(cells=cells, parts={"luu": ("- Lưu: VT, VHXX.",)}))
    assert slip.message == "“VHXX” có lẽ là “VHXH”"
    assert ask("VB-855", paper_of(cells=cells, parts={"luu": ("- Lưu: VT, VHXH.",)})) == []
    assert ask("VB-855", paper_of(cells=cells, parts={"luu": ("- Lưu: VT, KTTH.",)})) == []


def test_one_office_in_several_spellings() -> None:
    paper = paper_of(
        "Gửi Văn phòng HĐND&UBND; Trung tâm dịch vụ tổng hợp.",
        headings=("Văn phòng HĐND và UBND", "Trung tâm Dịch vụ tổng hợp"),
        cells=("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "Phòng Kinh tế", "Văn phòng HĐND&UBND xã"),
    )
    first, second = ask("VB-861", paper)
    assert first.found == "Văn phòng HĐND&UBND"
    assert first.expected == "Văn phòng HĐND và UBND"
    assert [place.paragraph for place in first.places] == [3, 6]
    assert second.found == "Trung tâm dịch vụ tổng hợp"


def test_an_abbreviated_end_is_no_other_name() -> None:
    headings = ("Trung tâm Phục vụ Hành chính công",)
    assert ask("VB-861", paper_of("Trung tâm Phục vụ HCC giải quyết hồ sơ.", headings=headings)) == []


def test_the_office_file_names_units_too() -> None:
    office = Office("Ủy ban nhân dân xã Vĩnh Thông", units=(("Phòng Văn hóa - Xã hội", "VHXH"),))
    paper = paper_of("Nội dung.", parts={"luu": ("- Lưu: VT, VHXX.",)}, office=office)
    (slip,) = ask("VB-537", paper)
    assert (slip.expected, slip.hint, found("VB-537", paper)) == ("VHXH", "viết “VHXH”", ["VHXX"])
    assert ask("VB-855", paper) == []
    assert ask("VB-853", paper_of("Phòng VHXHX báo cáo.", office=office))[0].found == "VHXHX"
