"""A template's parts and a document's own in one file."""

from __future__ import annotations

import hashlib
import io
import pickle
import zipfile
from concurrent.futures import ThreadPoolExecutor

import vtdocs
from tests.docx_xml import parts
from tests.judges import ROOT
from tests.writers.plans import plan, table
from vtdocs.documents import build_document
from vtdocs.model import PhuLuc
from vtdocs.tree import Properties
from vtdocs.writers.docx import is_untouched, render_docx, stock_template
from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import freeze_parts, pack

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


def test_a_file_of_an_earlier_version_is_known_as_untouched() -> None:
    """They were written with zipfile, sorted and all deflated; the digest was the same."""
    now = parts(vtdocs.write_docx(plan()))
    digest = hashlib.sha256()
    for name in sorted(now.keys() - {"docProps/custom.xml"}):
        digest.update(f"{name}\0{hashlib.sha256(now[name]).hexdigest()}\n".encode())
    assert digest.hexdigest().encode() in now["docProps/custom.xml"]
    old = io.BytesIO()
    with zipfile.ZipFile(old, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(now):
            archive.writestr(name, now[name])
    assert is_untouched(old.getvalue())
    assert not is_untouched(old.getvalue()[:-30])


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
