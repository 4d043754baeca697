"""Word templates of the user's own: copied, opened, checked, chosen for a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from vtdocs.diagnostics import Diagnostic, Location, Severity, has_errors
from vtdocs.errors import LoadError, TemplateError
from vtdocs.writers.docx import (
    NAMED_DOCUMENT,
    Template,
    compile_parts,
    is_free,
    lost_marks,
    missing_marks,
    read_template,
    stock_file,
    stock_files,
)

from .storage import refuse_existing, write_all
from .template_file import LOOK, START, read_template_file
from .word_template import NEW_TEMPLATES, WordTemplate

__all__ = ["TemplateCheck", "check_templates", "choose_templates", "open_template", "start_templates"]


Filters = Mapping[str, Callable[..., object]]


class TemplateCheck(Struct, frozen=True):
    """What was found of one template file: is it free, `None` where it cannot be told; its faults and warnings."""

    path: Path
    is_free: bool | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether it can be used."""
        return not has_errors(self.diagnostics)


def open_template(path: Path, filters: Filters | None = None) -> WordTemplate:
    """Open a template: one of documents, or a free one, which may use `filters`. Raises TemplateError."""
    return _open(read_template(read_template_file(path)), str(path), filters)


def _open(parts: dict[str, bytes] | None, name: str, filters: Filters | None = None) -> WordTemplate:
    if parts is not None and is_free(parts):
        from vtdocs.filling import compile_form

        form = compile_form(parts, name, filters=filters)
        return WordTemplate(name, form=form, missing=missing_marks(parts), warnings=_doubts(parts, name))
    template = compile_parts(parts, name, judged=True)
    if filters:
        hint = "bỏ filters khi mở mẫu này"
        raise TemplateError.one("VT-411", "mẫu văn bản không có bộ lọc riêng", location=Location(name), hint=hint)
    return WordTemplate(name, document=template, warnings=template.warnings)


def _doubts(parts: dict[str, bytes], name: str) -> tuple[Diagnostic, ...]:
    """Tell of a free template that seems to be one of documents whose slots were lost or mistyped."""
    lost = lost_marks(parts)
    if not lost:
        return ()
    message = f"đây được coi là mẫu tự do; nếu là mẫu văn bản thì nó thiếu {', '.join(lost)}"
    hint = "viết lại các chỗ điền đúng như thế, mỗi chỗ một đoạn riêng; là mẫu tự do thì bỏ qua"
    return (Diagnostic("VT-404", Severity.WARNING, message, Location(name), hint),)


def start_templates(folder: Path) -> tuple[Path, ...]:
    """Copy the stock templates into `folder`; gives the files.

    Raises WriteError naming every file that is already there, and writes nothing.
    """
    files = {folder / name: stock_file(name) for name in stock_files()}
    refuse_existing(files, folder, f"{NEW_TEMPLATES} mau-moi")
    write_all(files)
    return tuple(files)


def check_templates(path: Path) -> tuple[TemplateCheck, ...]:
    """Check a template, or all templates of a folder; the faults of each are in its check.

    Raises LoadError where there is nothing to check.
    """
    place = Location(str(path))
    if path.is_dir():
        files = sorted(each for each in path.glob("*.docx") if each.is_file() and not each.name.startswith("~$"))
        if not files:
            hint = f"chạy {NEW_TEMPLATES} {path} để có mẫu gốc"
            raise LoadError.one("VT-412", "thư mục không có tệp mẫu .docx nào", location=place, hint=hint)
    elif path.is_file():
        files = [path]
    else:
        raise LoadError.one("VT-401", "không có tệp hay thư mục này", location=place, hint=f"{LOOK}; {START}")
    return tuple(map(_check, files))


def _check(path: Path) -> TemplateCheck:
    """Check one file; it is read once, for telling its kind and for compiling it."""
    free = None
    try:
        parts = read_template(read_template_file(path))
        free = None if parts is None else is_free(parts)
        found = _open(parts, str(path)).warnings
    except TemplateError as error:
        found = error.diagnostics
    return TemplateCheck(path, free, found)


def choose_templates(folder: Path, kinds: Iterable[str]) -> dict[str, Template]:
    """Give the template of each kind of document: the file of its name in `folder`, else the common one.

    Raises TemplateError with every fault of every template that is needed.
    """
    if not folder.is_dir():
        raise TemplateError([_no_folder(folder)])
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


def _no_folder(folder: Path) -> Diagnostic:
    place = Location(str(folder))
    if folder.is_file():
        message = "--templates cần một thư mục, còn đây là một tệp"
        hint = f"ghi thư mục chứa tệp: --templates {folder.parent}; trong đó, mẫu dùng chung tên là {NAMED_DOCUMENT}"
    else:
        message, hint = "không có thư mục mẫu này", f"{LOOK}; hoặc chạy {NEW_TEMPLATES} {folder} để có mẫu gốc"
    return Diagnostic("VT-412", Severity.ERROR, message, place, hint)


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
        f"chạy {NEW_TEMPLATES} {folder} để có mẫu gốc, rồi sửa trong Word",
    )
