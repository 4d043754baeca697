"""Papers of rarer kinds and makes: text boxes, covers, what looks like a component and is none."""

from __future__ import annotations

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.checking.papers import ISSUER, MOTTO, TEXT, Sheet, fill, item_list, words
from vtdocs.checking.paper import Regime

NUMBER, DATE = "Số: 12/KH-UBND", "Vĩnh Thông, ngày 05 tháng 01 năm 2026"
NAME = "Tuyên truyền cải cách hành chính năm 2026"


def test_a_stamp_in_a_text_box() -> None:
    paper = Sheet().head().box(("DỰ THẢO",), 30).title().body().sign().read()
    assert words(paper, "du_thao", "ten_loai", "trich_yeu") == {
        "du_thao": ("DỰ THẢO",),
        "ten_loai": ("KẾ HOẠCH",),
        "trich_yeu": (NAME,),
    }
    assert paper.unsure == ()


def test_a_head_in_text_boxes() -> None:
    paper = Sheet().box((*ISSUER, NUMBER), 20).box((*MOTTO, DATE), 110).title().body().sign().read()
    assert words(paper, "quoc_hieu", "co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian", "trich_yeu") == {
        "quoc_hieu": MOTTO[:1],
        "co_quan_ban_hanh": ISSUER,
        "so_ky_hieu": (NUMBER,),
        "dia_danh_thoi_gian": (DATE,),
        "trich_yeu": (NAME,),
    }
    assert (paper.unsure, paper.absent) == ((), frozenset())


def test_the_words_of_a_digital_signature_are_no_number() -> None:
    stamp = "Số: 12; ngày 05/01/2026; giờ: 08 phút: 15 giây: 20"
    paper = Sheet().box((stamp,), 120).head().title().body().sign().read()
    assert words(paper, "so_ky_hieu") == {"so_ky_hieu": (NUMBER,)}
    assert paper.unsure == ()


def test_a_stamp_in_the_header() -> None:
    sheet = Sheet().head().title().body().sign()
    sheet.docx.sections[0].header.paragraphs[0].add_run("DỰ THẢO LẦN 2")
    assert words(sheet.read(), "du_thao") == {"du_thao": ("DỰ THẢO LẦN 2",)}


def test_a_cover_is_left_out() -> None:
    sheet = Sheet().centre(*ISSUER, "ĐỀ ÁN", "CHUYỂN ĐỔI SỐ", "Vĩnh Thông, tháng 01 năm 2026")
    sheet.docx.add_section(WD_SECTION.NEW_PAGE)
    paper = sheet.head((*ISSUER, "Số: 12/ĐA-UBND")).title("ĐỀ ÁN", "Chuyển đổi số").body().sign().read()
    assert words(paper, "ten_loai", "trich_yeu", "co_quan_ban_hanh") == {
        "ten_loai": ("ĐỀ ÁN",),
        "trich_yeu": ("Chuyển đổi số",),
        "co_quan_ban_hanh": ISSUER,
    }
    assert (paper.unsure, paper.absent) == ((), frozenset())


def test_a_register_with_a_column_of_recipients_is_no_signature() -> None:
    rows = ((("Số, ký hiệu",), ("Nơi nhận",)), (("01/KH-UBND",), ("Các thôn",)))
    paper = Sheet().head().title().body(TEXT[:4]).grid(*rows, borders=True).body(TEXT[4:]).sign().read()
    assert len(item_list(paper)) == len(TEXT)
    assert [table.index for table in paper.data_tables] == [1]
    assert words(paper, "ho_ten") == {"ho_ten": ("Nguyễn Văn An",)}


def test_a_list_of_members_is_no_signature() -> None:
    texts = ("TRƯỞNG BAN CHỈ ĐẠO", "Nguyễn Văn An", "I. NHIỆM VỤ", "1. Trưởng ban chỉ đạo chung.", "2. Các ủy viên./.")
    paper = Sheet().head().title().body(texts).sign().read()
    assert len(item_list(paper)) == 5
    assert [[line.text for line in signer.chuc_vu] for signer in paper.signers] == [["PHÓ CHỦ TỊCH"]]


