"""Names in small letters, symbols of cited papers, rhymes that are none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.bounded import ends
from tests.checking.sentences import ask, found, paper_of
from vtdocs.checking.office import Office
from vtdocs.checking.registry import all_rules

FAMILIES = {"viet_hoa_thuong", "ky_hieu_vien_dan", "van"}
RULES = [rule.id for rule in all_rules().values() if rule.family in FAMILIES]

BROKEN = [
    ("ND30-715", "Báo cáo hội đồng nhân dân xã Vĩnh Thông.", {"hội đồng nhân dân": "Hội đồng nhân dân"}),
    ("ND30-715", "Đề nghị ủy ban Mặt trận Tổ quốc Việt Nam xã giám sát.", {"ủy ban": "Ủy ban"}),
    (
        "ND30-715",
        "Giao sở Nội vụ, phòng Kinh tế chủ trì.",
        {"sở Nội vụ": "Sở Nội vụ", "phòng Kinh tế": "Phòng Kinh tế"},
    ),
    ("ND30-716", "Địa bàn tỉnh thái nguyên, tỉnh Cao bằng.", {"thái nguyên": "Thái Nguyên", "Cao bằng": "Cao Bằng"}),
    ("ND30-716", "Phát triển vùng tây bắc.", {"tây bắc": "Tây Bắc"}),
    ("ND30-716", "Đến quận 1, phường 3.", {"quận 1": "Quận 1", "phường 3": "Phường 3"}),
    ("ND30-717", "Chào mừng ngày quốc khánh 2-9.", {"quốc khánh": "Quốc khánh"}),
    ("ND30-717", "Tặng huân chương lao động hạng Ba.", {"huân chương lao động": "Huân chương Lao động"}),
    ("ND30-717", "Danh hiệu Anh hùng lao động.", {"Anh hùng lao động": "Anh hùng Lao động"}),
    ("ND30-718", "Học tập phong cách hồ chí minh; Bác hồ.", {"hồ chí minh": "Hồ Chí Minh", "Bác hồ": "Bác Hồ"}),
    ("ND30-718", "Theo hiến pháp năm 2013.", {"hiến pháp": "Hiến pháp"}),
    ("ND30-718", "Chỉ đạo của thủ tướng chính phủ.", {"thủ tướng chính phủ": "Thủ tướng Chính phủ"}),
    ("VB-911", "Quyết định số 749/QĐ-TTG ngày mai.", {"749/QĐ-TTG": "749/QĐ-TTg"}),
    (
        "VB-911",
        "Kế hoạch số 101 /KH-UBND, số 12/ KH–UBND.",
        {"101 /KH-UBND": "101/KH-UBND", "12/ KH–UBND": "12/KH-UBND"},
    ),
    ("VB-911", "Nghị quyết số 57/NQ-TW của Bộ Chính trị.", {"57/NQ-TW": "57-NQ/TW"}),
]
CLEAN = [
    "Ủy ban nhân dân các cấp và ủy ban nhân dân các xã, phường; các sở, ban, ngành; hội đồng nhân dân cấp xã",
    "cán bộ Y tế, trụ sở Nội vụ cũ, văn phòng Kinh tế; nội bộ Công an; của cán bộ Tư pháp",
    "xây dựng tỉnh hòa bình, phát triển; toàn tỉnh thái độ phục vụ; TỈNH THÁI NGUYÊN; tỉnh Thái Nguyên",
    "gồm 12 phường 3 xã; mỗi phường 3, mỗi xã 2; các phường 1, 2; vùng tây bắc của xã; Quận 1, Phường 3",
    "ngày Quốc khánh 2-9, ngày Quốc tế lao động 1-5; Huân chương Lao động hạng Ba; tặng huân chương, huy chương",
    "Anh hùng Lao động; lao động; Chủ tịch Hồ Chí Minh; Thành phố Hồ Chí Minh; hồ Ba Bể; bác Hồ Văn An",
    "Thủ tướng Chính phủ; thủ tướng các nước; Hiến pháp năm 2013; trái hiến pháp; chính phủ điện tử",
    "Quyết định số 749/QĐ-TTg; Nghị quyết số 57-NQ/TW; Thông tư số 03/2025/TT-BNV; Kế hoạch số      /KH-UBND",
    "Nghị quyết số 15-NQ/ĐU; Chỉ thị số 05-CT/TW; Kết luận số 127-KL/TW; số 1211/2016/UBTVQH13; tổ số 3 - TDP - KDC",
    "người dân được hướng dẫn việc thuở trước; quốc gia, các bộ; tất bật; thuật; xuất; luật; mực; góp; thước; quở",
    "xê-rốp, ôxy, cát-xét, bôxit, kilômét, xăngtimét, sêp, net, cat, TTĐT, www.viêc.vn, Đăk Lăk, Krông Pắc",
]


@pytest.mark.parametrize(("rule", "sentence", "words"), BROKEN)
def test_a_name_is_found_and_put_right(rule: str, sentence: str, words: dict[str, str]) -> None:
    assert found(rule, paper_of(sentence)) == list(words)
    (slip,) = ask(rule, paper_of(sentence))
    assert slip.replacements == tuple(words.values())


@pytest.mark.parametrize("word", ["ngưòi", "đươc", "huớng", "viêc", "nguời", "luât", "nhât", "thưc", "môt", "mừc"])
def test_a_rhyme_that_is_none_is_found(word: str) -> None:
    assert found("VB-817", paper_of(f"Trong {word} này và khác.")) == [word]


@pytest.mark.parametrize("sentence", CLEAN)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert [(rule, found(rule, paper_of(sentence))) for rule in RULES if ask(rule, paper_of(sentence))] == []


def test_quotations_and_titles_of_others_are_left_alone() -> None:
    sentence = "“Giao sở Nội vụ”; Quyết định số 1/QĐ-UBND ngày 05/01/2026 về giao sở Nội vụ;"
    assert [rule for rule in RULES if ask(rule, paper_of(sentence))] == []


@pytest.mark.parametrize("piece", ["số 1/", "tỉnh ", "quận 1", "ưo", "hồ chí ", "huân chương ", "sở N", "ngày quốc "])
def test_long_texts_end(piece: str) -> None:
    with ends():
        for rule in RULES:
            ask(rule, paper_of(piece * 20_000))


@pytest.mark.parametrize(
    ("rule", "sentence", "words"),
    [
        ("ND30-703", "Báo cáo Quốc Hội; Ban Thường Vụ.", ["Quốc Hội", "Ban Thường Vụ"]),
        ("ND30-703", "Giao Văn Phòng Hội đồng nhân dân và Ủy ban nhân dân.", ["Văn Phòng Hội đồng nhân dân"]),
        ("ND30-703", "Giao Trung tâm Phục Vụ Hành Chính Công.", ["Trung tâm Phục Vụ Hành Chính Công"]),
        ("ND30-703", "Công An Nhân Dân; Văn phòng Quốc Hội.", ["Công An Nhân Dân", "Văn phòng Quốc Hội"]),
        ("ND30-703", "Công an Nhân dân; Ban thường vụ; Trung tâm Phục vụ Hành chính công; QUỐC HỘI; Quốc hội.", []),
        ("ND30-703", "Đề nghị Hội nông dân xã, Hội Liên hiệp phụ nữ xã.", ["Hội nông dân", "Hội Liên hiệp phụ nữ"]),
        ("ND30-709", "Theo bộ luật Lao động.", ["bộ luật Lao động"]),
        ("ND30-705", "Lấy ý kiến nhân dân về quy hoạch.", ["Lấy ý kiến nhân dân"]),
        ("ND30-713", "Chủ trương của đảng, pháp luật của nhà nước.", ["đảng, pháp luật của nhà nước"]),
        ("VB-805", "Phổ biến pháp luật.phổ biến kiến thức.", ["."]),
        ("VB-805", "Tệp Kế hoạch.docx; vinhthong.thainguyen.gov.vn; v.v. và tr.đồng", []),
        ("VB-835", "Chẩn bị kiễm tra thủ thục.", ["Chẩn bị", "kiễm tra", "thủ thục"]),
        ("VB-926", "Họp lúc 25 giờ 00 phút; hồi 10 giờ 75 phút.", ["lúc 25 giờ 00 phút", "hồi 10 giờ 75 phút"]),
        ("VB-926", "Lúc 24 giờ 00 phút; làm thêm 30 giờ; lúc 0 giờ.", []),
        ("VB-837", "hỗ trợ người tàn tật, người khuyết tật, người khuyết tật", ["người tàn tật"]),
        ("VB-834", "Cơ quan có quyền yêu cầu cơ quan, tổ chức, cá nhân cung cấp thông tin.", []),
        ("VB-863", "Bộ phận Tiếp nhận và Trả kết quả (sau đây gọi tắt là Bộ phận Một cửa).", []),
        ("VB-863", "Bộ phận Tiếp nhận và Trả kết quả (Bộ phận Một cửa).", []),
        ("VB-862", "Ủy ban Mặt trận Tổ quốc tỉnh giám sát.", ["Ủy ban Mặt trận Tổ quốc"]),
    ],
)
def test_other_words(rule: str, sentence: str, words: list[str]) -> None:
    assert found(rule, paper_of(sentence)) == words


def test_a_hint_says_what_stands_there() -> None:
    (slip,) = ask("VB-862", paper_of("Ủy ban Mặt trận Tổ quốc tỉnh giám sát."))
    assert slip.hint == "viết “Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh”"
    (slip,) = ask("VB-834", paper_of("Yêu cầu cơ quan, đơn vị báo cáo; giao phòng, ban thực hiện."))
    assert slip.hint == "viết “Yêu cầu các cơ quan, đơn vị”, “giao các phòng, ban”"


def test_the_spelling_of_the_office_goes_before_the_commonest() -> None:
    office = Office("Ủy ban nhân dân xã", units=(("Trung tâm Dịch vụ tổng hợp", "DVTH"),))
    cells = ("Trung tâm Dịch vụ Tổng hợp", "Trung tâm Dịch vụ Tổng hợp", "Trung tâm Dịch vụ tổng hợp")
    assert [ask("VB-861", paper_of(cells=cells, office=each))[0].expected for each in (office, None)] == [
        "Trung tâm Dịch vụ tổng hợp",
        "Trung tâm Dịch vụ Tổng hợp",
    ]


def test_a_blank_within_an_abbreviation_is_no_other_spelling() -> None:
    cells = ("Văn phòng HĐND và UBND", "Văn phòng H ĐND và UBND")
    assert ask("VB-861", paper_of(cells=cells)) == []
    assert found("VB-856", paper_of(cells=cells)) == ["H ĐND"]


BASES = "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về cơ chế một cửa"
AMENDING = "Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 của Chính phủ sửa đổi, bổ sung"


@pytest.mark.parametrize(
    ("sentence", "symbols"),
    [
        (f"{BASES}; {AMENDING} một số điều;", ["61/2018/NĐ-CP", "107/2021/NĐ-CP"]),
        (f"Căn cứ {AMENDING} Nghị định số 61/2018/NĐ-CP;", ["107/2021/NĐ-CP"]),
        (f"{BASES} (đã bãi bỏ);", []),
    ],
)
def test_an_ended_paper_is_told_though_another_amended_it(sentence: str, symbols: list[str]) -> None:
    assert [slip.found for slip in ask("VB-908", paper_of(sentence, day=date(2026, 4, 1)))] == symbols
