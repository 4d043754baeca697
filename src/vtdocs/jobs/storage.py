"""Files appear whole or not at all, and what a person has edited is not written over."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from vtdocs.diagnostics import Diagnostic, Location, Severity
from vtdocs.errors import WriteError

__all__ = ["check_target", "is_same", "refuse_existing", "write_all", "write_whole"]

_LARGEST_TARGET = 256 * 1024 * 1024
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_REASONS = {
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EEXIST: "một tệp đang có trùng tên với thư mục cần tạo",
    errno.EISDIR: "chỗ này là một thư mục",
    errno.ELOOP: "liên kết trỏ vòng tròn",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
    errno.ENOENT: "không có thư mục này",
    errno.ENOSPC: "đĩa đã đầy",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.EROFS: "đĩa chỉ cho đọc",
}


def check_target(path: Path, is_untouched: Callable[[bytes], bool]) -> Diagnostic | None:
    """Say why a file may not be written here: a person has edited it, or it is open in Word or LibreOffice."""
    place = Location(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Diagnostic("VT-501", Severity.ERROR, "chỗ này không phải là một tệp", place, "chọn tên khác bằng -o")
        if lock := next((lock for lock in _locks(path) if _is_there(lock)), None):
            return Diagnostic(
                "VT-502",
                Severity.ERROR,
                "tệp đang mở trong Word hoặc LibreOffice",
                place,
                f"đóng tệp rồi chạy lại; nếu không mở ở đâu cả thì xóa tệp {lock.name}",
            )
        untouched = status.st_size <= _LARGEST_TARGET and is_untouched(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Diagnostic(
            "VT-504",
            Severity.ERROR,
            f"không đọc được tệp cũ: {_reason(error)}",
            place,
            "kiểm tra quyền truy cập và đường dẫn, hoặc chọn thư mục khác bằng -o",
        )
    if untouched:
        return None
    return Diagnostic(
        "VT-503",
        Severity.ERROR,
        "tệp này đã được sửa bằng tay (hoặc không do vtdocs tạo ra), nên không ghi đè",
        place,
        "đổi tên hoặc cất tệp đó đi; hoặc chạy lại lệnh với --force nếu chắc chắn muốn bỏ phần đã sửa",
    )


def is_same(one: Path, other: Path) -> bool:
    """Whether two names are one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def refuse_existing(files: Iterable[Path], folder: Path, instead: str) -> None:
    """Raise WriteError naming every file that the disk has already; `instead` is a command for another folder."""
    there = ", ".join(path.name for path in files if _is_there(path))
    if there:
        message = f"thư mục đã có sẵn {there}; vtdocs không ghi đè"
        hint = f"chọn thư mục khác, ví dụ: {instead}"
        raise WriteError.one("VT-507", message, location=Location(str(folder)), hint=hint)


def _is_there(path: Path) -> bool:
    """Whether the disk has this name; a name that is too long for it is one that is not there."""
    return os.path.lexists(path)


def _locks(path: Path) -> Iterator[Path]:
    """Give the names that Word and LibreOffice write beside a file that is open."""
    for target in dict.fromkeys((path, _real(path))):
        # Word takes away two letters of a name of eight or more, one of seven, none of a shorter one.
        for cut in (2, 1, 0):
            yield target.with_name(f"~${target.name[cut:]}")
        yield target.with_name(f".~lock.{target.name}#")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that there is the old one or the new one, never a part. Raises WriteError."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, all or none: where one cannot be written, the old ones are there as before.

    All are on the disk, complete, before the first takes its name. Raises WriteError.
    """
    waiting: dict[Path, Path] = {}
    spare = _SpareNames()
    try:
        for path, data in files.items():
            with _told(path):
                target = _real(path)
                target.parent.mkdir(parents=True, exist_ok=True)
                handle, temporary = _make_beside(target, spare)
                waiting[temporary] = target
                _fill(handle, data)
        _take_names(waiting, spare)
    finally:
        _remove(waiting)


def _real(path: Path) -> Path:
    """Give the file that a link stands for: the link is to stay one."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


class _SpareNames:
    """Names for files on their way, each given once: the thousandth file of a folder does not try a thousand names."""

    def __init__(self) -> None:
        self._left: dict[Path, Iterator[Path]] = {}

    def of(self, folder: Path) -> Iterator[Path]:
        """Give the names that are left in a folder; they have no end."""
        return self._left.setdefault(folder, (folder / f".vtdocs-{number}.tmp" for number in count()))


def _make_beside(target: Path, spare: _SpareNames) -> tuple[int, Path]:
    """Make a file on the same disk, so that taking the target's name is one step; with the rights of the old file."""
    mode = _mode(target)
    handle, temporary = _make_temporary(target.parent, 0o666 if mode is None else mode, spare)
    if mode is not None:
        # What the umask took away. A disk without rights refuses, and has none to keep.
        with contextlib.suppress(OSError):
            temporary.chmod(mode)
    return handle, temporary


def _make_temporary(folder: Path, mode: int, spare: _SpareNames) -> tuple[int, Path]:
    for temporary in spare.of(folder):
        with contextlib.suppress(FileExistsError):
            return os.open(temporary, _NEW_FILE, mode), temporary
    raise AssertionError  # the names have no end


def _mode(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode) & 0o777
    except FileNotFoundError:
        return None


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_names(waiting: dict[Path, Path], spare: _SpareNames) -> None:
    """Let each file take its name, and wait no more; where one cannot, those before it give theirs back.

    A temporary name is free as soon as its file has left it: another process may have taken it for its own.
    """
    # One file alone needs no way back: to take a name is one step.
    with_old = len(waiting) > 1
    taken: list[tuple[Path, Path | None]] = []
    try:
        for temporary, target in list(waiting.items()):
            with _told(target):
                old = _keep_old(target, spare) if with_old else None
                if with_old:
                    taken.append((target, old))
                temporary.replace(target)
                del waiting[temporary]
    except BaseException as error:
        lost = _give_back(taken)
        if lost and isinstance(error, WriteError):
            raise WriteError([*error.diagnostics, *lost]) from error
        raise
    _remove(old for _target, old in taken if old)


def _keep_old(target: Path, spare: _SpareNames) -> Path | None:
    """Give the old file a second name, or where the disk has no such thing, another one; `None` if there is none."""
    if not _is_there(target):
        return None
    for name in spare.of(target.parent):
        try:
            os.link(target, name)
        except FileExistsError:
            continue
        except OSError:
            break
        return name
    handle, name = _make_temporary(target.parent, 0o600, spare)
    os.close(handle)
    try:
        target.replace(name)
    except BaseException:
        # An interruption may come when the old file has gone aside already.
        if _is_there(target):
            _remove([name])
        else:
            name.replace(target)
        raise
    return name


def _give_back(taken: list[tuple[Path, Path | None]]) -> list[Diagnostic]:
    """Put every old file back; gives a fault for each that stays under another name."""
    lost = []
    for target, old in reversed(taken):
        try:
            if old is None:
                target.unlink(missing_ok=True)
            else:
                old.replace(target)
                # Two names of one file: to rename one into the other leaves both.
                old.unlink(missing_ok=True)
        except OSError as error:
            message = f"không đặt lại được như trước: {_reason(error)}"
            hint = f"bản cũ là tệp {old.name} ở cùng thư mục; đổi lại tên cho nó" if old else "xóa tệp này"
            lost.append(Diagnostic("VT-504", Severity.ERROR, message, Location(str(target)), hint))
    return lost


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


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
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
