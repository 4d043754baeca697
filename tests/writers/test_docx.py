"""What stands in a Word file, whatever the plan says."""

from __future__ import annotations

import io
import pickle
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests import wellformed
from tests.docx_xml import W, paragraph_texts, parse, parts
from tests.judges import check_integrity, validate_sdk
from tests.writers.plans import COLUMNS, PLANS, RECIPIENTS, plan, table
from vtdocs.documents import build_document
from vtdocs.errors import WriteError
from vtdocs.model import Bang, KeHoach, NgayThang, NguoiKy, NhomNoiNhan, PhuLuc
from vtdocs.outline import parse_outline, walk_outline
from vtdocs.tree import Style
from vtdocs.writers.docx import is_untouched, render_docx, stock_template


def write(document: KeHoach) -> bytes:
    return render_docx(build_document(document), stock_template())


def body_of(data: bytes) -> etree._Element:
    return parse(parts(data)["word/document.xml"])


def texts_in(data: bytes, style: Style) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    ids = {s.style_id: s.name for s in document.styles}
    found = []
    for paragraph in body_of(data).iter(f"{{{W}}}p"):
        style_element = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        if style_element is not None and style_element.get(f"{{{W}}}val") == style:
            assert style in ids
            pieces = [
                "\n" if node.tag == f"{{{W}}}br" else node.text or ""
                for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br")
            ]
            found.append("".join(pieces))
    return found


def folded(text: str) -> str:
    return "".join(text.split())


# --- text ---------------------------------------------------------------------------------------------------------


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS)
def test_every_word_of_a_plan_is_in_its_file_in_order(document: KeHoach) -> None:
    data = write(document)
    assert wellformed.faults(data, text_may_hold_braces=True) == []
    whole = folded(" ".join(paragraph_texts(data)))
    position = 0
    expected = [
        *(part if isinstance(part, str) else part.full_text for part in document.mo_dau),
        *(
            node.full_text.upper() if node.marker and node.marker.value == "I." and not node.text else node.full_text
            for node in walk_outline(document.noi_dung)
        ),
        *(part if isinstance(part, str) else part.full_text for part in document.ket_thuc),
    ]
    for text in expected:
        words = folded(text)
        # The end mark takes the place of a last full stop, semicolon or comma.
        words = re.sub(r"[./;,]+$", "", words)
        found = whole.find(words, position)
        assert found >= 0, f"{text!r} is missing or out of place"
        position = found + len(words)
    for phu_luc in document.phu_luc:
        for row in phu_luc.bang[0].hang:
            for cell in row:
                assert folded(cell) in whole


def test_signs_that_xml_and_templates_use_come_through_as_text() -> None:
    strange = "A & B <c> \"d\" 'e' {{ so }} {% if %} {# x #} ]]> &amp; \\n ‘’"
    data = write(plan(f"- {strange}", trich_yeu=strange, phu_luc=(PhuLuc((table(1, strange),), strange),)))
    text = "\n".join(paragraph_texts(data))
    assert text.count(strange) >= 3
    assert strange.upper() in " ".join(text.split("\n"))


def test_characters_that_no_file_can_hold_are_refused_with_what_stands_before_them() -> None:
    with pytest.raises(WriteError, match="U\\+0007 sau “…- Nâng cao") as caught:
        write(plan("- Nâng cao\x07nhận thức"))
    assert caught.value.diagnostics[0].code == "VT-301"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trên đây là Kế hoạch", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch.", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch ./", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch./.", "Trên đây là Kế hoạch./."),
        ("thực hiện;", "thực hiện./."),
        ("đất đai, môi trường...", "đất đai, môi trường..../."),
        ("tỷ lệ 24/24", "tỷ lệ 24/24./."),
        ("- Một. /.", "- Một./."),
        ("hoạch /.", "hoạch./."),
        ("hoạch./ .", "hoạch./."),
        ("hoạch./..", "hoạch./."),
        ("“hoạch./.”", "“hoạch./.”"),
        ("tại https://vinhthong.gov.vn/", "tại https://vinhthong.gov.vn/./."),
        ("v.v.", "v.v../."),
    ],
)
def test_the_text_ends_with_its_end_mark_once(typed: str, printed: str) -> None:
    assert texts_in(write(plan(ket_thuc=(typed,))), Style.NOI_DUNG)[-1] == printed


def test_without_a_closing_the_last_line_of_the_body_carries_the_end_mark() -> None:
    assert texts_in(write(plan("I. A\n- một;\n- hai.")), Style.GACH) == ["- một;", "- hai./."]


def test_bases_stand_one_a_line_with_their_signs() -> None:
    data = write(plan(can_cu=("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Nghị định số 30/2020/NĐ-CP;")))
    assert texts_in(data, Style.CAN_CU) == [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP.",
    ]


