"""What is told of a template that does not keep the contract: code, place, words, and what to do."""

from __future__ import annotations

import pickle

import pytest

from tests.bounded import ends
from tests.templates.restyled import DOCUMENT, HEADER, STYLES, changed, edited, read_part
from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import TemplateError
from vtdocs.writers.docx import compile_template, is_free, missing_marks, read_template, stock_file
from vtdocs.writers.docx.contract import SLOTS
from vtdocs.writers.docx.recognising import names_slots

NUMBER = '<w:t xml:space="preserve">/{{ ky_hieu }}</w:t>'
TITLE = "<w:p><w:r><w:t>{{p ten_loai }}</w:t></w:r></w:p>"
BODY = "<w:p><w:r><w:t>{{p noi_dung }}</w:t></w:r></w:p>"
APPENDICES = "<w:p><w:r><w:t>{{p phu_luc }}</w:t></w:r></w:p>"
LETTER = "<w:p><w:r><w:t>{{p kinh_gui }}</w:t></w:r></w:p>"


def faults(*changes: tuple[str, str], part: str = DOCUMENT) -> list[Diagnostic]:
    with pytest.raises(TemplateError) as caught:
        compile_template(changed({part: list(changes)}), "mau.docx")
    return list(caught.value.diagnostics)


def one(*changes: tuple[str, str], part: str = DOCUMENT) -> Diagnostic:
    found = faults(*changes, part=part)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def told(fault: Diagnostic) -> tuple[str, str, str]:
    return fault.code, str(fault.location), fault.message


def warnings(*changes: tuple[str, str], part: str = DOCUMENT) -> list[tuple[str, str]]:
    template = compile_template(changed({part: list(changes)}), "mau.docx", judged=True)
    return [(d.code, d.message) for d in template.warnings]


def test_faults_are_told_in_the_order_of_the_text() -> None:
    found = faults(
        ("{{p nguoi_ky }}", "{{p nguoi_ki }}"), ("{{ so }}", "{{ soo }}"), ("{{p ten_loai }}", "{{p ten_lai }}")
    )
    assert [str(fault.location) for fault in found] == [
        "mau.docx!word/document.xml!bảng 1, hàng 2, ô 1, đoạn 1",
        "mau.docx!word/document.xml!đoạn 1",
        "mau.docx!word/document.xml!bảng 2, hàng 1, ô 2, đoạn 1",
    ]


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code", "message", "hint"),
    [
        ("{{ kyhieu }}", "VT-403", "không có thẻ nào tên “kyhieu”: “{{ kyhieu }}”",
         "có phải ý là {{ ky_hieu }}? Các thẻ có: {{ so }}, {{ ky_hieu }}"),
        ("{{ Ký hiệu }}", "VT-403", "không có thẻ nào tên “Ký hiệu”: “{{ Ký hiệu }}”",
         "có phải ý là {{ ky_hieu }}? Các thẻ có: {{ so }}, {{ ky_hieu }}"),
        ("{{p ky_hieu }}", "VT-403", "“ky_hieu” là một thẻ chứ không phải chỗ điền: “{{p ky_hieu }}”",
         "viết {{ ky_hieu }}, ở giữa dòng chữ cũng được"),
        ("{{ ky_hieu|upper }}", "VT-409", "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính: “{{ ky_hieu|upper }}”",
         None),
        ("{% if so %}", "VT-409", "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính: “{% if so %}”", None),
        ("{{ a.b }}", "VT-409", "mẫu văn bản không có câu lệnh, bộ lọc hay thuộc tính: “{{ a.b }}”", None),
    ],
)  # fmt: skip
def test_a_wrong_tag_is_told_with_its_place_and_what_it_may_mean(
    typed: str, code: str, message: str, hint: str | None
) -> None:
    fault = next(f for f in faults(("{{ ky_hieu }}", typed)) if f.code == code)
    place = "mau.docx!word/document.xml!bảng 1, hàng 2, ô 1, đoạn 1"
    assert told(fault) == (code, place, message)
    assert hint is None or fault.hint == hint


