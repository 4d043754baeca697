"""The package of a Word file: its parts, parsed when they are asked for, and what each refers to.

Nothing outside the file is ever read: relations to the outside are told, never followed.
"""

from __future__ import annotations

import errno
import posixpath
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from vtdocs.errors import VtdocsError

from .archive import LARGEST_FILE, Archive
from .names import REL_NS, TYPES_NS, W_DOCUMENT
from .refusals import AGAIN, Refusal, refuse
from .signatures import check_signature
from .xml_parts import BrokenPartError, parse_part

__all__ = ["MOST_TAGS", "Package", "Relation", "open_package", "read_file"]

MOST_TAGS = 4_000_000
"""Tags of all parts that are asked for, those that close included: a 500-page paper of Word has some two million."""


_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_TYPES = "[Content_Types].xml"
_CHECK = "kiểm tra đường dẫn và quyền truy cập"
_REASONS = {
    errno.EACCES: "không có quyền đọc tệp",
    errno.EPERM: "không có quyền đọc tệp",
    errno.ELOOP: "liên kết trỏ vòng tròn",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
    errno.ENOENT: "không có tệp này",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
}
_OTHER_MAIN = (
    ("spreadsheetml", "đây là tệp Excel"),
    ("presentationml", "đây là tệp PowerPoint"),
    ("visio", "đây là tệp Visio"),
)


class Relation(Struct, frozen=True):
    """What a part refers to. `kind` is the last word of its type ("styles", "header"); `target` the name of a part.

    For an external one `target` is the address as it stands. A target that is not in the file is named all the same.
    """

    kind: str
    target: str
    external: bool = False


