"""Whether a stranger's package is sound: its members, its XML as bytes, its relationships; before anything is cut.

All that is bounded is counted on the bytes, before libxml2 makes elements of them: each takes 150 bytes and more, so a
small zip file could fill the memory. A part that Word would not open is not copied into a document either.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from msgspec import Struct

from vtdocs.patterns import compile_late

from .parsing import BrokenXmlError, parse_xml
from .seams import REL

__all__ = ["MOST_TAGS", "Unsound", "find_unsound"]

MOST_TAGS = 2_000_000
"""So many tags of XML, those that close included, may all parts have together: thousands of pages."""

_XML = (".xml", ".rels", ".vml")
_RELATIONS = ".rels"
# Word writes 35 names on the root of a part. What is looked up per element, name by name, stays cheap so.
_LONG_TAG, _MOST_ATTRIBUTES = 16_000, 1_000
_LONG_NAMES, _MOST_NAMES = 2_000, 200
_LONG = compile_late(rb"<[^<]{2000}")
_ATTRIBUTE = compile_late(rb"=\s*[\"']")
_ENCODING = compile_late(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([^\"']{1,40})")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
_AGAIN = "mở bằng Word, lưu lại dạng Word Document (.docx)"
_IDS = f"//@*[namespace-uri()='{REL}']"


class Unsound(Struct, frozen=True):
    """What makes a package unfit, in which part, and what to do."""

    part: str
    message: str
    hint: str = _AGAIN


def find_unsound(parts: Mapping[str, bytes], *, most_tags: int = MOST_TAGS) -> list[Unsound]:
    """Give all that is wrong with the members of a package, in order; with its relationships where the XML is sound."""
    found = [each for part, data in parts.items() for each in _check_member(part, data)]
    tags = sum(data.count(b"<") for part, data in parts.items() if part.endswith(_XML))
    if tags > most_tags:
        hint = "mẫu chỉ là khung và kiểu chữ: xóa nội dung thừa rồi lưu lại"
        found.append(Unsound("", f"tệp mẫu có {tags} thẻ XML, nhiều hơn mức {most_tags} mà vtdocs đọc", hint))
    if found:
        return found
    names = frozenset(map(str.casefold, parts))
    return [each for part in parts if part.endswith(_RELATIONS) for each in _check_relations(parts, part, names)]


def _check_member(part: str, data: bytes) -> Iterator[Unsound]:
    if part.startswith("/") or "\\" in part or ".." in part.split("/"):
        yield Unsound(part, "tên của một phần trong tệp chỉ ra ngoài tệp")
    if not part.endswith(_XML):
        return
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    wide = b"\0" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if wide or (declared and declared[1].lower() not in _ENCODINGS):
        yield Unsound(part, "phần này không ghi bằng UTF-8")
    elif b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        yield Unsound(part, "phần này có khai báo DTD, là thứ Word không bao giờ ghi")
    if _LONG.search(data) and any(map(_is_overlong, data.split(b"<"))):
        yield Unsound(part, "một thẻ XML của phần này có quá nhiều thuộc tính")


def _is_overlong(tag: bytes) -> bool:
    # A long attribute is none: Word keeps whole pictures in o:gfxdata.
    if len(tag) > _LONG_NAMES and tag.count(b"xmlns") > _MOST_NAMES:
        return True
    return len(tag) > _LONG_TAG and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES


def _check_relations(parts: Mapping[str, bytes], relations: str, names: frozenset[str]) -> Iterator[Unsound]:
    source = _source(relations)
    try:
        part = relations
        rows = list(parse_xml(parts[part], tidy=True))
        part = source
        used = _used(parts[part]) if part.endswith(_XML) and part in parts else []
    except BrokenXmlError:
        yield Unsound(part, f"phần {part} của tệp mẫu bị hỏng")
        return
    for row in rows:
        target = str(row.get("Target", ""))
        if row.get("TargetMode") == "External" or target.startswith("#"):
            continue
        inside = _resolve(source, target)
        if inside is None:
            yield Unsound(relations, f"một liên kết chỉ ra ngoài tệp: “{target[:60]}”")
        elif inside.casefold() not in names:
            yield Unsound(relations, f"tệp mẫu thiếu phần {inside[:60]}")
    known = {row.get("Id") for row in rows}
    for name in dict.fromkeys(used):
        if name and name not in known:
            yield Unsound(source, f"phần này dùng liên kết “{name[:40]}” mà tệp không khai báo")


def _source(relations: str) -> str:
    """Give the part whose relationships these are; of the package's own, an empty name."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(_RELATIONS))


def _used(data: bytes) -> list[str]:
    root = parse_xml(data)
    found = root.xpath(_IDS) if REL.encode() in data else []
    return [str(name) for name in found] if isinstance(found, list) else []


def _resolve(source: str, target: str) -> str | None:
    """Give the name of the part at a target; `None` where it lies outside of the package."""
    part = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(target.partition("#")[0])))
    return None if part.split("/")[0] == ".." else part.lstrip("/")
