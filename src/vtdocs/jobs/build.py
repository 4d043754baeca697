"""Build documents from a file or from a year's folder: load all, make all in memory, then write all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vtdocs.diagnostics import Diagnostic, Location, Severity, sort_diagnostics
from vtdocs.documents import build_document, publish
from vtdocs.errors import LoadError, WriteError
from vtdocs.loaders import find_documents, load_file
from vtdocs.model import VanBan
from vtdocs.writers.docx import Template, find_compressor, is_untouched, render_docx, stock_template

from .compressing import choose_compression
from .progress import Progress
from .report import BuildReport, Made
from .stages import BUILDING, CHECKING, CONVERTING, JUDGING, OPENING, PACKING, READING, SAVING, UNWATCHED, Watch
from .storage import check_target, write_all

if TYPE_CHECKING:
    from vtdocs.reporting.run import Checked

__all__ = ["build", "render"]


def render(
    document: VanBan,
    *,
    template: Template | None = None,
    phat_hanh: bool = False,
    compression: str | None = None,
    watch: Watch = UNWATCHED,
) -> bytes:
    """Make the bytes of a document's Word file, by default with the stock template; with `phat_hanh` as it is issued.

    `compression` is the name of a compressor, else that in the environment's `VTDOCS_NEN`, else the default one.
    """
    compression = choose_compression(compression)
    with watch.enter(OPENING):
        template = template or stock_template()
    with watch.enter(BUILDING):
        tree = build_document(publish(document) if phat_hanh else document)
    with watch.enter(PACKING):
        return render_docx(tree, template, compression=compression, enter=None if watch is UNWATCHED else watch.enter)


def build(
    source: Path,
    out: Path,
    *,
    pdf: bool = False,
    phat_hanh: bool = False,
    dry_run: bool = False,
    force: bool = False,
    compression: str | None = None,
    templates: Path | None = None,
    check: bool = False,
    progress: Progress | None = None,
    watch: Watch = UNWATCHED,
) -> BuildReport:
    """Build one YAML file, or every document of a folder, into the folder `out`.

    With `phat_hanh` they are made as they are issued: without their internal columns. `compression` is as in `render`.
    `templates` is a folder of Word templates: that of a document is named for its kind, or serves all.

    Raises LoadError with all faults of all files, TemplateError with those of all templates, and WriteError where a
    target may not be written; in each case nothing was written. `force` writes over files that a person has edited.
    With `check` the form of what was made is checked at the end, and whatever that finds the files are there.
    `progress` is told each step: what is done now, how many are done, how many there are. `watch` is told of the
    stages, see `jobs.stages`.
    """
    find_compressor(choose_compression(compression))  # before anything is read
    tell = progress or (lambda _what, _done, _all: None)
    with watch.enter(READING):
        sources = find_documents(source)
    steps = len(sources) * (2 + pdf + check) + 1
    loaded = _load(sources, tell, steps, watch)
    chosen = {} if templates is None else _choose(templates, loaded, watch)
    documents: dict[Path, bytes] = {}
    for number, (path, document) in enumerate(loaded.items()):
        tell(f"Soạn {path.name}", len(loaded) + number, steps)
        with watch.on(path.name):
            documents[path] = render(
                document,
                template=chosen.get(document.loai),
                phat_hanh=phat_hanh,
                compression=compression,
                watch=watch,
            )
    targets = _name_targets(documents, out)
    # A file that is open, or no file at all, is in the way whatever is forced.
    with watch.enter(CHECKING):
        faults = [check_target(target, (lambda _data: True) if force else is_untouched) for target in targets.values()]
    if pdf:
        from vtdocs.writers.libreoffice import convert_to_pdf, is_untouched_pdf

        untouched = (lambda _data: True) if force else is_untouched_pdf
        faults += [check_target(target.with_suffix(".pdf"), untouched) for target in targets.values()]
    if found := [fault for fault in faults if fault]:
        raise WriteError(found)
    files = [(path, targets[path], data) for path, data in documents.items()]
    stale = [] if pdf else [_doubt_pdf(target, documents[path]) for path, target in targets.items()]
    if pdf:
        tell("Xuất PDF bằng LibreOffice", 2 * len(loaded), steps)
        with watch.enter(CONVERTING):
            converted = convert_to_pdf(list(documents.values()), [str(targets[path]) for path in documents])
        for path, data in zip(documents, converted, strict=True):
            files.append((path, targets[path].with_suffix(".pdf"), data))
    tell("Ghi tệp", (2 + pdf) * len(loaded), steps)
    if not dry_run:
        with watch.enter(SAVING):
            write_all({target: data for _path, target, data in files})
    checks = _check(loaded, documents, targets, tell, steps, watch) if check else ()
    tell("Xong", steps, steps)
    return BuildReport(
        tuple(Made(path, target, len(data)) for path, target, data in sorted(files, key=lambda file: file[1])),
        sort_diagnostics(
            [
                *(d for document in loaded.values() for d in document.diagnostics),
                *(d for template in chosen.values() for d in template.warnings),
                *filter(None, stale),
            ]
        ),
        dry_run,
        watch.profile(),
        checks,
        _find_office(source) if checks else None,
    )


def _check(
    loaded: Mapping[Path, VanBan],
    documents: Mapping[Path, bytes],
    targets: Mapping[Path, Path],
    tell: Progress,
    steps: int,
    watch: Watch,
) -> tuple[Checked, ...]:
    """Check the form of what was made, each document with its own office."""
    checks = []
    with watch.enter(JUDGING):
        from .check import CheckJob
        from .check_inputs import office_of

        for number, (path, data) in enumerate(documents.items()):
            tell(f"Kiểm tra {targets[path].name}", steps - len(documents) + number, steps)
            with watch.on(path.name):
                job = CheckJob(office=office_of(loaded[path].co_quan), only_form=True)
                checks.append(job.try_check(targets[path], data))
    return tuple(checks)


def _find_office(source: Path) -> Path | None:
    """Give the office file of what was built, as one calls it from here."""
    from .beside import find_office

    found = find_office(source / "_" if source.is_dir() else source)
    if found is not None and found.is_relative_to(Path.cwd()):
        return found.relative_to(Path.cwd())
    return found


def _choose(folder: Path, loaded: Mapping[Path, VanBan], watch: Watch) -> dict[str, Template]:
    """Open the template of each kind of document."""
    from .template import choose_templates

    with watch.enter(OPENING):
        return choose_templates(folder, (document.loai for document in loaded.values()))


def _name_targets(sources: Iterable[Path], out: Path) -> dict[Path, Path]:
    """Give each source its Word file; two of one name would write over each other."""
    targets: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for source in sources:
        target = out / f"{source.stem}.docx"
        # Two names are one file on some system: Windows and macOS tell no capitals apart.
        other = taken.setdefault(target.name.casefold(), source)
        if other is not source:
            message = f"{other.name} và {source.name} cùng tạo ra {target.name}"
            raise WriteError.one("VT-509", message, location=Location(str(source)), hint="đổi tên một trong hai tệp")
        targets[source] = target
    return targets


def _doubt_pdf(target: Path, data: bytes) -> Diagnostic | None:
    """Say that a PDF made before stands beside a Word file that is about to change."""
    old = target.with_suffix(".pdf")
    try:
        stale = old.is_file() and target.is_file() and target.read_bytes() != data
    except OSError:
        return None
    if not stale:
        return None
    message = "bản PDF làm lần trước không còn khớp với tệp Word mới"
    return Diagnostic(
        "VT-510", Severity.WARNING, message, Location(str(old)), "chạy lại với --pdf, hoặc xóa bản PDF cũ"
    )


def _load(sources: list[Path], tell: Progress, steps: int, watch: Watch) -> dict[Path, VanBan]:
    """Load all documents; the faults of all of them are raised together."""
    documents: dict[Path, VanBan] = {}
    faults: list[Diagnostic] = []
    for number, path in enumerate(sources):
        tell(f"Đọc {path.name}", number, steps)
        try:
            with watch.on(path.name), watch.enter(READING):
                documents[path] = load_file(path)
        except LoadError as error:
            faults += error.diagnostics
    if faults:
        raise LoadError(faults)
    return documents
