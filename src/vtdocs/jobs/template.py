"""Word templates of the user's own: copied, opened, checked, chosen for a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location, Severity, has_errors
from vtdocs.errors import LoadError, TemplateError, WriteError
from vtdocs.writers.docx import (
    NAMED_DOCUMENT,
    Template,
    compile_template,
    missing_marks,
    names_slots,
    stock_file,
    stock_files,
)

from .storage import is_there, write_all, write_whole

if TYPE_CHECKING:
    from vtdocs.filling import Form

__all__ = ["TemplateCheck", "WordTemplate", "check_templates", "choose_templates", "open_template", "start_templates"]

_LARGEST_FILE = 32 * 1024 * 1024
# A file with as many slots of the contract is meant to be a template of documents, with faults maybe.
_FEWEST_SLOTS = 2
_LOOK = "kiểm tra lại đường dẫn"
_NEW = "vtdocs template new"


class WordTemplate(Struct, frozen=True):
    """A Word template, opened once for any number of documents. It is immutable, and can be pickled.

    It holds either `document`, a template of documents with the slots of the contract, which `write_docx` takes; or
    `form`, a free template in docxtpl's notation, which `render` fills. `missing` is what a free one lacks of the
    contract. `warnings` tell where a template of documents leaves the decree.
    """

    name: str
    document: Template | None = None
    form: Form | None = None
    missing: tuple[str, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()

    def render(self, data: Mapping[str, object], path: str | Path | None = None) -> bytes:
        """Fill a free template with data; write it to `path` if there is one, whole or not at all. Gives the bytes.

        Raises TemplateError for a template of documents, WriteError for data that cannot stand in a document.
        """
        if self.form is None:
            raise TemplateError.one(
                "VT-411",
                "đây là mẫu văn bản (có các ô của vtdocs), không phải mẫu tự do",
                location=Location(self.name),
                hint="dùng vtdocs.write_docx(van_ban, template=…), hoặc vtdocs build --templates",
            )
        filled = self.form.render(data)
        if path is not None:
            write_whole(Path(path), filled)
        return filled

    def of_documents(self) -> Template:
        """Give the template of documents; raises TemplateError with what a free one lacks."""
        if self.document is not None:
            return self.document
        place = Location(self.name)
        hint = f"dùng render(du_lieu) cho mẫu tự do; hoặc bắt đầu từ mẫu văn bản gốc: {_NEW}"
        free = Diagnostic("VT-411", Severity.ERROR, "đây là mẫu tự do, không phải mẫu văn bản", place, hint)
        lacking = (
            Diagnostic("VT-404", Severity.ERROR, f"tệp mẫu thiếu “{mark}”", place, "chép từ mẫu văn bản gốc")
            for mark in self.missing
        )
        raise TemplateError([free, *lacking])


class TemplateCheck(Struct, frozen=True):
    """What was found of one template file: is it free, and its faults and warnings."""

    path: Path
    is_free: bool
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether it can be used."""
        return not has_errors(self.diagnostics)


def open_template(path: Path) -> WordTemplate:
    """Open a template: one of documents, or a free one. Raises TemplateError with every fault."""
    return _open(_read(path), str(path))


def _open(data: bytes, name: str) -> WordTemplate:
    if _is_free(data):
        from vtdocs.filling import compile_form

        return WordTemplate(name, form=compile_form(data, name), missing=missing_marks(data))
    template = compile_template(data, name, judged=True)
    return WordTemplate(name, document=template, warnings=template.warnings)


def _is_free(data: bytes) -> bool:
    slots = names_slots(data)
    return slots is not None and len(slots) < _FEWEST_SLOTS


def _read(path: Path) -> bytes:
    place = Location(str(path))
    try:
        if not path.is_file():
            hint = f"kiểm tra đường dẫn; chưa có mẫu thì chạy {_NEW}"
            raise TemplateError.one("VT-401", "không có tệp mẫu này", location=place, hint=hint)
        if path.stat().st_size > _LARGEST_FILE:
            raise TemplateError.one(
                "VT-401", "tệp mẫu quá lớn (trên 32 MB)", location=place, hint="bỏ bớt ảnh trong mẫu"
            )
        return path.read_bytes()
    except OSError as error:
        message = f"không đọc được tệp mẫu: {error.strerror or type(error).__name__}"
        raise TemplateError.one("VT-401", message, location=place, hint="kiểm tra quyền đọc và đường dẫn") from error


def start_templates(folder: Path) -> tuple[Path, ...]:
    """Copy the stock templates into `folder`; gives the files.

    Raises WriteError naming every file that is already there, and writes nothing.
    """
    files = {folder / name: stock_file(name) for name in stock_files()}
    there = [path for path in files if is_there(path)]
    if there:
        raise WriteError.one(
            "VT-507",
            f"thư mục đã có sẵn {', '.join(path.name for path in there)}; vtdocs không ghi đè",
            location=Location(str(folder)),
            hint=f"chọn thư mục khác, ví dụ: {_NEW} mau-moi",
        )
    write_all(files)
    return tuple(files)


def check_templates(path: Path) -> tuple[TemplateCheck, ...]:
    """Check a template, or all templates of a folder; the faults of each are in its check.

    Raises LoadError where there is nothing to check.
    """
    if path.is_dir():
        files = sorted(each for each in path.glob("*.docx") if each.is_file() and not each.name.startswith("~$"))
        if not files:
            hint = f"chạy {_NEW} {path} để có mẫu gốc"
            raise LoadError.one("VT-412", "thư mục không có tệp mẫu .docx nào", location=Location(str(path)), hint=hint)
    elif path.is_file():
        files = [path]
    else:
        raise LoadError.one(
            "VT-401", "không có tệp hay thư mục này", location=Location(str(path)), hint="kiểm tra đường dẫn"
        )
    return tuple(map(_check, files))


def _check(path: Path) -> TemplateCheck:
    is_free = False
    try:
        data = _read(path)
        is_free = _is_free(data)
        found = _open(data, str(path)).warnings
    except TemplateError as error:
        found = error.diagnostics
    return TemplateCheck(path, is_free, found)


def choose_templates(folder: Path, kinds: Iterable[str]) -> dict[str, Template]:
    """Give the template of each kind of document: the file of its name in `folder`, else the common one.

    Raises TemplateError with every fault of every template that is needed.
    """
    paths = {kind: _path_of(folder, kind) for kind in sorted(set(kinds))}
    opened: dict[Path, Template] = {}
    faults: list[Diagnostic] = []
    for path in dict.fromkeys(paths.values()):
        try:
            opened[path] = open_template(path).of_documents()
        except TemplateError as error:
            faults += error.diagnostics if path.is_file() else [_lacking(folder, paths, path)]
    if faults:
        raise TemplateError(faults)
    return {kind: opened[path] for kind, path in paths.items()}


def _path_of(folder: Path, kind: str) -> Path:
    """Give the file of a kind's own name, or the common one where that is there and the other is not."""
    own = folder / f"{kind.replace('_', '-')}.docx"
    return own if own.is_file() else folder / NAMED_DOCUMENT


def _lacking(folder: Path, paths: Mapping[str, Path], path: Path) -> Diagnostic:
    names = ", ".join(f"{kind.replace('_', '-')}.docx" for kind, chosen in paths.items() if chosen == path)
    return Diagnostic(
        "VT-412",
        Severity.ERROR,
        f"thư mục mẫu không có {names}, cũng không có {NAMED_DOCUMENT}",
        Location(str(folder)),
        f"chạy {_NEW} {folder} để có mẫu gốc, rồi sửa trong Word",
    )
