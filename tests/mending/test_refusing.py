"""Files whose mending would break what they are are refused, politely; targets are guarded."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import vtdocs
from tests.checking.editing import letters
from tests.checking.mutating import clean, w
from tests.mending.mended import DOCUMENT, mend, parts, with_part
from vtdocs.errors import ReadError, WriteError
from vtdocs.writers.docx import is_untouched


def _broken() -> bytes:
    docx = clean("examples/mau/to-trinh.yaml")
    letters(docx, "TỜ TRÌNH", size=16)
    return docx.save()


def _code(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        mend(data)
    (fault,) = caught.value.diagnostics
    assert fault.hint
    return f"{fault.code} {fault.message}"


def test_a_signed_file_is_refused() -> None:
    signed = with_part(_broken(), "_xmlsignatures/sig1.xml", b"<Signature/>")
    assert _code(signed) == "VT-644 văn bản.docx đã ký số; sửa tệp làm chữ ký số mất hiệu lực, nên không sửa"


def test_a_protected_file_is_refused() -> None:
    settings = parts(_broken())["word/settings.xml"]
    head, mark, rest = settings.partition(b"</w:settings>")
    protection = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    locked = with_part(_broken(), "word/settings.xml", head + protection + mark + rest)
    assert _code(locked) == "VT-645 văn bản.docx đang bị hạn chế chỉnh sửa, nên không sửa"


def test_a_file_with_macros_is_refused() -> None:
    macros = with_part(_broken(), "word/vbaProject.bin", b"\0")
    assert _code(macros) == "VT-646 văn bản.docx có macro; vtdocs không mở và không sửa tệp có macro"


def test_a_file_with_a_damaged_part_that_nothing_reads_is_refused() -> None:
    data = with_part(_broken(), "word/media/image9.png", b"anh" * 50)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        info = file.getinfo("word/media/image9.png")
    # The checksum in the list of members: what was packed is not what is unpacked.
    damaged = data.replace(info.CRC.to_bytes(4, "little"), bytes(4))
    assert _code(damaged) == "VT-605 tệp bị hỏng (một phần không giải nén được)"


def test_a_strict_file_is_refused() -> None:
    document = parts(_broken())[DOCUMENT].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = with_part(_broken(), DOCUMENT, document)
    assert _code(strict) == "VT-647 văn bản.docx lưu ở dạng Strict Open XML, vtdocs đọc được nhưng không sửa"


def test_a_paper_of_the_party_is_refused() -> None:
    docx = clean("examples/mau/to-trinh.yaml")
    for t in docx.paragraph("CỘNG HÒA").iter(w("t")):
        t.text = (t.text or "").replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    for t in docx.xml().iter(w("t")):
        t.text = (t.text or "").replace("Độc lập - Tự do - Hạnh phúc", "")
        t.text = t.text.replace("ỦY BAN NHÂN DÂN", "ĐẢNG ỦY")
    code = _code(docx.save())
    assert code.startswith("VT-640 văn bản.docx là văn bản của Đảng: Nghị định 30/2020/NĐ-CP không áp dụng")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "goc.docx"
    path.write_bytes(_broken())
    return path


def test_fix_writes_a_new_file_and_leaves_the_old_one(source: Path) -> None:
    before = source.read_bytes()
    report = vtdocs.fix(source, source.with_name("sua.docx"))
    assert [(change.what, change.after) for change in report.changes] == [("cỡ chữ tên loại", "cỡ 14")]
    assert source.read_bytes() == before
    assert report.target is not None
    assert report.target.read_bytes() == mend(before).data


def test_a_dry_run_tells_the_same_and_writes_nothing(source: Path) -> None:
    report = vtdocs.fix(source, source.with_name("sua.docx"), dry_run=True)
    assert [(change.what, change.after) for change in report.changes] == [("cỡ chữ tên loại", "cỡ 14")]
    assert [path.name for path in source.parent.iterdir()] == ["goc.docx"]


@pytest.mark.parametrize(("name", "code"), [("goc.docx", "VT-643"), ("sua.pdf", "VT-642"), ("co.docx", "VT-503")])
def test_a_target_that_is_not_to_be_written_is_refused(source: Path, name: str, code: str) -> None:
    source.with_name("co.docx").write_bytes(b"cua nguoi khac")
    with pytest.raises(WriteError) as caught:
        vtdocs.fix(source, source.with_name(name))
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    assert source.with_name("co.docx").read_bytes() == b"cua nguoi khac"


def test_a_folder_that_cannot_be_written_is_told(source: Path) -> None:
    with pytest.raises(WriteError) as caught:
        vtdocs.fix(source, source / "sua.docx")
    assert caught.value.diagnostics[0].code.startswith("VT-50")


def test_a_link_to_the_source_is_the_source(source: Path) -> None:
    link = source.with_name("lien-ket.docx")
    link.symlink_to(source)
    with pytest.raises(WriteError, match="trùng với tệp gốc"):
        vtdocs.fix(source, link, force=True)


def test_force_writes_over(source: Path) -> None:
    target = source.with_name("co.docx")
    target.write_bytes(b"cu")
    vtdocs.fix(source, target, force=True)
    assert target.read_bytes()[:2] == b"PK"


def test_a_mended_paper_of_vtdocs_counts_as_edited_by_a_person() -> None:
    plan = vtdocs.write_docx(vtdocs.load(Path(__file__).parents[2] / "examples/cchc-2026/ke-hoach.yaml"))
    assert is_untouched(plan)
    mended = mend(plan)
    assert mended.changes
    assert not is_untouched(mended.data)
