"""Fill a template of a user's own from a data file: all in memory first, then one file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from vtdocs.diagnostics import Diagnostic, Location, Severity, sort_diagnostics
from vtdocs.errors import TemplateError, VtdocsError, WriteError
from vtdocs.filling import Form, compile_form
from vtdocs.filling.data import Data, load_data
from vtdocs.filling.sealing import seal
from vtdocs.loaders.faults import closest, listed
from vtdocs.loaders.folder import FileFaultError, Folder, read_bytes
from vtdocs.writers.docx.compression import find_compressor
from vtdocs.writers.docx.package import is_untouched

from .build import BuildReport, Made
from .stages import CHECKING, FILLING, OPENING, PACKING, READING, SAVING, UNWATCHED, Watch
from .storage import check_target, write_all

__all__ = ["MAX_TEMPLATE_BYTES", "fill"]

MAX_TEMPLATE_BYTES = 50 * 1024 * 1024


def fill(
    template: Path, data: Path, out: Path, *, dry_run: bool = False, force: bool = False, watch: Watch = UNWATCHED
) -> BuildReport:
    """Fill the Word template with the data and write `out`.

    Raises TemplateError, LoadError or WriteError, those of the template and of the data together, and has then written
    nothing. `force` writes over a file that a person has edited, but never over the template or the data. `watch` is
    told of the stages, see `jobs.stages`.
    """
    _check_out(template, data, out)
    faults: list[Diagnostic] = []
    form = found = None
    try:
        with watch.enter(OPENING):
            form = compile_form(_read(template), Folder(template).name(template.absolute()))
    except VtdocsError as error:
        faults += error.diagnostics
    try:
        with watch.enter(READING):
            found = load_data(data)
    except VtdocsError as error:
        faults += error.diagnostics
    if form is None or found is None:
        raise TemplateError(faults)
    doubts = _doubt_unused(form, found)
    try:
        with watch.enter(FILLING):
            filled = form.render(found.values)
    except WriteError as error:
        # A name that is misspelt is missing on one side and unused on the other.
        raise WriteError([*error.diagnostics, *doubts]) from None
    with watch.enter(PACKING):
        document = seal(filled, find_compressor())
    with watch.enter(CHECKING):
        fault = check_target(out, (lambda _data: True) if force else is_untouched)
    if fault:
        raise WriteError([fault])
    if not dry_run:
        with watch.enter(SAVING):
            write_all({out: document})
    told = sort_diagnostics([*found.diagnostics, *doubts])
    return BuildReport((Made(data, out, len(document)),), told, dry_run, watch.profile())


def _check_out(template: Path, data: Path, out: Path) -> None:
    place = Location(str(out))
    if out.suffix.lower() != ".docx":
        hint = f"ghi tên tệp có đuôi .docx, ví dụ: -o {out.stem or 'ket-qua'}.docx"
        raise WriteError.one("VT-478", "tệp kết quả phải có đuôi .docx", location=place, hint=hint)
    for source, what in ((template, "mẫu"), (data, "tệp dữ liệu")):
        if _is_same(source, out):
            message = f"tệp kết quả trùng với {what}"
            raise WriteError.one("VT-479", message, location=place, hint="chọn tên khác bằng -o")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _read(template: Path) -> bytes:
    try:
        return read_bytes(template, MAX_TEMPLATE_BYTES)
    except FileFaultError as fault:
        place = Location(str(template))
        raise TemplateError.one(str(fault.code), fault.message, location=place, hint=fault.hint) from None


def _doubt_unused(form: Form, data: Data) -> list[Diagnostic]:
    """Warn of data that the template never asks for: a name is misspelt on one side, or something is not printed."""
    unused = [name for name in data.values if name not in form.names]
    wanted = sorted(form.names - data.values.keys())
    doubts = []
    for name in unused:
        meant = closest(name, wanted)
        said = f"; có phải ý là “{meant}”?" if meant else ""
        hint = f"mẫu có các tên: {listed(sorted(form.names))}" if form.names else "mẫu không có thẻ {{ … }} nào"
        message = f"mẫu không dùng “{name}” nên giá trị này không được in{said}"
        doubts.append(Diagnostic("VT-475", Severity.WARNING, message, data.places[name], hint))
    return doubts
