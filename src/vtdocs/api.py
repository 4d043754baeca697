"""The façade: what a script may call, and all that the command line calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

# A job imports what it needs when it is called: `vtdocs doctor` reads no YAML, `vtdocs build` looks at no fonts.
if TYPE_CHECKING:
    from vtdocs.jobs.build import BuildReport as BuildReport
    from vtdocs.jobs.build import Progress
    from vtdocs.jobs.doctor import Check as Check
    from vtdocs.model import KeHoach

__all__ = [
    "build",
    "build_demo",
    "check_kind",
    "examine_machine",
    "load",
    "schema_text",
    "start_new",
    "write_docx",
    "write_schemas",
]


def load(path: str | Path) -> KeHoach:
    """Load a document from its YAML file, with the office file and the tables that it refers to.

    Raises LoadError with every fault of every file; warnings are in the result's `diagnostics`.
    """
    from .loaders import load_file

    return load_file(Path(path))


def write_docx(document: KeHoach, path: str | Path | None = None) -> bytes:
    """Make a document's Word file; write it to `path` if there is one, whole or not at all.

    A file that is there already is replaced: a script says itself where it writes. Gives the bytes. Raises WriteError.
    """
    from .jobs.build import render
    from .jobs.storage import write_whole

    data = render(document)
    if path is not None:
        write_whole(Path(path), data)
    return data


def build(
    source: str | Path,
    out: str | Path | None = None,
    *,
    pdf: bool = False,
    dry_run: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Build one YAML file, or all documents of a year's folder, as the command `vtdocs build` does.

    Files go to `out`, by default `dist/<folder>` below the current folder. Raises LoadError or WriteError, and has
    then written nothing; a file that a person edited is written over only with `force`.
    """
    from .jobs.build import build as build_files

    source = Path(source)
    folder = source if source.is_dir() else source.parent
    target = Path(out) if out is not None else Path("dist") / folder.resolve().name
    return build_files(source, target, pdf=pdf, dry_run=dry_run, force=force, progress=progress)


def build_demo(out: str | Path | None = None, *, progress: Progress | None = None) -> BuildReport:
    """Build the packaged example; with PDF where LibreOffice is there."""
    from .jobs.build import build as build_files
    from .resources import resource_root
    from .writers.libreoffice import find_libreoffice

    example = resource_root() / "examples" / "cchc-2026"
    target = Path(out) if out is not None else Path("dist") / example.name
    return build_files(example, target, pdf=find_libreoffice() is not None, progress=progress)


def start_new(kind: str, folder: str | Path) -> tuple[Path, ...]:
    """Write a commented start of an own document into `folder`; gives the files. Raises WriteError."""
    from .jobs.new import start

    return start(kind, Path(folder))


def schema_text(kind: str | None = None) -> str:
    """Give the JSON Schema of one kind of input, or of all in one object by file name."""
    import json

    from .loaders import KINDS, json_schema

    schema = json_schema(check_kind(kind)) if kind else {name: json_schema(name) for name in KINDS}
    return json.dumps(schema, ensure_ascii=False, indent=2)


def write_schemas(folder: str | Path, kind: str | None = None) -> tuple[Path, ...]:
    """Write the JSON Schemas as files into `folder`; gives the files. Raises WriteError."""
    from .jobs.new import schema_files
    from .jobs.storage import write_all

    wanted = f"{check_kind(kind).replace('_', '-')}.schema.json" if kind else None
    files = {Path(folder) / name: data for name, data in schema_files().items() if wanted in (None, name)}
    write_all(files)
    return tuple(files)


def check_kind(kind: str) -> str:
    """Give the name of a kind of input as the YAML files write it; raises LoadError for one that does not exist."""
    from .errors import LoadError
    from .kinds import INPUT_KINDS, kind_name

    name = kind_name(kind)
    if name not in INPUT_KINDS:
        raise LoadError.one("VT-508", f"không có loại dữ liệu “{kind}”", hint=f"các loại có: {', '.join(INPUT_KINDS)}")
    return name


def examine_machine() -> tuple[Check, ...]:
    """Look at the machine, as `vtdocs doctor` does."""
    from .jobs.doctor import examine

    return examine()
