"""The copy with Word comments: at the places, with all else as it was, valid to foreign judges."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from tests import wellformed
from tests.checking.mutating import Docx, clean, text_of, w
from tests.docx_xml import paragraph_texts, parts
from tests.judges import check_integrity, validate_sdk
from tests.reporting.reports import CLEAN, MARGIN
from vtdocs.checking.finding import Finding, Place, place_of
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Severity
from vtdocs.errors import WriteError
from vtdocs.jobs.annotate import annotate
from vtdocs.readers.docx import read_docx
from vtdocs.readers.docx.package import open_package
from vtdocs.reporting.comments import add_comments
from vtdocs.reporting.signatures import take_signatures

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PLAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def at(*places: Place, code: str = "ND30-110", message: str = "thiếu số 0") -> Finding:
    return Finding(code, Severity.ERROR, message, places[0], "thêm số 0", "khoản 4", places=places)


def report_of(*findings: Finding) -> Report:
    return replace(CLEAN, name="a.docx", findings=findings)


def place(data: bytes, words: str) -> Place:
    return place_of(next(p for p in read_docx(data, "a.docx").paragraphs if words in p.text))


def annotated(data: bytes, *findings: Finding) -> Docx:
    new = add_comments(open_package(data, "a.docx"), report_of(*findings))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in new.items():
            file.writestr(name, content)
    return Docx(out.getvalue())


def notes(docx: Docx, part: str = "word/comments.xml") -> list[tuple[str, str]]:
    found = docx.xml(part).iter(w("comment"))
    return [(str(note.get(w("id"))), "\n".join(text_of(p) for p in note.iter(w("p")))) for note in found]


def commented(docx: Docx, number: str) -> str:
    """The words between a comment's marks."""
    (start,) = (mark for mark in docx.xml().iter(w("commentRangeStart")) if mark.get(w("id")) == number)
    paragraph = start.getparent()
    assert paragraph is not None
    ends = [mark.get(w("id")) for mark in paragraph.iter(w("commentRangeEnd"))]
    references = [mark.get(w("id")) for mark in paragraph.iter(w("commentReference"))]
    assert number in ends
    assert number in references
    return text_of(paragraph)


@pytest.fixture(scope="module")
def data() -> bytes:
    return clean().save()


def test_a_comment_stands_at_each_place(data: bytes) -> None:
    docx = annotated(data, at(place(data, "MỤC ĐÍCH")))
    ((number, words),) = notes(docx)
    assert words == "Lỗi ND30-110: thiếu số 0\nSửa: thêm số 0\nNguồn: khoản 4"
    assert "MỤC ĐÍCH" in commented(docx, number)


def test_the_words_and_all_other_parts_stay_as_they_were(data: bytes) -> None:
    docx = annotated(data, MARGIN, at(place(data, "MỤC ĐÍCH")), at(place(data, "CỘNG HÒA")))
    before, after = parts(data), docx.parts
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        *("[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml")
    }
    assert paragraph_texts(docx.save()) == paragraph_texts(data)
    assert len(notes(docx)) == 3


def test_a_finding_about_the_whole_file_stands_at_the_first_paragraph(data: bytes) -> None:
    docx = annotated(data, MARGIN)
    ((number, words),) = notes(docx)
    assert words.startswith("Lỗi ND30-102 (cả tệp): lề trái 25 mm")
    first = next(docx.xml().iter(w("p")))
    assert commented(docx, number) == text_of(first)


def test_what_is_said_of_a_footer_stands_at_the_first_paragraph_with_its_place(data: bytes) -> None:
    docx = annotated(data, at(Place(part="word/footer1.xml", paragraph=2, words="trang")))
    assert notes(docx)[0][1].startswith("Lỗi ND30-110 (chân trang, đoạn 2 “trang”): ")


