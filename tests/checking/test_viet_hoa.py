"""Capitals: what the decree writes so, and nothing that it leaves open."""

from __future__ import annotations

import pytest

from tests.checking.sentences import ask, found, paper_of

_DIRECTIVE = (
    "Chỉ thị số 26/CT-TTg ngày 05 tháng 9 năm 2016 của Thủ tướng Chính phủ về việc tăng cường kỷ luật, kỷ cương trong "
    "các cơ quan hành chính nhà nước các cấp"
)

BROKEN = [
    ("ND30-701", "Thực hiện theo Điểm a Khoản 2 Điều 103.", ["Điểm a", "Khoản 2"]),
    ("ND30-701", "Căn cứ các Khoản 1, 2 và 3 Điều 5 của Quy chế.", ["Khoản 1"]),
    ("ND30-701", "Nội dung tại Điểm b, Khoản 3, Mục II.", ["Điểm b", "Khoản 3"]),
    ("ND30-701", "Đạt yêu cầu tại Điểm 1.2 khoản 3 Công văn.", ["Điểm 1.2"]),
    ("ND30-702", "Quy định tại khoản 2 điều 5 Luật Đất đai.", ["điều 5"]),
    ("ND30-702", "Quy định tại điểm a khoản 12, điều 5 về đất đai.", ["điều 5"]),
    ("ND30-702", "Thực hiện theo điều 12 Nghị định số 30/2020/NĐ-CP.", ["điều 12"]),
    ("ND30-702", "Thực hiện chương II Nghị định số 30/2020/NĐ-CP.", ["chương II"]),
    ("ND30-702", "Nội dung tại mục 3 Chương II.", ["mục 3"]),
    ("ND30-705", "Vận động nhân dân tham gia, phục vụ nhân dân tốt hơn.", ["phục vụ nhân dân"]),
    ("ND30-705", "Cán bộ và nhân dân trong xã cùng thực hiện.", ["và nhân dân"]),
    ("ND30-705", "Chủ trương của Đảng và nhà nước.", ["Đảng và nhà nước"]),
    ("ND30-706", "Trực Tết Nguyên Đán và Tết Trung Thu.", ["Tết Nguyên Đán", "Tết Trung Thu"]),
    ("ND30-705", "Thực hiện chính sách của nhà nước, của tỉnh.", ["của nhà nước"]),
    ("ND30-705", "Quản lý của nhà nước; quy định của nhà nước về đất đai.", ["của nhà nước", "của nhà nước"]),
    ("ND30-706", "Kế hoạch phục vụ tết nguyên đán.", ["tết nguyên đán"]),
    ("ND30-707", "Giao ban vào thứ hai hằng tuần.", ["thứ hai hằng tuần"]),
    ("ND30-707", "Làm việc cả sáng thứ bảy.", ["thứ bảy"]),
    ("ND30-707", "Nghỉ thứ bảy, Chủ nhật.", ["thứ bảy, Chủ nhật"]),
    ("ND30-707", "Hội xuân mở vào tháng giêng.", ["tháng giêng"]),
    ("ND30-707", "Báo cáo trước ngày 20 tháng chín.", ["tháng chín"]),
    ("ND30-707", "Giỗ Tổ vào mùng 10 tháng ba âm lịch, rằm tháng bảy.", ["tháng ba", "tháng bảy"]),
    ("ND30-707", "Lễ hội mở trong tháng hai âm lịch.", ["tháng hai"]),
    ("ND30-708", "Thực hiện nghị định số 30/2020/NĐ-CP.", ["nghị định số 30/2020/NĐ-CP"]),
    ("ND30-708", "Theo kế hoạch số 12/KH-UBND đã ban hành.", ["kế hoạch số 12/KH-UBND"]),
    ("ND30-711", "Đã hoàn thành kế hoạch. các thôn đều đạt.", ["các"]),
    ("ND30-713", "Chủ trương của đảng, Nhà nước.", ["đảng, Nhà nước"]),
    ("ND30-713", "Dưới sự lãnh đạo của đảng Cộng sản Việt Nam.", ["đảng Cộng sản Việt Nam"]),
    (
        "ND30-703",
        f"Thực hiện {_DIRECTIVE}, Chủ tịch Ủy ban Nhân dân tỉnh yêu cầu các sở:",
        ["Ủy ban Nhân dân"],
    ),
    (
        "ND30-703",
        f"Thực hiện {_DIRECTIVE}; Công văn số 12/SNV-CCHC ngày 06/01/2026, Ủy Ban nhân dân xã báo cáo Bộ nội vụ:",
        ["Ủy Ban nhân dân", "Bộ nội vụ"],
    ),
    ("ND30-703", "Tham mưu Ủy Ban Nhân Dân xã.", ["Ủy Ban Nhân Dân"]),
    ("ND30-703", "Trình Hội đồng Nhân dân xã, Uỷ ban Nhân dân xã.", ["Hội đồng Nhân dân", "Uỷ ban Nhân dân"]),
    ("ND30-703", "Hướng dẫn của Bộ tài chính, Sở nội vụ.", ["Bộ tài chính", "Sở nội vụ"]),
    ("ND30-704", "Trên địa bàn Tỉnh Thái Nguyên.", ["Tỉnh Thái Nguyên"]),
    ("ND30-704", "Nhân dân xã Vĩnh Thông; tại Xã Vĩnh Thông.", ["Xã Vĩnh Thông"]),
    ("ND30-704", "Làm việc tại Thành phố Hà Nội.", ["Thành phố Hà Nội"]),
    ("ND30-709", "Thực hiện Luật đất đai, Luật Tổ Chức Chính phủ.", ["Luật đất đai", "Luật Tổ Chức Chính phủ"]),
    ("ND30-709", "Thực hiện luật Đất đai.", ["luật Đất đai"]),
    ("ND30-709", "Theo Bộ luật hình sự.", ["Bộ luật hình sự"]),
    ("ND30-714", "Công tác tại thành phố Hồ Chí Minh.", ["thành phố Hồ Chí Minh"]),
    ("ND30-714", "Chương trình của Liên Hợp Quốc.", ["Liên Hợp Quốc"]),
    ("ND30-714", "Kỷ niệm Cách mạng tháng 8.", ["Cách mạng tháng 8"]),
]