def test_an_urgent_telegram() -> None:
    sheet = Sheet().head((*ISSUER, "Số: 03/CĐ-UBND")).title("CÔNG ĐIỆN", "Về việc phòng, chống rét")
    sheet.line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH THÔNG điện:").paragraph_format.left_indent = None
    sheet.lines(("- Các phòng;", "- Các thôn."))
    paper = sheet.body(TEXT[-1:]).sign().read()
    assert paper.loai is not None
    assert paper.loai.key == "cong_dien"
    assert [role for role, _mark, _text in item_list(paper)] == ["MO_DAU", "TEXT", "TEXT", "TEXT"]
    assert (paper.absent, paper.unsure) == (frozenset(), ())


def test_an_invitation() -> None:
    sheet = Sheet().head((*ISSUER, "Số: 03/GM-UBND")).title("GIẤY MỜI", "Họp Ban Chỉ đạo")
    sheet.body(
        ("Ủy ban nhân dân xã trân trọng kính mời: Các thôn", "Thời gian: 8 giờ 00 phút.", "Địa điểm: Hội trường./.")
    )
    paper = sheet.sign().read()
    assert words(paper, "trich_yeu", "kinh_gui") == {"trich_yeu": ("Họp Ban Chỉ đạo",)}
    assert len(item_list(paper)) == 3
    assert (paper.absent, paper.unsure) == (frozenset(), ())


def test_a_letter_of_introduction_says_not_what_it_is_about() -> None:
    sheet = Sheet().head((*ISSUER, "Số: 03/GGT-UBND")).centre("GIẤY GIỚI THIỆU")
    sheet.body(
        (
            "Ủy ban nhân dân xã trân trọng giới thiệu:",
            "Ông (bà): Nguyễn Văn An",
            "Chức vụ: Văn thư",
            "Giấy này có giá trị đến hết ngày 31 tháng 01 năm 2026./.",
        )
    )
    paper = sheet.sign().read()
    assert words(paper, "trich_yeu") == {}
    assert len(item_list(paper)) == 4
    assert paper.absent == frozenset()


def test_a_copy_below_its_source() -> None:
    sheet = Sheet().head().title().body().sign()
    sheet.grid(((*ISSUER, "Số: 05/SY-UBND"), ("SAO Y", DATE)))
    sheet.grid((("Nơi nhận:", "- Lưu: VT."), ("CHỦ TỊCH", "", "Nguyễn Văn An")))
    paper = sheet.read()
    assert words(paper, "chuc_vu", "so_ky_hieu") == {"chuc_vu": ("PHÓ CHỦ TỊCH",), "so_ky_hieu": (NUMBER,)}
    assert len(paper.unsure) == 1
    assert paper.unsure[0].endswith("là phần sao văn bản, không được kiểm tra")


def test_a_text_that_is_issued_with_another_in_a_file_of_its_own() -> None:
    sheet = Sheet().grid((ISSUER, MOTTO)).centre("QUY CHẾ", "Tiếp công dân")
    sheet.line("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)", align="centre")
    paper = sheet.body(("Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc tiếp công dân./.")).read()
    assert paper.regime is Regime.ND30
    assert words(paper, "ten_loai", "trich_yeu", "kem_theo") == {
        "ten_loai": ("QUY CHẾ",),
        "trich_yeu": ("Tiếp công dân",),
        "kem_theo": ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)",),
    }
    assert paper.absent == frozenset()


