"""The first page keeps its words when its number is hidden, and a head that is made narrower keeps its rows."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.checking.editing import drop_line, letters
from tests.checking.mutating import NS, Docx, W, clean, w
from tests.mending.mended import changed, findings, mend, part, parts, words

SHORT = "examples/mau/to-trinh.yaml"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_WORDS = '<w:r><w:t xml:space="preserve">Tài liệu nội bộ</w:t></w:r>'
_HEADERS = {
    "a paragraph of its own": f'<w:p>{_WORDS}</w:p><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_FIELD}</w:p>',
    "behind a tab": f"<w:p>{_WORDS}<w:r><w:tab/></w:r>{_FIELD}</w:p>",
}


def _with_header(blocks: str) -> bytes:
    """A paper whose every page shows these blocks above its text."""
    docx = clean(SHORT)
    docx.parts["word/header1.xml"] = f'<w:hdr xmlns:w="{NS["w"]}">{blocks}</w:hdr>'.encode()
    for section in docx.xml().iter(w("sectPr")):
        for flag in section.findall(w("titlePg")):
            section.remove(flag)
    return docx.save()


def _first(data: bytes, kind: str) -> str:
    """What the first page shows in its header or footer."""
    (section,) = part(data).iter(w("sectPr"))
    assert section.find(w("titlePg")) is not None
    ids = [one.get(f"{_R}id") for one in section.findall(w(f"{kind}Reference")) if one.get(w("type")) == "first"]
    rows = part(data, "word/_rels/document.xml.rels")
    targets = [row.get("Target", "") for row in rows if row.get("Id") in ids]
    return "".join(words(data, f"word/{target}") for target in targets)


@pytest.mark.parametrize("blocks", _HEADERS)
def test_words_of_the_header_stay_on_page_one(blocks: str) -> None:
    before = _with_header(_HEADERS[blocks])
    assert findings(before)["ND30-122"] == 1
    after = mend(before).data
    assert _first(after, "header") == "Tàiliệunộibộ"
    assert words(after, "word/header1.xml") == "Tàiliệunộibộ2"
    assert findings(after)["ND30-122"] == 0
    assert mend(after).changes == ()


def test_a_number_that_words_run_up_to_is_left_to_a_person() -> None:
    before = _with_header(f'<w:p><w:r><w:t xml:space="preserve">Tài liệu nội bộ, trang </w:t></w:r>{_FIELD}</w:p>')
    after = mend(before).data
    assert part(after).find(f".//{w('titlePg')}") is None
    assert set(parts(after)) == set(parts(before))


def _with_footer(blocks: str) -> bytes:
    """A paper with its number in the footer."""
    docx = Docx(_with_header(blocks))
    docx.parts["word/header1.xml"] = docx.parts["word/header1.xml"].replace(b"w:hdr", b"w:ftr")
    for row in (*docx.xml("[Content_Types].xml"), *docx.xml("word/_rels/document.xml.rels")):
        if "header1" in row.get("PartName", row.get("Target", "")):
            for key in ("ContentType", "Type"):
                if key in row.attrib:
                    row.set(key, row.get(key, "").replace("header", "footer"))
    for reference in [*docx.xml().iter(w("headerReference"))]:
        reference.tag = w("footerReference")
    return docx.save()


def test_words_of_the_footer_stay_on_page_one_when_its_number_moves() -> None:
    after = mend(_with_footer(f"<w:p>{_FIELD}</w:p><w:p>{_WORDS}</w:p>")).data
    assert (_first(after, "footer"), words(after, "word/header1.xml")) == ("Tàiliệunộibộ", "Tàiliệunộibộ")
    assert _first(after, "header") == ""


def test_words_beside_a_number_that_moves_are_told() -> None:
    mended = mend(_with_footer(f'<w:p><w:r><w:t xml:space="preserve">Trang </w:t></w:r>{_FIELD}</w:p>'))
    assert ("chữ bên cạnh số trang", "“Trang”", "không có, chỉ còn số trang") in changed(mended)


def test_a_head_is_made_narrower_where_it_has_room() -> None:
    docx = clean(SHORT)
    for margin in docx.xml().iter(w("pgMar")):
        margin.set(w("left"), "1134")
        margin.set(w("right"), "1134")
    head = next(docx.xml().iter(w("tbl")))
    for widths in (head.iter(w("gridCol")), *(row.iter(w("tcW")) for row in head.iter(w("tr")))):
        for element, width in zip(widths, ("3700", "5760"), strict=True):
            element.set(w("w"), width)
    before = docx.save()
    assert findings(before)["ND30-206"] == 0
    after = mend(before).data
    assert findings(after)["ND30-206"] == 0
    left, right = (int(column.get(w("w"), "")) for column in next(part(after).iter(w("tbl"))).iter(w("gridCol")))
    assert left < 3700
    assert 9071 - 4 <= left + right <= 9071 + 284


def test_words_in_somebodys_insertion_keep_their_blanks() -> None:
    docx = clean("examples/cchc-2026/ke-hoach.yaml")
    paragraph = docx.paragraph("Tuyên truyền sáng kiến")
    inserted = etree.SubElement(paragraph, w("ins"), {w("id"): "900", w("author"): "Lan"})
    text = etree.SubElement(etree.SubElement(inserted, w("r")), w("t"))
    text.text = " Thêm  bởi Lan , 2026–2030"
    data = mend(docx.save()).data
    assert [t.text for t in part(data).iterfind(f".//{W}ins[@{W}author='Lan']//{W}t")] == [text.text]


def test_typed_underscores_are_made_as_long_as_the_words_by_their_size() -> None:
    docx = clean(SHORT)
    docx = Docx(docx.save())
    drop_line(docx, "Độc lập")
    xml = (
        f'<w:p xmlns:w="{NS["w"]}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr>'
        f"<w:t>{'_' * 40}</w:t></w:r></w:p>"
    )
    docx.paragraph("Độc lập").addnext(etree.fromstring(xml))
    before = docx.save()
    assert findings(before)["ND30-216"] == 1
    mended = mend(before)
    assert [what for what, _before, _after in changed(mended)] == ["độ dài đường kẻ dưới Tiêu ngữ"]
    assert (findings(mended.data)["ND30-216"], words(mended.data)) == (0, words(before))
    assert mend(mended.data).changes == ()


def test_text_that_is_too_small_takes_the_size_of_the_rest() -> None:
    docx = clean("examples/cchc-2026/ke-hoach.yaml")
    for words_of in ("Nâng cao nhận thức, trách nhiệm", "Tuyên truyền sáng kiến"):
        letters(docx, words_of, size=12)
    assert [row for row in changed(mend(docx.save())) if row[0].startswith("cỡ")] == [
        ("cỡ chữ lời văn", "cỡ 12", "cỡ 14")
    ]


@pytest.mark.parametrize("types", ["[Content_Types].xml", "[content_types].xml"])
def test_a_file_whose_text_refers_to_nothing_gets_its_number(types: str) -> None:
    docx = clean("examples/cchc-2026/ke-hoach.yaml")
    del docx.parts["word/_rels/document.xml.rels"]
    docx.parts[types] = docx.parts.pop("[Content_Types].xml")
    for section in docx.xml().iter(w("sectPr")):
        for reference in (*section.findall(w("headerReference")), *section.findall(w("footerReference"))):
            section.remove(reference)
    before = docx.save()
    assert findings(before)["ND30-123"] == 1
    after = mend(before).data
    (row,) = part(after, "word/_rels/document.xml.rels")
    assert f"word/{row.get('Target')}" in parts(after)
    assert findings(after)["ND30-123"] == 0
    assert mend(after).changes == ()