CLEAN = [
    # 701
    "theo điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự",
    "Khoản 2 Điều 103 quy định như sau.",
    "a) Khoản 1 được sửa đổi.",
    "1. Khoản 2 Điều 5 được bãi bỏ.",
    "sửa đổi như sau: “Theo quy định tại Khoản 2 điều 5.”",
    "Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi Khoản 2 điều 5 Nghị định số 61/2018/NĐ-CP;",
    "Tổ chức bỏ phiếu tại Điểm trường, Điểm bưu điện văn hóa xã.",
    # 702
    "Ban hành 2 quyết định, điều 3 xe phục vụ.",
    "Có nhiều điều 1 người cần biết.",
    "Sửa đổi một số điều của Luật Đất đai.",
    "mục 3 của bảng, phần I đã xong",
    # 705
    "Ủy ban nhân dân, Hội đồng nhân dân, Tòa án nhân dân, Công an nhân dân và Quân đội nhân dân",
    "cải cách hành chính nhà nước; cơ quan nhà nước; ngân sách nhà nước; quản lý nhà nước",
    "Nhà nước của Nhân dân, do Nhân dân, vì Nhân dân",
    "chứng minh nhân dân; thế trận an ninh nhân dân; đồng nhân dân tệ; tình hữu nghị với nhân dân thế giới",
    "Hội đồng và Ủy ban nhân dân; lực lượng vũ trang nhân dân",
    "tài sản của nhà nước pháp quyền; ngân sách của nhà nước Việt Nam; tham mưu của cơ quan nhà nước, các tổ chức",
    # 706, 707
    "trước ngày 20 tháng Chín; mùng 10 tháng Ba âm lịch; ghi rõ ngày tháng năm sinh; ngày 05 tháng năm 2026",
    "họp mỗi tháng hai lần; sau ba tháng, hai tháng; ngày 20 tháng mười một; ngày 20 tháng 9",
    "tết Nguyên đán, tết Đoan ngọ, tết Trung thu, Tết Nguyên đán, nghỉ Tết",
    "thứ Hai, thứ Tư, tháng Năm, tháng Tám, Chủ nhật",
    "Lần thứ hai, đợt thứ ba, người thứ tư; ngày thứ hai của kỳ họp; thứ năm là hoàn thiện hồ sơ",
    "mỗi tháng hai lần; ngày, tháng, năm sinh; trong tháng năm 2026",
    # 708
    "Ban hành các quyết định số 12/QĐ-UBND, 13/QĐ-UBND.",
    "theo văn bản số 12/UBND-VX, công văn số 13/UBND-VX",
    "thông báo số điện thoại, quyết định số lượng, theo kế hoạch số hóa hồ sơ",
    # 711
    "UBND TP. Hà Nội, TT. Đảng ủy, tr. 5, v.v. và các nội dung khác.",
    "Truy cập trang vinhthong.thainguyen.gov.vn để xem. Các thôn báo cáo.",
    "Giá 1.500.000 đồng, tỷ lệ 1,5%, mục 1.1. nội dung",
    # 713
    "tổ chức đảng, đảng viên, cấp ủy đảng, công tác đảng vụ",
    # 703
    "Ủy ban nhân dân các cấp, UBND, ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG, ủy ban nhân dân",
    "Cán bộ Y tế thôn, nội bộ Công an xã, cán bộ tài chính; các bộ Tài chính, Nội vụ",
    "Uỷ ban nhân dân, Toà án nhân dân tối cao, Bộ Văn hoá, Thể thao và Du lịch",
    "“Ủy Ban Nhân Dân” là cách viết sai.",
    "Theo Kế hoạch số 5/KH-UBND ngày 05/01/2026 của UBND tỉnh về phối hợp giữa Sở Nội vụ, Sở tài chính và Công an;",
    "Kế hoạch số 5/KH-UBND ngày 05/01/2026 về việc các sở, Sở tài chính báo cáo kết quả.",
    # 704
    "Phường Điện Biên Phủ, Quận 1, tại Phường Điện Biên Phủ",
    "Xã hội hóa; Tỉnh ủy; Tỉnh đoàn; của Tỉnh Đoàn; Huyện ủy; Đảng ủy Xã.",
    "UBND các xã: Xã Vĩnh Thông, xã Phú Thông.",
    "tại Thành phố Hồ Chí Minh",
    # 709
    "pháp luật đất đai; luật đất đai; các đạo luật tổ chức Quốc hội; Luật Đất đai; LUẬT ĐẤT ĐAI",
    "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    # 714
    "Thủ đô Hà Nội, Thành phố Hồ Chí Minh, Liên hợp quốc, Cách mạng tháng Tám",
    "THÀNH PHỐ HỒ CHÍ MINH; Đoàn Thanh niên Cộng sản Hồ Chí Minh",
]
RULES = sorted({rule for rule, _, _ in BROKEN})