def test_a_slot_written_as_a_tag_and_one_that_does_not_exist_are_told_together() -> None:
    found = faults(
        ("{{p ten_loai }}", "{{ ten_loai }}"), ("{{p noi_dung }}", "{{p noidung }}"), ("{{p kinh_gui }}", "x")
    )
    assert [told(fault) for fault in found] == [
        ("VT-404", "mau.docx", "tệp mẫu thiếu “{{p kinh_gui }}”"),
        (
            "VT-403",
            "mau.docx!word/document.xml!đoạn 1",
            "“ten_loai” là một chỗ điền chứ không phải thẻ: “{{ ten_loai }}”",
        ),
        ("VT-403", "mau.docx!word/document.xml!đoạn 3", "không có chỗ điền nào tên “noidung”: “{{p noidung }}”"),
    ]
    assert found[2].hint is not None
    assert found[2].hint.startswith("có phải ý là {{p noi_dung }}? Các chỗ điền có: {{p co_quan }}, ")


def test_a_slot_that_stands_twice_is_told() -> None:
    fault = one((TITLE, TITLE + TITLE))
    assert told(fault) == (
        "VT-404",
        "mau.docx!word/document.xml!đoạn 2",
        "chỗ điền này có hai lần trong tệp mẫu: “{{p ten_loai }}”",
    )


# --- tags that Word has torn ----------------------------------------------------------------------------------------


BOOKMARKED = (
    '{{ so</w:t></w:r><w:bookmarkStart w:id="9" w:name="x"/><w:r><w:rPr><w:lang w:val="en-US"/><w:noProof/></w:rPr>'
    '<w:t xml:space="preserve"> }</w:t></w:r><w:bookmarkEnd w:id="9"/><w:r><w:t>}'
)


@pytest.mark.parametrize(
    "torn",
    [
        "{{ </w:t></w:r><w:r><w:t>so }}",
        '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t>{ s</w:t></w:r><w:r><w:t>o }}',
        BOOKMARKED,
        "{{ so</w:t><w:tab/><w:t>}}",
    ],
)
def test_a_tag_over_runs_that_look_alike_is_one(torn: str) -> None:
    template = compile_template(changed({DOCUMENT: [("{{ so }}", torn)]}))
    stock = compile_template(stock_file())
    assert [c for c in template.chunks if not isinstance(c, str)] == [c for c in stock.chunks if not isinstance(c, str)]
    assert "".join(c for c in template.chunks if isinstance(c, str)).count("{") == 0


def test_a_slot_over_runs_of_any_look_is_one_for_its_paragraph_goes() -> None:
    torn = "<w:p><w:r><w:t>{{p ten</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>_loai }}</w:t></w:r></w:p>"
    assert compile_template(changed({DOCUMENT: [(TITLE, torn)]})).chunks == compile_template(stock_file()).chunks


def test_a_tag_whose_letters_look_different_is_told() -> None:
    fault = one(("{{ so }}", "{{ s</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>o }}"))
    assert told(fault) == (
        "VT-406",
        "mau.docx!word/document.xml!bảng 1, hàng 2, ô 1, đoạn 1",
        "các chữ trong một thẻ khác kiểu chữ nhau: “{{ so }}”",
    )


def test_a_tag_over_two_paragraphs_is_told_at_both() -> None:
    found = faults((TITLE, "<w:p><w:r><w:t>Đây {{p ten_</w:t></w:r></w:p><w:p><w:r><w:t>loai }}</w:t></w:r></w:p>"))
    assert [told(f)[:2] for f in found] == [
        ("VT-404", "mau.docx"),
        ("VT-406", "mau.docx!word/document.xml!đoạn 1"),
        ("VT-406", "mau.docx!word/document.xml!đoạn 2"),
    ]
    assert found[1].message.endswith("ở “Đây {{p ten_”")


# --- places ---------------------------------------------------------------------------------------------------------

WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
BOX = f"<w:p><w:r><w:pict><w:txbxContent {WPS}>{LETTER}</w:txbxContent></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        ([("{{p kinh_gui }}", "Kính: {{p kinh_gui }}")], "VT-407", "đoạn 2", "chỗ điền không đứng một mình trong đoạn"),
        ([("{{p kinh_gui }}</w:t>", '{{p kinh_gui }}</w:t><w:br w:type="page"/>')], "VT-407", "đoạn 2",
         "chỗ điền không đứng một mình trong đoạn"),
        ([(LETTER, BOX)], "VT-407", "đoạn 2, hộp chữ, đoạn 1", "chỗ điền nằm trong hộp chữ (text box)"),
        ([(LETTER, f"<w:sdt><w:sdtContent>{LETTER}</w:sdtContent></w:sdt>")], "VT-407", "đoạn 1",
         "chỗ điền nằm trong điều khiển nội dung (content control)"),
        ([(APPENDICES, APPENDICES + "<w:p><w:r><w:t>x</w:t></w:r></w:p>")], "VT-407", "đoạn 4",
         "chỗ điền này không đứng cuối tệp mẫu"),
        ([(BODY, ""), ("{{p noi_nhan }}</w:t></w:r></w:p>", "{{p noi_nhan }}</w:t></w:r></w:p>" + BODY)], "VT-407",
         "bảng 2, hàng 1, ô 1, đoạn 2", "chỗ điền này không được nằm trong bảng"),
        ([("<w:r><w:t>{{p kinh_gui }}</w:t></w:r>",
           '<w:ins w:id="1" w:author="A"><w:r><w:t>{{p kinh_gui }}</w:t></w:r></w:ins>')], "VT-408", "đoạn 2",
         "nằm trong phần sửa đổi đang chờ duyệt"),
    ],
)  # fmt: skip
def test_a_slot_in_a_wrong_place_is_told(changes: list[tuple[str, str]], code: str, place: str, message: str) -> None:
    fault = one(*changes)
    assert (fault.code, str(fault.location)) == (code, f"mau.docx!word/document.xml!{place}")
    assert fault.message.startswith(message)
    assert fault.hint


def test_slots_and_wrong_names_in_headers_are_told_with_the_part() -> None:
    number = '<w:fldSimple w:instr=" PAGE ">'
    found = faults((number, f"<w:r><w:t>{{{{ so_hieu }}}} {{{{p kinh_gui }}}}</w:t></w:r>{number}"), part=HEADER)
    assert {(f.code, str(f.location)) for f in found} == {
        ("VT-403", "mau.docx!word/header1.xml!đoạn 1"),
        ("VT-404", "mau.docx!word/header1.xml!đoạn 1"),
    }


def test_a_tag_in_a_note_is_told_with_the_part_and_one_in_a_box_is_filled() -> None:
    variable = '<w:docVars><w:docVar w:name="a" w:val="{{ so }}"/></w:docVars><w:zoom'
    notes = changed({"word/settings.xml": [("<w:zoom", variable)]})
    with pytest.raises(TemplateError) as caught:
        compile_template(notes, "mau.docx")
    assert [(d.code, str(d.location)) for d in caught.value.diagnostics] == [("VT-407", "mau.docx!word/settings.xml")]
    box = BOX.replace("{{p kinh_gui }}", "Số {{ so }}")
    template = compile_template(changed({DOCUMENT: [(LETTER, LETTER + box)]}))
    assert [getattr(chunk, "name", "") for chunk in template.chunks].count("so") == 2


def test_a_tag_in_a_picture_s_description_is_told() -> None:
    tip = '<w:hyperlink w:anchor="a" w:tooltip="{{ so }}"/>'
    fault = one((LETTER, LETTER + f"<w:p>{tip}</w:p>"))
    assert (fault.code, str(fault.location)) == ("VT-407", "mau.docx!word/document.xml")


def test_a_deleted_tag_that_waits_for_somebody_is_told() -> None:
    gone = '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>{{ so }}</w:delText></w:r></w:del></w:p>'
    assert one((LETTER, LETTER + gone)).code == "VT-408"
    assert warnings((LETTER, LETTER + gone.replace("{{ so }}", "cũ"))) == [
        ("VT-408", "tệp mẫu còn phần sửa đổi đang chờ duyệt")
    ]


def test_a_section_break_is_told() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    fault = one((LETTER, LETTER + section))
    assert (fault.code, str(fault.location)) == ("VT-410", "mau.docx!word/document.xml!đoạn 3")


