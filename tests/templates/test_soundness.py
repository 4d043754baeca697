"""A template of a stranger: what is wrong with its package is told, and nothing of it goes into a document."""

from __future__ import annotations

import io
import warnings as python_warnings
import zipfile

import pytest

from tests.bounded import ends
from tests.templates.restyled import DOCUMENT, STYLES, changed, read_part
from vtdocs.errors import TemplateError
from vtdocs.filling import compile_form
from vtdocs.writers.docx import compile_template, read_template, stock_file
from vtdocs.writers.docx.soundness import find_unsound

RELATIONS, SETTINGS, TYPES = "word/_rels/document.xml.rels", "word/settings.xml", "[Content_Types].xml"
SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'
LAST = "<w:p><w:r><w:t>{{p phu_luc }}</w:t></w:r></w:p>"


def with_named(named: dict[str, bytes]) -> bytes:
    """The stock template with other members, or more of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stock_file())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            if info.filename not in named:
                target.writestr(info.filename, source.read(info))
        for name, data in named.items():
            target.writestr(name, data)
    return out.getvalue()


def told(data: bytes) -> list[tuple[str, str, str]]:
    with ends(), pytest.raises(TemplateError) as caught:
        compile_template(data, "mau.docx")
    return [(each.code, str(each.location), each.message) for each in caught.value.diagnostics]


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, SETTINGS, RELATIONS, TYPES])
def test_a_document_type_is_refused_in_every_part(part: str) -> None:
    xml = read_part(stock_file(), part)
    start = xml.index("<", xml.index("?>")) if xml.startswith("<?xml") else 0
    data = with_named({part: (xml[:start] + DTD + xml[start:]).encode()})
    assert told(data) == [("VT-402", f"mau.docx!{part}", "phần này có khai báo DTD, là thứ Word không bao giờ ghi")]
    with pytest.raises(TemplateError) as caught:
        compile_form(data, "mau.docx")
    assert [each.code for each in caught.value.diagnostics] == ["VT-450"]


def test_a_part_in_another_encoding_is_refused() -> None:
    xml = read_part(stock_file(), DOCUMENT).replace("UTF-8", "UTF-16")
    data = with_named({DOCUMENT: xml.encode("utf-16")})
    assert told(data) == [("VT-402", f"mau.docx!{DOCUMENT}", "phần này không ghi bằng UTF-8")]
    latin = '<?xml version="1.0" encoding="ISO-8859-1"?>' + read_part(stock_file(), DOCUMENT).partition("?>")[2]
    assert told(with_named({DOCUMENT: latin.encode()}))[0][2] == "phần này không ghi bằng UTF-8"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("header9.xml", "tệp mẫu thiếu phần word/header9.xml"),
        ("../../../../etc/passwd", "một liên kết chỉ ra ngoài tệp: “../../../../etc/passwd”"),
        ("/../etc/passwd", "tệp mẫu thiếu phần etc/passwd"),
    ],
)
def test_a_relationship_leads_to_a_part_of_the_package(target: str, message: str) -> None:
    found = told(changed({RELATIONS: [('Target="header1.xml"', f'Target="{target}"')]}))
    assert found == [("VT-402", f"mau.docx!{RELATIONS}", message)]


@pytest.mark.parametrize("target", ["/word/header1.xml", "./header1.xml", "../word/header1.xml", "header%31.xml"])
def test_a_target_may_be_written_in_several_ways(target: str) -> None:
    data = changed({RELATIONS: [('Target="header1.xml"', f'Target="{target}"')]})
    assert find_unsound(read_template(data) or {}) == []


def test_an_id_that_is_not_declared_is_told() -> None:
    link = f'<w:p><w:hyperlink xmlns:r="{REL}" r:id="rId99"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'
    found = told(changed({DOCUMENT: [(LAST, link + LAST)]}))
    message = "phần này dùng liên kết “rId99” mà tệp không khai báo"
    assert found == [("VT-402", f"mau.docx!{DOCUMENT}", message)]


@pytest.mark.parametrize("name", ["../../tmp/x.txt", "/etc/x.txt"])
def test_a_member_outside_of_the_package_is_refused(name: str) -> None:
    found = told(with_named({name: b"x"}))
    assert found == [("VT-402", f"mau.docx!{name}", "tên của một phần trong tệp chỉ ra ngoài tệp")]


@pytest.mark.parametrize("name", [DOCUMENT, "word/Document.xml"])
def test_two_parts_of_one_name_are_refused(name: str) -> None:
    out = io.BytesIO(stock_file())
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "a") as target:
            target.writestr(name, b"<x/>")
    assert read_template(out.getvalue()) is None


# --- bounded --------------------------------------------------------------------------------------------------------


def test_hundreds_of_thousands_of_attributes_or_names_are_refused() -> None:
    message = "một thẻ XML của phần này có quá nhiều thuộc tính"
    for what in ("".join(f' a{n}=""' for n in range(400_000)), "".join(f' xmlns:n{n}="u"' for n in range(100_000))):
        found = told(changed({DOCUMENT: [(LAST, LAST.replace("<w:p>", f"<w:p{what}>"))]}))
        assert found == [("VT-402", f"mau.docx!{DOCUMENT}", message)]


def test_a_long_attribute_is_none_of_many() -> None:
    picture = LAST.replace("<w:p>", '<w:p w:rsidR="{}">'.format("=" * 200_000))
    assert find_unsound(read_template(changed({DOCUMENT: [(LAST, picture)]})) or {}) == []


def test_hundreds_of_thousands_of_paragraphs_are_refused_before_they_are_read() -> None:
    for many in ("<w:p><w:r><w:t>{{ so }}</w:t></w:r></w:p>" * 600_000, "<w:p/>" * 3_000_000):
        found = told(changed({DOCUMENT: [(LAST, many + LAST)]}))
        assert [each[:2] for each in found] == [("VT-402", "mau.docx")]
        assert "nhiều hơn mức 200000 mà vtdocs đọc" in found[0][2]


# --- from elsewhere -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("image", "file:///etc/passwd", "ảnh liên kết “file:///etc/passwd”"),
        ("oleObject", "\\\\host\\share\\a.doc", "đối tượng liên kết (OLE) “\\\\host\\share\\a.doc”"),
        ("subDocument", "http://a.example/b.docx", "văn bản con “http://a.example/b.docx”"),
    ],
)
def test_what_is_fetched_from_outside_is_refused(kind: str, target: str, words: str) -> None:
    row = f'<Relationship Id="rId77" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    found = told(changed({RELATIONS: [("</Relationships>", row)]}))
    assert found == [("VT-418", f"mau.docx!{RELATIONS}", f"mẫu lấy nội dung từ nơi khác: {words}")]


def test_an_address_that_opens_on_a_click_is_no_fault() -> None:
    row = f'<Relationship Id="rId77" Type="{REL}/hyperlink" Target="http://a.example" TargetMode="External"/>'
    assert compile_template(changed({RELATIONS: [("</Relationships>", row + "</Relationships>")]})).warnings == ()


@pytest.mark.parametrize(
    ("code", "words"), [("DDEAUTO excel a b", "trường DDEAUTO"), (' includetext "a"', "trường INCLUDETEXT")]
)
def test_a_field_that_reads_another_file_is_refused(code: str, words: str) -> None:
    half = len(code) // 2
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:half], code[half:]))
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    torn = f"<w:p>{begin}{runs}{end}</w:p>"
    simple = f"<w:p><w:fldSimple w:instr='{code}'/></w:p>"
    for paragraph in (torn, simple):
        found = told(changed({DOCUMENT: [(LAST, paragraph + LAST)]}))
        assert found == [("VT-418", f"mau.docx!{DOCUMENT}", f"mẫu lấy nội dung từ nơi khác: {words}")]


def test_the_path_of_the_file_that_it_was_made_from_goes_into_no_document() -> None:
    row = f'<Relationship Id="rId1" Type="{REL}/attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/>'
    rows = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{row}</Relationships>'
    settings = read_part(stock_file(), SETTINGS)
    at = settings.index(">", settings.index("<w:settings")) + 1
    attached = f'<w:attachedTemplate xmlns:r="{REL}" r:id="rId1"/>'
    data = with_named(
        {SETTINGS_RELATIONS: rows.encode(), SETTINGS: (settings[:at] + attached + settings[at:]).encode()}
    )
    template = compile_template(data)
    assert template.seams.settings is not None
    assert "attachedTemplate" not in template.seams.settings.before + template.seams.settings.after
    plain = len(rows) - len(row)
    assert abs(template.package.members[SETTINGS_RELATIONS].size - plain) < 100


def test_comments_go_into_no_document() -> None:
    note = f'<w:comments xmlns:w="{W}"><w:comment w:id="1" w:author="x"><w:p/></w:comment></w:comments>'
    row = f'<Relationship Id="rId77" Type="{REL}/comments" Target="comments.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    anchored = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>{{p ten_loai }}</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p><w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    title = "<w:p><w:r><w:t>{{p ten_loai }}</w:t></w:r></w:p>"
    data = changed(
        {DOCUMENT: [(title, anchored)], RELATIONS: [("</Relationships>", row)], TYPES: [("</Types>", override)]},
        with_named({"word/comments.xml": note.encode()}),
    )
    template = compile_template(data)
    assert "word/comments.xml" not in template.package.members
    assert not any("comment" in chunk for chunk in template.chunks if isinstance(chunk, str))
    assert "comments" not in template.seams.relations.before + template.seams.types.before
