"""What tests of mending ask of a mended file: its words, its findings, its changes."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter

from lxml import etree

from tests.checking.mutating import W
from vtdocs.checking.judging import check_docx
from vtdocs.mending import Mended, mend_docx

__all__ = ["DOCUMENT", "changed", "findings", "mend", "part", "parts", "with_part", "words"]

DOCUMENT = "word/document.xml"
_TYPING = re.compile("[\\s\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\ufeff]")


def mend(data: bytes) -> Mended:
    return mend_docx(data, name="văn bản.docx")


def changed(mended: Mended) -> list[tuple[str, str, str]]:
    """The changes of form, without their places and sources."""
    return [(change.what, change.before, change.after) for change in mended.changes if not change.offered]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def part(data: bytes, name: str = DOCUMENT) -> etree._Element:
    return etree.fromstring(parts(data)[name])


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same file with a part more, or another in its place."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for each, old in {**parts(data), name: content}.items():
            file.writestr(each, old)
    return out.getvalue()


def findings(data: bytes) -> Counter[str]:
    return Counter(finding.code for finding in check_docx(data, name="văn bản.docx"))


def words(data: bytes, name: str = DOCUMENT) -> str:
    """All words of a part as if what vtdocs offers were refused; blanks, dashes and codes are no words."""
    root = part(data, name)
    for inserted in [*root.iter(f"{W}ins")]:
        if inserted.get(f"{W}author") == "vtdocs":
            parent = inserted.getparent()
            assert parent is not None
            parent.remove(inserted)
    kept = [
        text.text or ""
        for text in root.iter(f"{W}t", f"{W}delText")
        if text.tag == f"{W}t" or _author(text) == "vtdocs"
    ]
    return _TYPING.sub("", unicodedata.normalize("NFC", "".join(kept))).replace("–", "-").replace("—", "-")


def _author(text: etree._Element) -> str:
    deleted = next(text.iterancestors(f"{W}del"), None)
    return "" if deleted is None else deleted.get(f"{W}author", "")