def test_a_basis_keeps_the_full_stops_of_its_words() -> None:
    data = write(plan(can_cu=("Căn cứ A, B, v.v.", "Căn cứ C ...", "Căn cứ D, v.v.")))
    assert texts_in(data, Style.CAN_CU) == ["Căn cứ A, B, v.v.;", "Căn cứ C ...;", "Căn cứ D, v.v."]


def test_recipients_stand_in_their_groups_and_the_archive_line_is_last() -> None:
    from vtdocs.model import Luu

    data = write(
        plan(
            noi_nhan=(
                NhomNoiNhan(("Sở Nội vụ (B/c)",), "Gửi bản điện tử"),
                NhomNoiNhan(("Các thôn",), "Gửi bản giấy:"),
            ),
            luu=Luu(("VHXH", "KT"), 2, "PL", 300),
        )
    )
    assert texts_in(data, Style.NOI_NHAN) == ["Nơi nhận:"]
    assert texts_in(data, Style.NOI_NHAN_MUC) == [
        "Gửi bản điện tử:",
        "- Sở Nội vụ (B/c);",
        "Gửi bản giấy:",
        "- Các thôn;",
        "- Lưu: VT, VHXH, KT (2). PL.(300)",
    ]


def test_a_signer_has_none_to_three_capacity_lines_and_perhaps_a_second_title() -> None:
    signer = NguoiKy("Trần Văn B", "Phó Trưởng ban", ("TM. Ban Chỉ đạo",), "Phó Chủ tịch UBND xã")
    data = write(plan(nguoi_ky=signer))
    assert texts_in(data, Style.QUYEN_HAN_CHUC_VU) == ["TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"]
    assert texts_in(data, Style.CHUC_VU_KHAC) == ["PHÓ CHỦ TỊCH UBND XÃ"]
    assert texts_in(data, Style.HO_TEN) == ["Trần Văn B"]


# --- blanks -------------------------------------------------------------------------------------------------------


def controls(data: bytes) -> list[tuple[str, str]]:
    found = []
    for control in body_of(data).iter(f"{{{W}}}sdt"):
        tag = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        assert tag is not None
        found.append((tag.get(f"{{{W}}}val") or "", "".join(t.text or "" for t in control.iter(f"{{{W}}}t"))))
    return found


def test_blanks_are_content_controls_in_the_head_and_in_the_appendix() -> None:
    data = write(plan(phu_luc=(PhuLuc((table(1),)),)))
    tags = [tag for tag, _text in controls(data)]
    assert tags == ["so", "ngay", "thang", "nam"] * 2
    for tag, text in controls(data):
        assert text == "2026" if tag == "nam" else set(text) == {" "} and len(text) > 3


def test_given_numbers_and_dates_stand_in_the_controls_with_their_zeros() -> None:
    data = write(plan(so=5, ngay_ban_hanh=NgayThang(5, 1, 2026), phu_luc=(PhuLuc((table(1),)),)))
    assert controls(data) == [("so", "05"), ("ngay", "05"), ("thang", "01"), ("nam", "2026")] * 2
    assert texts_in(data, Style.SO_KY_HIEU) == ["Số: 05/KH-UBND"]
    assert texts_in(data, Style.DIA_DANH_THOI_GIAN) == ["Vĩnh Thông, ngày 05 tháng 01 năm 2026"]


# --- appendices ---------------------------------------------------------------------------------------------------


def test_a_lone_appendix_carries_no_number_and_two_carry_roman_ones() -> None:
    one, two = PhuLuc((table(1),), "Một"), PhuLuc((table(1),), "Hai")
    assert texts_in(write(plan(phu_luc=(one,))), Style.PHU_LUC) == ["Phụ lục"]
    assert texts_in(write(plan(phu_luc=(one, two))), Style.PHU_LUC) == ["Phụ lục I", "Phụ lục II"]


def test_the_line_of_an_appendix_agrees_with_the_main_document() -> None:
    data = write(plan(so=12, ngay_ban_hanh=NgayThang(5, 4, 2026), phu_luc=(PhuLuc((table(1),)),)))
    assert texts_in(data, Style.KEM_THEO) == [
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 4 năm 2026\ncủa Ủy ban nhân dân xã Vĩnh Thông)"
    ]


def test_the_authors_words_stand_where_they_ask_for_it() -> None:
    line = "(Kèm theo Kế hoạch số   /KH-UBND ngày   /  /2026 của Chủ tịch UBND xã)"
    data = write(plan(phu_luc=(PhuLuc((table(1),), "Các hoạt động", "PHỤ LỤC", line),)))
    assert texts_in(data, Style.PHU_LUC) == ["PHỤ LỤC"]
    assert [text.replace("\n", " ") for text in texts_in(data, Style.KEM_THEO)] == [line]


