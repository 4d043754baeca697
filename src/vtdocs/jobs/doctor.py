"""Look at the machine: what is installed, what is missing, and the exact command that mends it."""

from __future__ import annotations

import contextlib
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from vtdocs.patterns import compile_late
from vtdocs.resources import resource_root
from vtdocs.writers.libreoffice import find_libreoffice

__all__ = ["Check", "examine"]

_OLDEST = (3, 11)
# Of the extras only this one is for users; it is not needed.
_EXTRA = "fast"
# A requirement as our own pyproject.toml has them: a name, the oldest version, and maybe the extra that it is of.
_REQUIREMENT = compile_late(r"([\w.-]+)>=([\d.]+)(?:\s*;.*\bextra\s*==\s*['\"]([\w-]+)['\"])?")
_NUMBER = compile_late(r"\d+")


class Check(Struct, frozen=True):
    """One thing looked at: whether it is there, whether Word output needs it, and how to mend it."""

    name: str
    found: bool
    needed: bool
    detail: str
    mend: str = ""


def examine() -> tuple[Check, ...]:
    """Look at Python, the packages, the fonts and LibreOffice."""
    return (_python(), *_packages(), _fonts(), _libreoffice())


def _python() -> Check:
    version = platform.python_version()
    return Check("Python", sys.version_info >= _OLDEST, True, version, "cài Python 3.11 trở lên từ python.org")


def _packages() -> Iterator[Check]:
    """Look at every package that vtdocs is installed with, and at those of the extra that makes it faster."""
    for requirement in _requirements():
        read = _REQUIREMENT.fullmatch(requirement.strip())
        if read is None or read[3] not in (None, _EXTRA):
            continue
        name, oldest, needed = read[1], read[2], read[3] is None
        title = f"Gói {name}" if needed else f"Gói {name} (nén nhanh hơn)"
        mend = f'"{sys.executable}" -m pip install "{name}>={oldest}"'
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Check(title, False, needed, "chưa có" if needed else "chưa có; không bắt buộc", mend)
            continue
        found = _numbers(version) >= _numbers(oldest)
        yield Check(title, found, needed, version if found else f"{version}, cần từ {oldest}", mend)


def _requirements() -> list[str]:
    """Give what vtdocs says that it requires: where it is installed, or else in its working copy."""
    with contextlib.suppress(metadata.PackageNotFoundError):
        return metadata.requires("vtdocs") or []
    import tomllib

    with (resource_root() / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    extra = project["optional-dependencies"][_EXTRA]
    return [*project["dependencies"], *(f"{requirement}; extra == '{_EXTRA}'" for requirement in extra)]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, _NUMBER.findall(version)))


def _libreoffice() -> Check:
    program = find_libreoffice()
    mend = {
        "linux": _linux("libreoffice-writer-nogui", "libreoffice-writer", "libreoffice-still"),
        "darwin": "brew install --cask libreoffice",
        "win32": "winget install TheDocumentFoundation.LibreOffice",
    }.get(sys.platform, "cài LibreOffice từ libreoffice.org")
    if program is None:
        return Check("LibreOffice (để xuất PDF)", False, False, "chưa có; vẫn soạn được tệp Word", mend)
    return Check("LibreOffice (để xuất PDF)", True, False, f"{_version(program)}{program}")


def _version(program: str) -> str:
    if sys.platform == "win32":
        return ""  # soffice.exe opens a window to tell its version
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = done.stdout.decode(errors="replace").split()
    return f"{words[1]}, " if len(words) > 1 else ""


def _fonts() -> Check:
    name = "Phông chữ Times New Roman"
    found = _find_font()
    if found:
        return Check(name, True, False, found)
    mend = {
        "linux": _linux("fonts-liberation2", "liberation-serif-fonts", "ttf-liberation"),
        "darwin": "mở Font Book và bật lại Times New Roman",
        "win32": "mở Cài đặt › Phông chữ và cài lại Times New Roman",
    }.get(sys.platform, "cài phông Liberation Serif")
    detail = "chưa có, cũng không có phông cùng độ rộng; tệp Word vẫn đúng, bản PDF sẽ lệch dòng"
    return Check(name, False, False, detail, mend)


def _find_font() -> str:
    """Look for Times New Roman, or Liberation Serif, whose letters are exactly as wide."""
    folders = {
        "win32": (Path("C:/Windows/Fonts"),),
        "darwin": (Path("/System/Library/Fonts/Supplemental"), Path("/Library/Fonts")),
    }.get(sys.platform)
    if folders is not None:
        files = ("times.ttf", "Times New Roman.ttf", "LiberationSerif-Regular.ttf")
        return next((file for folder in folders for file in files if (folder / file).is_file()), "")
    program = shutil.which("fc-list")
    if program is None:
        return ""
    for family, detail in (
        ("Times New Roman", "có Times New Roman"),
        ("Liberation Serif", "có Liberation Serif, cùng độ rộng chữ với Times New Roman"),
    ):
        try:
            done = subprocess.run([program, family, "family"], capture_output=True, timeout=30, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            return ""
        if done.stdout.strip():
            return detail
    return ""


def _linux(debian: str, fedora: str, arch: str) -> str:
    """Write the command of the package manager that is here."""
    sudo = "" if shutil.which("sudo") is None else "sudo "
    if shutil.which("apt-get"):
        return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {debian}"
    if shutil.which("dnf"):
        return f"{sudo}dnf install -y {fedora}"
    if shutil.which("pacman"):
        return f"{sudo}pacman -S {arch}"
    return f"cài gói {debian} bằng trình quản lý gói của máy"