def test_an_appendix_in_a_file_of_its_own() -> None:
    paper = Sheet().centre("Phụ lục II", "DANH SÁCH").body(("1. Thôn Nà Lẹng.", "2. Thôn Nà Cà.")).read()
    assert paper.regime is Regime.UNKNOWN
    assert [(each.number, each.parts["phu_luc_tieu_de"].text) for each in paper.phu_luc] == [("II", "DANH SÁCH")]
    assert paper.parts == {}
    assert item_list(paper, 1) == [("TEXT", "1.", "1. Thôn Nà Lẹng."), ("TEXT", "2.", "2. Thôn Nà Cà.")]


def test_the_text_of_a_digital_signature_is_no_title() -> None:
    lines = ("CHỦ TỊCH", "Người ký: Ủy ban nhân dân xã", "Thời gian ký: 05/01/2026 08:15:20", "", "Nguyễn Văn An")
    paper = Sheet().head().title().body().sign(right=lines).read()
    assert words(paper, "chuc_vu", "ho_ten") == {"chuc_vu": ("CHỦ TỊCH",), "ho_ten": ("Nguyễn Văn An",)}
    assert paper.unsure == ()


def test_automatic_numbers_are_marks() -> None:
    sheet = Sheet().head().title()
    for text in ("Mục đích", "Yêu cầu"):
        sheet.docx.add_paragraph(text, style="List Number")
    sheet.docx.add_paragraph("Nâng cao nhận thức.", style="List Bullet")
    paper = sheet.sign().read()
    assert [(item.marker and item.marker.name, item.number, item.order) for item in paper.items] == [
        ("KHOAN", "1.", 1),
        ("KHOAN", "2.", 2),
        ("GACH", paper.items[2].line.paragraph.label, None),
    ]


def test_an_empty_file_is_no_paper() -> None:
    paper = Sheet().read()
    assert (paper.regime, paper.items, paper.parts) == (Regime.UNKNOWN, (), {})


def test_a_resolution_names_council_and_session() -> None:
    sheet = Sheet().head(("HỘI ĐỒNG NHÂN DÂN", "XÃ VĨNH THÔNG", "Số: 12/NQ-HĐND"))
    sheet.centre("NGHỊ QUYẾT", "Về dự toán ngân sách năm 2026")
    sheet.centre("HỘI ĐỒNG NHÂN DÂN XÃ VĨNH THÔNG", "KHÓA II, KỲ HỌP THỨ 5")
    sheet.body(
        (
            "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025;",
            "Xét Tờ trình số 10/TTr-UBND ngày 01 tháng 12 năm 2025 của Ủy ban nhân dân xã; Báo cáo thẩm tra của Ban.",
        )
    )
    paper = (
        sheet.centre("QUYẾT NGHỊ:").body(("Điều 1. Thông qua dự toán.", "Điều 2. Tổ chức thực hiện./.")).sign().read()
    )
    assert [role for role, _mark, _text in item_list(paper)] == [
        "LOI",
        "LOI",
        "CAN_CU",
        "CAN_CU",
        "LOI",
        "TEXT",
        "TEXT",
    ]
    assert words(paper, "trich_yeu", "co_quan_ban_hanh") == {
        "trich_yeu": ("Về dự toán ngân sách năm 2026",),
        "co_quan_ban_hanh": ("HỘI ĐỒNG NHÂN DÂN", "XÃ VĨNH THÔNG"),
    }


def test_titles_and_dates_in_the_wrong_form_are_still_found() -> None:
    head = ((*ISSUER, NUMBER), ("CỘNG HÒA XHCN VIỆT NAM", MOTTO[1], "Vĩnh Thông, tháng 01 năm 2026"))
    sheet = Sheet().grid(head, widths=(70, 95)).title().body()
    paper = sheet.sign(right=("Kt. Chủ tịch", "Phó Chủ tịch", "", "Nguyễn Văn An")).read()
    assert words(paper, "quoc_hieu", "dia_danh_thoi_gian", "quyen_han", "chuc_vu", "ho_ten") == {
        "quoc_hieu": ("CỘNG HÒA XHCN VIỆT NAM",),
        "dia_danh_thoi_gian": ("Vĩnh Thông, tháng 01 năm 2026",),
        "quyen_han": ("Kt. Chủ tịch",),
        "chuc_vu": ("Phó Chủ tịch",),
        "ho_ten": ("Nguyễn Văn An",),
    }
    assert (paper.is_draft, paper.unsure, paper.absent) == (True, (), frozenset())


