"""What stands beside a tag that takes the place of its paragraph, cell or row is told when the template is compiled."""

from __future__ import annotations

import pytest

from tests.docx_xml import parts
from tests.filling.makers import body, cell, fill, par, row, run, table, template, text
from tests.filling.papers import zipped
from vtdocs.errors import TemplateError
from vtdocs.filling import compile_form

NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
PICTURE = "<w:r><w:drawing><wp:inline><wp:extent/></wp:inline></w:drawing></w:r>"
FIELD = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
SECTION = "<w:pPr><w:sectPr/></w:pPr>"
END = "{%p endif %}"


def told(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(TemplateError) as caught:
        compile_form(data)
    return [(fault.code, fault.message.partition(" đứng chung ")[0]) for fault in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("inner", "lost"),
    [
        (["Danh sách: {%p if x %}", END], ["chữ “Danh sách:”"]),
        (["{%p if x %}", "a", "{%p endif %} &amp; hết"], ["chữ “& hết”"]),
        (["Trước {{p x }} sau"], ["chữ “Trước sau”"]),
        (["{#p ghi chú #} sau"], ["chữ “sau”"]),
        (["{#p ghi chú #}{{ x }}"], ["thẻ “{{ x }}”"]),
        ([par("{%p if x %}", NOTE), END], ["chú thích cuối trang"]),
        ([par("{%p if x %}", BREAK), END], ["ngắt trang"]),
        ([par("{%p if x %}", PICTURE), END], ["hình"]),
        ([par("{%p if x %}", FIELD), END], ["trường PAGE"]),
        ([par("{%p if x %}", properties=SECTION), END], ["ngắt phần (section break)"]),
        ([par("a", "{%p if x %}", NOTE, BREAK), END], ["chữ “a”, chú thích cuối trang, ngắt trang"]),
        (
            [table(2, row("STT {%tr for i in x %}", "Tên"), row("{{ i }}", ""), row("{%tr endfor %}", "Cộng"))],
            ["chữ “STT Tên”", "chữ “Cộng”"],
        ),
        ([table(2, row("{%tc for i in x %}a", "{%tc endfor %}"))], ["chữ “a”"]),
        ([table(2, row("{#tr ghi chú #}", "lời"))], ["chữ “lời”"]),
    ],
)
def test_what_would_be_lost_is_told(inner: list[str], lost: list[str]) -> None:
    assert told(template(*inner)) == [("VT-452", one) for one in lost]


def test_tags_of_a_table_inside_such_a_row_are_told() -> None:
    nested = table(1, row("{%tr for j in i %}"), row("{{ j }}"), row("{%tr endfor %}"))
    data = template(table(2, row("{%tr for i in x %}", cell(nested, par(""))), row("{%tr endfor %}", "")))
    lost = ["thẻ “{%tr for j in i %}”", "thẻ “{{ j }}”", "thẻ “{%tr endfor %}”"]
    assert told(data) == [("VT-452", one) for one in lost]


def test_what_no_reader_would_miss_goes_without_a_word() -> None:
    empty = (
        '<w:r/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/>'
        "<w:r><w:lastRenderedPageBreak/><w:tab/></w:r><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>"
    )
    data = template(par("{%p if x %}", empty, run(" ")), "a", END)
    assert text(fill(data, x=1)) == ["a"]


def test_a_note_in_the_middle_of_a_tag_stays_behind_it() -> None:
    assert "footnoteReference" in body(fill(template(par(run("a {"), NOTE, run("{ x }}"))), x="v"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("word/charts/chart1.xml", "biểu đồ có thẻ “{{ ten }}”, ở đó không điền được"),
        ("word/diagrams/data1.xml", "sơ đồ SmartArt có thẻ “{{ ten }}”, ở đó không điền được"),
    ],
)
def test_a_tag_that_nothing_fills_is_told(name: str, said: str) -> None:
    chart = b"<c:chart xmlns:c='c' xmlns:a='a'><a:t>Theo {{ t</a:t><a:t>en }}</a:t></c:chart>"
    with pytest.raises(TemplateError) as caught:
        compile_form(zipped({**parts(template("{{ x }}")), name: chart}))
    assert [(fault.code, fault.message) for fault in caught.value.diagnostics] == [("VT-452", said)]
