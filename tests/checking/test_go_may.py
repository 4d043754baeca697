"""Typing: marks, blanks, letters; and what only looks like a fault."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bounded import ends
from tests.checking.sentences import ask, found, paper_of
from vtdocs.checking.registry import all_rules

FAMILIES = {"go_may", "chinh_ta", "gach_noi", "ky_tu"}
RULES = [rule.id for rule in all_rules().values() if rule.family in FAMILIES]

BROKEN = [
    ("VB-802", "cải cách\u200b hành chính\ufeff", ["\u200b", "\ufeff"]),
    ("VB-802", "Báo c\ufffdo kết quả.", ["\ufffd"]),
    ("VB-803", "cải cách  hành chính   xã", ["  ", "   "]),
    ("VB-803", "cải cách\xa0 hành chính", ["\xa0 "]),
    ("VB-803", "ngày  05 tháng   4 năm 2026", ["  ", "   "]),
    ("VB-804", "trang thông tin xã ; bảng tin , tại địa phương .", [" ;", " ,", " ."]),
    ("VB-804", "đã thực hiện ./.", [" ."]),
    ("VB-804", "các thôn ( xã Vĩnh Thông ) báo cáo", ["( ", " )"]),
    ("VB-805", "cán bộ,công chức;viên chức", [",", ";"]),
    ("VB-805", "Đã thực hiện.Các thôn báo cáo.", ["."]),
    ("VB-805", "cải cách hành chính(CCHC)nhà nước", ["(", ")"]),
    ("VB-806", "các hộ trên trên địa bàn", ["trên trên"]),
    ("VB-806", "báo cáo của của xã, thực hiện thực hiện nhiệm vụ", ["của của", "thực hiện thực hiện"]),
    ("VB-806", "trong công tác tuyên truyền; về công công tác dân vận; về công tác khác", ["công công"]),
    ("VB-806", "rà soát, kiên kiên quyết di dời; thể hiện quyết quyết tâm", ["kiên kiên", "quyết quyết"]),
    ("VB-806", "đây là là nhiệm vụ trọng tâm", ["là là"]),
    ("VB-807", "Phòng Văn hóa – Xã hội; phát triển kinh tế - xã hội", ["–"]),
    ("VB-808", "giai đoạn 2021-2025 và giai đoạn 2026 - 2030", ["2021-2025"]),
    ("VB-809", "Ủy ban hòa giải xóa nợ; thuỷ lợi", ["uỷ"]),
    ("VB-811", "nghiêm túc,. đầy đủ;; kịp thời.. Các", [",.", ";;", ".."]),
    ("VB-812", "cải cách hành chính (CCHC tại xã", ["(CCHC tại xã"]),
    ("VB-812", "a) Trước hạn 1.198 hồ sơ (94,33%, đúng hạn 72 hồ sơ (5,67%).", ["(94,33%, đúng hạn 72 hồ sơ (5,67%)."]),
    ("VB-812", "theo phương châm “4 tại chỗ, sẵn sàng cứu hộ.", ["“4 tại chỗ, sẵn sàng cứu hộ."]),
    ("VB-835", "Sửa đổi, bổ xung; Sát nhập các thôn", ["bổ xung", "Sát nhập"]),
    ("VB-836", "kế họach qúy I, gía trị, tòan xã", ["ọach", "úy", "ía", "òan"]),
]
CLEAN = [
    "cải cách hành chính; cơ quan, đơn vị: 1.500.000 đồng, 1,5%; 10:30; (1), (2).",
    "Thư điện tử: ubnd.vinhthong@thainguyen.gov.vn, trang https://vinhthong.thainguyen.gov.vn/tin-tuc,bai:1",
    "TP. Hồ Chí Minh, TM. ỦY BAN, v.v., v.v..., ThS. Nguyễn Văn A; (Zalo, Facebook...)./.",
    "nhà nhà, người người, ngày ngày, luôn luôn: nhà nhà thi đua, người người thi đua, luôn luôn, từng bước từng bước",
    "thực hiện hiện đại hóa; bảo vệ vệ sinh; đăng ký ký số; tham gia gia đình; quy định định kỳ; hành vi vi phạm",
    "kèm theo theo quy định; tình hình hiện tại tại địa phương; hàng không không người lái; đối với với",
    "hồ sơ xuất khẩu; giám sát nhập liệu; phân bổ xung quanh; thành tựu chung; vấn đề suất đầu tư",
    "chuyển đối tượng; thay đối tác; cảnh sát nhập ngũ",
    "Số:      /KH-UBND ngày      tháng  năm 2026; ngày  /  /2026; họ tên: ……  ngày sinh: ....  ",
    "Ban hành kèm theo Kế hoạch số   /KH-UBND ngày   tháng   năm 2026",
    "giai đoạn 2021 - 2025, 2026 - 2030; số 02/KH-UBND; Độc lập - Tự do - Hạnh phúc; 76/NQ-CP; kinh tế-xã hội",
    "hòa, quý, quỹ, của, thủy, khỏe, hoàn, khoản, toàn, huyện, thuyền, ngoài, loại, giá, gìn, già, gì, quả, quà",
    "a) Nội dung; b) nội dung 1) và 2)",
    "a) Trước hạn (94,33%), đúng hạn (theo khoản 1), gồm: a) một; b) hai (xem mục c)",
    "Nghị quyết quyết nghị; nghị quyết quyết định; phát triển triển lãm; trung kiên kiên cường; phân phối phối hợp",
    'theo phương châm “4 tại chỗ”, “3 sẵn sàng"',
    "đường dây nóng 24/24; 8h30; họp từ 8:30 đến 11:30",
    "Mã số A.1,B.2; ISO 9001:2015; tỷ lệ 1:1.000; ông (bà)",
    "Điều 1...; Điều 2. .NET, .docx",
    "5 μm, 30 m², 20°C, © 2026",
    "Văn hóa – Xã hội, kinh tế – xã hội",
    "TM., KT., TL. đứng trước chức vụ; chứng minh bằng bằng chứng; nếu có có thể bỏ",
    "Người lập biểu          Thủ trưởng đơn vị",
]


@pytest.mark.parametrize(("rule", "sentence", "words"), BROKEN)
def test_a_slip_is_found_at_its_place(rule: str, sentence: str, words: list[str]) -> None:
    assert found(rule, paper_of(sentence)) == words


@pytest.mark.parametrize("sentence", CLEAN)
def test_what_is_rightly_typed_is_left_alone(sentence: str) -> None:
    assert [(rule, found(rule, paper_of(sentence))) for rule in RULES if ask(rule, paper_of(sentence))] == []


def test_loose_marks_are_found_by_paragraph() -> None:
    paper = paper_of("cải cách hành chính", unicodedata.normalize("NFD", "tuyên truyền"), "kế hoạch")
    (slip,) = ask("VB-801", paper)
    assert [place.paragraph for place in slip.places] == [2]
    assert slip.message == "1 đoạn có chữ với dấu rời (Unicode tổ hợp)"


def test_blanks_that_are_told_of_can_be_seen() -> None:
    (slip,) = ask("VB-803", paper_of("Đẩy mạnh cải cách  hành \xa0chính trên địa bàn xã"))
    assert [place.words for place in slip.places] == [
        "Đẩy mạnh cải cách␣␣hành chính trên địa bàn xã",
        "Đẩy mạnh cải cách hành␣␣chính trên địa bàn xã",
    ]


def test_a_tab_and_a_line_break_are_no_double_blanks() -> None:
    assert ask("VB-803", paper_of("STT\t\tNội dung", "Dòng một \n dòng hai", " đầu và cuối ")) == []


@pytest.mark.parametrize(
    ("key", "line", "double", "before_marks"),
    [
        ("trich_yeu", "Về  việc phê duyệt chủ trương , đầu tư \xa0dự án", ["  ", " \xa0"], [" ,"]),
        ("co_quan_ban_hanh", "ỦY BAN  NHÂN DÂN", ["  "], []),
        ("ho_ten", "Nguyễn   Văn An", ["   "], []),
        ("noi_nhan_danh_sach", "- Như  trên ;", ["  "], [" ;"]),
        # Laid out by blanks, or left to be filled in.
        ("chuc_vu", "CHỦ TỊCH          PHÓ CHỦ TỊCH", [], []),
        ("noi_nhan_danh_sach", "- Sở Nội vụ;   (để báo cáo)", [], []),
        ("trich_yeu", "Kèm theo Kế hoạch số   /KH-UBND ngày   tháng   năm 2026", [], []),
        ("so_ky_hieu", "Số  12 :", [], []),
    ],
)
def test_blanks_are_seen_in_head_and_signature(key: str, line: str, double: list[str], before_marks: list[str]) -> None:
    paper = paper_of("Triển khai thực hiện.", parts={key: [line]})
    assert found("VB-803", paper) == double
    assert found("VB-804", paper) == before_marks


@pytest.mark.parametrize(
    "text",
    [
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam, thùc hiÖn chÝnh s¸ch vµ ph¸p luËt",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
    ],
)
def test_text_of_an_old_code_is_told(text: str) -> None:
    (slip,) = ask("VB-810", paper_of(text))
    assert len(slip.places) >= 3


def test_a_bracket_may_close_on_the_next_line() -> None:
    lines = ("(Kèm theo Nghị định số 30/2020/NĐ-CP", "ngày 05 tháng 3 năm 2020 của Chính phủ)")
    assert ask("VB-812", paper_of(*lines)) == []


def test_a_quotation_may_run_over_several_paragraphs() -> None:
    lines = ("1. Sửa đổi Điều 5 như sau:", "“Điều 5. Phạm vi", "1. Gọi tắt là “Quy chế”.", "2. Hiệu lực.”")
    assert ask("VB-812", paper_of(*lines)) == []
    assert ask("VB-812", paper_of("Sửa đổi khoản 1 như sau: “1. Phạm vi;", "2. Đối tượng.”")) == []
    cut = ("Phương châm “4 tại chỗ.", "Phong trào “Toàn dân đoàn kết”.")
    assert found("VB-812", paper_of(*cut)) == ["“4 tại chỗ."]


def test_a_numbered_line_closes_no_bracket() -> None:
    assert found("VB-812", paper_of("Kết quả (năm 2025 đạt 90%.", "b) Nội dung khác.")) == ["(năm 2025 đạt 90%."]


def test_others_words_are_not_judged() -> None:
    assert ask("VB-806", paper_of("nguyên văn “các hộ trên trên địa bàn”")) == []
    assert ask("VB-835", paper_of("nguyên văn “bổ xung”")) == []


@given(st.text(alphabet=" ,.;:()-–/'\"“”aAđĐòaọuỷn\n\t\u200b1", max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    paper = paper_of(*text.split("\n"))
    for rule in RULES:
        for slip in ask(rule, paper):
            assert slip.message
            assert slip.places


@pytest.mark.parametrize(
    "text",
    [
        "a " * 60_000,
        "( " * 60_000,
        ", " * 60_000,
        "“" * 60_000,
        "- " * 60_000,
        "aa aa " * 20_000,
        "." * 90_000,
        " " * 90_000,
    ],
)
def test_hostile_text_ends(text: str) -> None:
    paper = paper_of(text, text)
    with ends():
        for rule in RULES:
            ask(rule, paper)