def test_a_heading_that_says_appendix_is_none() -> None:
    texts = (*TEXT[:-1], "PHỤ LỤC", "Danh mục phụ lục gửi kèm bằng thư điện tử./.")
    paper = Sheet().head().title().body(texts).sign().read()
    assert paper.phu_luc == ()
    assert words(paper, "ho_ten") == {"ho_ten": ("Nguyễn Văn An",)}


def test_a_table_right_below_the_head_is_not_of_it() -> None:
    rows = ((("STT",), ("Đơn vị",)), (("1",), ("Phòng Kinh tế",)))
    paper = Sheet().head().grid(*rows, borders=True).body(TEXT[1:]).sign().read()
    assert (paper.head_tables, [table.index for table in paper.data_tables]) == ((0,), [1])
    assert (paper.unsure, paper.absent) == ((), frozenset({"ten_loai"}))


def test_a_subject_without_its_sign_on_two_lines() -> None:
    paper = Sheet().head((*ISSUER, "Số: 12/UBND-VP", "Về việc tăng cường công tác", "tuyên truyền")).read()
    assert words(paper, "trich_yeu_cong_van") == {
        "trich_yeu_cong_van": ("Về việc tăng cường công tác", "tuyên truyền"),
    }


def test_a_title_in_the_table_of_the_head() -> None:
    sheet = Sheet().grid((ISSUER, MOTTO), ((NUMBER,), (DATE,)), ((), ()), widths=(70, 95))
    row = sheet.docx.tables[0].rows[2]
    fill(row.cells[0].merge(row.cells[1]), ("KẾ HOẠCH", NAME))
    paper = sheet.body().sign().read()
    assert words(paper, "ten_loai", "trich_yeu", "co_quan_ban_hanh") == {
        "ten_loai": ("KẾ HOẠCH",),
        "trich_yeu": (NAME,),
        "co_quan_ban_hanh": ISSUER,
    }
    assert item_list(paper)[0][0] == "MO_DAU"
    assert (paper.unsure, paper.absent) == ((), frozenset())


def test_a_whole_paper_in_one_cell() -> None:
    sheet = Sheet()
    cell = sheet.docx.add_table(1, 1).rows[0].cells[0]
    head = cell.add_table(1, 2).rows[0].cells
    fill(head[0], (*ISSUER, NUMBER))
    fill(head[1], (*MOTTO, DATE))
    for text in ("KẾ HOẠCH", NAME):
        cell.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in TEXT:
        cell.add_paragraph(text)
    sign = cell.add_table(1, 2).rows[0].cells
    fill(sign[0], ("Nơi nhận:", "- Các thôn;", "- Lưu: VT."))
    fill(sign[1], ("CHỦ TỊCH", "", "Nguyễn Văn An"))
    paper = sheet.read()
    assert (paper.unsure, paper.absent) == ((), frozenset())
    assert words(paper, "trich_yeu", "ho_ten") == {"trich_yeu": (NAME,), "ho_ten": ("Nguyễn Văn An",)}
    assert len(item_list(paper)) == len(TEXT)


def test_what_a_letter_is_about_in_a_row_of_its_own() -> None:
    sheet = Sheet().grid((ISSUER, MOTTO), (("Số: 12/UBND-VP",), (DATE,)), (("V/v tăng cường", "công tác"), ("",)))
    paper = sheet.body(("Kính gửi: Các thôn", *TEXT)).sign().read()
    assert words(paper, "trich_yeu_cong_van") == {"trich_yeu_cong_van": ("V/v tăng cường", "công tác")}
    assert (paper.unsure, paper.absent) == ((), frozenset())
