"""Pages as LibreOffice prints them, in millimetres. The numbers here are literals on purpose."""

from __future__ import annotations

import pytest

from tests.rendered import Page, Rendered, Renderer
from tests.writers.hand_made import document, paragraph
from tests.writers.plans import COLUMNS, plan, table
from vtdocs.documents import build_document
from vtdocs.model import Bang, CoQuan, KeHoach, NgayThang, NguoiKy, NhomNoiNhan, PhuLuc
from vtdocs.tree import Style
from vtdocs.writers.docx import render_docx, stock_template

pytestmark = pytest.mark.judge("libreoffice")

SENTENCE = "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức xã trong tổ chức thực hiện công tác này"


def body(items: int) -> str:
    lines = ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"]
    lines += [f"- {SENTENCE}; lần thứ {n}." for n in range(items)]
    return "\n".join(lines)


def pages(render: Renderer, document: KeHoach) -> tuple[Page, ...]:
    return render(render_docx(build_document(document), stock_template())).pages


@pytest.fixture(scope="module")
def long_plan(render: Renderer) -> Rendered:
    document = plan(
        body(30),
        trich_yeu=(
            "Tuyên truyền cải cách hành chính, nâng cao hiệu quả quản trị và hành chính công xã Vĩnh Thông năm 2026"
        ),
        can_cu=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
        ket_thuc=("Trên đây là Kế hoạch tuyên truyền.",),
        phu_luc=(PhuLuc((table(40),), "Các hoạt động trọng tâm"),),
    )
    return render(render_docx(build_document(document), stock_template()))


def near(value: float, wanted: float, by: float = 0.5) -> bool:
    return abs(value - wanted) <= by


def test_the_page_is_a4_with_the_margins_30_20_20_20(long_plan: Rendered) -> None:
    for page in long_plan.pages:
        assert near(page.width, 210)
        assert near(page.height, 297)
        lines = [line for line in page.lines(y0=18) if line.text]
        assert min(line.x0 for line in lines) >= 29.8
        assert max(line.x1 for line in lines) <= 190.2
        assert max(line.bottom for line in lines) <= 277.5
    text = [line for line in long_plan.pages[1].lines(y0=18) if line.text[0] != "-"]
    assert any(near(line.x0, 30) for line in text)
    assert any(near(line.x1, 190) for line in long_plan.pages[1].lines(y0=18))
    assert near(min(line.top for line in long_plan.pages[1].lines(y0=18)), 20, 3)


def test_only_one_family_of_times_metric_is_used(long_plan: Rendered) -> None:
    assert {font.split("-")[0] for font in long_plan.fonts} <= {"LiberationSerif", "TimesNewRoman"}


def test_the_national_heading_stands_right_and_the_office_left(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    nation = page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x0=92)
    motto = page.line("Độc lập - Tự do - Hạnh phúc", x0=92)
    office = page.line("ỦY BAN NHÂN DÂN", x1=92)
    place = page.line("XÃ VĨNH THÔNG", x1=92)
    assert nation.sizes == {13}
    assert motto.sizes == {14}
    assert office.sizes == place.sizes == {13}
    assert nation.bold
    assert motto.bold
    assert office.bold
    assert near(nation.width, 95.7, 1)
    assert near(nation.middle, 92 + 49)
    assert near(motto.middle, nation.middle)
    assert near(office.middle, 30 + 31)
    assert near(place.middle, office.middle)
    assert near(nation.baseline, office.baseline)


