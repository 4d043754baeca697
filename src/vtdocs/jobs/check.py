"""Check Word files: one, several, those of a folder; each with what is accepted and which office stands beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from vtdocs.checking.judging import check_docx
from vtdocs.checking.office import Office
from vtdocs.checking.profile import ND30, Acceptance, Profile
from vtdocs.checking.report import Report
from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.errors import LoadError, VtdocsError
from vtdocs.reporting.run import Checked, CheckRun

from .beside import find_acceptance_files, find_office, name_file
from .progress import Progress

__all__ = ["CheckJob", "check_bytes", "check_file", "check_paths", "find_files"]

_SUFFIXES = (".docx", ".docm", ".doc")
# Two processes cost 0.4 s of the machine before they check, and are sooner done from 0.8 s of work on: 100 papers of
# 8 ms, or 1 MB of packed text (1 to 2 s). Of one file what is beyond half a megabyte is taken for pictures.
_MANY_FILES, _MANY_BYTES, _MOST_TEXT = 100, 1_000_000, 500_000


def check_file(path: Path, *, profile: Path | Profile | None = None, office: Path | None = None) -> Report:
    """Check one Word file, with the acceptances and the office file that stand beside it.

    Raises ReadError for a file that cannot be read, LoadError for what stands beside it.
    """
    job = CheckJob(_profile_of(profile), _office_of(office))
    report, _told = job.check(path)
    return report


def check_bytes(
    data: bytes, name: str, *, profile: Path | Profile | None = None, office: Path | Office | None = None
) -> Report:
    """Check the bytes of a Word file, which has nothing beside it. Raises ReadError."""
    return check_docx(data, name=name, profile=_profile_of(profile), office=_office_of(office))


def check_paths(
    paths: Sequence[Path],
    *,
    profile: Path | Profile | None = None,
    office: Path | None = None,
    processes: int | None = 1,
    progress: Progress | None = None,
) -> CheckRun:
    """Check files, and all of the folders among them, in order; what is wrong with one does not stop the others.

    `processes` is how many work at once, None for what the machine and the files are worth. Raises LoadError where the
    house rule or the office file cannot be used, or where there is nothing to check.
    """
    faults: list[Diagnostic] = []
    job: CheckJob | None = None
    files: list[Path] = []
    try:
        job = CheckJob(_profile_of(profile), _office_of(office))
    except LoadError as error:
        faults += error.diagnostics
    try:
        files = find_files(paths)
    except LoadError as error:
        faults += error.diagnostics
    if faults or job is None:
        raise LoadError(faults)
    tell = progress or (lambda _what, _done, _all: None)
    done: dict[Path, Checked] = {}
    for checked in _run(job, files, _choose_processes(files) if processes is None else processes):
        done[checked.path] = checked
        tell(f"Kiểm tra {checked.path.name}", len(done), len(files))
    return CheckRun(tuple(done[path] for path in files), job.profile)


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Give the files that are meant, each once: of a folder all Word files in it and below, in order of their names.

    Raises LoadError with every folder that has none, or cannot be looked into.
    """
    found: dict[Path, None] = {}
    faults: list[Diagnostic] = []
    for path in paths:
        # os.path: a name that is too long for the disk is told of where it is read.
        files = _walk(path, faults) if os.path.isdir(path) else [path]  # noqa: PTH112
        if not files:
            hint = "kiểm tra lại đường dẫn, hoặc ghi tên tệp .docx"
            message = "thư mục không có tệp Word nào"
            faults.append(Diagnostic("VT-651", Severity.ERROR, message, Location(str(path)), hint))
        found.update(dict.fromkeys(files))
    if faults:
        raise LoadError(faults)
    return list(found)


def _walk(folder: Path, faults: list[Diagnostic]) -> list[Path]:
    def tell(error: OSError) -> None:
        place = Location(str(error.filename or folder))
        hint = "kiểm tra quyền truy cập thư mục, hoặc ghi tên từng tệp"
        faults.append(Diagnostic("VT-651", Severity.ERROR, "không xem được thư mục", place, hint))

    files = []
    for base, folders, names in os.walk(folder, onerror=tell):
        # "~$…" is what Word leaves beside a file that is open, "._…" what a Mac does on a foreign disk.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(base, name)
            for name in sorted(names)
            if name.lower().endswith(_SUFFIXES) and not name.startswith((".", "~$"))
        ]
    return files


