"""Files appear whole or not at all, and a person's work is not written over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from vtdocs.errors import WriteError
from vtdocs.jobs.storage import check_target, write_all, write_whole


def always(_data: bytes) -> bool:
    return True


def never(_data: bytes) -> bool:
    return False


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "x.docx", b"1")
    assert (tmp_path / "a" / "b" / "x.docx").read_bytes() == b"1"
    assert names(tmp_path / "a" / "b") == ["x.docx"]


def test_the_old_file_stays_when_the_new_one_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="đĩa đã đầy") as caught:
        write_whole(target, b"new")
    assert caught.value.diagnostics[0].location is not None
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["x.docx"]


def test_of_several_files_none_appears_when_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError):
        write_all({tmp_path / "a.docx": b"1", tmp_path / "file" / "b.docx": b"2"})
    assert names(tmp_path) == ["file"]


def test_a_new_file_has_the_rights_that_the_folder_gives(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "x.docx", b"1")
    finally:
        os.umask(before)
    assert (tmp_path / "x.docx").stat().st_mode & 0o777 == 0o644


def test_a_missing_target_and_an_untouched_one_may_be_written(tmp_path: Path) -> None:
    assert check_target(tmp_path / "x.docx", never) is None
    (tmp_path / "x.docx").write_bytes(b"1")
    assert check_target(tmp_path / "x.docx", always) is None


def test_an_edited_target_is_refused_with_the_way_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"1")
    fault = check_target(tmp_path / "x.docx", never)
    assert fault is not None
    assert fault.code == "VT-503"
    assert "--force" in (fault.hint or "")


@pytest.mark.parametrize("lock", ["~$ke-hoach.docx", "~$e-hoach.docx", "~$-hoach.docx", ".~lock.ke-hoach.docx#"])
def test_a_target_that_is_open_is_refused(tmp_path: Path, lock: str) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(b"1")
    (tmp_path / lock).write_bytes(b"")
    fault = check_target(tmp_path / "ke-hoach.docx", always)
    assert fault is not None
    assert fault.code == "VT-502"
    assert lock in (fault.hint or "")


def test_a_folder_in_the_place_of_the_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    fault = check_target(tmp_path / "x.docx", always)
    assert fault is not None
    assert fault.code == "VT-501"


def test_an_interruption_leaves_no_part_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x.docx", b"new")
    assert names(tmp_path) == []


def refuse_the_second(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the second file be refused its name."""
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "b.docx":
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "denied"), KeyboardInterrupt()])
def test_where_the_second_file_cannot_take_its_name_the_first_gives_its_own_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, links: bool
) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"old")
    if not links:

        def no_links(*_paths: Path) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", no_links)
    real = Path.replace
    done = []

    def replace(self: Path, target: Path) -> Path:
        # The old file goes aside, and back again; the new one is refused.
        if target.name == "b.docx" and self.read_bytes() == b"new":
            raise error
        done.append(Path(target).name)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    files = {tmp_path / "a.docx": b"new", tmp_path / "b.docx": b"new", tmp_path / "c.docx": b"new"}
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else WriteError):
        write_all(files)
    assert done.count("a.docx") == 2
    assert names(tmp_path) == ["a.docx", "b.docx"]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_an_interruption_just_after_the_old_file_went_aside_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    def no_links(*_paths: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    real = Path.replace
    done: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        moved = real(self, target)
        if not done:
            done.append(self)
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "a.docx": b"new", tmp_path / "b.docx": b"new"})
    assert names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"old"


def test_a_file_that_was_not_there_goes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_the_second(monkeypatch, OSError(errno.EROFS, "read-only"))
    with pytest.raises(WriteError, match="đĩa chỉ cho đọc"):
        write_all({tmp_path / "a.docx": b"1", tmp_path / "b.docx": b"2"})
    assert names(tmp_path) == []


def test_an_old_file_that_cannot_be_put_back_is_kept_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    real = Path.replace
    done: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if done:
            raise OSError(errno.EROFS, "read-only")
        done.append(target)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(WriteError) as caught:
        write_all({tmp_path / "a.docx": b"new", tmp_path / "b.docx": b"new"})
    (kept,) = (path for path in tmp_path.iterdir() if path.name != "a.docx")
    assert kept.read_bytes() == b"old"
    assert kept.name in str(caught.value)


def test_several_files_leave_nothing_else_behind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    write_all({tmp_path / "a.docx": b"1", tmp_path / "b.docx": b"2"})
    assert names(tmp_path) == ["a.docx", "b.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"1"


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == mode


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "that").mkdir()
    (tmp_path / "that" / "x.docx").write_bytes(b"old")
    (tmp_path / "x.docx").symlink_to(tmp_path / "that" / "x.docx")
    write_whole(tmp_path / "x.docx", b"new")
    assert (tmp_path / "x.docx").is_symlink()
    assert (tmp_path / "that" / "x.docx").read_bytes() == b"new"
    (tmp_path / "that" / "~$x.docx").write_bytes(b"")
    fault = check_target(tmp_path / "x.docx", always)
    assert fault is not None
    assert fault.code == "VT-502"


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    name = "a" * 250 + ".docx"
    write_whole(tmp_path / name, b"1")
    write_whole(tmp_path / name, b"2")
    assert check_target(tmp_path / name, always) is None
    assert names(tmp_path) == [name]


def test_a_name_beyond_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 300 + ".docx")
    with pytest.raises(WriteError, match="quá dài"):
        write_whole(path, b"1")
    assert check_target(path, always) is not None
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(WriteError, match="trùng tên với thư mục"):
        write_whole(tmp_path / "dist" / "x.docx", b"1")
    with pytest.raises(WriteError, match="không phải thư mục"):
        write_whole(tmp_path / "dist" / "a" / "x.docx", b"1")


def test_what_another_run_left_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / ".vtdocs-0.tmp").write_bytes(b"theirs")
    write_whole(tmp_path / "x.docx", b"1")
    assert (tmp_path / ".vtdocs-0.tmp").read_bytes() == b"theirs"
    assert names(tmp_path) == [".vtdocs-0.tmp", "x.docx"]


def test_what_another_run_made_in_the_meantime_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        moved = real(self, target)
        # The name is free, and another process that writes into this folder takes it at once.
        self.write_bytes(b"theirs")
        return moved

    monkeypatch.setattr(Path, "replace", replace)
    write_whole(tmp_path / "x.docx", b"1")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        ".vtdocs-0.tmp": b"theirs",
        "x.docx": b"1",
    }


def test_each_of_many_files_tries_the_names_that_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = os.open

    def count_opened(path: Path, flags: int, mode: int = 0o777) -> int:
        opened.append(Path(path).name)
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", count_opened)
    write_all({tmp_path / f"{number}.docx": b"1" for number in range(50)})
    assert opened == [f".vtdocs-{number}.tmp" for number in range(50)]
