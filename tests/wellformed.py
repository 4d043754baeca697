"""Faults of a .docx that no foreign judge names, each found by a function of its own."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from tests.docx_xml import MC, W, parse, texts

CONTENT_TYPES = "[Content_Types].xml"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

# Where in w: text may stand at all.
_TEXT_HOLDERS = {f"{{{W}}}{name}" for name in ("t", "delText", "instrText", "delInstrText")}
# The first moment a zip can name; what a file without a clock carries.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
# A folder of somebody's machine, or a drive. Word's own targets such as /word/styles.xml are not meant.
_MACHINE_PATH = re.compile(r"file:|\b[A-Za-z]:[\\/]|(?:^|[\s\"'=])/(?:home|root|tmp|work|Users|var|usr|mnt|opt)/")


@dataclass(frozen=True)
class Package:
    """An opened .docx: members in order, duplicates included, and the XML parts that parse."""

    docx: bytes

    @cached_property
    def members(self) -> list[zipfile.ZipInfo]:
        with zipfile.ZipFile(io.BytesIO(self.docx)) as package:
            return package.infolist()

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.docx)) as package:
            return {member.filename: package.read(member) for member in package.infolist()}

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """Roots of the XML parts; one that does not parse is missing here and named by `unparsable`."""
        trees = {}
        for name, content in self.parts.items():
            if name.endswith((".xml", ".rels")):
                try:
                    trees[name] = parse(content)
                except etree.XMLSyntaxError:
                    continue
        return trees

    @cached_property
    def stories(self) -> dict[str, etree._Element]:
        """The parts that hold paragraphs: document, headers, footers, notes."""
        return {name: root for name, root in self.trees.items() if next(root.iter(w("p")), None) is not None}


Check = Callable[[Package], Iterable[str]]


def faults(docx: bytes, *, text_may_hold_braces: bool = False) -> list[str]:
    """Everything wrong with a .docx, as "part: what"; an empty list is a clean file.

    `text_may_hold_braces`: the plan's own text holds {{ or {%, so they are no left-over of a template.
    """
    package = Package(docx)
    checks: list[Check] = [
        zip_members,
        unparsable,
        content_types,
        relationship_targets,
        relationship_uses,
        bare_text,
        unbalanced_fields,
        unknown_styles,
        cell_ends,
        grid_counts,
        repeated_ids,
        bookmarks,
        last_section,
        machine_paths,
    ]
    if not text_may_hold_braces:
        checks.append(left_over_tags)
    return [fault for check in checks for fault in check(package)]


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def zip_members(package: Package) -> Iterator[str]:
    """Names once each and plain, no folders, no time of the machine that wrote them."""
    for name, times in Counter(member.filename for member in package.members).items():
        if times > 1:
            yield f"{name}: {times} members of this name"
        if "\\" in name or name.startswith("/") or ".." in name.split("/") or name.endswith("/"):
            yield f"{name}: not a part name"
    for member in package.members:
        if member.date_time != _ZIP_EPOCH:
            yield f"{member.filename}: dated {member.date_time}"


def unparsable(package: Package) -> Iterator[str]:
    """XML that does not parse, or that brings a document type along."""
    for name, content in package.parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = parse(content)
        except etree.XMLSyntaxError as error:
            yield f"{name}: {error}"
        else:
            if root.getroottree().docinfo.internalDTD is not None:
                yield f"{name}: holds a document type"


def content_types(package: Package) -> Iterator[str]:
    """Every part has a content type, every named part is there, nothing is said twice."""
    root = package.trees.get(CONTENT_TYPES)
    if root is None:
        yield f"{CONTENT_TYPES}: missing"
        return
    defaults = [str(node.get("Extension")).lower() for node in root.iter(f"{{{_CT}}}Default")]
    overrides = [str(node.get("PartName")).lstrip("/") for node in root.iter(f"{{{_CT}}}Override")]
    for name, times in Counter(defaults + overrides).items():
        if times > 1:
            yield f"{CONTENT_TYPES}: {name} stands {times} times"
    for name in overrides:
        if name not in package.parts:
            yield f"{CONTENT_TYPES}: names {name}, which is not there"
    for name in package.parts:
        covered = name in overrides or name.rpartition(".")[2].lower() in defaults
        if name != CONTENT_TYPES and not covered:
            yield f"{name}: no content type"


def _relationships(package: Package) -> Iterator[tuple[str, str, etree._Element]]:
    """(relationship part, its source part or "" for the package, one relationship)."""
    for name, root in package.trees.items():
        folder, file = posixpath.split(name)
        if file.endswith(".rels") and posixpath.basename(folder) == "_rels":
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            for relationship in root.iter(f"{{{_REL}}}Relationship"):
                yield name, source, relationship


def relationship_targets(package: Package) -> Iterator[str]:
    """Sources and targets exist, ids are single, and no part lies there that nothing refers to."""
    reached = {CONTENT_TYPES}
    ids: Counter[tuple[str, str]] = Counter()
    for name, source, relationship in _relationships(package):
        ids[name, str(relationship.get("Id"))] += 1
        reached.add(name)
        if source and source not in package.parts:
            yield f"{name}: its part {source} is not there"
        if relationship.get("TargetMode") == "External":
            continue
        target = unquote(str(relationship.get("Target")))
        place = posixpath.normpath(posixpath.join(posixpath.dirname(source), target)).lstrip("/")
        reached.add(place)
        if place not in package.parts:
            yield f"{name}: {relationship.get('Id')} leads to {place}, which is not there"
    for (name, identity), times in ids.items():
        if times > 1:
            yield f"{name}: {identity} stands {times} times"
    for name in package.parts:
        if name not in reached:
            yield f"{name}: nothing refers to this part"


def relationship_uses(package: Package) -> Iterator[str]:
    """Each r:id, r:embed, r:link … in a part is one of its relationships."""
    known: dict[str, set[str]] = {}
    for _, source, relationship in _relationships(package):
        known.setdefault(source, set()).add(str(relationship.get("Id")))
    for name, root in package.trees.items():
        for node in root.iter("{*}*"):
            for key, value in node.attrib.items():
                if str(key).startswith(f"{{{_R}}}") and value and value not in known.get(name, set()):
                    yield f"{name}: {_short(node)} refers to {value!s}, which is no relationship of the part"


def left_over_tags(package: Package) -> Iterator[str]:
    """Template tags that nobody filled, also one that Word has split over several runs."""
    sign = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
    for name, root in package.trees.items():
        values = [str(value) for node in root.iter("{*}*") for value in node.attrib.values()]
        # Braces in an attribute are common ({GUID}); doubled ones are not.
        for text in [*texts(root), *values]:
            if sign.search(text):
                yield f"{name}: left-over template tag in {text[:80]!r}"


def bare_text(package: Package) -> Iterator[str]:
    """Text outside w:t: Word drops it without a word."""
    for name, root in package.trees.items():
        for node in root.iter("{*}*"):
            if str(node.tag).startswith(f"{{{W}}}") and node.tag not in _TEXT_HOLDERS and (node.text or "").strip():
                yield f"{name}: bare text {(node.text or '').strip()[:40]!r} in {_short(node)}"
            if (node.tail or "").strip():
                yield f"{name}: bare text {(node.tail or '').strip()[:40]!r} after {_short(node)}"


def unbalanced_fields(package: Package) -> Iterator[str]:
    """Complex fields open, part and close in turn, and have an instruction."""
    for name, root in package.stories.items():
        open_fields: list[list[str]] = []  # what each field that is open now has had so far
        for node in root.iter(w("fldChar"), w("instrText")):
            kind = str(node.get(w("fldCharType"))) if node.tag == w("fldChar") else "instruction"
            if kind == "begin":
                open_fields.append([])
            elif not open_fields:
                yield f"{name}: field {kind} without a begin"
            elif kind == "end":
                if "instruction" not in open_fields.pop():
                    yield f"{name}: field without an instruction"
            elif "separate" in open_fields[-1]:
                yield f"{name}: field {kind} after the field was parted"
            else:
                open_fields[-1].append(kind)
        if open_fields:
            yield f"{name}: {len(open_fields)} field(s) without an end"


def unknown_styles(package: Package) -> Iterator[str]:
    """Every style named anywhere exists, and is of the kind it is used as."""
    sheet = package.trees.get("word/styles.xml")
    styles = {} if sheet is None else {s.get(w("styleId")): s.get(w("type")) for s in sheet.iter(w("style"))}
    if sheet is not None:
        for style, times in Counter(node.get(w("styleId")) for node in sheet.iter(w("style"))).items():
            if times > 1:
                yield f"word/styles.xml: style {style!s} stands {times} times"
    uses = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, root in package.trees.items():
        for tag, kind in uses.items():
            for node in root.iter(w(tag)):
                if styles.get(node.get(w("val"))) != kind:
                    yield f"{name}: no {kind} style {node.get(w('val'))!s}"
        for node in root.iter(w("basedOn"), w("next"), w("link")):
            if node.get(w("val")) not in styles:
                yield f"{name}: {_short(node)} names the unknown style {node.get(w('val'))!s}"


def cell_ends(package: Package) -> Iterator[str]:
    """A cell ends with a paragraph; without one Word calls the file corrupt."""
    for name, root in package.stories.items():
        for cell in root.iter(w("tc")):
            if not len(cell) or cell[-1].tag != w("p"):
                yield f"{name}: a cell ends with {_short(cell[-1]) if len(cell) else 'nothing'}"


def _within(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children with this tag, also those in a content control between."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("ins"), w("customXml")):
            yield from _within(child, tag)


def _number(node: etree._Element, path: str, default: int) -> int:
    found = node.find(path)
    return default if found is None else int(str(found.get(w("val"))))


def grid_counts(package: Package) -> Iterator[str]:
    """Each row fills the grid, and each cell is as wide as its grid columns: LibreOffice reads only these."""
    for name, root in package.stories.items():
        for table in root.iter(w("tbl")):
            columns = table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
            grid = [int(str(column.get(w("w"), 0))) for column in columns]
            for number, row in enumerate(_within(table, w("tr")), 1):
                yield from (f"{name}: row {number}: {fault}" for fault in _row_faults(row, grid))


def _row_faults(row: etree._Element, grid: list[int]) -> Iterator[str]:
    column = _number(row, f"{w('trPr')}/{w('gridBefore')}", 0)
    for cell in _within(row, w("tc")):
        span = _number(cell, f"{w('tcPr')}/{w('gridSpan')}", 1)
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        twips = None if width is None or width.get(w("type")) != "dxa" else int(str(width.get(w("w"))))
        expected = sum(grid[column : column + span])
        if twips is not None and twips != expected:
            yield f"a cell of {twips} twips on grid columns of {expected}"
        column += span
    column += _number(row, f"{w('trPr')}/{w('gridAfter')}", 0)
    if column != len(grid):
        yield f"fills {column} of {len(grid)} grid columns"


def repeated_ids(package: Package) -> Iterator[str]:
    """Ids of drawings and of content controls are single in the whole document."""
    drawings: Counter[str] = Counter()
    controls: Counter[str] = Counter()
    for root in package.stories.values():
        for node in root.iter(f"{{{_WP}}}docPr"):
            if next(node.iterancestors(f"{{{MC}}}Fallback"), None) is None:
                drawings[str(node.get("id"))] += 1
        controls.update(str(node.get(w("val"))) for node in root.iterfind(f".//{w('sdtPr')}/{w('id')}"))
    for what, ids in (("wp:docPr", drawings), ("w:sdt", controls)):
        yield from (f"{what} id {identity} stands {times} times" for identity, times in ids.items() if times > 1)


def bookmarks(package: Package) -> Iterator[str]:
    """Bookmarks have single ids and names, and every start has its end."""
    for name, root in package.stories.items():
        starts = Counter(str(node.get(w("id"))) for node in root.iter(w("bookmarkStart")))
        ends = Counter(str(node.get(w("id"))) for node in root.iter(w("bookmarkEnd")))
        names = Counter(str(node.get(w("name"))) for node in root.iter(w("bookmarkStart")))
        if starts != ends:
            yield f"{name}: bookmark starts {sorted(starts)} and ends {sorted(ends)} differ"
        yield from (f"{name}: bookmark {k} stands {n} times" for k, n in (starts + names).items() if n > 1)


def last_section(package: Package) -> Iterator[str]:
    """The body ends with its section: without it the page is whatever the reader likes."""
    root = package.trees.get("word/document.xml")
    body = None if root is None else root.find(w("body"))
    if body is None or not len(body) or body[-1].tag != w("sectPr"):
        yield "word/document.xml: the body does not end with w:sectPr"


def machine_paths(package: Package) -> Iterator[str]:
    """Attributes, relationships and properties name no folder of the machine that wrote them."""
    for name, root in package.trees.items():
        values = [str(value) for node in root.iter("{*}*") for value in node.attrib.values()]
        if name.startswith("docProps/"):
            values += [node.text or "" for node in root.iter("{*}*")]
        for value in values:
            if _MACHINE_PATH.search(value):
                yield f"{name}: path of a machine in {value[:80]!r}"


def _short(node: etree._Element) -> str:
    name = etree.QName(node).localname
    return f"{node.prefix}:{name}" if node.prefix else name
