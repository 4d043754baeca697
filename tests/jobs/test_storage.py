"""Files appear whole or not at all, and a person's work is not written over."""

from __future__ import annotations

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
        raise OSError(28, "No space left on device")

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


@pytest.mark.parametrize("lock", ["~$ke-hoach.docx", "~$-hoach.docx", ".~lock.ke-hoach.docx#"])
def test_a_target_that_is_open_is_refused(tmp_path: Path, lock: str) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(b"1")
    (tmp_path / lock).write_bytes(b"")
    fault = check_target(tmp_path / "ke-hoach.docx", always)
    assert fault is not None
    assert fault.code == "VT-502"


def test_a_folder_in_the_place_of_the_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    fault = check_target(tmp_path / "x.docx", always)
    assert fault is not None
    assert fault.code == "VT-501"
