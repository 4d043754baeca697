"""The zip of a workbook, looked through before Excel's reader sees it, and made anew of what was looked through.

calamine allocates the whole rectangle between the first and the last used cell: one cell at XFD1048576 ends the
process, as memory that is not there cannot be caught. It gives error values and formulas without a value as empty
text. So each sheet is looked through here first, and calamine gets a package made of just those bytes, so that two
readers of zip files never read the same file in two ways.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import join, normpath
from xml.parsers import expat

from msgspec import Struct

from .formats import read_formats
from .grid import MAX_COLUMNS, MAX_ROWS
from .sheet_scan import SheetScan, scan_sheet

__all__ = [
    "MAX_CELLS",
    "MAX_MEMBERS",
    "MAX_PART_BYTES",
    "MAX_RATIO",
    "MAX_TEXT",
    "DamagedError",
    "SheetPart",
    "TooLargeError",
    "Workbook",
]

MAX_MEMBERS = 2_000
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_RATIO = 300
# A ratio says nothing of small parts: an empty sheet with long column settings is packed well.
_RATIO_FROM = 1024 * 1024
MAX_CELLS = 1_000_000
# All texts of a sheet together: one long shared text may stand in every cell.
MAX_TEXT = 100 * 1024 * 1024

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_WORKSHEET = "/worksheet"
_STYLES = "/styles"
_SHARED = ("/sharedStrings", _STYLES)
# calamine finds the workbook by this part.
_ROOT_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="xl/workbook.xml"/></Relationships>'
)
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


class DamagedError(Exception):
    """The workbook cannot be read; the text says why, in Vietnamese."""


class TooLargeError(Exception):
    """A bound was passed; the text says which, in Vietnamese."""


class SheetPart(Struct, frozen=True):
    """A sheet of cells: its name, the part that holds it, whether a user sees it."""

    name: str
    part: str
    visible: bool


class Workbook:
    """A workbook's parts; raises DamagedError and TooLargeError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise DamagedError("tệp không phải là Excel .xlsx, hoặc bị hỏng") from error
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise TooLargeError(f"tệp có {len(members)} phần bên trong, nhiều nhất là {MAX_MEMBERS}")
        self._members = {member.filename: member for member in members}
        if len(self._members) != len(members):
            raise DamagedError("tệp có hai phần trùng tên")
        if _WORKBOOK not in self._members or _RELATIONS not in self._members:
            raise DamagedError("tệp thiếu phần xl/workbook.xml, không phải là Excel .xlsx")
        self._parts = {name: self.read(name) for name in (_WORKBOOK, _RELATIONS)}
        targets = _targets(self._parts[_RELATIONS])
        for kind, target in targets.values():
            if kind.endswith(_SHARED) and target in self._members:
                self._parts[target] = self.read(target)
        self._formats = self._read_formats(targets)
        self.sheets = tuple(
            SheetPart(name, targets[relation][1], visible)
            for name, relation, visible in _sheets(self._parts[_WORKBOOK])
            if relation in targets and targets[relation][0].endswith(_WORKSHEET)
        )

    def read(self, name: str) -> bytes:
        """Read a part, within the bounds."""
        member = self._members.get(name)
        if member is None:
            raise DamagedError(f"tệp thiếu phần {name}")
        if member.flag_bits & 1:
            raise DamagedError("tệp nén có mật khẩu")
        if member.file_size > MAX_PART_BYTES:
            raise TooLargeError(f"phần {name} lớn quá {MAX_PART_BYTES // 1024 // 1024} MB khi giải nén")
        if member.file_size > _RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise TooLargeError(f"phần {name} nén quá {MAX_RATIO} lần, có thể là tệp phá hoại")
        try:
            data = self._zip.read(member)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise DamagedError(f"phần {name} bị hỏng") from error
        if any(mark in data for mark in _FORBIDDEN):
            raise DamagedError(f"phần {name} có khai báo DOCTYPE, tệp Excel không dùng")
        return data

    def scan(self, sheet: SheetPart) -> SheetScan:
        """Look through a sheet; from then on `package` holds it."""
        if "/" not in sheet.part or sheet.part.startswith(".."):
            raise DamagedError(f"trang tính “{sheet.name}” trỏ ra ngoài tệp")
        data = self.read(sheet.part)
        try:
            found = scan_sheet(data, MAX_ROWS, MAX_COLUMNS, self._shared(), self._formats)
        except expat.ExpatError as error:
            raise DamagedError(f"trang tính “{sheet.name}” bị hỏng") from error
        if found.textless:
            what = f"ô {found.textless} trỏ tới chữ không có trong tệp"
            raise DamagedError(f"trang tính “{sheet.name}” bị hỏng: {what}")
        rows, columns = found.rows, found.columns
        if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
            raise TooLargeError(
                f"trang tính “{sheet.name}” trải đến hàng {rows}, cột {columns}; "
                f"nhiều nhất là {MAX_ROWS} hàng, {MAX_COLUMNS} cột và {MAX_CELLS} ô"
            )
        if found.text > MAX_TEXT:
            raise TooLargeError(f"chữ trong trang tính “{sheet.name}” vượt quá {MAX_TEXT // 1024 // 1024} MB")
        self._parts[sheet.part] = data
        return found

    def package(self) -> bytes:
        """Make a package of the parts that were looked through, and of nothing else."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
            package.writestr(zipfile.ZipInfo("_rels/.rels"), _ROOT_RELATIONS)
            for name, data in self._parts.items():
                package.writestr(zipfile.ZipInfo(name), data)
        return buffer.getvalue()

    def _read_formats(self, targets: dict[str, tuple[str, str]]) -> dict[int, str]:
        part = next((part for kind, part in targets.values() if kind.endswith(_STYLES)), "")
        return read_formats(self._parts.get(part, b""))

    def _shared(self) -> bytes:
        return next((data for name, data in self._parts.items() if name.lower().endswith("sharedstrings.xml")), b"")


def _elements(data: bytes, wanted: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == wanted:
            found.append({name.rpartition(":")[2]: value for name, value in attributes.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DamagedError("danh mục trang tính bị hỏng") from error
    return found


def _targets(data: bytes) -> dict[str, tuple[str, str]]:
    """Give the kind and the part of each relation of the workbook, by its id."""
    found = {}
    for attributes in _elements(data, "Relationship"):
        target = attributes.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        found[attributes.get("Id", "")] = (attributes.get("Type", ""), part)
    return found


def _sheets(data: bytes) -> list[tuple[str, str, bool]]:
    return [
        (attributes.get("name", ""), attributes.get("id", ""), attributes.get("state", "visible") == "visible")
        for attributes in _elements(data, "sheet")
    ]