def _profile_of(profile: Path | Profile | None) -> Profile:
    if not isinstance(profile, Path):
        return profile or ND30
    from .check_inputs import load_profile

    return load_profile(profile)


def _office_of(office: Path | Office | None) -> Office | None:
    if not isinstance(office, Path):
        return office
    from .check_inputs import load_office

    return load_office(office)


class CheckJob(Struct, frozen=True):
    """What all files of a run are checked by, with `only_form` without their words. It travels to other processes."""

    profile: Profile = ND30
    office: Office | None = None
    only_form: bool = False

    def check(self, path: Path, data: bytes | None = None) -> tuple[Report, tuple[Diagnostic, ...]]:
        """Check a file, or what is to be written there; gives what is to be told besides.

        Raises ReadError, LoadError.
        """
        office, own, common = self._load_beside(path)
        report = check_docx(
            path if data is None else data,
            name=name_file(path),
            profile=self.profile,
            acceptances=(*own, *common),
            office=office,
            only_form=self.only_form,
        )
        # What is accepted for a whole folder need not stand in every paper of it.
        return report, tuple(map(_doubt, (unused for unused in report.unused if unused in own)))

    def _load_beside(self, path: Path) -> tuple[Office | None, tuple[Acceptance, ...], tuple[Acceptance, ...]]:
        """Give the office, what is accepted of this file, and what of all in its folder. Raises LoadError."""
        beside = find_office(path) if self.office is None else None
        accepting = find_acceptance_files(path)
        if beside is None and accepting == (None, None):
            return self.office, (), ()
        # Only now: to declare how these files are written costs a fifth of checking a plan.
        from .check_inputs import load_acceptances, load_office

        faults: list[Diagnostic] = []
        office = self.office
        accepted: list[tuple[Acceptance, ...]] = []
        try:
            office = load_office(beside) if beside else office
        except LoadError as error:
            faults += error.diagnostics
        for file in accepting:
            try:
                accepted.append(load_acceptances(file) if file else ())
            except LoadError as error:
                faults += error.diagnostics
        if faults:
            raise LoadError(faults)
        own, common = accepted
        return office, own, common

    def try_check(self, path: Path, data: bytes | None = None) -> Checked:
        """Check as `check` does; what is wrong with the file, or with a rule of ours, is told in its place."""
        try:
            return Checked(path, *self.check(path, data))
        except VtdocsError as error:
            return Checked(path, diagnostics=error.diagnostics)
        except Exception as error:
            if os.environ.get("VTDOCS_DEBUG"):
                raise
            return Checked(path, fault=", ".join([type(error).__name__, *getattr(error, "__notes__", ())]))


def _doubt(acceptance: Acceptance) -> Diagnostic:
    words = f" ở chỗ có chữ “{acceptance.words}”" if acceptance.words else ""
    message = f"không có gì để chấp nhận: {acceptance.rule} không báo{words}"
    hint = "đã sửa xong thì xóa mục này; chưa thì sửa lại mã hoặc co_chu"
    return Diagnostic("VT-652", Severity.WARNING, message, acceptance.location, hint)


# --- several processes --------------------------------------------------------------------------------------------


def _choose_processes(files: Sequence[Path]) -> int:
    """Give how many processes these files are worth."""
    sizes = [0]
    for path in files:
        try:
            sizes.append(min(path.stat().st_size, _MOST_TEXT))
        except (OSError, ValueError):
            continue  # whoever reads it says what is wrong
    # While one process has the largest, the other does the rest.
    if len(files) < _MANY_FILES and sum(sizes) - max(sizes) < _MANY_BYTES:
        return 1
    return min(len(files), os.cpu_count() or 1)


def _run(job: CheckJob, files: Sequence[Path], processes: int) -> Iterator[Checked]:
    """Check each file; give them as they are done."""
    if processes < 2 or len(files) < 2:
        yield from map(job.try_check, files)
        return
    from .processes import run_in_processes

    for path, checked in run_in_processes(job.try_check, files, min(processes, len(files))):
        yield Checked(path, diagnostics=(_lost(path),)) if checked is None else checked


def _lost(path: Path) -> Diagnostic:
    message = "hệ thống đã dừng tiến trình kiểm tra (thường do thiếu bộ nhớ), nên tệp này chưa được kiểm tra"
    return Diagnostic("VT-655", Severity.ERROR, message, Location(str(path)), "kiểm tra riêng tệp này")
