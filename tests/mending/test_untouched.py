"""What is not form is left alone: tracked changes, notes, pictures, boxes, controls, links, fields, other parts."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.checking.editing import letters
from tests.checking.mutating import NS, Docx, W, clean, w
from tests.mending.mended import DOCUMENT, changed, findings, mend, part, parts, words

_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NS.items())
_HELD = {
    "somebody's tracked changes": (
        (
            '<w:p><w:pPr><w:ind w:firstLine="720"/></w:pPr><w:r><w:t xml:space="preserve">Giao các </w:t></w:r>'
            '<w:del w:id="900" w:author="Lan"><w:r><w:rPr><w:b/></w:rPr><w:delText>phòng</w:delText></w:r></w:del>'
            '<w:ins w:id="901" w:author="Lan"><w:r><w:t>đơn vị</w:t></w:r></w:ins>'
            "<w:r><w:t> thực hiện.</w:t></w:r></w:p>"
        ),
        ("del", "ins"),
    ),
    "comments": (
        (
            '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Giao các đơn vị thực hiện.</w:t></w:r>'
            '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'
        ),
        ("commentRangeStart", "commentRangeEnd", "commentReference"),
    ),
    "notes": (
        (
            '<w:p><w:r><w:t>Giao các đơn vị thực hiện</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
        ),
        ("footnoteReference", "vertAlign"),
    ),
    "content controls": (
        (
            '<w:sdt><w:sdtPr><w:alias w:val="Chỗ điền"/><w:id w:val="77"/></w:sdtPr><w:sdtContent><w:p><w:r>'
            "<w:t>Giao các đơn vị thực hiện.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
        ("sdtPr",),
    ),
    "links and fields": (
        (
            '<w:p><w:hyperlink w:anchor="dau"><w:r><w:t>Xem mục I</w:t></w:r></w:hyperlink>'
            '<w:bookmarkStart w:id="88" w:name="dau"/><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> REF dau \\h </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:t>I</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkEnd w:id="88"/></w:p>'
        ),
        ("hyperlink", "bookmarkStart", "bookmarkEnd", "fldChar", "instrText"),
    ),
}


def _broken(xml: str = "") -> bytes:
    """A paper with a fault of each family, and in its text what is not to be touched."""
    docx = clean()
    letters(docx, "KẾ HOẠCH", font="Arial", size=16)
    letters(docx, "Độc lập", italic=True)
    for margin in docx.xml().iter(w("pgMar")):
        margin.set(w("left"), "1134")
    if xml:
        above = docx.paragraph("Tuyên truyền sáng kiến")
        above.addprevious(etree.fromstring(f"<w:body {_DECLARED}>{xml}</w:body>")[0])
    return docx.save()


@pytest.mark.parametrize("held", _HELD)
def test_what_a_paragraph_holds_stays_as_it_is(held: str) -> None:
    xml, tags = _HELD[held]
    before = _broken(xml)
    mended = mend(before)
    assert [what for what, _before, _after in changed(mended)][:4] == [
        "dấu cách",
        "kiểu chữ Tiêu ngữ",
        "cỡ chữ tên loại",
        "lề trái",
    ]
    assert words(mended.data) == words(before)
    for tag in tags:
        assert _all(mended.data, tag) == _all(before, tag)


def _all(data: bytes, tag: str) -> list[bytes]:
    """Every element of a name as it stands, those of vtdocs' own offers apart."""
    own = [one for one in part(data).iter(f"{W}{tag}") if one.get(f"{W}author") != "vtdocs"]
    return [etree.tostring(one, method="c14n", with_tail=False) for one in own if not _is_offered(one)]


def _is_offered(element: etree._Element) -> bool:
    return any(above.get(f"{W}author") == "vtdocs" for above in element.iterancestors())


def test_other_parts_keep_their_bytes() -> None:
    before = _broken()
    after = parts(mend(before).data)
    touched = {name for name, content in parts(before).items() if after[name] != content}
    assert (touched, set(after)) == ({DOCUMENT}, set(parts(before)))


def test_pictures_and_drawings_stay() -> None:
    docx = clean("examples/mau/bang-trong-loi.yaml")
    letters(docx, "KẾ HOẠCH", size=20)
    before = docx.save()
    after = mend(before).data
    assert _all(after, "drawing") == _all(before, "drawing")
    media = [name for name in parts(before) if "/media/" in name]
    assert {name: parts(after)[name] for name in media} == {name: parts(before)[name] for name in media}


def test_letters_of_one_component_are_cut_from_those_of_the_next() -> None:
    docx = clean("examples/mau/quyet-dinh.yaml")
    paragraph = docx.paragraph("Điều 1.")
    text = "".join(t.text or "" for t in paragraph.iter(w("t")))
    for run in [*paragraph.iter(w("r"))]:
        paragraph.remove(run)
    run = etree.SubElement(paragraph, w("r"))
    etree.SubElement(run, w("t")).text = text
    before = docx.save()
    assert findings(before)["ND30-431"] == 1
    mended = mend(before)
    assert ("kiểu chữ điều", "không đậm", "đậm") in changed(mended)
    assert findings(mended.data)["ND30-431"] == 0
    assert words(mended.data) == words(before)


def test_equal_input_gives_equal_bytes() -> None:
    assert mend(_broken()).data == mend(_broken()).data


def test_a_paper_without_fault_comes_back_as_it_is() -> None:
    data = Docx(clean("examples/mau/to-trinh.yaml").save()).save()
    mended = mend(data)
    assert (mended.changes, mended.data) == ((), data)
