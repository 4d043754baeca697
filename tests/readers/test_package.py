"""Files from strangers: what is opened, what is refused, and with which words. Nothing is ever a traceback."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bounded import ends
from tests.judges import ROOT
from tests.readers.making import NAMESPACES, docx, p
from vtdocs.diagnostics import Diagnostic
from vtdocs.errors import ReadError
from vtdocs.readers.docx import archive, package, xml_parts
from vtdocs.readers.docx.names import W_BODY, W_P, W_T
from vtdocs.readers.docx.package import Package, Relation, open_package

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def pack(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def changed(part: str, data: bytes | None) -> bytes:
    """A plain Word file with one part put in, or taken out."""
    parts = unpack(docx(p("Nội dung")))
    parts.pop(part, None)
    if data is not None:
        parts[part] = data
    return pack(parts)


def refusal(source: Path | bytes, name: str = "thu.docx") -> tuple[str, str, str]:
    """The code of a refusal, its words, and its hint; it names the file, once."""
    with pytest.raises(ReadError) as raised:
        open_package(source, name)
    (only,) = raised.value.diagnostics
    assert only.location is not None
    assert only.location.file == name
    return only.code, only.message, only.hint or ""


# --- what is read -----------------------------------------------------------------------------------


def test_a_file_by_its_parts() -> None:
    file = open_package(docx(p("Xin chào"), links={"web": ("hyperlink", "https://chinhphu.vn/")}), "thu.docx")
    assert file.main == _MAIN
    assert file.names == {
        _MAIN, _TYPES, "_rels/.rels", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels",
    }  # fmt: skip
    assert file.content_type(_MAIN) == _WORD
    assert file.content_type("word/styles.xml") == "application/xml"
    assert file.content_type("word/media/a.bin") == ""
    assert not file.macros
    root = file.xml(_MAIN)
    assert root is not None
    assert [t.text for t in root.iter(W_T)] == ["Xin chào"]
    assert file.xml(_MAIN) is root
    assert file.xml("word/khong-co.xml") is None
    assert dict(file.relations(_MAIN)) == {
        "styles": Relation("styles", "word/styles.xml"),
        "settings": Relation("settings", "word/settings.xml"),
        "web": Relation("hyperlink", "https://chinhphu.vn/", external=True),
    }
    assert file.related(_MAIN, "styles") == "word/styles.xml"
    assert file.related(_MAIN, "hyperlink") is None
    assert file.related(_MAIN, "numbering") is None
    assert dict(file.relations("word/styles.xml")) == {}
    assert file.read("_rels/.rels").startswith(b"<Relationships")


def test_a_path_and_any_ending(tmp_path: Path) -> None:
    path = tmp_path / "công văn.doc"
    path.write_bytes(docx(p("Nội dung")))
    assert open_package(path, "công văn.doc").main == _MAIN


@pytest.mark.parametrize(
    ("kind", "macros"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", True),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", True),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", False),
    ],
)
def test_templates_and_files_with_macros_are_read(kind: str, macros: bool) -> None:
    parts = unpack(docx(p("Nội dung")))
    parts[_TYPES] = parts[_TYPES].replace(_WORD.encode(), kind.encode())
    assert open_package(pack(parts), "thu.docm").macros is macros


def test_a_macro_part_alone_is_told() -> None:
    assert open_package(changed("word/vbaProject.bin", b"\0"), "thu.docx").macros


def test_parts_are_named_without_regard_to_capitals() -> None:
    parts = unpack(docx(p("Nội dung")))
    parts["Word/Document.XML"] = parts.pop(_MAIN)
    file = open_package(pack(parts), "thu.docx")
    assert file.main == "Word/Document.XML"
    assert file.content_type(file.main) == _WORD


def test_members_with_backslashes_are_found() -> None:
    parts = {name.replace("/", "\\"): data for name, data in unpack(docx(p("Nội dung"))).items()}
    assert open_package(pack(parts), "thu.docx").main == _MAIN


def test_folders_in_the_zip_are_no_parts() -> None:
    parts = unpack(docx(p("Nội dung")))
    assert "word/" not in open_package(pack({"word/": b"", **parts}), "thu.docx").names


def test_targets_of_all_shapes() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = (
        "media/a%20b.png",
        "/word/media/a.png",
        "../word/./x.png",
        "..\\media\\a.png",
        "../../../etc/a",
        "",
        "#b",
    )
    rows = "".join(
        f'<Relationship Id="r{i}" Type="{office}/image" Target="{target}"/>' for i, target in enumerate(targets)
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    file = open_package(changed("word/_rels/document.xml.rels", rels.encode()), "thu.docx")
    assert [one.target for one in file.relations(_MAIN).values()] == [
        "word/media/a b.png", "word/media/a.png", "word/x.png", "media/a.png", "etc/a", "word", "word",
    ]  # fmt: skip
    assert not any(one.external for one in file.relations(_MAIN).values())


def test_a_part_of_utf_16() -> None:
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><w:document {NAMESPACES}><w:body>{p("Đạ Tẻh")}</w:body></w:document>'
    )
    for encoding in ("utf-16", "utf-16-be"):
        start = b"\xfe\xff" if encoding == "utf-16-be" else b""
        root = open_package(changed(_MAIN, start + text.encode(encoding)), "thu.docx").xml(_MAIN)
        assert root is not None
        assert [t.text for t in root.iter(W_T)] == ["Đạ Tẻh"]


def test_a_mark_of_utf_8_and_comments() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><!-- a --><?b c?>'
    text = f"{head}<w:document {NAMESPACES}><w:body><!-- d --><w:p/></w:body></w:document>"
    root = open_package(changed(_MAIN, b"\xef\xbb\xbf" + text.encode()), "thu.docx").xml(_MAIN)
    assert root is not None
    body = root.find(W_BODY)
    assert body is not None
    assert [child.tag for child in body] == [W_P]


def test_strict_files_have_the_names_of_all_others() -> None:
    strict = (
        "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main' "
        'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><w:body><w:p><w:r>'
        "<w:t>http://purl.oclc.org/ooxml/wordprocessingml/main</w:t></w:r></w:p></w:body></w:document>"
    )
    root = open_package(changed(_MAIN, strict.encode()), "thu.docx").xml(_MAIN)
    assert root is not None
    # The words of the paper stay as they are.
    assert [t.text for t in root.iter(W_T)] == ["http://purl.oclc.org/ooxml/wordprocessingml/main"]


# --- files of another kind --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "VT-601", "rỗng"),
        (_OLE + "WordDocument".encode("utf-16-le"), "VT-603", "Word 97-2003"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "VT-604", "mật khẩu"),
        (_OLE + "\tDRMContent".encode("utf-16-le"), "VT-604", "IRM"),
        (_OLE + "Workbook".encode("utf-16-le"), "VT-602", ".xls"),
        (_OLE + "PowerPoint Document".encode("utf-16-le"), "VT-602", ".ppt"),
        (_OLE, "VT-602", "kiểu cũ"),
        (b"{\\rtf1\\ansi Xin}", "VT-603", "RTF"),
        (b"%PDF-1.7\n", "VT-602", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "VT-602", "ảnh"),
        (b"\xff\xd8\xff\xe0", "VT-602", "ảnh"),
        (b"Rar!\x1a\x07", "VT-602", "RAR"),
        (b"7z\xbc\xaf'\x1c", "VT-602", "7z"),
        (b"\x1f\x8b\x08", "VT-602", "gzip"),
        (b"PK\x05\x06" + bytes(18), "VT-602", "rỗng"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html></html>", "VT-603", "HTML"),
        (b'<html xmlns:w="urn:schemas-microsoft-com:office:word">', "VT-603", "HTML"),
        (b"MIME-Version: 1.0\r\n", "VT-603", "MHT"),
        (b'<?xml version="1.0"?><a xmlns="http://schemas.microsoft.com/office/word/2003/wordml"/>', "VT-603", "XML"),
        (b'<?xml version="1.0"?><a xmlns="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "VT-603", "XML"),
        (b'<?xml version="1.0"?><a xmlns="urn:oasis:names:tc:opendocument:xmlns:x"/>', "VT-603", "OpenDocument"),
        (b'<?xml version="1.0"?><a/>', "VT-602", "XML"),
        ("Kính gửi: Ủy ban nhân dân".encode(), "VT-602", "text"),
        ("Kính gửi".encode("utf-16"), "VT-602", "text"),
        (bytes(range(64)), "VT-602", "không phải tệp Word"),
    ],
)  # fmt: skip
def test_other_kinds_are_named(data: bytes, code: str, word: str) -> None:
    found, message, hint = refusal(data)
    assert (found, word in message) == (code, True), message
    assert hint
    if code == "VT-603":
        assert "soffice --headless --convert-to docx" in hint


def test_a_password_is_told_with_how_to_take_it_away() -> None:
    _, _, hint = refusal(_OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "Mã hóa bằng mật khẩu" in hint


@pytest.mark.parametrize("name", ["~$ke-hoach.docx", "thu-muc/~$ke-hoach.docx", "C:\\van-ban\\~$ke-hoach.docx"])
def test_what_word_leaves_beside_an_open_file(name: str) -> None:
    assert refusal(b"\x05Phong", name)[:2] == ("VT-602", "đây là tệp tạm mà Word để lại khi đang mở văn bản")


@pytest.mark.parametrize(
    ("parts", "code", "word"),
    [
        ({"a.txt": b"a"}, "VT-602", "tệp nén (zip)"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "VT-603", ".odt"),
        ({"mimetype": b"application/epub+zip"}, "VT-602", "tệp nén (zip)"),
    ],
)
def test_zip_files_of_other_programs(parts: dict[str, bytes], code: str, word: str) -> None:
    found, message, _ = refusal(pack(parts))
    assert (found, word in message) == (code, True), message


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PowerPoint"),
        ("application/vnd.ms-visio.drawing.main+xml", "Visio"),
    ],
)
def test_office_files_of_other_programs(kind: str, word: str) -> None:
    parts = unpack(docx(p("Nội dung")))
    parts[_TYPES] = parts[_TYPES].replace(_WORD.encode(), kind.encode())
    assert refusal(pack(parts))[:2] == ("VT-602", f"đây là tệp {word}")


# --- files on the disk ------------------------------------------------------------------------------


def test_places_that_are_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "không-có.docx")[:2] == ("VT-601", "không có tệp này")
    assert refusal(tmp_path)[:2] == ("VT-601", "đây là thư mục, không phải tệp")
    assert refusal(tmp_path / ("x" * 300))[:2] == ("VT-601", "tên tệp hoặc đường dẫn quá dài")
    assert refusal(tmp_path / "a\0b")[:2] == ("VT-601", "đường dẫn không hợp lệ")
    (tmp_path / "tệp").write_bytes(b"a")
    assert refusal(tmp_path / "tệp" / "a.docx")[:2] == ("VT-601", "một phần của đường dẫn không phải thư mục")
    (tmp_path / "vòng").symlink_to(tmp_path / "vòng")
    assert refusal(tmp_path / "vòng")[:2] == ("VT-601", "liên kết trỏ vòng tròn")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.docx")
    with ends():
        assert refusal(tmp_path / "ống.docx")[:2] == ("VT-601", "đây không phải là tệp thường")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p()))

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path)[:2] == ("VT-601", "không có quyền đọc tệp")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(archive.LARGEST_FILE + 1)
    code, message, hint = refusal(path)
    assert (code, message) == ("VT-606", "tệp lớn hơn 128 MB")
    assert "ảnh" in hint


# --- damaged and hostile zip files ------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_a_file_that_was_not_copied_whole(share: float) -> None:
    whole = docx(p("Nội dung " * 500))
    code, message, _ = refusal(whole[: int(len(whole) * share)])
    assert (code, "hỏng" in message) == ("VT-605", True)


def test_a_damaged_member_is_told_with_its_name() -> None:
    data = bytearray(docx(p("Nội dung")))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        info = file.getinfo(_MAIN)
    data[info.header_offset + 30 + len(_MAIN) + 20] ^= 0xFF
    with pytest.raises(ReadError) as raised:
        open_package(bytes(data), "thu.docx")
    (only,) = raised.value.diagnostics
    assert only.code == "VT-605"
    assert str(only.location) == "thu.docx!word/document.xml"


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a.xml", "/etc/passwd", "C:/a.xml", "..\\a.xml", "a\nb.xml"])
def test_names_that_lead_out(name: str) -> None:
    code, message, _ = refusal(changed(name, b"<a/>"))
    assert (code, "tên không hợp lệ" in message) == ("VT-607", True)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [_MAIN, "WORD/document.xml", "word\\document.xml"])
def test_two_parts_of_one_name(name: str) -> None:
    out = io.BytesIO(docx(p("Một")))
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(name, b"<a/>")
    code, message, _ = refusal(out.getvalue())
    assert (code, "trùng tên" in message) == ("VT-607", True)


def _edit_list(data: bytes, name: str, offset: int, value: bytes) -> bytes:
    """Change the entry of a member in the list at the end of a zip file."""
    found = data.index(b"PK\x01\x02")
    while data[found + 46 : found + 46 + len(name)] != name.encode():
        found = data.index(b"PK\x01\x02", found + 1)
    at = found + offset
    return data[:at] + value + data[at + len(value) :]


def test_an_encrypted_member() -> None:
    code, message, _ = refusal(_edit_list(docx(p()), _MAIN, 8, b"\x01\x00"))
    assert (code, "mật khẩu" in message) == ("VT-604", True)


def test_a_compression_that_word_has_not() -> None:
    assert refusal(pack(unpack(docx(p())), zipfile.ZIP_LZMA))[0] == "VT-607"
    assert refusal(_edit_list(docx(p()), _MAIN, 10, b"\x63\x00"))[0] == "VT-607"


def test_members_over_each_other() -> None:
    data = docx(p())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        offset = file.getinfo(_MAIN).header_offset
    code, message, _ = refusal(_edit_list(data, "word/styles.xml", 42, struct.pack("<L", offset)))
    assert (code, "chồng lên nhau" in message) == ("VT-607", True)


def test_a_size_that_lies_small() -> None:
    # What is more than was declared is never unpacked.
    data = changed("word/styles.xml", b"<a>" + b" " * 5_000_000 + b"</a>")
    file = open_package(_edit_list(data, "word/styles.xml", 24, struct.pack("<L", 100)), "thu.docx")
    with pytest.raises(ReadError) as raised:
        file.xml("word/styles.xml")
    assert raised.value.diagnostics[0].code == "VT-605"


def test_a_size_that_lies_large() -> None:
    data = _edit_list(docx(p()), "word/styles.xml", 24, struct.pack("<L", 50_000_000))
    assert refusal(data)[0] == "VT-606"
    data = _edit_list(docx(p()), "word/styles.xml", 24, struct.pack("<L", 5_000_000))
    with pytest.raises(ReadError) as raised:
        open_package(data, "thu.docx").xml("word/styles.xml")
    assert raised.value.diagnostics[0].code == "VT-605"


def test_a_bomb_by_its_ratio() -> None:
    deflate = zlib.compressobj(9)
    assert len(deflate.compress(b" " * 20_000_000) + deflate.flush()) < 20_000_000 / archive.HIGHEST_RATIO
    code, message, _ = refusal(changed("word/media/a.xml", b" " * 20_000_000))
    assert (code, "quá lớn" in message) == ("VT-606", True)


def test_a_long_paper_is_no_bomb() -> None:
    # Three hundred pages of one sentence in a hundred thousand runs.
    data = docx("".join(p(f"Câu thứ {i} của một văn bản rất dài.") for i in range(20_000)))
    root = open_package(data, "thu.docx").xml(_MAIN)
    assert root is not None
    assert sum(1 for _ in root.iter(W_P)) == 20_000


def test_unpacked_bytes_are_bounded_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 15_000)
    noise = "".join(chr(33 + i * 7919 % 90) for i in range(9_000)).replace("<", " ").replace("&", " ")
    parts = {f"word/header{i}.xml": f"<a>{noise}</a>".encode() for i in range(4)}
    file = open_package(pack({**unpack(docx(p())), **parts}), "thu.docx")
    assert file.xml("word/header0.xml") is not None
    with pytest.raises(ReadError) as raised:
        file.xml("word/header1.xml")
    assert raised.value.diagnostics[0].code == "VT-606"


def test_a_large_member_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 100)
    assert refusal(docx(p("Nội dung")))[0] == "VT-606"


def test_too_many_members() -> None:
    parts = unpack(docx(p()))
    parts.update((f"a{i}", b"") for i in range(archive.MOST_MEMBERS))
    code, message, _ = refusal(pack(parts, zipfile.ZIP_STORED))
    assert (code, "10000 mục" in message) == ("VT-606", True)


# --- missing and broken parts -----------------------------------------------------------------------


def _rels(kind: str, target: str, more: str = "") -> bytes:
    base = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="a" '
        f'Type="{base}/officeDocument/2006/relationships/{kind}" Target="{target}" {more}/></Relationships>'
    ).encode()


@pytest.mark.parametrize(
    ("part", "data", "code"),
    [
        (_TYPES, None, "VT-602"),
        ("_rels/.rels", None, "VT-602"),
        ("_rels/.rels", _rels("image", _MAIN), "VT-602"),
        ("_rels/.rels", _rels("officeDocument", _MAIN, 'TargetMode="External"'), "VT-602"),
        ("_rels/.rels", _rels("officeDocument", "word/khac.xml"), "VT-609"),
        ("_rels/.rels", _rels("officeDocument", "http://example.com/a.xml"), "VT-609"),
        (_MAIN, None, "VT-609"),
        (_MAIN, b"<a/>", "VT-609"),
        (_MAIN, b"", "VT-608"),
        (_MAIN, b"\0\0\0", "VT-608"),
        (_MAIN, f"<w:document {NAMESPACES}><w:body>".encode(), "VT-608"),
        (_MAIN, f"<w:document {NAMESPACES}><w:body>&khong;</w:body></w:document>".encode(), "VT-608"),
        (_MAIN, f"<w:document {NAMESPACES}>\xff</w:document>".encode("latin-1"), "VT-608"),
        (_TYPES, b"<Types", "VT-608"),
    ],
)
def test_missing_and_broken_parts(part: str, data: bytes | None, code: str) -> None:
    assert refusal(changed(part, data))[0] == code


def test_a_broken_part_beside_is_refused_when_it_is_asked_for() -> None:
    file = open_package(changed("word/styles.xml", b"<a"), "thu.docx")
    with pytest.raises(ReadError) as raised:
        file.xml("word/styles.xml")
    (only,) = raised.value.diagnostics
    assert (only.code, str(only.location)) == ("VT-608", "thu.docx!word/styles.xml")


@pytest.mark.parametrize("name", ["windows-1252", "utf-7", "UTF-32", "ebcdic-cp-us"])
def test_other_encodings(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?><w:document {NAMESPACES}/>'
    code, message, _ = refusal(changed(_MAIN, text.encode()))
    assert (code, "bảng mã" in message) == ("VT-608", True)


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>",
        "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1:1/'> %b;]>",
    ],
)
def test_document_types_are_refused_unread(head: str) -> None:
    text = f"{head}<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
    for data in (text.encode(), text.encode("utf-16")):
        code, message, _ = refusal(changed(_MAIN, data))
        assert (code, "DOCTYPE" in message) == ("VT-608", True)


@pytest.mark.parametrize("depth", [xml_parts.DEEPEST - 1, xml_parts.DEEPEST, 300, 100_000])
def test_deep_elements(depth: int) -> None:
    data = f"<w:document {NAMESPACES}>{'<w:p>' * (depth - 1)}{'</w:p>' * (depth - 1)}</w:document>".encode()
    if depth <= xml_parts.DEEPEST:
        assert open_package(changed(_MAIN, data), "thu.docx").main == _MAIN
    else:
        code, message, _ = refusal(changed(_MAIN, data))
        assert (code, "quá sâu" in message) == ("VT-608", True)


def test_tags_are_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_TAGS", 100)
    file = open_package(changed("word/a.xml", b"<a>" + b"<b/>" * 150 + b"</a>"), "thu.docx")
    with pytest.raises(ReadError) as raised:
        file.xml("word/a.xml")
    assert raised.value.diagnostics[0].code == "VT-606"


def test_hostile_xml_ends() -> None:
    wide = b"<a " + b" ".join(b'a%d="1"' % i for i in range(200_000)) + b"/>"
    names = b"<a " + b" ".join(b'xmlns:a%d="u%d"' % (i, i) for i in range(50_000)) + b"/>"
    flat = b"<a>" + b"<b/>" * 500_000 + b"</a>"
    with ends():
        for data in (wide, names, flat):
            assert refusal(changed(_MAIN, data))[0] in ("VT-609", "VT-608")


# --- damage of any kind -----------------------------------------------------------------------------


def _walk(file: Package) -> None:
    for name in sorted(file.names):
        if name.endswith((".xml", ".rels")):
            file.xml(name)
            file.relations(name)
            file.content_type(name)


def _survives(data: bytes, read: Callable[[Package], None] = _walk) -> None:
    try:
        read(open_package(data, "thu.docx"))
        refused: tuple[Diagnostic, ...] = ()
    except ReadError as error:
        refused = error.diagnostics
    assert all(one.code.startswith("VT-6") and one.hint for one in refused)


_REAL = (ROOT / "examples" / "dien-mau" / "giay-moi.docx").read_bytes()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(_REAL) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_bytes_of_a_real_file(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_REAL)
    for at, value in changes:
        data[at] = value
    _survives(bytes(data))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(_REAL)), st.integers(0, 400), st.binary(max_size=40))
def test_cut_and_patched_files(start: int, length: int, patch: bytes) -> None:
    _survives(_REAL[:start] + patch + _REAL[start + length :])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_list_of_members(data: st.DataObject) -> None:
    start = _REAL.index(b"PK\x01\x02")
    damaged = bytearray(_REAL)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(start, len(_REAL) - 1))] = data.draw(st.integers(0, 255))
    _survives(bytes(damaged))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml "]))
def test_bytes_of_any_kind(tail: bytes, start: bytes) -> None:
    with pytest.raises(ReadError):
        open_package(start + tail, "thu.docx")