def test_each_appendix_is_a_section_with_page_numbers_of_its_own() -> None:
    data = write(plan(phu_luc=(PhuLuc((table(1),)), PhuLuc((table(1),)))))
    sections = docx.Document(io.BytesIO(data)).sections
    assert len(sections) == 3
    for section in sections:
        assert section.different_first_page_header_footer
        number = section._sectPr.find(f"{{{W}}}pgNumType")
        assert number is not None
        assert number.get(f"{{{W}}}start") == "1"
        assert round(section.left_margin.mm) == 30  # type: ignore[union-attr]
        assert round(section.page_height.mm) == 297  # type: ignore[union-attr]


def test_table_rows_never_break_and_the_head_repeats() -> None:
    tables = body_of(write(plan(phu_luc=(PhuLuc((table(5),)),)))).findall(f".//{{{W}}}tbl")
    rows = tables[-1].findall(f"{{{W}}}tr")
    assert len(rows) == 6
    assert all(row.find(f"{{{W}}}trPr/{{{W}}}cantSplit") is not None for row in rows)
    assert [row.find(f"{{{W}}}trPr/{{{W}}}tblHeader") is not None for row in rows] == [True] + [False] * 5


def cells_of(data: bytes) -> list[list[list[str]]]:
    """The texts of every ruled table, by row and column."""
    ruled = [
        tbl
        for tbl in body_of(data).iter(f"{{{W}}}tbl")
        if tbl.find(f"{{{W}}}tblPr/{{{W}}}tblStyle").get(f"{{{W}}}val") == "BangSoLieu"  # type: ignore[union-attr]
    ]
    return [
        [
            [
                "\n".join("".join(t.text or "" for t in p.iter(f"{{{W}}}t")) for p in cell.iter(f"{{{W}}}p"))
                for cell in row
            ]
            for row in ([cell for cell in tr if cell.tag == f"{{{W}}}tc"] for tr in tbl.iter(f"{{{W}}}tr"))
        ]
        for tbl in ruled
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS)
def test_every_cell_stands_in_its_row_and_column(document: KeHoach) -> None:
    expected = [
        [[cot.ten for cot in phu_luc.bang[0].cot], *(list(row) for row in phu_luc.bang[0].hang)]
        for phu_luc in document.phu_luc
    ]
    assert cells_of(write(document)) == expected


def test_equal_rows_are_all_printed() -> None:
    row = ("1", "Một", "Hai", "Ba", "Bốn")
    bang = Bang(COLUMNS, (row, row, row))
    assert cells_of(write(plan(phu_luc=(PhuLuc((bang,)),))))[0][1:] == [list(row)] * 3


def test_each_appendix_has_its_own_title() -> None:
    data = write(plan(phu_luc=(PhuLuc((table(1),), "Một"), PhuLuc((table(1),), "Hai"))))
    assert texts_in(data, Style.TEN_PHU_LUC) == ["MỘT", "HAI"]


def test_cells_are_as_wide_as_their_grid_and_the_table_as_the_text() -> None:
    tbl = body_of(write(plan(phu_luc=(PhuLuc((table(3),)),)))).findall(f".//{{{W}}}tbl")[-1]
    grid = [int(column.get(f"{{{W}}}w") or 0) for column in tbl.iter(f"{{{W}}}gridCol")]
    assert sum(grid) == 11906 - 1701 - 1134  # A4 less 30 and 20 mm, in twips
    for row in tbl.iter(f"{{{W}}}tr"):
        assert [int(cell.get(f"{{{W}}}w") or 0) for cell in row.iter(f"{{{W}}}tcW")] == grid


# --- form ---------------------------------------------------------------------------------------------------------


def test_styles_have_vietnamese_names_and_the_levels_that_navigation_shows() -> None:
    document = docx.Document(io.BytesIO(write(plan())))
    levels = {}
    for style in document.styles:
        level = style.element.find(f"{{{W}}}pPr/{{{W}}}outlineLvl")
        if level is not None:
            levels[style.name] = int(level.get(f"{{{W}}}val"))
    assert levels == {
        "Phần và chương: tiêu đề": 0,
        "Điều": 1,
        "Mục (I.)": 0,
        "Mục (I.) liền lời văn": 0,
        "Khoản có tiêu đề (1.)": 1,
        "Tiểu khoản có tiêu đề (1.1.)": 2,
        "Tiểu khoản có tiêu đề (1.1.1.)": 3,
        "Tiểu khoản có tiêu đề (1.1.1.1.)": 4,
        "Điểm có tiêu đề (a)": 5,
        "Phụ lục": 0,
    }