def test_empty_paragraphs_behind_the_last_slot_are_nothing() -> None:
    empty = '<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id="1" w:name="a"/></w:p>'
    template = compile_template(changed({DOCUMENT: [(APPENDICES, APPENDICES + empty + empty)]}))
    assert template.chunks == compile_template(stock_file()).chunks


def test_a_cell_too_narrow_for_a_slot_is_told() -> None:
    found = faults(('<w:tcW w:w="5556" w:type="dxa"/>', '<w:tcW w:w="567" w:type="dxa"/>'))
    assert [(fault.code, fault.message) for fault in found] == [
        ("VT-410", "chỗ cho {{p quoc_hieu }} chỉ rộng 10 mm"),
        ("VT-410", "chỗ cho {{p dia_danh_thoi_gian }} chỉ rộng 10 mm"),
    ]


# --- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "before", "after", "code"),
    [
        ("[Content_Types].xml", "document.main+xml", "template.main+xml", "VT-402"),
        (DOCUMENT, "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main",
         "VT-402"),
        (DOCUMENT, '<w:pgSz w:w="11906" w:h="16838"/>', "", "VT-410"),
        (DOCUMENT, 'w:left="1701"', 'w:left="11000"', "VT-410"),
        (DOCUMENT, "<w:sectPr>", "<w:sectPrX>", "VT-402"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_template_is_told_alone(part: str, before: str, after: str, code: str) -> None:
    assert one((before, after), part=part).code == code


def test_a_core_style_that_is_missing_and_one_of_another_kind_are_told_by_their_names() -> None:
    found = faults(
        ('w:styleId="TrichYeu"><w:name w:val="Trích yếu"/>', 'w:styleId="Khac"><w:name w:val="Khác"/>'),
        (
            'w:type="paragraph" w:customStyle="1" w:styleId="Hinh"',
            'w:type="character" w:customStyle="1" w:styleId="Hinh"',
        ),
        part=STYLES,
    )
    assert [told(f) for f in found] == [
        (
            "VT-405",
            "mau.docx!word/styles.xml",
            "tệp mẫu thiếu kiểu “Trích yếu” (TrichYeu), hoặc kiểu này không đúng loại",
        ),
        ("VT-405", "mau.docx!word/styles.xml", "tệp mẫu thiếu kiểu “Hình” (Hinh), hoặc kiểu này không đúng loại"),
    ]


def test_the_many_faults_of_a_hostile_file_are_told_in_bounded_time_and_number() -> None:
    bad = "<w:p><w:r><w:t>{{ x.y }} {{p kinh_gui }} {{</w:t></w:r></w:p>"
    with ends():
        found = faults((LETTER, bad * 20_000))
    assert len(found) == 101
    assert sum("lỗi nữa" in fault.message for fault in found) == 1


def test_one_paragraph_of_many_tags_takes_its_time_and_no_more() -> None:
    runs = "<w:r><w:t>{{ s</w:t></w:r><w:r><w:t>o }}</w:t></w:r>"
    with ends():
        template = compile_template(changed({DOCUMENT: [(LETTER, f"{LETTER}<w:p>{runs * 20_000}</w:p>")]}))
    assert sum(getattr(chunk, "name", "") == "so" for chunk in template.chunks) == 20_001


def test_comments_and_instructions_of_a_stranger_are_no_cuts() -> None:
    data = changed({DOCUMENT: [("<w:body>", "<w:body><!-- <?vtdocs 0?> --><?vtdocs 0?>")]})
    assert compile_template(data).chunks == compile_template(stock_file()).chunks


def test_a_tag_written_as_text_is_text() -> None:
    data = changed({DOCUMENT: [(LETTER, f"{LETTER}<w:p><w:r><w:t>&lt;?vtdocs 0?&gt; {'{ a }'}</w:t></w:r></w:p>")]})
    assert "&lt;?vtdocs 0?&gt; { a }" in "".join(c for c in compile_template(data).chunks if isinstance(c, str))


# --- warnings -------------------------------------------------------------------------------------------------------


def test_the_stock_template_has_no_warning() -> None:
    assert compile_template(stock_file(), judged=True).warnings == ()


@pytest.mark.parametrize(
    ("part", "before", "after", "message"),
    [
        (DOCUMENT, 'w:left="1701"', 'w:left="1134"', "lề trái là 20.0 mm, quy định 30 - 35 mm"),
        (DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "khổ giấy rộng là 215.9 mm, quy định 210 mm"),
        (DOCUMENT, "<w:titlePg/>", "", "trang đầu của văn bản và của phụ lục hiện số trang"),
        (HEADER, "PAGE", "DATE", "tệp mẫu không có số trang"),
        (STYLES, 'w:ascii="Times New Roman"', 'w:ascii="Arial"',
         "phông Arial không phải Times New Roman; chỗ ngắt dòng và độ rộng cột đo theo nó sẽ không đúng"),
        (STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="24"/>', "cỡ chữ của lời văn là 12, quy định 13 - 14"),
    ],
)  # fmt: skip
def test_what_leaves_the_decree_is_a_warning_with_its_article(part: str, before: str, after: str, message: str) -> None:
    template = compile_template(changed({part: [(before, after)]}), judged=True)
    found = {d.message: d for d in template.warnings}
    assert message in found
    assert found[message].code == "VT-413"
    assert str(found[message].source).startswith("30/2020/NĐ-CP, Phụ lục I")


def test_tables_over_the_margin_and_letters_that_are_not_measured_are_warned_of() -> None:
    narrow = compile_template(changed({DOCUMENT: [('w:right="1134"', 'w:right="1304"')]}), "mau.docx", judged=True)
    assert [str(d.location) for d in narrow.warnings if d.code == "VT-415"] == [
        "mau.docx!word/document.xml!bảng 1",
        "mau.docx!word/document.xml!bảng 2",
    ]
    spread = ('w:styleId="TenLoai"><w:name w:val="Tên loại"/>', 'w:styleId="TenLoai"><w:name w:val="Tên loại"/>')
    styles = read_part(stock_file(), STYLES)
    start = styles.index("<w:rPr>", styles.index(spread[0]))
    style = styles[styles.index(spread[0]) : start + len("<w:rPr>")]
    assert warnings((style, f'{style}<w:spacing w:val="20"/>'), part=STYLES) == [
        ("VT-414", "kiểu TenLoai có chữ in hoa, co giãn hay giãn cách chữ, là những thứ vtdocs không đo")
    ]


# --- which kind of template -----------------------------------------------------------------------------------------


def read(data: bytes) -> dict[str, bytes]:
    parts = read_template(data)
    assert parts is not None
    return parts


def test_a_free_template_is_known_by_its_lack_of_slots() -> None:
    empty = read(edited(lambda document: document.element.body.clear_content()))
    assert names_slots(read(stock_file())) == tuple(SLOTS)
    assert names_slots(empty) == ()
    assert missing_marks(read(changed({DOCUMENT: [("{{p kinh_gui }}", "x"), ("{{ so }}", "5")]}))) == (
        "{{ so }}",
        "{{p kinh_gui }}",
    )
    assert [is_free(parts) for parts in (read(stock_file()), empty, {"a.txt": b"x"})] == [False, True, False]
    assert read_template(b"PK") is None


def test_one_slot_alone_is_a_value_of_that_name_and_two_are_a_template_of_documents() -> None:
    def with_slots(*names: str) -> dict[str, bytes]:
        def write(document: object) -> None:
            document.element.body.clear_content()  # type: ignore[attr-defined]
            for name in names:
                document.add_paragraph(f"{{{{p {name} }}}}")  # type: ignore[attr-defined]

        return read(edited(write))

    assert [is_free(with_slots("noi_dung")), is_free(with_slots("noi_dung", "nguoi_ky"))] == [True, False]


def test_the_error_itself_travels_between_processes() -> None:
    with pytest.raises(TemplateError) as caught:
        compile_template(b"", "mau.docx")
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics


@pytest.mark.parametrize("opened", ["{% ", "{# ", "{{ ", "}} ", f"{{{{ a{' ' * 50}|"])
def test_braces_that_never_close_are_told_in_bounded_time(opened: str) -> None:
    with ends():
        found = faults((LETTER, f"{LETTER}<w:p><w:r><w:t>{opened * 50_000}</w:t></w:r></w:p>"))
    assert [fault.code for fault in found] == ["VT-406"]