class Package:
    """A Word file. `main` is the name of its main part, `names` those of all parts, `macros` whether it carries any."""

    def __init__(self, archive: Archive, name: str) -> None:
        """Find the main part. Raises ReadError where there is none, or the file is of another program."""
        self.name = name
        self.names = archive.names
        self._archive = archive
        self._tags = 0
        self._trees: dict[str, etree._Element | None] = {}
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self._real = {part.casefold(): part for part in self.names}
        self._defaults, self._overrides = self._read_types()
        self.main = self._find_main()

    @property
    def macros(self) -> bool:
        """Whether the file carries macros. They are never run."""
        return "macroenabled" in self.content_type(self.main).casefold() or any(
            part.casefold().endswith("vbaproject.bin") for part in self.names
        )

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises ReadError; KeyError where there is none."""
        return self._archive.read(part)

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part, `None` where there is none. Raises ReadError for one that is broken or refused."""
        if part not in self._trees:
            self._trees[part] = self._parse(part) if part in self.names else None
        return self._trees[part]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; "" gives the relations of the file itself."""
        if part not in self._relations:
            self._relations[part] = MappingProxyType(self._read_relations(part))
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The name of the first part of a kind that a part refers to, if it is in the file."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external and relation.target in self.names:
                return relation.target
        return None

    def content_type(self, part: str) -> str:
        """The content type of a part, "" where the file does not say."""
        return self._overrides.get(part.casefold()) or self._defaults.get(part.rpartition(".")[2].casefold(), "")

    def _parse(self, part: str) -> etree._Element:
        data = self._archive.read(part)
        # Each makes an object of a hundred bytes and more: a small file could fill the memory.
        self._tags += data.count(b"<")
        if self._tags > MOST_TAGS:
            message = f"văn bản có hơn {MOST_TAGS} thẻ XML, dài quá mức đọc được"
            raise refuse(Refusal.TOO_LARGE, message, "tách văn bản ra nhiều tệp nhỏ hơn", self.name, part)
        try:
            return parse_part(data)
        except BrokenPartError as error:
            raise refuse(error.code, error.message, error.hint, self.name, part) from None

    def _read_types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        types = self.xml(self._real.get(_TYPES.casefold(), _TYPES))
        if types is None:
            raise self._refuse_zip()
        for row in types.iter(f"{{{TYPES_NS}}}Default", f"{{{TYPES_NS}}}Override"):
            kind = row.get("ContentType", "")
            if extension := row.get("Extension"):
                defaults[extension.casefold()] = kind
            elif part := row.get("PartName"):
                overrides[part.lstrip("/").casefold()] = kind
        return defaults, overrides

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, _, base = part.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        root = self.xml(self._real.get(rels.casefold(), rels))
        found: dict[str, Relation] = {}
        if root is None:
            return found
        for row in root.iter(f"{{{REL_NS}}}Relationship"):
            kind = row.get("Type", "").rstrip("/").rpartition("/")[2]
            target = row.get("Target", "")
            external = row.get("TargetMode", "").casefold() == "external"
            resolved = target if external else self._resolve(folder, target)
            found.setdefault(row.get("Id", ""), Relation(kind, resolved, external))
        return found

    def _resolve(self, folder: str, target: str) -> str:
        path = unquote(target.partition("#")[0]).replace("\\", "/")
        full = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        return self._real.get(full.casefold(), full)

    def _find_main(self) -> str:
        mains = [each for each in self.relations("").values() if each.kind == "officeDocument" and not each.external]
        if not mains:
            raise self._refuse_zip()
        main = mains[0].target
        kind = self.content_type(main).casefold()
        for word, message in _OTHER_MAIN:
            if word in kind:
                raise refuse(Refusal.OTHER_KIND, message, "chọn tệp Word (.docx)", self.name)
        if main not in self.names:
            message = f"tệp thiếu phần chính của văn bản ({main[:60]})"
            raise refuse(Refusal.INCOMPLETE, message, AGAIN, self.name)
        root = self.xml(main)
        if root is None or root.tag != W_DOCUMENT:
            raise refuse(Refusal.INCOMPLETE, "phần chính của tệp không phải văn bản Word", AGAIN, self.name, main)
        return main

    def _refuse_zip(self) -> VtdocsError:
        if "mimetype" in self.names and self._archive.read("mimetype").startswith(_OPEN_DOCUMENT):
            hint = (
                "mở bằng LibreOffice hoặc Word rồi Lưu thành .docx, hoặc chạy: soffice --headless --convert-to docx TỆP"
            )
            return refuse(Refusal.OLD_WORD, "đây là tệp OpenDocument (.odt), không phải .docx", hint, self.name)
        hint = "nếu là thư mục nén thì giải nén, rồi chọn tệp .docx ở trong"
        return refuse(Refusal.OTHER_KIND, "đây là tệp nén (zip), không có văn bản Word ở trong", hint, self.name)


def open_package(source: Path | bytes, name: str) -> Package:
    """Open a Word file (.docx, .docm, .dotx, .dotm by any name); `name` is what messages call it. Raises ReadError."""
    data = source if isinstance(source, bytes) else read_file(source, name)
    if len(data) > LARGEST_FILE:
        raise _refuse_size(name)
    check_signature(data, name)
    return Package(Archive(data, name), name)


def read_file(path: Path, name: str) -> bytes:
    """Read the bytes of a file, no more than is looked at. Raises ReadError."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse(Refusal.UNREADABLE, "đây là thư mục, không phải tệp", "chọn tệp .docx ở trong", name)
        if not stat.S_ISREG(status.st_mode):
            raise refuse(Refusal.UNREADABLE, "đây không phải là tệp thường", "chọn tệp .docx", name)
        if status.st_size > LARGEST_FILE:
            raise _refuse_size(name)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "không đọc được tệp")
        raise refuse(Refusal.UNREADABLE, reason, _CHECK, name) from None
    except ValueError:
        raise refuse(Refusal.UNREADABLE, "đường dẫn không hợp lệ", _CHECK, name) from None


def _refuse_size(name: str) -> VtdocsError:
    message = f"tệp lớn hơn {LARGEST_FILE // 1024 // 1024} MB"
    return refuse(Refusal.TOO_LARGE, message, "nén ảnh trong Word (Nén ảnh) hoặc tách văn bản ra nhiều tệp", name)
