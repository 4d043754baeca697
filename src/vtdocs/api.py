"""The façade: what a script may call, and all that the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

# A job imports what it needs when it is called: `vtdocs doctor` reads no YAML, `vtdocs build` looks at no fonts.
if TYPE_CHECKING:
    from vtdocs.checking.registry import Rule as Rule
    from vtdocs.checking.report import Report as Report
    from vtdocs.diagnostics import Diagnostic
    from vtdocs.jobs.doctor import Check as Check
    from vtdocs.jobs.fix import FixReport as FixReport
    from vtdocs.jobs.profile import Profile as Profile
    from vtdocs.jobs.progress import Progress
    from vtdocs.jobs.report import BuildReport as BuildReport
    from vtdocs.jobs.template import TemplateCheck as TemplateCheck
    from vtdocs.jobs.word_template import WordTemplate
    from vtdocs.mending import Change as Change
    from vtdocs.model import VanBan
    from vtdocs.reporting.run import Checked as Checked
    from vtdocs.reporting.run import CheckRun as CheckRun

__all__ = [
    "annotate",
    "build",
    "build_demo",
    "check",
    "check_annotated",
    "check_files",
    "check_page",
    "check_templates",
    "describe_run",
    "examine_machine",
    "fill",
    "find_rules",
    "fix",
    "load",
    "load_text",
    "open_template",
    "schema_text",
    "start_new",
    "start_templates",
    "write_docx",
    "write_page",
    "write_schemas",
]


def load(path: str | Path) -> VanBan:
    """Load a document of any kind from its YAML file, with the office file and the tables that it refers to.

    Raises LoadError with every fault of every file; warnings are in the result's `diagnostics`.
    """
    from .loaders import load_file

    return load_file(Path(path))


def load_text(text: str | bytes, files: Mapping[str, bytes], *, name: str = "van-ban.yaml") -> VanBan:
    """Load a document of any kind from YAML text, without the disk.

    `files` holds, by name, the bytes of what it refers to: the office file `co-quan.yaml`, tables, pictures. `name`
    is how messages call the text. Raises LoadError as `load` does.
    """
    from .loaders import load_text as load_from_text

    return load_from_text(text, files, name=name)


def write_docx(
    document: VanBan,
    path: str | Path | None = None,
    *,
    template: WordTemplate | None = None,
    phat_hanh: bool = False,
    compression: str | None = None,
) -> bytes:
    """Make a document's Word file; write it to `path` if there is one, whole or not at all.

    `template` is one of documents, by default the stock template: see `open_template`. With `phat_hanh` it is made as
    it is issued: without the columns that are for the office's own copy. `compression` names how it is deflated,
    "zlib-0" to "zlib-9", and with the extra `fast` "isal-0" to "isal-3" and "zlib-ng-1" to "zlib-ng-9"; the same name
    gives the same bytes, and all of them a file that every program reads.

    A file that is there already is replaced: a script says itself where it writes. Gives the bytes. Raises WriteError,
    and TemplateError for a template that is free.
    """
    from .jobs.build import render
    from .jobs.storage import write_whole

    own = None if template is None else template.of_documents()
    data = render(document, template=own, phat_hanh=phat_hanh, compression=compression)
    if path is not None:
        write_whole(Path(path), data)
    return data


def build(
    source: str | Path,
    out: str | Path | None = None,
    *,
    pdf: bool = False,
    phat_hanh: bool = False,
    dry_run: bool = False,
    force: bool = False,
    compression: str | None = None,
    templates: str | Path | None = None,
    check: bool = True,
    progress: Progress | None = None,
    profile: bool = False,
) -> BuildReport:
    """Build one YAML file, or all documents of a year's folder, as the command `vtdocs build` does.

    Files go to `out`, by default `dist/<folder>` below the current folder. `templates` is a folder of Word templates:
    of a kind "ke_hoach" it takes "ke-hoach.docx", else "van-ban-co-ten-loai.docx". A file that a person edited is
    written over only with `force`. `phat_hanh` leaves out the internal columns, and `compression` is meant, as in
    `write_docx`. The form of what was made is checked at the end, unless `check` is false; `check` looks at its words
    too. With `profile` the report tells what each stage took.

    Raises LoadError, TemplateError with the faults of all templates that are needed, or WriteError, and has then
    written nothing.
    """
    from .jobs.stages import STARTING, choose_watch

    watch = choose_watch(profile=profile)
    with watch.enter(STARTING):
        from .jobs.build import build as build_files

    source = Path(source)
    folder = source if source.is_dir() else source.parent
    target = Path(out) if out is not None else Path("dist") / folder.resolve().name
    return build_files(
        source,
        target,
        pdf=pdf,
        phat_hanh=phat_hanh,
        dry_run=dry_run,
        force=force,
        compression=compression,
        templates=None if templates is None else Path(templates),
        check=check,
        progress=progress,
        watch=watch,
    )


def build_demo(out: str | Path | None = None, *, progress: Progress | None = None) -> BuildReport:
    """Build the packaged example, and check it; with PDF where LibreOffice is there."""
    from .jobs.build import build as build_files
    from .resources import resource_root
    from .writers.libreoffice import find_libreoffice

    example = resource_root() / "examples" / "cchc-2026"
    target = Path(out) if out is not None else Path("dist") / example.name
    return build_files(example, target, pdf=find_libreoffice() is not None, check=True, progress=progress)


def fill(
    template: str | Path,
    data: str | Path,
    out: str | Path,
    *,
    dry_run: bool = False,
    force: bool = False,
    compression: str | None = None,
    profile: bool = False,
) -> BuildReport:
    """Fill a docxtpl template of a user's own from a YAML or JSON file, as the command `vtdocs fill` does.

    Raises TemplateError, LoadError or WriteError, and has then written nothing; a file that a person edited is written
    over only with `force`. `compression` is meant as in `write_docx`. With `profile` the report tells what each stage
    took.
    """
    from .jobs.stages import STARTING, choose_watch

    watch = choose_watch(profile=profile)
    with watch.enter(STARTING):
        from .jobs.fill import fill as fill_file

    return fill_file(
        Path(template), Path(data), Path(out), dry_run=dry_run, force=force, compression=compression, watch=watch
    )


def check(
    source: str | Path | bytes,
    *,
    profile: str | Path | None = None,
    office: str | Path | None = None,
    name: str = "van-ban.docx",
) -> Report:
    """Check whether a Word file keeps Nghị định 30/2020/NĐ-CP; gives its findings in reading order.

    `profile` is the file of a house rule, `office` an office file. Of a path, what is accepted in the file beside it
    counts, and an office file that stands in its folder or the one above is found; of bytes neither, and `name` is what
    messages call them. Raises ReadError for what is no Word file or is refused, LoadError for the files beside it.
    """
    from .jobs.check import check_bytes, check_file

    house, office = None if profile is None else Path(profile), None if office is None else Path(office)
    if isinstance(source, bytes):
        return check_bytes(source, name, profile=house, office=office)
    return check_file(Path(source), profile=house, office=office)


def check_files(
    paths: str | Path | Iterable[str | Path],
    *,
    profile: str | Path | None = None,
    office: str | Path | None = None,
    processes: int | None = 1,
    progress: Progress | None = None,
) -> CheckRun:
    """Check several Word files, or one, and all of folders, as `vtdocs check` does.

    What is wrong with one file is told in its place and does not stop the others. `processes` is how many work at once,
    None for what the files are worth; more than one asks a script for the guard `if __name__ == "__main__":`. Raises
    LoadError where the house rule or the office file cannot be used, or where there is nothing to check.
    """
    from .jobs.check import check_paths

    return check_paths(
        [Path(paths)] if isinstance(paths, str | Path) else list(map(Path, paths)),
        profile=None if profile is None else Path(profile),
        office=None if office is None else Path(office),
        processes=processes,
        progress=progress,
    )


def describe_run(run: CheckRun, form: str) -> str:
    """Write what checks found for programs: `form` is "json" or "sarif"."""
    if form == "json":
        from .reporting.jsons import write_json

        return write_json(run)
    from .reporting.sarif import write_sarif

    return write_sarif(run)


def write_page(run: CheckRun, path: str | Path, *, force: bool = False) -> None:
    """Write what checks found as an HTML page, over another file only with `force`. Raises WriteError."""
    from .jobs.check_page import write_page as write

    write(run, Path(path), force=force)


def check_page(path: str | Path, *, force: bool = False) -> None:
    """Raise WriteError where `write_page` might not write `path`."""
    from .jobs.check_page import check_page as check

    check(Path(path), force=force)


def check_annotated(source: str | Path, out: str | Path, *, force: bool = False) -> None:
    """Raise WriteError where `annotate` might not write `out`."""
    from .jobs.annotate import check_annotated as check

    check(Path(source), Path(out), force=force)


def annotate(source: str | Path, out: str | Path, report: Report, *, force: bool = False) -> tuple[Diagnostic, ...]:
    """Write a copy of a checked file with a Word comment at each place; those of an older report are replaced.

    A copy that a person has edited since is written over only with `force`. Gives a warning for a signed file, whose
    copy is not. Raises ReadError, WriteError.
    """
    from .jobs.annotate import annotate as write

    return write(Path(source), Path(out), report, force=force)


def fix(
    source: str | Path,
    out: str | Path | None = None,
    *,
    office: str | Path | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> FixReport:
    """Mend the form of a Word file where there is one right answer, into a new file; give every change.

    Changes of words stand in it as tracked changes, for a person to accept. `source` stays as it is, and a file that is
    at `out` already is written over only with `force`; `out` may be left out with `dry_run`, which writes nothing.
    Raises ReadError, WriteError, LoadError (the office file).
    """
    from .jobs.fix import fix as fix_file

    known = None
    if office is not None:
        from .jobs.check_inputs import load_office

        known = load_office(Path(office))
    target = None if out is None else Path(out)
    return fix_file(Path(source), target, dry_run=dry_run, force=force, office=known)


def find_rules(name: str | None = None) -> tuple[Rule, ...]:
    """Give all rules of the checker in the order of their ids, or the one of this id. Raises LoadError for no rule."""
    from .jobs.rules import find_rules as find

    return find(name)


def start_new(kind: str, folder: str | Path) -> tuple[Path, ...]:
    """Write a commented start of an own document into `folder`; gives the files. Raises WriteError."""
    from .jobs.new import start

    return start(kind, Path(folder))


def open_template(path: str | Path, *, filters: Mapping[str, Callable[..., object]] | None = None) -> WordTemplate:
    """Open a Word template, once for any number of documents.

    One that holds the slots of the contract (`{{p noi_dung }}` …) is a template of documents, which `write_docx` and
    `build` take; any other is a free one, which its `render` fills. `filters` are functions of the script's own by the
    names that the tags of a free template call them by: `{{ x|tien }}` is `filters["tien"](x)`. Raises TemplateError
    with every fault.
    """
    from .jobs.template import open_template as open_file

    if not isinstance(path, str | PathLike):
        from .errors import TemplateError

        hint = 'ví dụ: open_template("mau.docx")'
        message = f"open_template cần đường dẫn tới tệp .docx, không phải giá trị kiểu {type(path).__name__}"
        raise TemplateError.one("VT-401", message, hint=hint)
    return open_file(Path(path), filters)


def start_templates(folder: str | Path) -> tuple[Path, ...]:
    """Copy the stock templates into `folder`, for editing in Word; gives the files. Raises WriteError."""
    from .jobs.template import start_templates as start

    return start(Path(folder))


def check_templates(path: str | Path) -> tuple[TemplateCheck, ...]:
    """Check a template, or all of a folder, as `vtdocs template check` does. Raises LoadError where there is none."""
    from .jobs.template import check_templates as check

    return check(Path(path))


def schema_text(kind: str | None = None) -> str:
    """Give the JSON Schema of one kind of input, or all schemas in one object by their names."""
    from .loaders.schemas import schema_text as describe

    return describe(kind)


def write_schemas(folder: str | Path, kind: str | None = None) -> tuple[Path, ...]:
    """Write the JSON Schemas as files into `folder`; gives the files. Raises WriteError."""
    from .jobs.storage import write_all
    from .loaders.schemas import make_schema_files

    files = {Path(folder) / name: data for name, data in make_schema_files(kind).items()}
    write_all(files)
    return tuple(files)


def examine_machine() -> tuple[Check, ...]:
    """Look at the machine, as `vtdocs doctor` does."""
    from .jobs.doctor import examine

    return examine()