@pytest.mark.parametrize(("rule", "sentence", "words"), BROKEN)
def test_a_wrong_capital_is_found_at_its_place(rule: str, sentence: str, words: list[str]) -> None:
    assert found(rule, paper_of(sentence)) == words


@pytest.mark.parametrize("sentence", CLEAN)
def test_what_is_right_or_open_is_not_judged(sentence: str) -> None:
    assert [(rule, found(rule, paper_of(sentence))) for rule in RULES if ask(rule, paper_of(sentence))] == []


def test_one_fault_in_many_places_is_one_slip() -> None:
    (slip,) = ask("ND30-703", paper_of("Ủy Ban Nhân Dân xã.", "Báo cáo Ủy Ban Nhân Dân xã.", "Bộ tài chính."))
    assert len(slip.places) == 3
    assert slip.message == "“Ủy Ban Nhân Dân”, “Bộ tài chính”: tên cơ quan viết hoa chưa đúng"
    assert slip.hint == "viết: “Ủy ban nhân dân”, “Bộ Tài chính”"
    assert [place.paragraph for place in slip.places] == [1, 2, 3]


def test_a_name_in_the_subject_is_judged_too() -> None:
    paper = paper_of("Trực tết.", parts={"trich_yeu": ["Tổ chức đón Tết Nguyên Đán Bính Ngọ năm 2026"]})
    assert found("ND30-706", paper) == ["Tết Nguyên Đán"]
    clean = paper_of("Trực tết.", parts={"trich_yeu": ["Tổ chức đón Tết Nguyên đán Bính Ngọ năm 2026"]})
    assert ask("ND30-706", clean) == []


def test_a_line_that_begins_small_is_a_hint() -> None:
    paper = paper_of("- tham mưu tổ chức thực hiện.", "Các thôn báo cáo.", "a) phối hợp thực hiện.", "https://a.vn")
    (slip,) = ask("ND30-712", paper)
    assert [place.paragraph for place in slip.places] == [1, 3]
    assert slip.message == "2 đoạn bắt đầu bằng chữ thường: “tham”, “phối”"
