"""The judges themselves: each names a fault that is there, and keeps silent on a sound document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests import docx_xml, judges, wellformed
from tests.rendered import Renderer

TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = f'<Relationship Id="rId1" Type="{KIND}/officeDocument" Target="word/document.xml"/>'
STYLES_REL = f'<Relationship Id="rId1" Type="{KIND}/styles" Target="styles.xml"/>'
STYLES = f"""<w:styles xmlns:w="{docx_xml.W}">
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>
<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Than"/></w:style></w:styles>"""

PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="Than"/></w:pPr><w:r><w:t>Kế hoạch năm 2026</w:t></w:r></w:p>'
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
CELL = '<w:tc><w:tcPr><w:tcW w:w="2268" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
EDGE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="4536" w:type="dxa"/><w:tblBorders>'
    + "".join(EDGE.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="2268"/><w:gridCol w:w="2268"/></w:tblGrid>'
    f"<w:tr>{CELL.format('ô trái')}{CELL.format('ô phải')}</w:tr></w:tbl>"
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    ' w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
BODY = PARAGRAPH + FIELD + TABLE + PARAGRAPH + SECTION


def document(body: str = BODY, **changes: str | None) -> bytes:
    """A small sound .docx; `changes` replace a part by its key below, None leaves it out."""
    contents: dict[str, tuple[str, str | None]] = {
        "types": ("[Content_Types].xml", TYPES),
        "package": ("_rels/.rels", RELATIONSHIPS.format(MAIN)),
        "document": (
            "word/document.xml",
            f'<w:document xmlns:w="{docx_xml.W}"><w:body>{body}</w:body></w:document>',
        ),
        "relationships": ("word/_rels/document.xml.rels", RELATIONSHIPS.format(STYLES_REL)),
        "styles": ("word/styles.xml", STYLES),
        "extra": ("word/extra.bin", None),
    }
    for key, content in changes.items():
        contents[key] = (contents[key][0], content)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.values():
            if content is not None:
                package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def test_a_sound_document_has_no_fault() -> None:
    assert wellformed.faults(document()) == []


UNBALANCED = FIELD.replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
IN_TABLE = TABLE.replace("<w:p><w:r><w:t>ô trái</w:t></w:r></w:p>", "")
DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r></w:p>'
)
CONTROL = f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{PARAGRAPH}</w:sdtContent></w:sdt>'
BROKEN = {
    "bare text 'rơi' in w:p": document("<w:p>rơi</w:p>" + BODY),
    "bare text 'rơi' after w:r": document("<w:p><w:r/>rơi</w:p>" + BODY),
    "field(s) without an end": document(UNBALANCED + BODY),
    "field end without a begin": document('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' + BODY),
    "left-over template tag": document("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ so }}</w:t></w:r></w:p>" + BODY),
    "no paragraph style Than": document(styles=STYLES.replace('styleId="Than"', 'styleId="Khac"')),
    "a cell ends with w:tcPr": document(IN_TABLE + BODY),
    "fills 2 of 1 grid columns": document(TABLE.replace('<w:gridCol w:w="2268"/>', "", 1) + BODY),
    "a cell of 2268 twips on grid columns of 99": document(
        TABLE.replace('gridCol w:w="2268"', 'gridCol w:w="99"', 1) + BODY
    ),
    "wp:docPr id 1 stands 2 times": document(DRAWING * 2 + BODY),
    "w:sdt id 7 stands 2 times": document(CONTROL * 2 + BODY),
    "bookmark starts": document('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>' + BODY),
    "does not end with w:sectPr": document(PARAGRAPH),
    "no content type": document(extra="x"),
    "nothing refers to this part": document(extra="x"),
    "leads to word/styles.xml, which is not there": document(styles=None),
    "names word/document.xml, which is not there": document(document=None),
    "is no relationship of the part": document(
        f'<w:p><w:hyperlink xmlns:r="{KIND}" r:id="rId9"/></w:p>' + BODY,
    ),
    "word/styles.xml: ": document(styles="<w:styles"),
    "holds a document type": document(styles="<!DOCTYPE a [<!ENTITY b 'c'>]>" + STYLES),
    "path of a machine": document(styles=STYLES.replace('val="Than"', 'val="C:\\a"')),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_each_fault_is_named(fault: str) -> None:
    assert [found for found in wellformed.faults(BROKEN[fault]) if fault in found]


def test_a_clock_and_a_repeated_member_are_named() -> None:
    file = io.BytesIO(document())
    with zipfile.ZipFile(file, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(zipfile.ZipInfo("word/styles.xml", (2026, 1, 2, 3, 4, 6)), STYLES)
    found = wellformed.faults(file.getvalue())
    assert "word/styles.xml: 2 members of this name" in found
    assert any("dated (2026" in fault for fault in found)


def test_text_of_a_plan_may_hold_braces_when_the_test_says_so() -> None:
    braces = document("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>" + BODY)
    assert wellformed.faults(braces, text_may_hold_braces=True) == []


def test_paragraphs_are_read_in_order_with_their_tabs_and_breaks() -> None:
    inside = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>'
        "<w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> d</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    texts = docx_xml.paragraph_texts(document(inside + CONTROL + TABLE + SECTION))
    assert texts == ["a\tb\nc d", "Kế hoạch năm 2026", "ô trái", "ô phải"]


def test_normalised_xml_is_one_element_a_line_with_sorted_attributes() -> None:
    xml = (
        f'<w:p xmlns:w="{docx_xml.W}" w:rsidR="1" w:b="2" w:a="&lt;"><w:r>'
        '<w:t xml:space="preserve"> x &amp; </w:t></w:r></w:p>'
    )
    assert docx_xml.normalise(xml.encode()) == (
        f'<w:p xmlns:w="{docx_xml.W}" w:a="&lt;" w:b="2">\n'
        "  <w:r>\n"
        '    <w:t xml:space="preserve"> x &amp; </w:t>\n'
        "  </w:r>\n"
        "</w:p>\n"
    )


@pytest.mark.judge("sdk")
def test_the_sdk_names_a_strange_element_and_a_file_that_is_none(tmp_path: Path) -> None:
    contents = {"tốt": document(), "lạ": document("<w:p><w:la/></w:p>" + BODY), "rác": b"PK"}
    paths = [tmp_path / f"{name}.docx" for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    found = judges.validate_sdk(paths)
    assert [finding.split()[0] for finding in found] == ["lạ.docx", "rác.docx"]
    assert "w:document[1]/w:body[1]/w:p[1]" in found[0]


@pytest.mark.judge("integrity")
def test_ooxml_integrity_names_a_style_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document())
    assert judges.check_integrity(path) == []
    path.write_bytes(document(styles=STYLES.replace('styleId="Than"', 'styleId="Khac"')))
    assert any("Than" in finding for finding in judges.check_integrity(path))


@pytest.mark.judge("libreoffice")
def test_a_rendered_page_is_measured_in_millimetres(render: Renderer) -> None:
    rendered = render(document())
    (page,) = rendered.pages
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.1)
    first = page.lines()[0]
    assert first.text == "Kế hoạch năm 2026"
    assert first.x0 == pytest.approx(30, abs=0.5)
    assert first.top == pytest.approx(20, abs=0.5)
    assert first.sizes == {14.0}
    assert not first.bold
    assert rendered.fonts == {"LiberationSerif"}
    # Two cells side by side are one line, and two once they are cropped.
    assert "ô trái ô phải" in page.text()
    assert page.line("ô phải", x0=70).text == "ô phải"
    # The table's own left edge stands out by the padding of its first cell, 1.9 mm.
    assert [(round(rule.width), round(rule.x0)) for rule in page.rules] == [(80, 28), (80, 28)]
    assert [round(rule.x) for rule in page.upright_rules] == [28, 68, 108]
    assert page.rules[0].thickness == pytest.approx(0.18, abs=0.05)


@pytest.mark.judge("libreoffice")
def test_a_file_that_libreoffice_cannot_open_is_an_error_and_the_others_are_converted(tmp_path: Path) -> None:
    good, bad = tmp_path / "tốt.docx", tmp_path / "hỏng.docx"
    good.write_bytes(document())
    bad.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(judges.JudgeFailedError, match=r"hỏng\.docx"):
        judges.to_pdf([bad, good], tmp_path)
    assert (tmp_path / "tốt.pdf").exists()