def test_the_line_under_the_motto_is_as_long_as_the_motto(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    motto = page.line("Độc lập - Tự do - Hạnh phúc", x0=92)
    rule = next(rule for rule in page.rules if rule.x0 > 92 and rule.y < 50)
    assert near(rule.width, motto.width)
    assert near(rule.middle, motto.middle)
    assert 0.3 < rule.y - motto.baseline < 3.5


def test_the_line_under_the_office_is_a_third_to_a_half_of_its_rows(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    rows = [page.line("ỦY BAN NHÂN DÂN", x1=92), page.line("XÃ VĨNH THÔNG", x1=92)]
    rule = next(rule for rule in page.rules if rule.x1 < 92 and rule.y < 50)
    for row in rows:
        assert row.width / 3 - 0.3 <= rule.width <= row.width / 2 + 0.3
        assert near(rule.middle, row.middle)
    assert 13 <= rule.width <= 19


def test_number_and_date_stand_on_one_row_with_blanks_of_real_width(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    number = page.line("/KH-UBND", x1=92)
    date = page.line("Vĩnh Thông, ngày", x0=92)
    assert near(number.baseline, date.baseline)
    assert number.sizes == {13}
    assert not number.italic
    assert date.sizes == {14}
    assert date.italic
    so, sign = number.words
    assert so.text == "Số:"
    assert 11 <= sign.x0 - so.x1 <= 14.5
    by_text = {word.text: word for word in date.words}
    assert 7.5 <= by_text["tháng"].x0 - by_text["ngày"].x1 <= 11.5
    assert 7.5 <= by_text["năm"].x0 - by_text["tháng"].x1 <= 11.5
    nation = page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x0=92)
    assert near(date.middle, nation.middle, 1)


def test_the_titles_are_centred_and_broken_by_sense(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    kind = page.line("KẾ HOẠCH")
    first = page.line("Tuyên truyền cải cách hành chính, nâng cao hiệu quả quản trị")
    second = page.line("và hành chính công xã Vĩnh Thông năm 2026")
    for line in (kind, first, second):
        assert line.bold
        assert line.sizes == {14}
        assert near(line.middle, 110)
    rule = next(rule for rule in page.rules if rule.y > second.baseline)
    assert near(rule.middle, 110)
    assert first.width / 3 - 0.3 <= rule.width <= second.width / 2 + 0.3
    assert second.baseline < rule.y < second.baseline + 3.5


def test_bases_are_italic_and_the_text_is_upright_with_its_first_line_in(long_plan: Rendered) -> None:
    page = long_plan.pages[0]
    basis = page.line("Căn cứ Luật Tổ chức")
    assert basis.italic
    assert near(basis.x0, 42.7)
    heading, title = page.line("I. MỤC ĐÍCH, YÊU CẦU"), page.line("1. Mục đích")
    assert heading.bold
    assert title.bold
    assert near(heading.x0, 42.7)
    assert near(title.x0, 42.7)
    dashes = [line for line in page.lines() if line.text.startswith("- Nâng cao")]
    assert dashes
    assert all(near(line.x0, 42.7) and not line.bold and not line.italic for line in dashes)
    assert all(line.sizes == {14} for line in dashes)


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_head(long_plan: Rendered) -> None:
    main = [page for page in long_plan.pages if "Phụ lục" not in page.text()]
    top = [page.lines(y1=18) for page in long_plan.pages]
    assert top[0] == []
    number = top[1][0]
    assert number.text == "2"
    assert near(number.middle, 110)
    assert number.sizes == {14}
    assert not number.bold
    assert 9.5 <= number.top <= 12  # the paragraph begins 10 mm from the edge
    assert len(main) >= 2


def test_an_appendix_counts_its_own_pages_and_repeats_the_head_of_its_table(long_plan: Rendered) -> None:
    start = next(n for n, page in enumerate(long_plan.pages) if page.lines() and page.lines()[0].text == "Phụ lục")
    first, second = long_plan.pages[start], long_plan.pages[start + 1]
    assert first.lines(y1=18) == []
    assert second.lines(y1=18)[0].text == "2"
    assert "CÁC HOẠT ĐỘNG TRỌNG TÂM" in first.text()
    for page in (first, second):
        head = page.line("STT")
        assert head.bold
        assert head.sizes == {13}


def test_the_table_stays_inside_the_margins_and_its_rows_are_whole(long_plan: Rendered) -> None:
    start = next(n for n, page in enumerate(long_plan.pages) if page.lines() and page.lines()[0].text == "Phụ lục")
    seen: list[str] = []
    for page in long_plan.pages[start:]:
        assert min(rule.x0 for rule in page.rules if rule.width > 100) >= 29.7
        assert max(rule.x1 for rule in page.rules if rule.width > 100) <= 190.3
        seen += [line.text for line in page.lines(x1=44) if line.text.isdigit() and line.top > 18]
        rows = sorted(rule.y for rule in page.rules if rule.width > 100)
        # The last thing on the page is the lower border of a row.
        assert max(line.bottom for line in page.lines(y0=18)) <= rows[-1] + 0.5
    assert seen == [str(n) for n in range(1, 41)]


def test_the_attached_line_is_italic_with_a_short_line_below(long_plan: Rendered) -> None:
    page = next(page for page in long_plan.pages if page.lines() and page.lines()[0].text == "Phụ lục")
    above = page.line("(Kèm theo Kế hoạch số")
    below = page.line("của Ủy ban nhân dân xã Vĩnh Thông)")
    assert above.italic
    assert below.italic
    assert above.sizes == below.sizes == {13}
    assert near(above.middle, 110)
    assert near(below.middle, 110)
    assert page.line("CÁC HOẠT ĐỘNG TRỌNG TÂM").bold
    rule = next(rule for rule in page.rules if rule.y > below.baseline)
    assert near(rule.width, 30)


@pytest.mark.parametrize("items", [8, 9, 10, 11, 12])
def test_the_signature_never_stands_alone_nor_is_torn(render: Renderer, items: int) -> None:
    signer = NguoiKy("Nguyễn Đức Chung", "PHÓ CHỦ TỊCH", ("KT. CHỦ TỊCH",))
    groups = (NhomNoiNhan(tuple(f"Cơ quan nhận văn bản số {n}" for n in range(1, 10))),)
    document = plan(body(items), nguoi_ky=signer, noi_nhan=groups, ket_thuc=("Trên đây là Kế hoạch.",))
    all_pages = pages(render, document)
    page = next(page for page in all_pages if "KT. CHỦ TỊCH" in page.text())
    lines = page.lines(y0=18)
    signature = page.line("KT. CHỦ TỊCH", x0=108)
    above = [line for line in lines if line.baseline < signature.baseline - 1]
    assert len(above) >= 2
    name = page.line("Nguyễn Đức Chung", x0=108)
    title = page.line("PHÓ CHỦ TỊCH", x0=108)
    assert 30 <= name.top - title.bottom <= 36
    label = page.line("Nơi nhận:", x1=108)
    assert near(label.top, signature.top, 1.5)
    assert label.sizes == {12}
    assert label.bold
    assert label.italic
    item = page.line("- Cơ quan nhận văn bản số 3;", x1=108)
    assert item.sizes == {11}
    assert near(item.x0, 30)
    assert near(label.x0, 30)
    assert page.line("- Lưu: VT.", x1=108).baseline > item.baseline
    assert page is all_pages[-1]


def test_a_long_name_of_an_office_wraps_and_nothing_leaves_its_column(render: Renderer) -> None:
    office = CoQuan(
        "Trung tâm Phục vụ hành chính công và Chuyển đổi số", "TTPVHCC", "Vĩnh Thông", (), "UBND xã Vĩnh Thông"
    )
    page = pages(render, plan(co_quan=office))[0]
    lines = page.lines(x1=92, y1=60)
    assert lines[0].text == "UBND XÃ VĨNH THÔNG"
    assert not lines[0].bold
    assert (
        "".join(line.text for line in lines[1:]).replace(" ", "").startswith("TRUNGTÂMPHỤCVỤHÀNHCHÍNHCÔNGVÀCHUYỂNĐỔISỐ")
    )
    assert all(line.x1 <= 92.5 for line in lines)
    assert page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x0=92).width > 90


def printed(all_pages: tuple[Page, ...]) -> str:
    return "".join("".join(line.text.split()) for page in all_pages for line in page.lines(y0=18))


@pytest.mark.parametrize("sentences", range(26, 36))
def test_no_word_of_a_row_about_as_high_as_a_page_is_lost(render: Renderer, sentences: int) -> None:
    long = " ".join(f"Tuyên truyền đến từng thôn, từng hộ gia đình về chuyển đổi số {n};" for n in range(sentences))
    rows = (*table(2).hang, ("3", long, "Phòng Văn hóa - Xã hội", "Các thôn", "Năm 2026"))
    all_pages = pages(render, plan(phu_luc=(PhuLuc((Bang(COLUMNS, rows),)),)))
    assert all(line.bottom <= 277.5 for page in all_pages for line in page.lines())
    # Words of neighbouring cells stand between the rows of a cell: count, do not compare.
    assert printed(all_pages).count("Tuyên") >= sentences
    assert all(f"{n};" in printed(all_pages) for n in range(sentences))


@pytest.mark.parametrize("count", [20, 26, 28, 40, 90])
def test_a_long_list_of_recipients_runs_on_below_the_signature(render: Renderer, count: int) -> None:
    names = tuple(f"Đảng ủy, Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc xã số {n}" for n in range(count))
    all_pages = pages(render, plan(body(4), noi_nhan=(NhomNoiNhan(names),)))
    text = printed(all_pages)
    assert all(f"xãsố{n};" in text for n in range(count))
    assert "-Lưu:VT." in text
    assert all(page.lines(y0=18) for page in all_pages)
    page = next(page for page in all_pages if "KT. CHỦ TỊCH" in page.text())
    signature = page.line("KT. CHỦ TỊCH", x0=108)
    assert len([line for line in page.lines(y0=18) if line.baseline < signature.baseline - 1]) >= 2
    assert page.line("Nguyễn Văn An", x0=108).top - page.line("PHÓ CHỦ TỊCH", x0=108).bottom >= 30


@pytest.mark.parametrize(("place", "size"), [("Vĩnh Thông", 14), ("Phường Điện Biên Phủ", 13)])
def test_a_long_place_takes_the_smaller_size_and_the_date_stays_on_its_row(
    render: Renderer, place: str, size: float
) -> None:
    office = CoQuan("Ủy ban nhân dân", "UBND", place)
    page = pages(render, plan(co_quan=office, ngay_ban_hanh=NgayThang(1, 12, 2026)))[0]
    line = page.line("ngày 01 tháng 12 năm 2026", x0=92)
    assert line.text == f"{place}, ngày 01 tháng 12 năm 2026"
    assert line.sizes == {size}
    assert line.italic


def test_a_place_too_long_for_its_row_breaks_before_the_date(render: Renderer) -> None:
    office = CoQuan("Ủy ban nhân dân", "UBND", "Thành phố Hồ Chí Minh")
    page = pages(render, plan(co_quan=office, ngay_ban_hanh=NgayThang(13, 12, 2026)))[0]
    assert page.line("ngày 13 tháng 12 năm 2026", x0=92).text == "ngày 13 tháng 12 năm 2026"


def test_no_page_holds_its_number_alone_wherever_the_signature_ends(render: Renderer) -> None:
    documents = []
    for items in range(12, 18):
        for recipients in range(8, 14):
            names = NhomNoiNhan(tuple(f"Cơ quan {n}" for n in range(recipients)))
            body_text = "I. A\n" + "\n".join("- x." for _ in range(items))
            document = plan(body_text, trich_yeu="Một", noi_nhan=(names,))
            documents.append(render_docx(build_document(document), stock_template()))
    for rendered in render.many(documents):
        assert all(page.lines(y0=18) for page in rendered.pages)


def test_the_addressees_of_a_letter_stand_off_its_summary(render: Renderer) -> None:
    letter = document(
        paragraph("Nội dung."),
        trich_yeu_cong_van=(paragraph("V/v tiếp nhận hồ sơ trực tuyến", style=Style.TRICH_YEU_CONG_VAN),),
        ten_loai=(),
        kinh_gui=(paragraph("Kính gửi: Các thôn", style=Style.KINH_GUI),),
    )
    page = render(render_docx(letter, stock_template())).pages[0]
    about, addressees = page.line("V/v tiếp nhận hồ sơ trực tuyến", x1=92), page.line("Kính gửi: Các thôn")
    # A row of 14 pt, and 18 pt between the two.
    assert near(addressees.baseline - about.baseline, 12.1, 0.7)
