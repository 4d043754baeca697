"""Files appear whole or not at all, and what a person has edited is not written over."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.errors import WriteError

__all__ = ["check_target", "write_all", "write_whole"]

_LARGEST_TARGET = 256 * 1024 * 1024


def check_target(path: Path, is_untouched: Callable[[bytes], bool]) -> Diagnostic | None:
    """Say why a file may not be written here: a person has edited it, or it is open in Word or LibreOffice."""
    if not path.exists():
        return None
    place = Location(str(path))
    if not path.is_file():
        return Diagnostic("VT-501", Severity.ERROR, "chỗ này không phải là một tệp", place, "chọn tên khác bằng -o")
    for lock in (
        path.with_name(f"~${path.name}"),
        path.with_name(f"~${path.name[2:]}"),
        path.with_name(f".~lock.{path.name}#"),
    ):
        if lock.exists():
            return Diagnostic(
                "VT-502",
                Severity.ERROR,
                "tệp đang mở trong Word hoặc LibreOffice",
                place,
                "đóng tệp rồi chạy lại",
            )
    try:
        untouched = path.stat().st_size <= _LARGEST_TARGET and is_untouched(path.read_bytes())
    except OSError as error:
        return Diagnostic(
            "VT-504",
            Severity.ERROR,
            f"không đọc được tệp cũ: {_reason(error)}",
            place,
            "kiểm tra quyền truy cập",
        )
    if untouched:
        return None
    return Diagnostic(
        "VT-503",
        Severity.ERROR,
        "tệp này đã được sửa bằng tay (hoặc không do vtdocs tạo ra), nên không ghi đè",
        place,
        "đổi tên hoặc cất tệp đó đi; hoặc chạy vtdocs build với --force nếu chắc chắn muốn bỏ phần đã sửa",
    )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that there is the old one or the new one, never a part. Raises WriteError."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files: all are on the disk, complete, before the first takes its name. Raises WriteError."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            with _told(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                waiting.append((_write_beside(path, data), path))
        for temporary, path in waiting:
            with _told(path):
                temporary.replace(path)
    finally:
        for temporary, _path in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write to a file beside the target, on the same disk, so that taking its name is one step."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for their owner alone; a document is to have the rights that the folder gives.
        temporary.chmod(0o666 & ~_umask())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise WriteError.one(
            "VT-502",
            "không ghi được tệp: tệp đang mở trong Word, hoặc không có quyền ghi",
            location=Location(str(path)),
            hint="đóng tệp rồi chạy lại, hoặc chọn thư mục khác bằng -o",
        ) from error
    except OSError as error:
        raise WriteError.one(
            "VT-504",
            f"không ghi được tệp: {_reason(error)}",
            location=Location(str(path)),
            hint="kiểm tra đĩa còn chỗ và đường dẫn đúng; tệp cũ (nếu có) vẫn còn nguyên",
        ) from error


def _reason(error: OSError) -> str:
    reasons = {
        28: "đĩa đã đầy",
        30: "đĩa chỉ cho đọc",
        36: "tên tệp quá dài",
        20: "một phần của đường dẫn không phải thư mục",
    }
    return reasons.get(error.errno or 0, error.strerror or type(error).__name__)