def test_one_font_stands_in_all_four_channels_and_the_language_is_vietnamese() -> None:
    styles = parts(write(plan()))["word/styles.xml"].decode()
    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    expected = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"'
        ' w:cs="Times New Roman"/>'
    )
    assert fonts == [expected]
    assert re.findall(r"<w:lang [^>]*>", styles) == ['<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>']


def test_properties_come_from_the_data() -> None:
    document = docx.Document(io.BytesIO(write(plan(so=3, ngay_ban_hanh=NgayThang(5, 1, 2026)))))
    properties = document.core_properties
    assert properties.title == "Kế hoạch Tuyên truyền cải cách hành chính năm 2026"
    assert properties.author == "Ủy ban nhân dân xã Vĩnh Thông"
    assert properties.language == "vi-VN"
    assert str(properties.created)[:10] == "2026-01-05"


def test_the_last_rows_of_text_stay_with_the_signature() -> None:
    data = write(plan("- một dòng ngắn.\n- hai.\n- ba.", ket_thuc=("Trên đây.",)))
    kept = [p.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for p in body_of(data)[0].iter(f"{{{W}}}p")]
    texts = paragraph_texts(data)
    marked = [text for text, keep in zip(texts, kept, strict=True) if keep]
    assert marked == ["- ba.", "Trên đây./."]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Ủy ban nhân dân xã Vĩnh Thông", "ỦY BAN NHÂN DÂN\nXÃ VĨNH THÔNG"),
        ("Hội đồng nhân dân phường Điện Biên Phủ", "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG ĐIỆN BIÊN PHỦ"),
        ("Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA - XÃ HỘI"),
    ],
)
def test_the_name_of_the_office_breaks_where_people_break_it(name: str, rows: str) -> None:
    from vtdocs.model import CoQuan

    assert texts_in(write(plan(co_quan=CoQuan(name, "X", "Y"))), Style.CO_QUAN_BAN_HANH) == [rows]


def test_the_body_above_stands_over_the_office() -> None:
    from vtdocs.model import CoQuan

    office = CoQuan("Phòng Văn hóa - Xã hội", "VHXH", "Vĩnh Thông", (), "UBND xã Vĩnh Thông")
    data = write(plan(co_quan=office))
    assert texts_in(data, Style.CO_QUAN_CHU_QUAN) == ["UBND XÃ VĨNH THÔNG"]
    assert texts_in(data, Style.SO_KY_HIEU)[0].endswith("/KH-VHXH")


# --- bytes --------------------------------------------------------------------------------------------------------


def test_the_same_plan_gives_the_same_bytes_and_a_pickled_template_too() -> None:
    document = plan(phu_luc=(PhuLuc((table(30),)),))
    again = render_docx(build_document(document), pickle.loads(pickle.dumps(stock_template())))
    assert write(document) == write(document) == again


def test_a_file_knows_whether_it_was_edited() -> None:
    data = write(plan())
    assert is_untouched(data)
    assert not is_untouched(b"")
    assert not is_untouched(data[: len(data) // 2])
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(edited, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                content = content.replace(b"Tuy", b"tuy", 1)
            target.writestr(info.filename, content)
    assert not is_untouched(edited.getvalue())


def test_a_file_saved_by_another_program_counts_as_edited() -> None:
    document = docx.Document(io.BytesIO(write(plan())))
    document.paragraphs[0].add_run(" x")
    saved = io.BytesIO()
    document.save(saved)
    assert not is_untouched(saved.getvalue())


# --- judges -------------------------------------------------------------------------------------------------------


@pytest.mark.judge("sdk", "integrity")
def test_sixty_plans_of_every_shape_are_valid(tmp_path: Path) -> None:
    files: list[Path] = []

    @settings(max_examples=60, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    @given(PLANS)
    def collect(document: KeHoach) -> None:
        files.append(tmp_path / f"{len(files)}.docx")
        files[-1].write_bytes(write(document))

    collect()
    assert len(files) >= 60
    assert validate_sdk(files) == []
    # That judge takes most of a second a file: it gets one in six.
    assert [finding for file in files[::6] for finding in check_integrity(file)] == []


@settings(max_examples=20)
@given(st.integers(1, 3000))
def test_a_long_table_is_written_whole(rows: int) -> None:
    data = write(plan(noi_nhan=RECIPIENTS, phu_luc=(PhuLuc((table(rows),)),)))
    assert parts(data)["word/document.xml"].count(b"<w:tr>") == rows + 1 + 3


def test_an_outline_is_never_numbered_anew() -> None:
    body = "I. A\n3. b\n1. c\n1. d\nV. E\n- x."
    nodes = parse_outline(body)[0]
    printed = [text.split(" ")[0] for text in paragraph_texts(write(plan(noi_dung=nodes)))]
    assert [mark for mark in printed if re.fullmatch(r"([IV]+|\d+)\.", mark)] == ["I.", "3.", "1.", "1.", "V."]
