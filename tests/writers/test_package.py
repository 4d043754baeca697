"""A template's parts and a document's own in one file."""

from __future__ import annotations

import hashlib
import io
import pickle
import re
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

import vtdocs
from tests.docx_xml import parts
from tests.judges import ROOT
from tests.writers.plans import plan, table
from vtdocs.documents import build_document
from vtdocs.model import PhuLuc
from vtdocs.tree import Properties
from vtdocs.writers.docx import is_untouched, render_docx, stock_template
from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import CUSTOM_PART, freeze_parts, pack

COMPRESSOR = find_compressor()
PROPERTIES = Properties("Tên & <số>", "", "UBND xã", "2026-04-05")
SHARED = {
    "word/styles.xml": b"<styles/>" * 700,
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b"<Relationships/>",
    "docProps/core.xml": b"<old/>",
    "docProps/custom.xml": b"<old/>",
    "word/media/image1.png": bytes(range(256)),
}


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def test_the_content_types_come_first_and_the_digest_last() -> None:
    data = pack(freeze_parts(SHARED), {"word/document.xml": b"<d/>"}, PROPERTIES, COMPRESSOR)
    assert names(data)[0] == "[Content_Types].xml"
    assert names(data)[-1] == "docProps/custom.xml"
    assert is_untouched(data)
    assert parts(data)["word/document.xml"] == b"<d/>"
    assert parts(data)["word/styles.xml"] == SHARED["word/styles.xml"]
    core = parts(data)["docProps/core.xml"].decode()
    assert "<dc:title>Tên &amp; &lt;số&gt;</dc:title>" in core
    assert '<dcterms:created xsi:type="dcterms:W3CDTF">2026-04-05T00:00:00Z</dcterms:created>' in core


def test_a_changed_part_takes_the_place_of_the_shared_one() -> None:
    package = freeze_parts(SHARED)
    changed = {"word/document.xml": b"<d/>", "[Content_Types].xml": b"<Types>2</Types>", "a.xml": b"<a/>"}
    data = pack(package, changed, PROPERTIES, COMPRESSOR)
    assert sorted(names(data)) == sorted([*SHARED, "word/document.xml", "a.xml"])
    assert names(data)[0] == "[Content_Types].xml"
    assert parts(data)["[Content_Types].xml"] == b"<Types>2</Types>"
    assert is_untouched(data)
    # The package is as it was.
    assert parts(pack(package, {}, PROPERTIES, COMPRESSOR))["[Content_Types].xml"] == b"<Types/>"


def test_what_is_packed_in_itself_is_stored() -> None:
    data = pack(freeze_parts(SHARED), {"word/media/image2.JPEG": b"\xff\xd8" * 500}, PROPERTIES, COMPRESSOR)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        stored = {info.filename for info in archive.infolist() if info.compress_type == zipfile.ZIP_STORED}
    assert stored == {"word/media/image1.png", "word/media/image2.JPEG"}


def test_without_properties_the_shared_ones_stay_and_nothing_is_signed() -> None:
    package = freeze_parts(SHARED, with_properties=True)
    data = pack(package, {"word/document.xml": b"<d/>"}, None, COMPRESSOR)
    assert parts(data) == SHARED | {"word/document.xml": b"<d/>"}
    assert not is_untouched(data)


def test_the_digest_is_of_the_size_and_the_checksum_of_each_part() -> None:
    now = parts(vtdocs.write_docx(plan()))
    rows = [f"{name}\0{len(now[name])}\0{zlib.crc32(now[name]):08x}\n" for name in sorted(now) if name != CUSTOM_PART]
    told = "".join(rows).encode()
    digest = f"{zlib.crc32(told):08x}{zlib.crc32(told[::-1]):08x}"
    assert f"<vt:lpwstr>{digest}</vt:lpwstr>".encode() in now[CUSTOM_PART]


def earlier(now: dict[str, bytes]) -> bytes:
    """Write a file as the first versions did: with zipfile, sorted and all deflated, its digest of another kind."""
    digest = hashlib.sha256()
    for name in sorted(now.keys() - {CUSTOM_PART}):
        digest.update(f"{name}\0{hashlib.sha256(now[name]).hexdigest()}\n".encode())
    custom = re.sub(rb">[0-9a-f]{16}<", f">{digest.hexdigest()}<".encode(), now[CUSTOM_PART])
    old = io.BytesIO()
    with zipfile.ZipFile(old, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(now):
            archive.writestr(name, custom if name == CUSTOM_PART else now[name])
    return old.getvalue()


def test_a_file_of_an_earlier_version_is_known_as_untouched() -> None:
    now = parts(vtdocs.write_docx(plan()))
    old = earlier(now)
    assert is_untouched(old)
    assert not is_untouched(old[:-30])
    document = now["word/document.xml"]
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        carried = archive.read(CUSTOM_PART)
    assert is_untouched(rewritten(now | {CUSTOM_PART: carried}))
    for edited in (document + b" ", document[:-9] + b"x" + document[-8:]):
        assert not is_untouched(rewritten(now | {CUSTOM_PART: carried, "word/document.xml": edited}))


@pytest.mark.parametrize("edit", ["longer", "as long", "gone", "more", "unsigned"])
def test_an_edited_file_is_known(edit: str) -> None:
    now = parts(vtdocs.write_docx(plan()))
    assert is_untouched(rewritten(now))
    document = now["word/document.xml"]
    match edit:
        case "longer":
            now["word/document.xml"] = document.replace(b"</w:body>", b" </w:body>")
        case "as long":
            now["word/document.xml"] = document.replace(b"<w:t>", b"<w:T>", 1)
        case "gone":
            del now["word/header1.xml"]
        case "more":
            now["word/extra.xml"] = b"<a/>"
        case "unsigned":
            del now[CUSTOM_PART]
    assert not is_untouched(rewritten(now))


def rewritten(content: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_a_pickled_package_is_the_same() -> None:
    package = freeze_parts(SHARED)
    assert pickle.loads(pickle.dumps(package)) == package


def test_threads_share_a_template() -> None:
    documents = [
        build_document(vtdocs.load(ROOT / "examples" / "cchc-2026" / "ke-hoach.yaml")),
        build_document(plan(phu_luc=(PhuLuc((table(40),)),))),
        build_document(plan("- A & B\n- C")),
    ]
    work = documents * 16
    alone = [render_docx(document, stock_template()) for document in documents] * 16
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda document: render_docx(document, stock_template()), work)) == alone