BOX = """\
<w:r xmlns:w="{0}"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def test_a_text_box_takes_no_comment_but_the_paragraph_it_hangs_on() -> None:
    docx = clean()
    docx.paragraph("MỤC ĐÍCH").append(etree.fromstring(BOX.format(PLAIN)))
    with_box = docx.save()
    new = annotated(with_box, at(place(with_box, "trong khung")))
    ((number, words),) = notes(new)
    assert "(đoạn " in words
    assert "MỤC ĐÍCH" in commented(new, number)
    assert next(new.xml().iter(w("txbxContent"))).find(f".//{w('commentRangeStart')}") is None


def test_comments_that_are_there_stay(data: bytes) -> None:
    docx = annotated(data, at(place(data, "MỤC ĐÍCH"), code="ND30-110"))
    for note in docx.xml("word/comments.xml").iter(w("comment")):
        note.set(w("author"), "Nguyễn Văn A")
    once = docx.save()
    twice = annotated(once, at(place(once, "CỘNG HÒA"), code="ND30-112"))
    assert [(number, words[:13]) for number, words in notes(twice)] == [("0", "Lỗi ND30-110:"), ("1", "Lỗi ND30-112:")]
    assert "MỤC ĐÍCH" in commented(twice, "0")
    assert "CỘNG HÒA" in commented(twice, "1")


def test_comments_of_an_older_report_are_replaced(data: bytes, tmp_path: Path) -> None:
    once = annotated(data, at(place(data, "MỤC ĐÍCH"), code="ND30-110")).save()
    again = annotated(once, at(place(once, "CỘNG HÒA"), code="ND30-112"))
    assert [(number, words[:13]) for number, words in notes(again)] == [("0", "Lỗi ND30-112:")]
    assert "CỘNG HÒA" in commented(again, "0")
    same = annotated(once, at(place(once, "MỤC ĐÍCH"), code="ND30-110"))
    assert etree.tostring(same.xml()) == etree.tostring(Docx(once).xml())
    # Nothing is found any more: no comment, and no mark of one, is left.
    cleared = annotated(once)
    assert notes(cleared) == []
    assert etree.tostring(cleared.xml()) == etree.tostring(Docx(data).xml())
    source, out = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(once)
    annotate(source, out, report_of(at(place(once, "CỘNG HÒA"))))
    assert validate_sdk([out]) == []


ANSWERED = b"""\
<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">
<w15:commentEx w15:paraId="11111111"/><w15:commentEx w15:paraId="22222222" w15:paraIdParent="11111111"/>
</w15:commentsEx>"""


def test_a_comment_that_was_answered_stays(data: bytes) -> None:
    docx = annotated(data, at(place(data, "MỤC ĐÍCH"), place(data, "CỘNG HÒA"), code="ND30-110"))
    for note, number in zip(docx.xml("word/comments.xml").iter(w("comment")), "13", strict=True):
        last = list(note)[-1]
        last.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", number * 8)
    docx.parts["word/commentsExtended.xml"] = ANSWERED
    relations = docx.xml("word/_rels/document.xml.rels")
    row = etree.SubElement(relations, relations[0].tag)
    row.set("Id", "rIdEx")
    row.set("Type", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")
    row.set("Target", "commentsExtended.xml")
    assert [number for number, _words in notes(annotated(docx.save()))] == ["0"]


def test_signatures_are_left_out_with_all_that_refers_to_them() -> None:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/_xmlsignatures/sig1.xml" ContentType="a"/><Override PartName="/a.xml" ContentType="b"/>'
        b"</Types>"
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
        b'<Relationship Id="b" Type="x/relationships/officeDocument" Target="a.xml"/></Relationships>'
    )
    signed = {"[Content_Types].xml": types, "_rels/.rels": relations, "_xmlsignatures/sig1.xml": b"", "a.xml": b""}
    assert take_signatures(signed)
    assert sorted(signed) == ["[Content_Types].xml", "_rels/.rels", "a.xml"]
    assert b"_xmlsignatures" not in b"".join(signed.values())
    assert [row.get("PartName") for row in etree.fromstring(signed["[Content_Types].xml"])] == ["/a.xml"]
    assert [row.get("Id") for row in etree.fromstring(signed["_rels/.rels"])] == ["b"]
    before = dict(signed)
    assert not take_signatures(signed)
    assert signed == before


def test_a_comment_has_no_date_and_the_same_report_gives_the_same_bytes(data: bytes, tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(data)
    report = report_of(at(place(data, "MỤC ĐÍCH")))
    annotate(source, tmp_path / "b.docx", report)
    annotate(source, tmp_path / "c.docx", report)
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()
    (note,) = Docx((tmp_path / "b.docx").read_bytes()).xml("word/comments.xml")
    assert {key.rpartition("}")[2] for key in map(str, note.attrib)} == {"id", "author", "initials"}
    assert source.read_bytes() == data


def test_many_places_of_a_rule_are_counted_in_the_last_comment(data: bytes) -> None:
    docx = annotated(data, at(*[place(data, "MỤC ĐÍCH")] * 60))
    told = notes(docx)
    assert len(told) == 50
    assert told[-1][1].endswith("\nVà 10 chỗ nữa như thế.")
    assert "chỗ nữa" not in told[-2][1]


def test_nothing_found_leaves_every_part_alone(data: bytes) -> None:
    assert add_comments(open_package(data, "a.docx"), report_of()) == parts(data)


def test_a_strict_file_stays_strict(data: bytes) -> None:
    strict = Docx(data)
    for name, content in strict.parts.items():
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            strict.parts[name] = content.replace(PLAIN.encode(), STRICT.encode()).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
    saved = strict.save()
    new = annotated(saved, at(place(saved, "MỤC ĐÍCH")))
    assert PLAIN.encode() not in new.parts["word/document.xml"]
    assert STRICT.encode() in new.parts["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in new.parts["word/_rels/document.xml.rels"]


def test_words_that_xml_cannot_hold_are_replaced(data: bytes) -> None:
    docx = annotated(data, at(place(data, "MỤC ĐÍCH"), message="a\x00\ud800b"))
    assert notes(docx)[0][1].startswith("Lỗi ND30-110: a\ufffd\ufffdb")


@pytest.mark.judge("sdk", "integrity")
def test_foreign_judges_find_the_copy_sound(data: bytes, tmp_path: Path) -> None:
    source, out = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(data)
    annotate(source, out, report_of(MARGIN, at(place(data, "MỤC ĐÍCH"), place(data, "CỘNG HÒA"))))
    assert validate_sdk([out]) == []
    assert check_integrity(out) == check_integrity(source)
    assert wellformed.faults(out.read_bytes()) == []


def test_an_older_copy_is_made_anew_until_a_person_edits_it(data: bytes, tmp_path: Path) -> None:
    source, out = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(data)
    report = report_of(at(place(data, "MỤC ĐÍCH")))
    annotate(source, out, report)
    annotate(source, out, report_of())
    edited = Docx(out.read_bytes())
    edited.paragraph("MỤC ĐÍCH").clear()
    out.write_bytes(edited.save())
    with pytest.raises(WriteError, match="VT-503"):
        annotate(source, out, report)
    annotate(source, out, report, force=True)
    assert "MỤC ĐÍCH" in str(paragraph_texts(out.read_bytes()))


def test_the_file_itself_is_never_written_over(data: bytes, tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(data)
    for out in (source, tmp_path / "b.pdf"):
        with pytest.raises(WriteError, match="VT-657"):
            annotate(source, out, report_of(), force=True)
    assert source.read_bytes() == data


def test_a_file_with_macros_gives_a_copy_of_its_kind(data: bytes, tmp_path: Path) -> None:
    docx = Docx(data)
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = docx.parts["[Content_Types].xml"]
    assert main in types
    docx.parts["[Content_Types].xml"] = re.sub(
        re.escape(main), b"application/vnd.ms-word.document.macroEnabled.main+xml", types
    )
    source = tmp_path / "a.docm"
    source.write_bytes(docx.save())
    with pytest.raises(WriteError, match="macro"):
        annotate(source, tmp_path / "b.docx", report_of())
    annotate(source, tmp_path / "b.docm", report_of())
    assert (tmp_path / "b.docm").is_file()
