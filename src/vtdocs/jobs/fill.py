"""Fill a template of a user's own from a data file: all in memory first, then one file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from vtdocs.diagnostics import Diagnostic, Location, Severity, sort_diagnostics
from vtdocs.errors import TemplateError, VtdocsError, WriteError
from vtdocs.filling import Form, compile_form
from vtdocs.filling.data import Data, load_data
from vtdocs.likeness import closest
from vtdocs.loaders.faults import listed
from vtdocs.loaders.folder import Folder
from vtdocs.writers.docx import find_compressor, is_free, is_untouched, read_template
from vtdocs.writers.docx.seams import TYPES_PART

from .compressing import choose_compression
from .report import BuildReport, Made
from .stages import CHECKING, FILLING, OPENING, PACKING, READING, SAVING, UNWATCHED, Watch
from .storage import check_target, is_same, write_all
from .template_file import read_template_file
from .word_template import WordTemplate

__all__ = ["fill"]


def fill(
    template: Path,
    data: Path,
    out: Path,
    *,
    dry_run: bool = False,
    force: bool = False,
    compression: str | None = None,
    watch: Watch = UNWATCHED,
) -> BuildReport:
    """Fill the Word template with the data and write `out`.

    Raises TemplateError, LoadError or WriteError, those of the template and of the data together, and has then written
    nothing. `force` writes over a file that a person has edited, but never over the template or the data.
    `compression` is as in `jobs.build.render`. `watch` is told of the stages, see `jobs.stages`.
    """
    _check_out(template, data, out)
    compression = choose_compression(compression)
    find_compressor(compression)  # before anything is read
    faults: list[Diagnostic] = []
    form = found = None
    try:
        with watch.enter(OPENING):
            form = _open(template)
    except VtdocsError as error:
        faults += error.diagnostics
    try:
        with watch.enter(READING):
            found = load_data(data)
    except VtdocsError as error:
        faults += error.diagnostics
    if form is None or found is None:
        raise TemplateError(faults)
    for reference in found.references:
        _check_other(data.parent / reference, f"tệp “{reference}” mà dữ liệu dùng", out)
    doubts = _doubt_unused(form, found)
    try:
        with watch.enter(FILLING):
            changed, additions = form.write_parts(found.values)
    except WriteError as error:
        # A name that is misspelt is missing on one side and unused on the other.
        raise WriteError([*error.diagnostics, *doubts]) from None
    with watch.enter(PACKING):
        document = form.pack(changed, additions, compression)
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
    _check_other(template, "mẫu", out)
    _check_other(data, "tệp dữ liệu", out)


def _check_other(source: Path, what: str, out: Path) -> None:
    """Refuse to write over what is read; `what` is said of it."""
    if is_same(source, out):
        message = f"tệp kết quả trùng với {what}"
        raise WriteError.one("VT-479", message, location=Location(str(out)), hint="chọn tên khác bằng -o")


def _open(template: Path) -> Form:
    """Compile the template; one of documents is told for what it is, whatever faults it has."""
    name = Folder(template).name(template.absolute())
    parts = read_template(read_template_file(template))
    if parts and TYPES_PART in parts and not is_free(parts):
        return WordTemplate(name).of_data()
    return compile_form(parts or {}, name)


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
